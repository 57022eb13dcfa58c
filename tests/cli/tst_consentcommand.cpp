// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/realbackend.h"
#include "app/profile.h"
#include "models/ports/messagesink.h"
#include "models/ports/personstore.h"
#include "tests/cli/fakebackend.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using cli::ExitCode;

/// asidectl consent, on a profile of its own.
class TestConsentCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void whatAMessageSaysIsRecordedAndListed();
    void aMessageToTheConversationIsMeant();
    void whatWasAllowedCanBeTakenBack();
    void aDayIsMeantToItsEnd();
    void aPersonCanBeNamed();
    void theWordsAreForPeople();
    void wrongUsageIsTold_data();
    void wrongUsageIsTold();
    void whatIsNotThereIsTold_data();
    void whatIsNotThereIsTold();

private:
    ExitCode run(const QStringList &arguments);
    QString talk() const { return QString::number(m_talk.value); }
    QString evidence() const { return QString::number(m_evidence.value); }
    QJsonObject entry() const { return m_json.value(u"entry"_s).toObject(); }

    std::unique_ptr<QTemporaryDir> m_profile;
    ConversationId m_talk;
    MessageId m_evidence;
    PersonId m_person;
    QByteArray m_out;
    QByteArray m_err;
    QJsonObject m_json;
};

void TestConsentCommand::initTestCase()
{
    qputenv("ASIDE_KEYCHAIN", "off");
    qputenv("USER", "olga");
}

void TestConsentCommand::init()
{
    QTest::failOnWarning();
    m_profile = std::make_unique<QTemporaryDir>();
    const auto profile = Profile::open({.directory = m_profile->path(), .encryption = Encryption::Plain});
    QVERIFY(profile);
    IncomingMessage yes;
    yes.channel = Channel::Vk;
    yes.audience = Audience::Public;
    yes.remoteId = u"wall-1"_s;
    yes.authorName = u"Anna"_s;
    yes.authorHandle = u"id17"_s;
    yes.sentAt = fromMillis(1'790'000'000'000);
    yes.text = u"Yes, call me on +7 900 000-00-17"_s;
    IncomingBatch batch;
    batch.messages = {yes};
    QVERIFY((*profile)->sink().apply(batch).result());
    m_talk = (*profile)->conversations().ids({.view = View::Inbox}).result()->constFirst();
    m_evidence = (*profile)->conversations().thread(m_talk).result()->messages.constFirst().id;
    m_person = (*profile)->persons().card(m_talk).result()->id;
}

ExitCode TestConsentCommand::run(const QStringList &arguments)
{
    cli::RealBackend backend(nullptr);
    FakeInterrupt interrupt;
    QBuffer in;
    QBuffer out;
    QBuffer err;
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    cli::Output output({.out = out, .err = err, .width = 0, .showsProgress = false}, cli::Format::Text);
    cli::CommandContext context{
        .backend = backend, .output = output, .input = in, .interrupt = interrupt, .profile = {}};
    const auto code = cli::runCommandLine(
        context, QStringList{u"--profile"_s, m_profile->path(), u"consent"_s} + arguments);
    m_out = out.data();
    m_err = err.data();
    m_json = QJsonDocument::fromJson(m_out).object();
    return code;
}

void TestConsentCommand::whatAMessageSaysIsRecordedAndListed()
{
    QCOMPARE(run({u"grant"_s, talk(), u"--to"_s, u"phone"_s, u"--handle"_s, u"+7 900 000-00-17"_s,
                  u"--evidence"_s, evidence(), u"--json"_s}),
             ExitCode::Ok);
    QCOMPARE(m_json.value(u"person"_s).toInteger(), m_person.value);
    QCOMPARE(entry().value(u"to"_s), u"phone"_s);
    QCOMPARE(entry().value(u"state"_s), u"given"_s);
    QCOMPARE(entry().value(u"channel"_s), u"phone"_s);
    QCOMPARE(entry().value(u"handle"_s), u"+7 900 000-00-17"_s);
    QCOMPARE(entry().value(u"at"_s), u"2026-09-21T14:13:20Z"_s); // when it was written
    QVERIFY(entry().value(u"until"_s).isNull());
    QCOMPARE(entry().value(u"evidence"_s).toInteger(), m_evidence.value);
    QCOMPARE(entry().value(u"by"_s), u"olga"_s);
    const auto recorded = entry();

    QCOMPARE(run({u"list"_s, talk(), u"--json"_s}), ExitCode::Ok);

    QCOMPARE(m_json.value(u"entries"_s).toArray(), QJsonArray{recorded});
    const auto now = m_json.value(u"now"_s).toArray();
    QCOMPARE(now.size(), 1);
    QCOMPARE(now.at(0).toObject().value(u"state"_s), u"given"_s);
}

void TestConsentCommand::aMessageToTheConversationIsMeant()
{
    QCOMPARE(run({u"refuse"_s, talk(), u"--to"_s, u"dm"_s, u"--json"_s}), ExitCode::Ok);

    QCOMPARE(entry().value(u"channel"_s), u"vk"_s);
    QCOMPARE(entry().value(u"handle"_s), u"id17"_s);
    QCOMPARE(entry().value(u"state"_s), u"refused"_s);
    QVERIFY(entry().value(u"evidence"_s).isNull());
}

