// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/uuid.h"
#include "tests/channels/conformance/conformance.h"
#include "tests/channels/conformance/faults.h"
#include "tests/support/waiting.h"

namespace aside::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int mostRequests = 12; ///< of one attempt
constexpr int mostAttempts = 8;

/// A world in which somebody has written, so that we may answer; as after a start of the program.
struct Talk : World {
    explicit Talk(MakeChannel make)
        : World(make)
    {
    }
    [[nodiscard]] bool begin()
    {
        write(u"question"_s);
        const bool hasCome = console.fetch().has_value();
        console.restart();
        reply = channel->message(u"answer"_s, uuidV7(time.clock.now()));
        reply.attemptAt = time.clock.now();
        return hasCome;
    }
    [[nodiscard]] qsizetype there() const { return channel->sent().size(); }

    OutgoingMessage reply;
};

QString named(const SendOutcome &outcome)
{
    if (const auto *later = std::get_if<RetryLater>(&outcome)) {
        return u"later, "_s + errcName(later->cause) + u' ' + later->code + u' ' + later->words;
    }
    if (const auto *unknown = std::get_if<Unknown>(&outcome)) {
        return u"unknown, "_s + errcName(unknown->cause);
    }
    const auto *refused = std::get_if<Refused>(&outcome);
    return refused != nullptr ? u"refused, "_s + refused->code + u' ' + refused->words : u"sent"_s;
}

/// As the outbox does. Answers with what was wrong with an outcome, and with how it ended.
QString settle(Talk &talk, SendOutcome &outcome)
{
    for (int attempt = 0; attempt < mostAttempts; ++attempt) {
        if (std::holds_alternative<Sent>(outcome)) {
            return std::get<Sent>(outcome).remoteId.isEmpty() || talk.there() != 1 ? u"not there"_s
                                                                                   : QString();
        }
        if (std::holds_alternative<Refused>(outcome)) {
            return talk.there() == 0 ? QString() : u"it is there"_s;
        }
        if (std::holds_alternative<Unknown>(outcome)) {
            const Result<Reconciliation> look = talk.console.look(talk.reply);
            if (!look) {
                return u"nobody could look"_s;
            }
            if (look->evidence == Evidence::Found) {
                return talk.there() == 1 && !look->remoteId.isEmpty() ? QString() : u"it is not there"_s;
            }
            if (look->evidence == Evidence::CannotTell) {
                return {}; // a person is asked
            }
            if (talk.there() > 0) {
                return u"it is there, and was not found"_s;
            }
        }
        const auto *later = std::get_if<RetryLater>(&outcome);
        talk.time.pass(
            std::max<std::chrono::seconds>(10min, later != nullptr ? later->after.value_or(0s) + 1s : 0s));
        outcome = talk.console.send(talk.reply);
    }
    return u"no end"_s;
}

} // namespace

void Conformance::channelThatCannotSendSaysSo()
{
    World world(m_make);
    const bool cannot = world.channel->cannot().contains(Ability::Sending);
    if (!cannot) {
        QSKIP("it sends");
    }
    world.write(u"one"_s);
    QVERIFY(world.console.fetch());
    const qsizetype asked = world.door.asked.size();

    const SendOutcome outcome = world.console.send(world.channel->message(u"answer"_s, u"1"_s));

    QVERIFY2(std::holds_alternative<Refused>(outcome), qPrintable(named(outcome)));
    QCOMPARE(world.door.asked.size(), asked);
}

void Conformance::whatIsSentIsThereOnce()
{
    Talk talk(m_make);
    ASIDE_NEEDS(talk, Ability::Sending)
    QVERIFY(talk.begin());

    const SendOutcome outcome = talk.console.send(talk.reply);

    QVERIFY2(std::holds_alternative<Sent>(outcome), qPrintable(named(outcome)));
    QCOMPARE(talk.channel->sent(), QStringList{u"answer"_s});
    QCOMPARE(talk.channel->refused(), QStringList());
    // A channel that shows us what we sent shows it by the same id.
    QVERIFY(talk.console.fetch());
    for (const Message &message : talk.console.messages()) {
        if (message.direction == Direction::Outgoing) {
            QCOMPARE(message.remoteId, std::get<Sent>(outcome).remoteId);
        }
    }
}

