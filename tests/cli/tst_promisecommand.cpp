// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/realbackend.h"
#include "app/profile.h"
#include "models/ports/messagesink.h"
#include "models/ports/promisestore.h"
#include "tests/cli/fakebackend.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cli::ExitCode;

/// asidectl promise, on a profile of its own.
class TestPromiseCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("ASIDE_KEYCHAIN", "off"); }
    void init();

    void openPromisesAreListedByTheirDate();
    void whatIsDueIsListedAlone();
    void whatEndedIsListedWhereAllIsAsked();
    void theListIsForPeopleToo();
    void nothingIsSaidInWords();
    void aKeptPromiseIsKeptOnce();
    void whatIsNotThereIsTold();
    void wrongUsageIsTold_data();
    void wrongUsageIsTold();

private:
    ExitCode run(const QStringList &arguments);
    /// What a list answers, in its order.
    QStringList listed(const QStringList &options)
    {
        QStringList words;
        if (run(QStringList{u"list"_s, u"--json"_s} + options) != ExitCode::Ok) {
            return {u"failed"_s};
        }
        for (const auto found = m_json.value(u"promises"_s).toArray(); const auto &one : found) {
            words.append(one.toObject().value(u"words"_s).toString());
        }
        return words;
    }

    std::unique_ptr<QTemporaryDir> m_profile;
    ConversationId m_talk;
    QHash<QString, PromiseId> m_ids; ///< by what was promised
    QByteArray m_out;
    QByteArray m_err;
    QJsonObject m_json;
};

void TestPromiseCommand::init()
{
    QTest::failOnWarning();
    m_ids.clear();
    m_profile = std::make_unique<QTemporaryDir>();
    const auto profile = Profile::open({.directory = m_profile->path(), .encryption = Encryption::Plain});
    QVERIFY(profile);
    IncomingMessage question;
    question.remoteId = u"a@x"_s;
    question.authorName = u"Anna \x1b[31mBerg"_s;
    question.authorHandle = u"anna@mail.example"_s;
    question.sentAt = fromMillis(1'790'000'000'000);
    question.text = u"Where is my refund?"_s;
    IncomingBatch batch;
    batch.messages = {question};
    QVERIFY((*profile)->sink().apply(batch).result());
    m_talk = (*profile)->conversations().ids({}).result()->constFirst();
    const auto now = (*profile)->clock().now();
    for (const auto &[words, due] :
         {std::pair{u"next month"_s, now + 24h * 30}, std::pair{u"last week"_s, now - 24h * 7},
          std::pair{u"the day after tomorrow"_s, now + 48h}, std::pair{u"done"_s, now - 24h}}) {
        const auto made = (*profile)->promises().addPromise(m_talk, due, words).result();
        QVERIFY(made);
        m_ids.insert(words, made->id);
    }
    QVERIFY((*profile)->promises().keepPromise(m_ids.value(u"done"_s)).result());
}

ExitCode TestPromiseCommand::run(const QStringList &arguments)
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
        context, QStringList{u"--profile"_s, m_profile->path(), u"promise"_s} + arguments);
    m_out = out.data();
    m_err = err.data();
    m_json = QJsonDocument::fromJson(m_out).object();
    return code;
}

void TestPromiseCommand::openPromisesAreListedByTheirDate()
{
    QCOMPARE(listed({}), (QStringList{u"last week"_s, u"the day after tomorrow"_s, u"next month"_s}));

    const auto first = m_json.value(u"promises"_s).toArray().at(0).toObject();
    QCOMPARE(first.value(u"id"_s).toInteger(), m_ids.value(u"last week"_s).value);
    QCOMPARE(first.value(u"conversation"_s).toInteger(), m_talk.value);
    QVERIFY(first.value(u"person"_s).toString().startsWith(u"Anna"_s));
    QCOMPARE(first.value(u"state"_s), u"open"_s);
    QCOMPARE(first.value(u"late"_s), true);
    QVERIFY(first.value(u"due"_s).toString().endsWith(u'Z'));
    QVERIFY(first.value(u"ended"_s).isNull());
    QVERIFY(first.value(u"reply"_s).isNull());
    QVERIFY(first.value(u"movedTo"_s).isNull());
}