void TestConsentCommand::whatWasAllowedCanBeTakenBack()
{
    QCOMPARE(run({u"grant"_s, talk(), u"--to"_s, u"mailing"_s, u"--channel"_s, u"email"_s, u"--words"_s,
                  u"ticked at the counter"_s}),
             ExitCode::Ok);
    QCOMPARE(run({u"revoke"_s, talk(), u"--to"_s, u"mailing"_s, u"--channel"_s, u"email"_s}), ExitCode::Ok);

    QCOMPARE(run({u"list"_s, talk(), u"--json"_s}), ExitCode::Ok);

    QCOMPARE(m_json.value(u"entries"_s).toArray().size(), 2);
    const auto now = m_json.value(u"now"_s).toArray();
    QCOMPARE(now.size(), 1);
    QCOMPARE(now.at(0).toObject().value(u"state"_s), u"revoked"_s);
}

void TestConsentCommand::aDayIsMeantToItsEnd()
{
    QCOMPARE(run({u"grant"_s, talk(), u"--to"_s, u"phone"_s, u"--evidence"_s, evidence(), u"--until"_s,
                  u"2090-12-31"_s, u"--json"_s}),
             ExitCode::Ok);

    QCOMPARE(entry().value(u"until"_s), u"2091-01-01T00:00:00Z"_s);
}

void TestConsentCommand::aPersonCanBeNamed()
{
    const auto person = u"person:%1"_s.arg(m_person.value);
    QCOMPARE(run({u"grant"_s, person, u"--to"_s, u"phone"_s, u"--words"_s, u"at the counter"_s}),
             ExitCode::Ok);
    QCOMPARE(run({u"grant"_s, person, u"--to"_s, u"dm"_s, u"--words"_s, u"at the counter"_s}),
             ExitCode::Usage);
    QVERIFY(m_err.contains("--channel"));

    QCOMPARE(run({u"list"_s, person, u"--json"_s}), ExitCode::Ok);

    QCOMPARE(m_json.value(u"entries"_s).toArray().size(), 1);
}

void TestConsentCommand::theWordsAreForPeople()
{
    QCOMPARE(run({u"list"_s, talk()}), ExitCode::Ok);
    QVERIFY(m_out.contains("Nothing was recorded."));
    QCOMPARE(run({u"grant"_s, talk(), u"--to"_s, u"phone"_s, u"--evidence"_s, evidence()}), ExitCode::Ok);

    QCOMPARE(run({u"list"_s, talk()}), ExitCode::Ok);

    QVERIFY(m_out.contains("every address"));
    QVERIFY(m_out.contains("message " + evidence().toUtf8()));
    QVERIFY(m_out.contains("olga"));
}

void TestConsentCommand::wrongUsageIsTold_data()
{
    QTest::addColumn<QStringList>("arguments"); // ID: the conversation
    const auto row = [](const char *name, const QStringList &arguments) {
        QTest::newRow(name) << arguments;
    };
    row("nothing", {});
    row("no person", {u"list"_s});
    row("no id", {u"list"_s, u"anna"_s});
    row("no id of a person", {u"list"_s, u"person:anna"_s});
    row("no such action", {u"give"_s, u"ID"_s, u"--to"_s, u"phone"_s});
    row("of nothing", {u"grant"_s, u"ID"_s, u"--words"_s, u"x"_s});
    row("of something else", {u"grant"_s, u"ID"_s, u"--to"_s, u"fax"_s, u"--words"_s, u"x"_s});
    row("how do we know", {u"grant"_s, u"ID"_s, u"--to"_s, u"phone"_s});
    row("no channel",
        {u"grant"_s, u"ID"_s, u"--to"_s, u"phone"_s, u"--words"_s, u"x"_s, u"--channel"_s, u"fax"_s});
    row("no day",
        {u"grant"_s, u"ID"_s, u"--to"_s, u"phone"_s, u"--words"_s, u"x"_s, u"--until"_s, u"soon"_s});
    row("a day that is past",
        {u"grant"_s, u"ID"_s, u"--to"_s, u"phone"_s, u"--words"_s, u"x"_s, u"--until"_s, u"2020-01-01"_s});
    row("a no that ends", {u"refuse"_s, u"ID"_s, u"--to"_s, u"phone"_s, u"--until"_s, u"2090-01-01"_s});
    row("evidence that is no id",
        {u"grant"_s, u"ID"_s, u"--to"_s, u"phone"_s, u"--evidence"_s, u"the last"_s});
}

void TestConsentCommand::wrongUsageIsTold()
{
    QFETCH(QStringList, arguments);
    arguments.replaceInStrings(u"ID"_s, talk());

    QCOMPARE(run(arguments), ExitCode::Usage);

    QVERIFY(!m_err.isEmpty());
    QCOMPARE(run({u"list"_s, talk(), u"--json"_s}), ExitCode::Ok);
    QVERIFY(m_json.value(u"entries"_s).toArray().isEmpty());
}

void TestConsentCommand::whatIsNotThereIsTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("conversation") << QStringList{u"list"_s, u"999"_s};
    QTest::newRow("person") << QStringList{u"list"_s, u"person:999"_s};
    QTest::newRow("evidence") << QStringList{u"grant"_s, u"1"_s,          u"--to"_s,
                                             u"phone"_s, u"--evidence"_s, u"999"_s};
}

void TestConsentCommand::whatIsNotThereIsTold()
{
    QFETCH(const QStringList, arguments);

    QCOMPARE(run(arguments), ExitCode::NotFound);

    QVERIFY(m_err.contains("999"));
}

QTEST_GUILESS_MAIN(TestConsentCommand)
#include "tst_consentcommand.moc"
