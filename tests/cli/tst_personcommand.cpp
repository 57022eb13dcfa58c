// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/realbackend.h"
#include "app/profile.h"
#include "models/ports/messagesink.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personstore.h"
#include "tests/cli/fakebackend.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using cli::ExitCode;

/// asidectl person, on a profile of its own.
class TestPersonCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void personIsShownWithWhoMayBeTheSame();
    void personsAreMergedAndSeparated();
    void conversationSaysWhoIsSeparated();
    void differentPeopleAreNotProposedAgain();
    void everythingKeptIsExported();
    void exportGoesToAFileAndReplacesNone();
    void personIsErasedWithAYes();
    void personIsErasedByTheirNumberAlone();
    void repliesOnTheirWayAreNamed();
    void theWordsAreForPeople();
    void wrongUsageIsTold_data();
    void wrongUsageIsTold();
    void whatCannotBeIsTold_data();
    void whatCannotBeIsTold();

private:
    ExitCode run(const QStringList &arguments);
    QString person(PersonId id) const { return u"person:%1"_s.arg(id.value); }

    std::unique_ptr<QTemporaryDir> m_profile;
    ConversationId m_letter;
    ConversationId m_post;
    PersonId m_anna;
    PersonId m_berg;
    QByteArray m_in; ///< what somebody types
    QByteArray m_out;
    QByteArray m_err;
    QJsonObject m_json;
};

void TestPersonCommand::initTestCase()
{
    qputenv("ASIDE_KEYCHAIN", "off");
    qputenv("USER", "olga");
}

void TestPersonCommand::init()
{
    QTest::failOnWarning();
    m_in.clear();
    m_profile = std::make_unique<QTemporaryDir>();
    const auto profile = Profile::open({.directory = m_profile->path(), .encryption = Encryption::Plain});
    QVERIFY(profile);
    IncomingMessage letter;
    letter.remoteId = u"letter@example.org"_s;
    letter.subject = u"Boots"_s;
    letter.authorName = u"Anna"_s;
    letter.authorHandle = u"anna@example.org"_s;
    letter.sentAt = fromMillis(1'790'000'000'000);
    letter.text = u"Where are my boots?"_s;
    IncomingMessage post = letter;
    post.channel = Channel::Vk;
    post.audience = Audience::Public;
    post.remoteId = u"wall-1"_s;
    post.subject.clear();
    post.authorName = u"A. Berg"_s;
    post.authorHandle = u"id17"_s;
    post.sentAt = fromMillis(1'790'000'100'000);
    post.text = u"Nobody answers anna@example.org"_s;
    IncomingBatch batch;
    batch.messages = {letter, post};
    QVERIFY((*profile)->sink().apply(batch).result());
    const auto ids = (*profile)->conversations().ids({.view = View::Inbox}).result();
    QVERIFY(ids);
    for (const auto id : *ids) {
        const auto card = (*profile)->persons().card(id).result();
        const bool isAnna = card->name == u"Anna"_s;
        (isAnna ? m_letter : m_post) = id;
        (isAnna ? m_anna : m_berg) = card->id;
    }
    QVERIFY(m_anna.isValid() && m_berg.isValid());
    QVERIFY((*profile)->persons().setNote(m_berg, u"writes at night"_s).result());
}

ExitCode TestPersonCommand::run(const QStringList &arguments)
{
    cli::RealBackend backend(nullptr);
    FakeInterrupt interrupt;
    QBuffer in(&m_in);
    QBuffer out;
    QBuffer err;
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    cli::Output output({.out = out, .err = err, .width = 0, .showsProgress = false}, cli::Format::Text);
    cli::CommandContext context{
        .backend = backend, .output = output, .input = in, .interrupt = interrupt, .profile = {}};
    const auto code = cli::runCommandLine(
        context, QStringList{u"--profile"_s, m_profile->path(), u"person"_s} + arguments);
    m_out = out.data();
    m_err = err.data();
    m_json = QJsonDocument::fromJson(m_out).object();
    return code;
}

void TestPersonCommand::personIsShownWithWhoMayBeTheSame()
{
    QCOMPARE(run({u"show"_s, QString::number(m_letter.value), u"--json"_s}), ExitCode::Ok);

    QCOMPARE(m_json.value(u"person"_s).toInteger(), m_anna.value);
    QCOMPARE(m_json.value(u"name"_s), u"Anna"_s);
    QCOMPARE(m_json.value(u"conversations"_s).toArray().size(), 1);
    QCOMPARE(m_json.value(u"handles"_s).toArray().at(0).toObject().value(u"handle"_s), u"anna@example.org"_s);
    const auto suggestion = m_json.value(u"suggestions"_s).toArray().at(0).toObject();
    QCOMPARE(suggestion.value(u"person"_s).toInteger(), m_berg.value);
    QCOMPARE(suggestion.value(u"name"_s), u"A. Berg"_s);
    const auto sign = suggestion.value(u"evidence"_s).toArray().at(0).toObject();
    QCOMPARE(sign.value(u"sign"_s), u"wrote-address"_s);
    QCOMPARE(sign.value(u"value"_s), u"anna@example.org"_s);
    QVERIFY(sign.value(u"message"_s).toInteger() > 0);
}

