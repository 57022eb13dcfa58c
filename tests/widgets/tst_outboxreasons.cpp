// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"

#include <QListWidget>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

const auto cluttered = u"Please be informed that your order comes on Friday, November 27."_s;

} // namespace

/// The outbox tells what was answered to the reply check.
class TestOutboxReasons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarning();
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->askEverything();
    }

    void aReasonIsShownWithItsQuestion()
    {
        add(1);
        answer(1, u"she is a lawyer"_s);

        open();

        QVERIFY(list()->isVisible());
        QCOMPARE(list()->count(), 1);
        QTRY_COMPARE(list()->item(0)->text().split(u'\n').size(), qsizetype(3));
        const auto words = list()->item(0)->text().split(u'\n');
        QVERIFY2(words.at(1).contains(u"Please be informed"), qPrintable(words.at(1)));
        QVERIFY(words.at(2).contains(u"she is a lawyer"));
        QVERIFY(list()->item(0)->data(Qt::AccessibleTextRole).toString().contains(u"she is a lawyer"));
    }

    void aQuestionAboutTheTalkIsShownAsWell()
    {
        add(1, u"Hello Anna! Your order comes on Friday, November 27."_s);
        auto &talk = m_fixture->stores.messages[ConversationId{1}];
        talk = {message(11, Direction::Incoming, u"Where is my order?"_s),
                message(12, Direction::Outgoing, u"Hello Anna! I am looking for it."_s)};
        m_fixture->stores.outbox.first().seen = MessageId{12};
        answer(1, u"she wrote after a month"_s);
        talk.append(message(13, Direction::Incoming, u"Hello! Anything new?"_s)); // he never saw it

        open();

        QTRY_COMPARE(list()->item(0)->text().split(u'\n').size(), qsizetype(3));
        const auto words = list()->item(0)->text().split(u'\n');
        QVERIFY2(words.at(1).contains(u"Hello Anna"), qPrintable(words.at(1)));
        QVERIFY(words.at(2).contains(u"she wrote after a month"));
    }

    void aReasonAboutWordsThatAreGoneStillHasItsRule()
    {
        add(1);
        m_fixture->checks.replies[OutboxId{1}].reasons = {reason(u"elsewhere"_s, u"as agreed"_s)};

        open();

        const auto words = list()->item(0)->text().split(u'\n');
        QCOMPARE(words.size(), qsizetype(2));
        QVERIFY(words.at(1).contains(u"as agreed"));
    }

    void aRuleThatWasSwitchedOffIsShown()
    {
        add(1);
        m_fixture->checks.replies[OutboxId{1}].switchedOff = {u"clutter.promo"_s};

        open();

        QCOMPARE(list()->count(), 1);
        QVERIFY(list()->item(0)->text().contains(u"switched off"));
    }

    void whatTheOtherOneWasAskedIsShownWhenThatIsChosen()
    {
        add(1);
        add(2);
        answer(1, u"she is a lawyer"_s);
        open();
        QVERIFY(!list()->isVisible()); // the newest is chosen

        items()->setCurrentRow(1);
        QVERIFY(list()->isVisible());

        items()->setCurrentRow(0);
        QVERIFY(!list()->isVisible());
    }

    void theKeyboardReachesIt()
    {
        add(1);
        answer(1, u"she is a lawyer"_s);
        open();
        items()->setFocus();

        QTest::keyClick(items(), Qt::Key_Tab);

        QCOMPARE(m_fixture->window->focusWidget(), list());
        QCOMPARE(list()->currentRow(), 0);
        QVERIFY(!list()->accessibleName().isEmpty());
    }

    void aStoreThatFailsIsTold()
    {
        add(1);
        m_fixture->checks.failure = Error{.code = Errc::Io, .detail = {}, .retryAfter = {}};

        open();

        QVERIFY(!list()->isVisible());
        QTRY_VERIFY(m_fixture->part<QWidget>("noticeWords")->isVisible());
    }

private:
    static GivenReason reason(const QString &fingerprint, const QString &words)
    {
        return {.rule = u"clutter.filler"_s, .fingerprint = fingerprint, .reason = words, .givenAt = {}};
    }
    static Message message(qint64 id, Direction direction, const QString &text)
    {
        Message made;
        made.id = MessageId{id};
        made.conversation = ConversationId{1};
        made.direction = direction;
        made.text = text;
        return made;
    }
    void add(qint64 id, const QString &text = cluttered)
    {
        OutboxItem item;
        item.id = OutboxId{id};
        item.conversation = ConversationId{1};
        item.person = u"Anna Berg"_s;
        item.text = text;
        item.createdAt = m_fixture->stores.clock.now();
        item.holdUntil = item.createdAt + std::chrono::hours(1);
        m_fixture->stores.outbox.prepend(item);
    }
    void answer(qint64 id, const QString &words)
    {
        const auto &reply = m_fixture->stores.outbox.constLast();
        const auto talk = m_fixture->stores.messages.value(reply.conversation);
        const auto report = m_fixture->desk.checkReply(reply, {.messages = talk, .checks = {}});
        QTRY_VERIFY(report.isFinished());
        const auto found = report.result().findings;
        QCOMPARE(found.size(), qsizetype(1));
        m_fixture->checks.replies[OutboxId{id}].reasons = {{.rule = found.first().rule,
                                                            .fingerprint = found.first().fingerprint,
                                                            .reason = words,
                                                            .givenAt = {}}};
    }
    void open()
    {
        m_fixture->open();
        m_fixture->window->showView(View::Outbox);
        QTRY_COMPARE(items()->count(), int(m_fixture->stores.outbox.size()));
    }
    [[nodiscard]] QListWidget *items() const { return m_fixture->part<QListWidget>("outboxList"); }
    [[nodiscard]] QListWidget *list() const { return m_fixture->part<QListWidget>("outboxReasonList"); }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestOutboxReasons)
#include "tst_outboxreasons.moc"
