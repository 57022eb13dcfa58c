// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/mail/answering.h"

#include <QTest>

using namespace aside;
using namespace aside::mail;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QStringList own{u"help@shop.example"_s, u"@team.example"_s};

QList<Mailbox> people(const QString &addresses)
{
    QList<Mailbox> all;
    for (const QString &each : addresses.split(u' ', Qt::SkipEmptyParts)) {
        all.append({.name = {}, .address = each});
    }
    return all;
}

QString names(const QList<Mailbox> &mailboxes)
{
    QStringList all;
    for (const Mailbox &each : mailboxes) {
        all.append(each.address);
    }
    return all.join(u' ');
}

} // namespace

class TestAnswering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whoGetsTheAnswer_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("replyTo");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("cc");
        QTest::addColumn<AnswerTo>("whom");
        QTest::addColumn<QString>("answerTo");
        QTest::addColumn<QString>("answerCc");
        const QString me = u"help@shop.example"_s;
        const QString none;
        const auto row = [](const char *name, const QStringList &original, AnswerTo whom, const QString &to,
                            const QString &cc) {
            QTest::newRow(name) << original[0] << original[1] << original[2] << original[3] << whom << to
                                << cc;
        };
        row("sender", {u"anna@x"_s, none, me, none}, AnswerTo::Sender, u"anna@x"_s, none);
        row("Reply-To goes first", {u"form@x"_s, u"anna@x"_s, me, none}, AnswerTo::Sender, u"anna@x"_s, none);
        row("Reply-To of our own is none", {u"anna@x"_s, u"a@team.example"_s, me, none}, AnswerTo::Sender,
            u"anna@x"_s, none);
        row("the sender alone", {u"anna@x"_s, none, me + u" b@x"_s, u"c@x"_s}, AnswerTo::Sender, u"anna@x"_s,
            none);
        row("everybody", {u"anna@x"_s, none, me + u" b@x"_s, u"c@x B@X boss@team.example"_s},
            AnswerTo::Everybody, u"anna@x"_s, u"b@x c@x"_s);
        row("after our own letter", {me, none, u"anna@x b@x"_s, u"c@x"_s}, AnswerTo::Sender, u"anna@x b@x"_s,
            none);
        row("after our own letter, everybody", {me, none, u"anna@x"_s, u"c@x"_s}, AnswerTo::Everybody,
            u"anna@x"_s, u"c@x"_s);
        row("to ourselves", {me, none, me, none}, AnswerTo::Sender, me, none);
        row("only others in Cc are left", {u"a@team.example"_s, none, me, u"anna@x c@x"_s},
            AnswerTo::Everybody, u"anna@x"_s, u"c@x"_s);
    }
    void whoGetsTheAnswer()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, replyTo);
        QFETCH(const QString, to);
        QFETCH(const QString, cc);
        QFETCH(const AnswerTo, whom);
        Original original;
        original.from = {.name = {}, .address = from};
        original.replyTo = people(replyTo);
        original.to = people(to);
        original.cc = people(cc);

        const Recipients found = recipientsOf(original, whom, own);

        QTEST(names(found.to), "answerTo");
        QTEST(names(found.cc), "answerCc");
    }

    void ancestors()
    {
        Original original;
        original.messageId = u"c"_s;
        original.inReplyTo = u"b"_s;
        QCOMPARE(referencesOf(original), (QStringList{u"b"_s, u"c"_s}));
        original.references = {u"a"_s, u"b"_s};
        QCOMPARE(referencesOf(original), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        original.references = {u"a"_s, u"c"_s, u"b"_s};
        QCOMPARE(referencesOf(original), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    }

    void subjects_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("answer");
        QTest::newRow("plain") << u"Order"_s << u"Re: Order"_s;
        QTest::newRow("once") << u"RE: Order"_s << u"Re: Order"_s;
        QTest::newRow("many") << u"Re: AW: RE[2]: Отв: Fwd: Order"_s << u"Re: Order"_s;
        QTest::newRow("no prefix") << u"Returns: how?"_s << u"Re: Returns: how?"_s;
        QTest::newRow("empty") << QString() << u"Re: "_s;
    }
    void subjects()
    {
        QFETCH(const QString, subject);

        QTEST(answerSubject(subject), "answer");
        QCOMPARE(answerSubject(answerSubject(subject)), answerSubject(subject));
        QCOMPARE(forwardSubject(answerSubject(subject)), forwardSubject(subject));
    }

    void quoting()
    {
        Original original;
        original.from = {.name = u"Анна"_s, .address = u"anna@x.example"_s};
        original.sentAt = Instant(1'700'000'000s);
        original.utcOffset = 3h;
        original.text = u"Где заказ?\r\n\r\n> старое\r\n%1\r\n\r\n"_s;

        QCOMPARE(quoted(original, u"ru"_s),
                 u"15 ноября 2023, 01:13, Анна <anna@x.example> пишет:\n> Где заказ?\n>\n>> старое\n> %1"_s);
        QCOMPARE(quoted(original, u"en"_s).section(u'\n', 0, 0),
                 u"On 15 November 2023, 01:13, Анна <anna@x.example> wrote:"_s);
    }

    void passingOn()
    {
        Original original;
        original.from = {.name = u"Anna"_s, .address = u"anna@x.example"_s};
        original.to = people(u"help@shop.example"_s);
        original.subject = u"Order\r\n17"_s;
        original.text = u"Where is it?\n"_s;

        QCOMPARE(forwarded(original, u"en"_s),
                 u"-------- Forwarded message --------\nFrom: Anna <anna@x.example>\n"
                 "Date: 1 January 1970, 00:00\nSubject: Order 17\nTo: help@shop.example\n\nWhere is it?"_s);
        QVERIFY(forwarded(original, u"ru"_s).contains(u"\nКому: help@shop.example\n"_s));
    }

    void plainTextAsHtml()
    {
        QCOMPARE(
            asHtml(u"a <b>\nsee https://x.example/?a=1&b=\"2.\n\nnew\n> old\n>> older\nend"_s),
            u"<!DOCTYPE html><html><body><p>a &lt;b&gt;<br>\nsee <a href=\"https://x.example/?a=1&amp;b=\">"
            "https://x.example/?a=1&amp;b=</a>&quot;2.</p>\n<p>new</p>\n"
            "<blockquote type=\"cite\"><p>old</p>\n<blockquote type=\"cite\"><p>older</p>\n</blockquote>\n"
            "</blockquote>\n<p>end</p>\n</body></html>\n"_s);
    }
};

QTEST_GUILESS_MAIN(TestAnswering)
#include "tst_answering.moc"