void TestPersonCommand::personsAreMergedAndSeparated()
{
    QCOMPARE(run({u"merge"_s, person(m_berg), QString::number(m_letter.value), u"--json"_s}), ExitCode::Ok);
    QCOMPARE(m_json,
             (QJsonObject{{u"done"_s, u"merge"_s}, {u"person"_s, m_berg.value}, {u"other"_s, m_anna.value}}));

    QCOMPARE(run({u"show"_s, person(m_berg), u"--json"_s}), ExitCode::Ok);
    QCOMPARE(m_json.value(u"person"_s).toInteger(), m_anna.value);
    QCOMPARE(m_json.value(u"conversations"_s).toArray().size(), 2);
    QVERIFY(m_json.value(u"suggestions"_s).toArray().isEmpty());
    const auto merged = m_json.value(u"merged"_s).toArray().at(0).toObject();
    QCOMPARE(merged.value(u"person"_s).toInteger(), m_berg.value);
    QCOMPARE(merged.value(u"note"_s), u"writes at night"_s);
    QCOMPARE(merged.value(u"by"_s), u"olga"_s);

    QCOMPARE(run({u"unmerge"_s, person(m_berg), u"--json"_s}), ExitCode::Ok);
    QCOMPARE(run({u"show"_s, person(m_berg), u"--json"_s}), ExitCode::Ok);
    QCOMPARE(m_json.value(u"person"_s).toInteger(), m_berg.value);
    QCOMPARE(m_json.value(u"note"_s), u"writes at night"_s);
    const auto decisions = m_json.value(u"decisions"_s).toArray();
    QCOMPARE(decisions.size(), 2);
    QCOMPARE(decisions.at(1).toObject().value(u"decision"_s), u"separated"_s);
}

void TestPersonCommand::conversationSaysWhoIsSeparated()
{
    QCOMPARE(run({u"merge"_s, QString::number(m_post.value), QString::number(m_letter.value)}), ExitCode::Ok);

    QCOMPARE(run({u"unmerge"_s, QString::number(m_post.value), u"--json"_s}), ExitCode::Ok);

    QCOMPARE(m_json.value(u"person"_s).toInteger(), m_berg.value);
    QCOMPARE(m_json.value(u"other"_s).toInteger(), m_anna.value);
}

void TestPersonCommand::differentPeopleAreNotProposedAgain()
{
    QCOMPARE(run({u"apart"_s, person(m_anna), person(m_berg)}), ExitCode::Ok);

    QCOMPARE(run({u"show"_s, person(m_anna), u"--json"_s}), ExitCode::Ok);

    QVERIFY(m_json.value(u"suggestions"_s).toArray().isEmpty());
}

void TestPersonCommand::everythingKeptIsExported()
{
    QCOMPARE(run({u"merge"_s, person(m_berg), person(m_anna)}), ExitCode::Ok);

    QCOMPARE(run({u"export"_s, person(m_berg)}), ExitCode::Ok);

    QCOMPARE(m_json.value(u"person"_s).toInteger(), m_anna.value);
    QCOMPARE(m_json.value(u"handles"_s).toArray().size(), 2);
    QCOMPARE(m_json.value(u"merged"_s).toArray().at(0).toObject().value(u"note"_s), u"writes at night"_s);
    QCOMPARE(m_json.value(u"decisions"_s).toArray().size(), 1);
    QVERIFY(m_json.value(u"consents"_s).isArray() && m_json.value(u"promises"_s).isArray());
    QVERIFY(m_json.value(u"outbox"_s).isArray());
    QCOMPARE(m_json.value(u"conversations"_s).toArray().size(), 2);
    QVERIFY(m_out.contains("Where are my boots?"));
    QVERIFY(m_out.contains("Nobody answers anna@example.org"));
}

void TestPersonCommand::exportGoesToAFileAndReplacesNone()
{
    const auto path = m_profile->filePath(u"anna.json"_s);
    QCOMPARE(run({u"export"_s, person(m_anna), u"--out"_s, path}), ExitCode::Ok);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll()).object().value(u"name"_s), u"Anna"_s);

    QVERIFY(run({u"export"_s, person(m_anna), u"--out"_s, path}) != ExitCode::Ok);
    QCOMPARE(run({u"export"_s, person(m_anna), u"--out"_s, path, u"--force"_s}), ExitCode::Ok);
}