void Conformance::faultsOfSendingNeverDouble_data()
{
    QTest::addColumn<HttpFault>("fault");
    for (const NamedFault &named : usualFaults() + hugeAnswers()) {
        QTest::newRow(named.name) << named.fault;
    }
    for (const NamedFault &named : hugeAnswers()) {
        HttpFault fault = named.fault;
        fault.stage = HttpFault::Stage::Afterwards;
        QTest::addRow("done, and %s", named.name) << fault;
    }
}

/// One request of the attempt after the other goes wrong. What the outbox does then leaves it there once at
/// most, and once for sure where it went on.
void Conformance::faultsOfSendingNeverDouble()
{
    QFETCH(const HttpFault, fault);
    bool wasSendHit = false;
    for (int stage = 0; stage < mostRequests; ++stage) {
        Talk talk(m_make);
        ASIDE_NEEDS(talk, Ability::Sending)
        QVERIFY(talk.begin());
        const qsizetype before = talk.door.asked.size();
        talk.door.fail(fault, stage);
        SendOutcome outcome = talk.console.send(talk.reply);
        if (!talk.door.hasFailed()) {
            QVERIFY(stage > 0);
            break;
        }
        const QByteArray asked = talk.door.asked.value(before + stage);
        wasSendHit = wasSendHit || asked.contains(talk.channel->sendCall());
        QString place = QString::fromLatin1(asked) + u" — "_s + named(outcome);
        talk.door.leaveAlone();
        const QString wrong = settle(talk, outcome);
        place += u", then "_s + named(outcome);

        QVERIFY2(wrong.isEmpty(), qPrintable(place + u": "_s + wrong));
        QVERIFY2(talk.there() <= 1, qPrintable(place));
    }
    QVERIFY(wasSendHit);
}

void Conformance::refusalsOfSendingAreNamed_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QStringList>("names"); // "refused" for good, "later" for the account, "unknown"

    QTest::newRow("400") << 400 << QStringList{u"refused"_s};
    QTest::newRow("401") << 401 << QStringList{u"later sign-in-refused"_s};
    QTest::newRow("403") << 403 << QStringList{u"refused"_s};
    QTest::newRow("404") << 404 << QStringList{u"refused"_s};
    QTest::newRow("410") << 410 << QStringList{u"refused"_s};
    QTest::newRow("413") << 413 << QStringList{u"refused"_s};
    QTest::newRow("422") << 422 << QStringList{u"refused"_s};
    QTest::newRow("429") << 429 << QStringList{u"later server-refused"_s};
    QTest::newRow("500") << 500 << QStringList{u"unknown"_s, u"later server-refused"_s};
    QTest::newRow("502") << 502 << QStringList{u"unknown"_s, u"later server-refused"_s};
    QTest::newRow("503") << 503 << QStringList{u"unknown"_s, u"later server-refused"_s};
}

void Conformance::refusalsOfSendingAreNamed()
{
    QFETCH(const int, status);
    QFETCH(const QStringList, names);
    Talk talk(m_make);
    ASIDE_NEEDS(talk, Ability::Sending)
    QVERIFY(talk.begin());
    talk.door.fail({.status = status, .headers = "Content-Type: text/plain\r\n", .body = "the words of it"},
                   0, talk.channel->sendCall());

    const SendOutcome outcome = talk.console.send(talk.reply);

    QVERIFY(talk.door.hasFailed());
    QString name = u"unknown"_s;
    QString words;
    if (const auto *refused = std::get_if<Refused>(&outcome)) {
        name = u"refused"_s;
        words = refused->code + u' ' + refused->words;
    } else if (const auto *later = std::get_if<RetryLater>(&outcome)) {
        name = u"later "_s + errcName(later->cause);
        words = later->code + u' ' + later->words;
        QCOMPARE(later->scope, FaultScope::Account);
    }
    QVERIFY2(names.contains(name), qPrintable(named(outcome)));
    QVERIFY2(words.isEmpty() || words == QString::number(status) + u" the words of it"_s, qPrintable(words));
    QCOMPARE(talk.there(), 0);
}

