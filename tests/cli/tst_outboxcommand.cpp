// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/cli/fakebackend.h"

#include <QJsonArray>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using aside::cli::ExitCode;

namespace {

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

OutboxItem item(qint64 id, OutboxState state, HoldReason reason = HoldReason::UndoWindow)
{
    OutboxItem one;
    one.id = OutboxId{id};
    one.conversation = ConversationId{7};
    one.person = u"Анна"_s;
    one.text = u"Tomorrow."_s;
    one.state = state;
    one.holdReason = reason;
    one.account = AccountId{1};
    one.hasAccount = true;
    one.wireId = u"key@shop.example"_s;
    return one;
}

OutboxItem moved(qint64 id)
{
    OutboxItem one = item(id, OutboxState::Held, HoldReason::ThreadMoved);
    one.arrivals = {{.id = MessageId{11},
                     .at = fromMillis(1'700'000'000'000),
                     .author = u"Анна"_s,
                     .text = u"Never mind."_s},
                    {.id = MessageId{12},
                     .at = fromMillis(1'700'000'060'000),
                     .author = u"Анна"_s,
                     .text = u"Thanks!"_s}};
    return one;
}

QJsonValue told(const CommandLine &line, const QString &object, const QString &field)
{
    return line.json().value(object).toObject().value(field);
}

} // namespace

