// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/mailtolink.h"
#include "models/services/mailtoanswer.h"
#include "tests/support/fakestores.h"

#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestMailtoLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theFourFieldsAreRead();
    void otherFieldsAreLeftOut();
    void nothingCanBeSmuggledIn();
    void badLinksAreRefused_data();
    void badLinksAreRefused();
    void theNewestConversationOfTheAddressIsFound();
    void theConversationWithTheSubjectIsPreferred();
    void anUnknownAddressIsSaid();
};

void TestMailtoLink::theFourFieldsAreRead()
{
    const auto link = parseMailto(u"MAILTO:anna@example.org,b%2Bc@example.org?cc=lead@example.org&Subject=%"
                                  u"D0%9F%D1%80%D0%B8%D0%B2%D0%B5%D1%82"
                                  "&body=one%0D%0Atwo+three"_s);

    QVERIFY(link);
    QCOMPARE(link->to, (QStringList{u"anna@example.org"_s, u"b+c@example.org"_s}));
    QCOMPARE(link->cc, QStringList{u"lead@example.org"_s});
    QCOMPARE(link->subject, u"Привет"_s);
    QCOMPARE(link->body, u"one\ntwo+three"_s);
}

void TestMailtoLink::otherFieldsAreLeftOut()
{
    const auto link = parseMailto(
        u"mailto:a@example.org?attach=/etc/passwd&attachment=file:///etc/passwd&bcc=x@example.org&body=hi"_s);

    QVERIFY(link);
    QCOMPARE(*link, (MailtoLink{.to = {u"a@example.org"_s}, .cc = {}, .subject = {}, .body = u"hi"_s}));
}

void TestMailtoLink::nothingCanBeSmuggledIn()
{
    const auto link = parseMailto(
        u"mailto:a@example.org%0ABcc:x@example.org,good@example.org?subject=a%0D%0ABcc:%20x@example.org&body=%00%1Bz"_s);

    QVERIFY(link);
    QCOMPARE(link->to, QStringList{u"good@example.org"_s});
    QCOMPARE(link->subject, u"a Bcc: x@example.org"_s);
    QCOMPARE(link->body, u"z"_s);
}

void TestMailtoLink::badLinksAreRefused_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Errc>("code");
    QTest::addRow("nothing") << QString() << Errc::InvalidInput;
    QTest::addRow("another scheme") << u"file:///etc/passwd"_s << Errc::InvalidInput;
    QTest::addRow("no address") << u"mailto:?subject=x"_s << Errc::Empty;
    QTest::addRow("no real address") << u"mailto:anna"_s << Errc::Empty;
    QTest::addRow("huge") << u"mailto:a@b.example?body="_s + QString(70'000, u'x') << Errc::TooLarge;
    QTest::addRow("broken percent") << u"mailto:%%%zz?%=%"_s << Errc::Empty;
}

void TestMailtoLink::badLinksAreRefused()
{
    QFETCH(const QString, text);
    QFETCH(const Errc, code);

    const auto link = parseMailto(text);

    QVERIFY(!link);
    QCOMPARE(link.error().code, code);
}

namespace {

ConversationRow mail(qint64 id, const QString &handle, Instant at)
{
    ConversationRow row;
    row.id = ConversationId{id};
    row.channel = Channel::Email;
    row.handle = handle;
    row.person = handle; // the fake searches names
    row.lastAt = at;
    return row;
}

} // namespace

void TestMailtoLink::theNewestConversationOfTheAddressIsFound()
{
    test::FakeStores stores;
    const Instant now = stores.clock.now();
    const QString query = u"from:\"anna@example.org\""_s;
    const auto add = [&](qint64 id, const QString &handle, Instant at) {
        Message message;
        message.id = MessageId{id};
        message.text = query; // what the fake finds
        stores.addConversation(mail(id, handle, at), {message});
    };
    add(1, u"anna@example.org"_s, now - std::chrono::hours(5));
    add(2, u"Anna@Example.org"_s, now - std::chrono::hours(1));
    add(3, u"joanna@example.org"_s, now);
    MailtoAnswer answer(stores, stores);
    QSignalSpy found(&answer, &MailtoAnswer::found);

    answer.look(*parseMailto(u"mailto:anna@example.org?body=hi"_s));

    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(found.at(0).at(0).value<ConversationId>(), ConversationId{2});
}

void TestMailtoLink::theConversationWithTheSubjectIsPreferred()
{
    test::FakeStores stores;
    const Instant now = stores.clock.now();
    Message message;
    message.text = u"from:\"anna@example.org\""_s; // what the fake finds
    for (qint64 id = 1; id <= 3; ++id) {
        ConversationRow row = mail(id, u"anna@example.org"_s, now + std::chrono::hours(id));
        row.subject = id == 3 ? u"Invoice"_s : u"Late parcel"_s;
        message.id = MessageId{id};
        stores.addConversation(row, {message});
    }
    MailtoAnswer answer(stores, stores);
    QSignalSpy found(&answer, &MailtoAnswer::found);

    answer.look(*parseMailto(u"mailto:anna@example.org?subject=RE:%20late%20Parcel"_s));
    answer.look(*parseMailto(u"mailto:anna@example.org?subject=Thanks"_s));

    QTRY_COMPARE(found.count(), 2);
    QCOMPARE(found.at(0).at(0).value<ConversationId>(), ConversationId{2});
    QCOMPARE(found.at(0).at(1).value<MailtoLink>().subject, QString());
    QCOMPARE(found.at(1).at(0).value<ConversationId>(), ConversationId{3});
    QCOMPARE(found.at(1).at(1).value<MailtoLink>().subject, u"Thanks"_s);
}

void TestMailtoLink::anUnknownAddressIsSaid()
{
    test::FakeStores stores;
    MailtoAnswer answer(stores, stores);
    QSignalSpy notFound(&answer, &MailtoAnswer::notFound);

    answer.look(*parseMailto(u"mailto:nobody@example.org"_s));

    QTRY_COMPARE(notFound.count(), 1);
    QCOMPARE(notFound.at(0).at(0).toString(), u"nobody@example.org"_s);
}

QTEST_GUILESS_MAIN(TestMailtoLink)
#include "tst_mailtolink.moc"
