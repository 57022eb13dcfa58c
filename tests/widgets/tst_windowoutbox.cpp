// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/connectivity.h"
#include "tests/widgets/windowfixture.h"
#include "widgets/actions/commands.h"
#include "widgets/common/words.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/outbox/connectionstatus.h"
#include "widgets/outbox/outboxdetails.h"
#include "widgets/outbox/outboxhalves.h"
#include "widgets/thread/conversationpane.h"

#include <QAction>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>

using namespace aside;
using namespace aside::test;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

OutboxItem item(OutboxState state, HoldReason reason = HoldReason::UndoWindow)
{
    OutboxItem one;
    one.id = OutboxId{5};
    one.conversation = ConversationId{1};
    one.state = state;
    one.holdReason = reason;
    one.person = u"Anna Berg"_s;
    one.text = u"It left today."_s;
    one.hasAccount = true;
    return one;
}

} // namespace

/// The line at the bottom, and what the operator decides in the outbox.
class TestWindowOutbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarning();
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->stores.accountList = {{.id = AccountId{1},
                                          .channel = Channel::Email,
                                          .name = {},
                                          .identity = {},
                                          .address = u"support@shop.example"_s}};
    }

    void theLineSaysHowFetchingGoes()
    {
        m_fixture->open();
        QTRY_COMPARE(status()->text(), u"Online"_s);
        QSignalSpy said(status(), &ConnectionStatus::announced);
        const Instant now = m_fixture->stores.clock.now();
        FetchState state{.account = AccountId{1}, .address = u"support@shop.example"_s, .isFetching = true};

        status()->setFetches({state});
        QCOMPARE(status()->text(), u"Online · Fetching mail…"_s);

        state.isFetching = false;
        state.fetchedAt = now;
        status()->setFetches({state});
        QCOMPARE(status()->text(), u"Online · Mail fetched %1"_s.arg(whenLabel(now, now)));
        QVERIFY(said.isEmpty()); // that is as usual

        state.troubles = {{.folder = u"Archive"_s, .unread = 2}};
        status()->setFetches({state});
        QVERIFY2(status()->text().startsWith(u"Online · ") && status()->text().contains(u"Archive"),
                 qPrintable(status()->text()));
        state.troubles.clear();
        status()->setFetches({state});

        state.fault = Errc::CertificateExpired;
        status()->setFetches({state});
        QVERIFY2(status()->text().contains(u"support@shop.example"), qPrintable(status()->text()));
        QVERIFY(status()->text().contains(u"The server's certificate is not valid today"));
        QCOMPARE(said.size(), 1);

        m_fixture->network.set(SystemNetwork::Offline); // then that is why
        QVERIFY(status()->text().startsWith(u"Offline since"));
        QVERIFY(!status()->text().contains(u"certificate"));
    }

    void aHalfThatWaitsWantsADecisionOnlyWhereItIsLeftAlone()
    {
        auto earlier = item(OutboxState::Queued);
        earlier.id = OutboxId{71};
        auto later = item(OutboxState::Held, HoldReason::OtherHalf);
        later.after = earlier.id;
        m_fixture->open();

        status()->setItems({later, earlier});
        QVERIFY2(!status()->text().contains(u"decision"), qPrintable(status()->text()));

        status()->setItems({later}); // the other one was taken back
        QVERIFY2(status()->text().contains(u"1 reply(s) want your decision"), qPrintable(status()->text()));
    }

    void theLineSaysSinceWhenThereIsNoNetworkAndWhatWaits()
    {
        m_fixture->stores.outbox = {item(OutboxState::Queued), item(OutboxState::Held),
                                    item(OutboxState::Sent), item(OutboxState::Uncertain)};
        m_fixture->open();
        QTRY_COMPARE(status()->text(), u"Online · 2 reply(s) wait · 1 reply(s) want your decision"_s);
        QSignalSpy said(status(), &ConnectionStatus::announced);
        const QString since = whenLabel(m_fixture->stores.clock.now(), m_fixture->stores.clock.now());

        m_fixture->network.set(SystemNetwork::Offline);

        QCOMPARE(status()->text(),
                 u"Offline since %1 · 2 reply(s) wait · 1 reply(s) want your decision"_s.arg(since));
        QCOMPARE(said.size(), 1);
        QCOMPARE(said.constFirst().constFirst().toString(), status()->text());
        m_fixture->network.set(SystemNetwork::Online);
        QVERIFY(status()->text().startsWith(u"Online"));
        QCOMPARE(said.size(), 2);
    }

    void theLineSaysWhyAnAccountIsPaused()
    {
        m_fixture->stores.accountList.first().pause = AccountPause{
            .until = untilResumed, .cause = Errc::ServerRefused, .words = u"535 wrong password"_s};
        m_fixture->open();

        QTRY_VERIFY2(status()->text().contains(u"is paused: 535 wrong password"),
                     qPrintable(status()->text()));
    }

    void withoutAccountsTheLineSaysSo()
    {
        m_fixture->stores.accountList.clear();
        m_fixture->stores.outbox = {item(OutboxState::Queued)};
        m_fixture->open();

        QTRY_COMPARE(status()->text(), u"No account yet: 1 reply(s) wait in the outbox."_s);
    }

    void freezeIsSwitchedByItsCommand()
    {
        OutboxItem open = item(OutboxState::Queued);
        open.audience = Audience::Public;
        m_fixture->stores.outbox = {open};
        m_fixture->open();
        QAction *freeze = m_fixture->window->commands().action("outbox.freeze");
        QVERIFY(!freeze->isChecked());

        freeze->trigger();

        QTRY_VERIFY(freeze->isChecked());
        QTRY_VERIFY(status()->text().startsWith(u"Public replies are frozen since"));
        QCOMPARE(m_fixture->stores.outbox.constFirst().holdReason, HoldReason::Freeze);
        freeze->trigger();
        QTRY_VERIFY(!freeze->isChecked());
        QCOMPARE(m_fixture->stores.outbox.constFirst().state, OutboxState::Queued);
    }

    void freezeThatFailsLeavesTheMarkAsItWas()
    {
        m_fixture->open();
        QAction *freeze = m_fixture->window->commands().action("outbox.freeze");
        m_fixture->stores.failNext({.code = Errc::DiskFull, .detail = u"scripted"_s, .retryAfter = {}});

        freeze->trigger();

        QTRY_VERIFY(m_fixture->part<QLabel>("noticeWords")->isVisible());
        QVERIFY(!freeze->isChecked());
    }

    void uncertainReplyIsDecidedWithTheEvidenceInFront_data()
    {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<OutboxState>("state");
        QTest::addRow("there") << QByteArray("isThereButton") << OutboxState::Sent;
        QTest::addRow("not there") << QByteArray("isNotThereButton") << OutboxState::Held;
    }
    void uncertainReplyIsDecidedWithTheEvidenceInFront()
    {
        QFETCH(const QByteArray, button);
        QFETCH(const OutboxState, state);
        OutboxItem uncertain = item(OutboxState::Uncertain);
        uncertain.record = {.attempts = 1,
                            .serverWords = u"354 go <b>ahead</b>"_s,
                            .lastByte = LastByte::Left,
                            .evidence = Evidence::NotFound,
                            .evidenceWords = u"Sent: 0 of 7"_s};
        showOutbox({uncertain});
        QVERIFY(words()->text().contains(u"354 go <b>ahead</b>"));
        QVERIFY(words()->text().contains(u"did not find it"));
        QVERIFY(words()->text().contains(u"Sent: 0 of 7"));
        QCOMPARE(words()->textFormat(), Qt::PlainText);
        QVERIFY(!part("outboxSendButton")->isVisible());

        part(button.constData())->click();

        QTRY_COMPARE(m_fixture->stores.outbox.constFirst().state, state);
        QVERIFY(!part("isThereButton")->isVisible());
    }

    void copyThatIsMissingIsTold_data()
    {
        QTest::addColumn<int>("tries");
        QTest::addColumn<QString>("said");
        QTest::addRow("tried again") << 1 << u"Tried 1 time(s); next attempt: "_s;
        QTest::addRow("given up") << 100 << u"Tried 100 time(s), and given up. The text stays here."_s;
    }
    void copyThatIsMissingIsTold()
    {
        QFETCH(const int, tries);
        QFETCH(const QString, said);
        OutboxItem sent = item(OutboxState::Sent);
        sent.record.copy = {.isWanted = true,
                            .tries = tries,
                            .triedAt = m_fixture->stores.clock.now(),
                            .fault = Errc::QuotaFull,
                            .words = u"mailbox <b>is</b> full"_s};

        showOutbox({sent});

        QVERIFY(words()->isVisible());
        QVERIFY(words()->text().contains(u"its copy is not in the folder for sent mail"));
        QVERIFY(words()->text().contains(u"mailbox <b>is</b> full"));
        QVERIFY2(words()->text().contains(said), qPrintable(words()->text()));
    }

    void unsentReplyIsSentAgainWhenAsked()
    {
        showOutbox({item(OutboxState::Held, HoldReason::NotSent)});
        QCOMPARE(part("outboxSendButton")->text(), u"Send &again"_s);

        part("outboxSendButton")->click();

        QTRY_COMPARE(m_fixture->stores.outbox.constFirst().state, OutboxState::Queued);
    }

    void movedReplyShowsWhatCame()
    {
        OutboxItem moved = item(OutboxState::Held, HoldReason::ThreadMoved);
        moved.arrivals = {{.id = MessageId{11}, .at = {}, .author = u"Anna"_s, .text = u"Never mind."_s},
                          {.id = MessageId{12}, .at = {}, .author = u"Anna"_s, .text = u"Thanks!"_s}};
        showOutbox({moved});
        QVERIFY(words()->text().contains(u"2 message(s) came"));
        QVERIFY(words()->text().contains(u"Never mind."));
        QCOMPARE(part("withdrawButton")->text(), u"&Back to the draft"_s);

        part("outboxSendButton")->click();

        QTRY_VERIFY(m_fixture->stores.calls.contains(u"sendAnyway 12 5"));
    }

    void movedReplyGoesBackToTheDraft()
    {
        showOutbox({item(OutboxState::Held, HoldReason::ThreadMoved)});

        part("withdrawButton")->click();

        QTRY_VERIFY(m_fixture->stores.outbox.isEmpty());
        QCOMPARE(m_fixture->stores.draft(ConversationId{1}), u"It left today."_s);
    }

    void whatIsFrozenOrInReviewIsNotSentFromHere_data()
    {
        QTest::addColumn<HoldReason>("reason");
        QTest::addRow("frozen") << HoldReason::Freeze;
        QTest::addRow("in review") << HoldReason::Review;
    }
    void whatIsFrozenOrInReviewIsNotSentFromHere()
    {
        QFETCH(const HoldReason, reason);
        showOutbox({item(OutboxState::Held, reason)});

        QVERIFY(!part("outboxSendButton")->isVisible());
        QVERIFY(part("withdrawButton")->isEnabled());
    }

    void halvesSayWhatTheyWaitFor()
    {
        auto earlier = item(OutboxState::Refused);
        earlier.id = OutboxId{4};
        earlier.person = u"Boris"_s;
        auto later = item(OutboxState::Held, HoldReason::OtherHalf);
        later.after = earlier.id;
        showOutbox({later, earlier});
        auto *list = m_fixture->part<QListWidget>("outboxList");

        list->setCurrentRow(0);
        QVERIFY2(words()->text().contains(u"Boris"), qPrintable(words()->text()));
        QVERIFY(words()->text().contains(outboxStateLabel(OutboxState::Refused)));
        QVERIFY(part("outboxSendButton")->isVisible());
        list->setCurrentRow(1);
        QVERIFY2(words()->text().contains(u"public line waits"_s), qPrintable(words()->text()));

        QVERIFY(outboxHalfLines(later, {later}).constFirst().contains(u"was taken back"_s));
        earlier.state = OutboxState::Sent;
        QVERIFY(outboxHalfLines(later, {later, earlier}).isEmpty());
        QVERIFY(outboxHalfLines(earlier, {later, earlier}).isEmpty());
    }

    void whatIsSentNeedsNoDecision()
    {
        showOutbox({item(OutboxState::Sent)});

        QVERIFY(!m_fixture->part<OutboxDetails>("outboxDetails")->isVisible());
        QVERIFY(!part("withdrawButton")->isEnabled());
    }

    void replyIsSentLater()
    {
        m_fixture->open();
        m_fixture->choose(1);
        m_fixture->reply()->setPlainText(u"It left today."_s);

        m_fixture->window->commands().action("reply.sendLater")->trigger();
        auto *menu = m_fixture->part<QMenu>("sendLaterMenu");
        QVERIFY(menu != nullptr && menu->actions().size() >= 3);
        menu->actions().constFirst()->trigger();

        QTRY_COMPARE(m_fixture->stores.outbox.size(), 1);
        const OutboxItem held = m_fixture->stores.outbox.constFirst();
        QCOMPARE(held.holdReason, HoldReason::Schedule);
        QVERIFY(held.holdUntil > m_fixture->stores.clock.now() + 1min);
        QCOMPARE(held.seen, MessageId{1}); // what was on the screen
        QVERIFY(m_fixture->reply()->toPlainText().isEmpty());
    }

    void theDayIsSaidOnce()
    {
        m_fixture->open();
        m_fixture->choose(1);
        m_fixture->reply()->setPlainText(u"It left today."_s);

        m_fixture->window->commands().action("reply.sendLater")->trigger();

        qsizetype said = 0;
        for (const QAction *action : m_fixture->part<QMenu>("sendLaterMenu")->actions()) {
            const auto times = QString(action->text()).remove(u'&').count(u"tomorrow"_s, Qt::CaseInsensitive);
            QVERIFY2(times <= 1, qPrintable(action->text()));
            said += times;
        }
        QCOMPARE(said, qsizetype(1));
    }

    void whereNothingWaitsThereIsNothingToPress()
    {
        m_fixture->open();
        m_fixture->window->showView(View::Outbox);

        QTRY_VERIFY(m_fixture->part<QWidget>("outboxTitle")->isVisible());
        QVERIFY(!m_fixture->part<QWidget>("withdrawButton")->isVisible());
        QVERIFY(!m_fixture->part<QWidget>("openConversationButton")->isVisible());
    }

    void nothingWrittenIsNotSentLater()
    {
        m_fixture->open();
        m_fixture->choose(1);

        m_fixture->window->commands().action("reply.sendLater")->trigger();

        QVERIFY(m_fixture->part<QMenu>("sendLaterMenu") == nullptr);
    }

private:
    void showOutbox(const QList<OutboxItem> &items)
    {
        m_fixture->stores.outbox = items;
        m_fixture->open();
        m_fixture->window->showView(View::Outbox);
        QTRY_COMPARE(m_fixture->part<QListWidget>("outboxList")->count(), int(items.size()));
    }
    ConnectionStatus *status() const { return m_fixture->part<ConnectionStatus>("connectionStatus"); }
    QLabel *words() const { return m_fixture->part<QLabel>("outboxWords"); }
    QPushButton *part(const char *name) const { return m_fixture->part<QPushButton>(name); }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestWindowOutbox)
#include "tst_windowoutbox.moc"