void TestPersonCommand::personIsErasedWithAYes()
{
    QCOMPARE(run({u"erase"_s, person(m_anna), u"--json"_s}), ExitCode::Usage); // nobody is asked

    QCOMPARE(run({u"erase"_s, person(m_anna), u"--yes"_s, u"--json"_s}), ExitCode::Ok);

    QCOMPARE(m_json.value(u"done"_s), u"erase"_s);
    QCOMPARE(m_json.value(u"messages"_s).toInteger(), 1);
    QCOMPARE(run({u"export"_s, person(m_anna)}), ExitCode::Ok);
    QVERIFY(!m_out.contains("boots") && !m_out.contains("Boots") && !m_out.contains("anna@example.org"));
    QCOMPARE(run({u"export"_s, person(m_berg)}), ExitCode::Ok);
    QVERIFY(m_out.contains("writes at night"));
}

void TestPersonCommand::personIsErasedByTheirNumberAlone()
{
    for (const char *typed : {"", "yes\n", "77\n"}) {
        m_in = typed;
        QCOMPARE(run({u"erase"_s, person(m_anna)}), ExitCode::Cancelled);
    }
    QVERIFY(m_err.contains("Anna"));

    m_in = QByteArray::number(m_anna.value) + '\n';
    QCOMPARE(run({u"erase"_s, person(m_anna)}), ExitCode::Ok);
    QVERIFY(m_out.contains("Copies at servers"));
}

void TestPersonCommand::repliesOnTheirWayAreNamed()
{
    auto profile = Profile::open({.directory = m_profile->path(), .encryption = Encryption::Plain});
    const auto item = (*profile)->outbox().hold(m_letter, u"They are on their way"_s, {}).result();
    QVERIFY(item);
    profile->reset(); // asidectl needs it for itself

    QCOMPARE(run({u"erase"_s, person(m_anna), u"--yes"_s}), ExitCode::Failed);

    QVERIFY(m_err.contains(QByteArray::number(item->id.value)));
    QCOMPARE(run({u"show"_s, person(m_anna), u"--json"_s}), ExitCode::Ok);
    QCOMPARE(m_json.value(u"name"_s), u"Anna"_s);
}

void TestPersonCommand::theWordsAreForPeople()
{
    QCOMPARE(run({u"show"_s, person(m_anna)}), ExitCode::Ok);
    QVERIFY(m_out.contains("Anna"));
    QVERIFY(m_out.contains("wrote-address anna@example.org"));
    QVERIFY(m_out.contains("Boots"));

    QCOMPARE(run({u"merge"_s, person(m_berg), person(m_anna)}), ExitCode::Ok);
    QVERIFY(m_out.contains("is shown as person"));
    QCOMPARE(run({u"show"_s, person(m_anna)}), ExitCode::Ok);
    QVERIFY(m_out.contains("writes at night"));
    QVERIFY(m_out.contains("merged"));
}

void TestPersonCommand::wrongUsageIsTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("nobody") << QStringList{u"show"_s};
    QTest::newRow("another word") << QStringList{u"divide"_s, u"1"_s};
    QTest::newRow("too many") << QStringList{u"show"_s, u"1"_s, u"2"_s};
    QTest::newRow("one of two") << QStringList{u"merge"_s, u"1"_s};
    QTest::newRow("no number") << QStringList{u"show"_s, u"person:x"_s};
}

void TestPersonCommand::wrongUsageIsTold()
{
    QFETCH(const QStringList, arguments);

    QCOMPARE(run(arguments), ExitCode::Usage);
    QVERIFY(!m_err.isEmpty());
}

void TestPersonCommand::whatCannotBeIsTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("isLogged");
    QTest::newRow("nobody to show") << QStringList{u"show"_s, u"person:77"_s} << false;
    QTest::newRow("no conversation") << QStringList{u"show"_s, u"77"_s} << false;
    QTest::newRow("nobody to merge") << QStringList{u"merge"_s, u"person:77"_s, u"person:1"_s} << true;
    QTest::newRow("with themselves") << QStringList{u"merge"_s, u"person:1"_s, u"person:1"_s} << true;
    QTest::newRow("not merged") << QStringList{u"unmerge"_s, u"person:1"_s} << true;
}

void TestPersonCommand::whatCannotBeIsTold()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const bool, isLogged);
    if (isLogged) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^a write failed"_s));
    }

    QVERIFY(run(arguments) != ExitCode::Ok);
    QVERIFY(!m_err.isEmpty());
}

QTEST_GUILESS_MAIN(TestPersonCommand)
#include "tst_personcommand.moc"