void TestPromiseCommand::whatIsDueIsListedAlone()
{
    QCOMPARE(listed({u"--due"_s}), QStringList{u"last week"_s});
}

void TestPromiseCommand::whatEndedIsListedWhereAllIsAsked()
{
    QCOMPARE(listed({u"--all"_s}),
             (QStringList{u"last week"_s, u"the day after tomorrow"_s, u"next month"_s, u"done"_s}));

    const auto last = m_json.value(u"promises"_s).toArray().at(3).toObject();
    QCOMPARE(last.value(u"state"_s), u"kept"_s);
    QCOMPARE(last.value(u"late"_s), false);
    QVERIFY(last.value(u"ended"_s).isString());
}

void TestPromiseCommand::theListIsForPeopleToo()
{
    QCOMPARE(run({u"list"_s}), ExitCode::Ok);

    QVERIFY(m_out.contains("last week"));
    QVERIFY(m_out.contains("late"));
    QVERIFY(!m_out.contains('\x1b'));
}

void TestPromiseCommand::nothingIsSaidInWords()
{
    for (const auto &id : std::as_const(m_ids)) {
        QCOMPARE(run({u"keep"_s, QString::number(id.value)}), ExitCode::Ok);
    }

    QCOMPARE(run({u"list"_s}), ExitCode::Ok);

    QVERIFY(m_out.contains("no such promise"));
    QCOMPARE(listed({}), QStringList());
}

void TestPromiseCommand::aKeptPromiseIsKeptOnce()
{
    const auto id = QString::number(m_ids.value(u"last week"_s).value);

    QCOMPARE(run({u"keep"_s, id, u"--json"_s}), ExitCode::Ok);
    const auto kept = m_json.value(u"promise"_s).toObject();
    QCOMPARE(kept.value(u"state"_s), u"kept"_s);
    QCOMPARE(kept.value(u"late"_s), false);
    QCOMPARE(run({u"keep"_s, id, u"--json"_s}), ExitCode::Ok);

    QCOMPARE(m_json.value(u"promise"_s).toObject().value(u"ended"_s), kept.value(u"ended"_s));
    QCOMPARE(listed({}), (QStringList{u"the day after tomorrow"_s, u"next month"_s}));
}

void TestPromiseCommand::whatIsNotThereIsTold()
{
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no promise 999"_s)); // for the log
    QCOMPARE(run({u"keep"_s, u"999"_s}), ExitCode::NotFound);

    QVERIFY(m_err.contains("999"));
}

void TestPromiseCommand::wrongUsageIsTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("no action") << QStringList{u"break"_s};
    QTest::newRow("keep without id") << QStringList{u"keep"_s};
    QTest::newRow("keep a word") << QStringList{u"keep"_s, u"it"_s};
    QTest::newRow("keep none") << QStringList{u"keep"_s, u"0"_s};
    QTest::newRow("keep and narrow") << QStringList{u"keep"_s, u"1"_s, u"--all"_s};
    QTest::newRow("list one") << QStringList{u"list"_s, u"1"_s};
    QTest::newRow("due and all") << QStringList{u"list"_s, u"--due"_s, u"--all"_s};
    QTest::newRow("unknown option") << QStringList{u"list"_s, u"--late"_s};
}

void TestPromiseCommand::wrongUsageIsTold()
{
    QFETCH(const QStringList, arguments);

    QCOMPARE(run(arguments), ExitCode::Usage);

    QVERIFY(!m_err.isEmpty());
    QCOMPARE(listed({}).size(), 3);
}

QTEST_GUILESS_MAIN(TestPromiseCommand)
#include "tst_promisecommand.moc"