void Conformance::nothingLeavesWhereNobodyIs()
{
    Talk talk(m_make);
    ASIDE_NEEDS(talk, Ability::Sending)
    QVERIFY(talk.begin());
    talk.door.close();

    SendOutcome outcome = talk.console.send(talk.reply);

    QVERIFY2(std::holds_alternative<RetryLater>(outcome), qPrintable(named(outcome)));
    QCOMPARE(std::get<RetryLater>(outcome).scope, FaultScope::Account);
    talk.door.reopen();
    QCOMPARE(settle(talk, outcome), QString());
    QCOMPARE(talk.there(), 1);
}

/// A server ends a connection on which nothing was said for a while, and we have not heard of it yet.
void Conformance::sleepingConnectionsLeaveNoDoubt()
{
    Talk talk(m_make);
    ASIDE_NEEDS(talk, Ability::Sending)
    QVERIFY(talk.begin());
    QVERIFY(talk.console.fetch());
    talk.door.dropConnections();

    SendOutcome outcome = talk.console.send(talk.reply);

    QVERIFY2(!std::holds_alternative<Unknown>(outcome), qPrintable(named(outcome)));
    QCOMPARE(settle(talk, outcome), QString());
    QCOMPARE(talk.there(), 1);
}

void Conformance::sendingDoesNotDisturbReading()
{
    Talk talk(m_make);
    ASIDE_NEEDS(talk, Ability::Sending)
    QVERIFY(talk.begin());
    QVERIFY(talk.console.fetch());
    for (int round = 0; round < 5; ++round) {
        const auto news = talk.console.adapter().fetch(talk.console.cursor());
        const auto sent = talk.console.adapter().send(
            talk.channel->message(u"answer %1"_s.arg(round), uuidV7(talk.time.clock.now())));

        QVERIFY(waitFor([&] { return news.isFinished() && sent.isFinished(); }));
        QVERIFY(news.result());
        QVERIFY2(std::holds_alternative<Sent>(sent.result()), qPrintable(named(sent.result())));
    }
    QCOMPARE(talk.there(), 5);
}

void Conformance::adapterThatGoesTellsHowFarItCame_data()
{
    QTest::addColumn<HttpFault::Stage>("stage");

    QTest::newRow("before the server has it") << HttpFault::Stage::Silence;
    QTest::newRow("when the server has it") << HttpFault::Stage::SilenceBehindEffect;
}

/// The program ends in the middle of an attempt.
void Conformance::adapterThatGoesTellsHowFarItCame()
{
    QFETCH(const HttpFault::Stage, stage);
    for (int at = 0; at < mostRequests; ++at) {
        Talk talk(m_make);
        ASIDE_NEEDS(talk, Ability::Sending)
        QVERIFY(talk.begin());
        talk.door.fail({.stage = stage}, at);
        const QFuture<SendOutcome> future = talk.console.adapter().send(talk.reply);
        QVERIFY(waitFor([&] { return talk.door.isSilent() || future.isFinished(); }));
        if (future.isFinished()) {
            QVERIFY(at > 0);
            break;
        }
        talk.console.closeAdapter();
        QVERIFY(waitFor([&] { return future.isFinished(); }));
        QCOMPARE(future.resultCount(), 1);
        SendOutcome outcome = future.result();
        const QString place = QString::fromLatin1(talk.door.asked.constLast()) + u" — "_s + named(outcome);
        QVERIFY2(!std::holds_alternative<Sent>(outcome) && !std::holds_alternative<Refused>(outcome),
                 qPrintable(place));

        talk.console.restart();
        const QString wrong = settle(talk, outcome);
        QVERIFY2(wrong.isEmpty(), qPrintable(place + u": "_s + wrong));
        QVERIFY2(talk.there() <= 1, qPrintable(place));
    }
}

void Conformance::timesOfTheServiceAreToldToWhoSends()
{
    Talk talk(m_make);
    ASIDE_NEEDS(talk, Ability::Sending)
    QVERIFY(talk.begin());
    talk.door.fail(talk.channel->enough(120s), 0, talk.channel->sendCall());

    SendOutcome outcome = talk.console.send(talk.reply);

    const auto *later = std::get_if<RetryLater>(&outcome);
    QVERIFY2(later != nullptr, qPrintable(named(outcome)));
    QCOMPARE(later->scope, FaultScope::Account);
    QCOMPARE(later->after.value_or(0s), 120s);
    QCOMPARE(talk.there(), 0);
    QCOMPARE(settle(talk, outcome), QString());
    QCOMPARE(talk.there(), 1);
}

} // namespace aside::test