/// What the operator decides about replies on their way.
class TestOutboxCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void listIsTheOutbox()
    {
        CommandLine line;
        line.backend.profile.outbox = {item(1, OutboxState::Queued)};

        QCOMPARE(line.run(words("outbox list")), ExitCode::Ok);
        const QByteArray listed = line.stdOut;

        QCOMPARE(line.run(words("outbox")), ExitCode::Ok);
        QCOMPARE(line.stdOut, listed);
        QVERIFY(listed.contains("waits to be sent"));
    }

    void everyReasonIsSaid_data()
    {
        QTest::addColumn<HoldReason>("reason");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QString>("name");
        QTest::addRow("undo") << HoldReason::UndoWindow << QByteArray("can be undone") << u"undo"_s;
        QTest::addRow("schedule") << HoldReason::Schedule << QByteArray("held until") << u"schedule"_s;
        QTest::addRow("freeze") << HoldReason::Freeze << QByteArray("frozen") << u"freeze"_s;
        QTest::addRow("moved") << HoldReason::ThreadMoved << QByteArray("wrote since") << u"thread-moved"_s;
        QTest::addRow("review") << HoldReason::Review << QByteArray("review") << u"review"_s;
        QTest::addRow("not sent") << HoldReason::NotSent << QByteArray("was not sent") << u"not-sent"_s;
        QTest::addRow("other half") << HoldReason::OtherHalf << QByteArray("the public line is not there")
                                    << u"other-half"_s;
    }
    void everyReasonIsSaid()
    {
        QFETCH(const HoldReason, reason);
        QFETCH(const QByteArray, said);
        QFETCH(const QString, name);
        CommandLine line;
        OutboxItem held = item(1, OutboxState::Held, reason);
        held.holdUntil = line.backend.profile.clock.now() + std::chrono::hours(1);
        line.backend.profile.outbox = {held};

        QCOMPARE(line.run(words("outbox show 1")), ExitCode::Ok);
        QVERIFY2(line.stdOut.contains(said), line.stdOut.constData());
        QCOMPARE(line.runJson(words("outbox show 1")), ExitCode::Ok);
        QCOMPARE(told(line, u"item"_s, u"reason"_s).toString(), name);
    }

    void laterHalfNamesTheEarlierOne()
    {
        CommandLine line;
        OutboxItem later = item(2, OutboxState::Held, HoldReason::OtherHalf);
        later.after = OutboxId{1};
        line.backend.profile.outbox = {later, item(1, OutboxState::Refused)};

        QCOMPARE(line.run(words("outbox show 2")), ExitCode::Ok);
        QVERIFY(line.stdOut.contains("after item 1"));
        QCOMPARE(line.runJson(words("outbox show 2")), ExitCode::Ok);
        QCOMPARE(told(line, u"item"_s, u"after"_s).toInt(), 1);
        QCOMPARE(line.run(words("outbox show 1")), ExitCode::Ok);
        QVERIFY(!line.stdOut.contains("after item"));
        QCOMPARE(line.runJson(words("outbox show 1")), ExitCode::Ok);
        QVERIFY(told(line, u"item"_s, u"after"_s).isNull());
    }

    void copyThatIsMissingIsTold()
    {
        CommandLine line;
        OutboxItem sent = item(3, OutboxState::Sent);
        sent.record.copy = {.isWanted = true,
                            .tries = 2,
                            .triedAt = fromMillis(1'700'000'000'000),
                            .fault = Errc::QuotaFull,
                            .words = {}};
        line.backend.profile.outbox = {sent};

        QCOMPARE(line.run(words("outbox show 3")), ExitCode::Ok);
        QVERIFY(line.stdOut.contains("its copy is not in the folder for sent mail"));
        QVERIFY(line.stdOut.contains("There is no room left in the mailbox"));
        QVERIFY(line.stdOut.contains("Next attempt: "));
        QCOMPARE(line.runJson(words("outbox show 3")), ExitCode::Ok);
        const QJsonObject copy = told(line, u"item"_s, u"sending"_s).toObject().value(u"copy"_s).toObject();
        QCOMPARE(copy.value(u"tries"_s).toInt(), 2);
        QCOMPARE(copy.value(u"fault"_s).toString(), u"quota-full"_s);

        line.backend.profile.outbox.first().record.copy.tries = 100;
        QCOMPARE(line.run(words("outbox show 3")), ExitCode::Ok);
        QVERIFY(line.stdOut.contains("given up"));
        QVERIFY(!line.stdOut.contains("Next attempt: "));
    }

    void itemIsShownWithTheServersWordsAndItsHistory()
    {
        CommandLine line;
        OutboxItem uncertain = item(3, OutboxState::Uncertain);
        uncertain.record = {.attempts = 2,
                            .attemptAt = fromMillis(1'700'000'000'000),
                            .serverCode = u"354"_s,
                            .serverWords = u"go ahead\x1b[31m"_s,
                            .lastByte = LastByte::Left,
                            .evidence = Evidence::NotFound,
                            .look = LookKind::SentFolders,
                            .evidenceWords = u"Sent, All\x1b[31m"_s,
                            .looks = 1};
        line.backend.profile.outbox = {uncertain};
        line.backend.profile.history = {{.at = fromMillis(1'700'000'000'000),
                                         .event = OutboxEvent::Lost,
                                         .reached = {.state = OutboxState::Uncertain},
                                         .words = u"354 go ahead"_s}};

        QCOMPARE(line.run(words("outbox show 3")), ExitCode::Ok);
        QVERIFY(line.stdOut.contains("354 go ahead"));
        QVERIFY(line.stdOut.contains("did not find it"));
        QVERIFY(line.stdOut.contains("Looked for by its Message-ID in: Sent, All"));
        QVERIFY(!line.stdOut.contains('\x1b'));
        QCOMPARE(line.runJson(words("outbox show 3")), ExitCode::Ok);

        const QJsonObject sending = told(line, u"item"_s, u"sending"_s).toObject();
        QCOMPARE(sending.value(u"attempts"_s).toInt(), 2);
        QCOMPARE(sending.value(u"lastByteLeft"_s).toBool(), true);
        QCOMPARE(sending.value(u"evidence"_s).toString(), u"not-found"_s);
        QCOMPARE(sending.value(u"look"_s).toString(), u"sent-folders"_s);
        const QJsonObject step = line.json().value(u"history"_s).toArray().first().toObject();
        QCOMPARE(step.value(u"event"_s).toString(), u"lost"_s);
        QCOMPARE(step.value(u"state"_s).toString(), u"uncertain"_s);
        QCOMPARE(line.run(words("outbox show 4")), ExitCode::NotFound);
    }

    void refusedReplyIsTriedAgain()
    {
        CommandLine line;
        line.backend.profile.outbox = {item(1, OutboxState::Refused)};

        QCOMPARE(line.runJson(words("outbox retry 1")), ExitCode::Ok);

        QCOMPARE(told(line, u"item"_s, u"state"_s).toString(), u"queued"_s);
    }

    void whatMayHaveLeftIsNotTriedAgain_data()
    {
        QTest::addColumn<OutboxState>("state");
        QTest::addRow("sending") << OutboxState::Sending;
        QTest::addRow("sent") << OutboxState::Sent;
        QTest::addRow("uncertain") << OutboxState::Uncertain;
        QTest::addRow("withdrawn") << OutboxState::Withdrawn;
    }
    void whatMayHaveLeftIsNotTriedAgain()
    {
        QFETCH(const OutboxState, state);
        CommandLine line;
        line.backend.profile.outbox = {item(1, state)};

        QCOMPARE(line.run(words("outbox retry 1")), ExitCode::Failed);
        QCOMPARE(line.run(words("outbox retry 1 --anyway")), ExitCode::Failed);
        QCOMPARE(line.backend.profile.outbox.constFirst().state, state);
    }

    void movedReplyGoesOnlyWhenThatIsSaid()
    {
        CommandLine line;
        line.backend.profile.outbox = {moved(1)};

        QCOMPARE(line.run(words("outbox retry 1")), ExitCode::Failed);
        QVERIFY(line.stdOut.contains("Never mind."));
        QVERIFY(line.stdErr.contains("--anyway"));
        QCOMPARE(line.backend.profile.outbox.constFirst().state, OutboxState::Held);
        QCOMPARE(line.run(words("outbox retry 1 --anyway")), ExitCode::Ok);

        QCOMPARE(line.backend.profile.outbox.constFirst().state, OutboxState::Queued);
        QCOMPARE(line.backend.profile.seen, MessageId{12});
    }

    void uncertainReplyIsResolved()
    {
        CommandLine line;
        line.backend.profile.outbox = {item(1, OutboxState::Uncertain), item(2, OutboxState::Uncertain)};

        QCOMPARE(line.run(words("outbox resolve 1 sent")), ExitCode::Ok);
        QCOMPARE(line.runJson(words("outbox resolve 2 unsent")), ExitCode::Ok);

        QCOMPARE(line.backend.profile.outbox.at(0).state, OutboxState::Sent);
        QCOMPARE(told(line, u"item"_s, u"reason"_s).toString(), u"not-sent"_s);
        QCOMPARE(line.run(words("outbox resolve 1 sent")), ExitCode::Failed);
        QCOMPARE(line.run(words("outbox resolve 9 sent")), ExitCode::NotFound);
    }

    void freezeIsSwitchedAndTold()
    {
        CommandLine line;
        OutboxItem open = item(1, OutboxState::Queued);
        open.audience = Audience::Public;
        line.backend.profile.outbox = {open};

        QCOMPARE(line.runJson(words("outbox freeze")), ExitCode::Ok);
        QCOMPARE(line.json().value(u"frozen"_s).toBool(true), false);
        QCOMPARE(line.run(words("outbox freeze on")), ExitCode::Ok);
        QVERIFY(line.stdOut.contains("Nothing public leaves since"));
        QCOMPARE(line.backend.profile.outbox.constFirst().holdReason, HoldReason::Freeze);
        QCOMPARE(line.runJson(words("outbox freeze")), ExitCode::Ok);
        QCOMPARE(line.json().value(u"frozen"_s).toBool(), true);
        QVERIFY(!line.json().value(u"since"_s).toString().isEmpty());

        QCOMPARE(line.run(words("outbox freeze off")), ExitCode::Ok);

        QCOMPARE(line.backend.profile.outbox.constFirst().state, OutboxState::Queued);
    }

    void replyIsScheduled()
    {
        CommandLine line;
        line.backend.profile.threads = {sampleThread()};
        line.backend.profile.drafts = {{.id = DraftId{1},
                                        .conversation = ConversationId{7},
                                        .kind = DraftKind::Reply,
                                        .text = u"Завтра"_s}};

        QCOMPARE(line.runJson(words("outbox send 7 --at 2030-12-01T09:00:00Z")), ExitCode::Ok);

        QCOMPARE(told(line, u"item"_s, u"reason"_s).toString(), u"schedule"_s);
        QCOMPARE(told(line, u"item"_s, u"holdUntil"_s).toString(), u"2030-12-01T09:00:00Z"_s);
    }
};

QTEST_GUILESS_MAIN(TestOutboxCommand)
#include "tst_outboxcommand.moc"
