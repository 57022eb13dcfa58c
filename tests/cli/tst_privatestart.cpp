// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/realbackend.h"
#include "app/profile.h"
#include "models/ports/dispatchstore.h"
#include "models/ports/messagesink.h"
#include "models/ports/outboxstore.h"
#include "tests/cli/fakebackend.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using cli::ExitCode;

namespace {

const auto publicText = u"Hello Anna, we have written to you in private, and sort it out there."_s;
const auto privateText = u"Hello Anna, your parcel leaves on 27 November. We write again that day."_s;

void expectRefusal()
{
    static const QRegularExpression words(u"^a write failed"_s);
    QTest::ignoreMessage(QtWarningMsg, words);
}

} // namespace

/// A move to private from the command line, in a real profile.
class TestPrivateStart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void bothHalvesAreHeld();
    void dryRunSendsNothing();
    void questionKeepsBothHere();
    void secondStartIsRefused();
    void moveIsTakenBack();
    void linkCarriesWhoIsInvited();
    void whoComesIsConfirmed();
    void whoMayHaveComeIsShown();
    void privateTalkIsNotMoved();
    void closingNeedsAResolution();
    void whatWasSolvedEndsInPublic();
    void wrongUsageIsTold();

private:
    void put(const QString &name, const QByteArray &bytes) const;
    void come(Channel channel, Audience audience, const QString &id, const QString &handle) const;
    ExitCode run(const QStringList &arguments);
    ExitCode start(const QStringList &more = {})
    {
        return run(QStringList{u"private"_s, u"start"_s, u"1"_s, u"--public"_s, path(u"public.txt"_s),
                               u"--private"_s, path(u"private.txt"_s)}
                   + more);
    }
    QJsonObject move() const { return m_json.value(u"move"_s).toObject(); }
    QJsonArray outbox()
    {
        return run({u"outbox"_s}) == ExitCode::Ok ? m_json.value(u"items"_s).toArray() : QJsonArray();
    }
    [[nodiscard]] qsizetype accountCount() const
    {
        const auto profile = Profile::open({.directory = m_folder->path()});
        return profile ? (*profile)->accounts().accounts().result()->size() : -1;
    }
    void addAccount(Channel channel, const QString &address) const
    {
        const auto profile = Profile::open({.directory = m_folder->path()});
        QVERIFY(profile);
        QVERIFY((*profile)
                    ->accounts()
                    .addAccount({.id = {},
                                 .channel = channel,
                                 .name = u"Shop"_s,
                                 .identity = u"Lantern"_s,
                                 .address = address})
                    .result());
    }
    /// What is in the outbox has left, in its order.
    void sendAll() const
    {
        if (accountCount() == 0) {
            addAccount(Channel::Mastodon, u"@shop@social.example"_s);
        }
        const auto profile = Profile::open({.directory = m_folder->path()});
        QVERIFY(profile);
        auto &dispatch = (*profile)->dispatch();
        for (int round = 0; round < 2; ++round) {
            const auto due = (*profile)->outbox().queueDue().result();
            QVERIFY(due);
            const auto items = (*profile)->outbox().items().result();
            QVERIFY(items);
            for (const auto &item : *items) {
                if (item.state == OutboxState::Queued) {
                    QVERIFY(dispatch.begin(item.id).result());
                    QVERIFY(dispatch.finish(item.id, Sent(), {}).result());
                }
            }
        }
    }
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_input;
    QByteArray m_error;
    QJsonObject m_json;
};

void TestPrivateStart::init()
{
    QTest::failOnWarning();
    qputenv("ASIDE_KEYCHAIN", "off");
    m_folder = std::make_unique<QTemporaryDir>();
    m_input.clear();
    QVERIFY(Profile::open({.directory = m_folder->path(), .encryption = Encryption::Plain}));
    come(Channel::Mastodon, Audience::Public, u"post"_s, u"@anna@social.example"_s);
    put(u"public.txt"_s, publicText.toUtf8() + '\n');
    put(u"private.txt"_s, privateText.toUtf8() + '\n');
}

void TestPrivateStart::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void TestPrivateStart::come(Channel channel, Audience audience, const QString &id,
                            const QString &handle) const
{
    const auto profile = Profile::open({.directory = m_folder->path()});
    QVERIFY(profile);
    IncomingMessage message;
    message.channel = channel;
    message.audience = audience;
    message.remoteId = id;
    message.authorName = u"Anna Berg"_s;
    message.authorHandle = handle;
    message.sentAt = (*profile)->clock().now();
    message.text = u"Where is my parcel?"_s;
    IncomingBatch batch;
    batch.messages = {message};
    QVERIFY((*profile)->sink().apply(batch).result());
}

ExitCode TestPrivateStart::run(const QStringList &arguments)
{
    cli::RealBackend backend(nullptr);
    FakeInterrupt interrupt;
    QBuffer in(&m_input);
    QBuffer out;
    QBuffer err;
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    cli::Output output({.out = out, .err = err, .width = 80, .showsProgress = false}, cli::Format::Text);
    cli::CommandContext context{
        .backend = backend, .output = output, .input = in, .interrupt = interrupt, .profile = {}};
    const auto code = cli::runCommandLine(
        context, QStringList{u"--profile"_s, m_folder->path(), u"--json"_s} + arguments);
    m_json = QJsonDocument::fromJson(out.data()).object();
    m_error = err.data() + out.data();
    return code;
}

void TestPrivateStart::bothHalvesAreHeld()
{
    const auto started = start({u"--undo"_s, u"60"_s});

    QVERIFY2(started == ExitCode::Ok, m_error.constData());
    QCOMPARE(move().value(u"state"_s).toString(), u"leaving"_s);
    QCOMPARE(move().value(u"way"_s).toString(), u"direct-message"_s);
    QVERIFY(move().value(u"approach"_s).toBool());
    const auto publicItem = move().value(u"publicItem"_s);
    const auto privateItem = move().value(u"privateItem"_s);
    const auto items = outbox();
    QCOMPARE(items.size(), qsizetype(2));
    for (const auto &one : items) {
        const auto item = one.toObject();
        const bool isPublic = item.value(u"id"_s) == publicItem;
        QCOMPARE(item.value(u"state"_s).toString(), u"held"_s);
        QCOMPARE(item.value(u"audience"_s).toString(), isPublic ? u"public"_s : u"private"_s);
        QCOMPARE(item.value(u"text"_s).toString(), isPublic ? publicText : privateText);
        QCOMPARE(item.value(u"after"_s), isPublic ? privateItem : QJsonValue(QJsonValue::Null));
    }
    QCOMPARE(run({u"private"_s, u"list"_s, u"1"_s}), ExitCode::Ok);
    QCOMPARE(m_json.value(u"moves"_s).toArray().size(), qsizetype(1));
}

void TestPrivateStart::dryRunSendsNothing()
{
    m_input = publicText.toUtf8();
    QVERIFY2(run({u"private"_s, u"start"_s, u"1"_s, u"--dry-run"_s, u"--public"_s, u"-"_s, u"--private"_s,
                  path(u"private.txt"_s)})
                 == ExitCode::Ok,
             m_error.constData());

    QVERIFY(m_json.value(u"move"_s).isNull());
    QCOMPARE(m_json.value(u"public"_s).toString(), publicText);
    QCOMPARE(m_json.value(u"private"_s).toString(), privateText);
    QVERIFY(outbox().isEmpty());
}

void TestPrivateStart::questionKeepsBothHere()
{
    put(u"private.txt"_s, "Please be informed that your parcel leaves on 27 November.");

    QCOMPARE(start(), ExitCode::Unanswered);
    const auto findings = m_json.value(u"private"_s).toObject().value(u"findings"_s).toArray();
    QVERIFY(!findings.isEmpty());
    QCOMPARE(findings.at(0).toObject().value(u"rule"_s).toString(), u"clutter.filler"_s);
    QVERIFY(m_json.value(u"public"_s).toObject().value(u"findings"_s).toArray().isEmpty());
    QVERIFY(outbox().isEmpty());

    QVERIFY2(start({u"--reason"_s, u"clutter.filler=She asked for that wording"_s}) == ExitCode::Ok,
             m_error.constData());
    QCOMPARE(outbox().size(), qsizetype(2));
    QCOMPARE(start({u"--reason"_s, u"no.rule=x"_s}), ExitCode::Usage);
}

void TestPrivateStart::secondStartIsRefused()
{
    QCOMPARE(start(), ExitCode::Ok);
    const auto before = outbox();

    expectRefusal();
    QVERIFY(start() != ExitCode::Ok);

    QCOMPARE(m_json.value(u"error"_s).toObject().value(u"code"_s).toString(), u"conflict"_s);
    QCOMPARE(outbox(), before);
}

void TestPrivateStart::moveIsTakenBack()
{
    QCOMPARE(start(), ExitCode::Ok);

    QCOMPARE(run({u"private"_s, u"take-back"_s, u"1"_s}), ExitCode::Ok);

    QCOMPARE(move().value(u"state"_s).toString(), u"taken-back"_s);
    QVERIFY(outbox().isEmpty());
    QCOMPARE(run({u"draft"_s, u"1"_s}), ExitCode::Ok);
    QVERIFY(m_error.contains("we have written to you"));
    expectRefusal();
    QVERIFY(run({u"private"_s, u"take-back"_s, u"1"_s}) != ExitCode::Ok);
    expectRefusal();
    QCOMPARE(run({u"private"_s, u"take-back"_s, u"9"_s}), ExitCode::NotFound);
}

void TestPrivateStart::linkCarriesWhoIsInvited()
{
    put(u"check.toml"_s, "[accounts.telegram]\nwrite_to = \"lantern_bot\"\n");
    come(Channel::Telegram, Audience::Public, u"chat/1"_s, u"@anna"_s);

    const auto started
        = run({u"private"_s, u"start"_s, u"2"_s, u"--private"_s, path(u"private.txt"_s)}); // drafted

    QVERIFY2(started == ExitCode::Ok, m_error.constData());
    const auto payload = move().value(u"payload"_s).toString();
    QCOMPARE(payload.size(), qsizetype(22));
    QVERIFY(m_json.value(u"public"_s).toString().contains(u"https://t.me/lantern_bot?start="_s + payload));
    QCOMPARE(move().value(u"way"_s).toString(), u"person-writes"_s);
    QCOMPARE(move().value(u"waitingText"_s).toString(), privateText);
    QVERIFY(move().value(u"privateItem"_s).isNull());
    QCOMPARE(outbox().size(), qsizetype(1));
}

void TestPrivateStart::whoComesIsConfirmed()
{
    QVERIFY(start() == ExitCode::Ok);
    come(Channel::Mastodon, Audience::Private, u"direct"_s, u"@anna@social.example"_s);

    // This one waits for nobody: the message is on its way.
    expectRefusal();
    QVERIFY(run({u"private"_s, u"arrived"_s, u"1"_s, u"3"_s}) != ExitCode::Ok);
    QCOMPARE(m_json.value(u"error"_s).toObject().value(u"code"_s).toString(), u"conflict"_s);
    QCOMPARE(run({u"private"_s, u"list"_s}), ExitCode::Ok);
    QVERIFY(m_json.value(u"moves"_s).toArray().isEmpty());
}

void TestPrivateStart::whoMayHaveComeIsShown()
{
    put(u"check.toml"_s, "[accounts.telegram]\nwrite_to = \"lantern_bot\"\n");
    come(Channel::Telegram, Audience::Public, u"chat/1"_s, u"@anna"_s);
    addAccount(Channel::Telegram, u"@lantern_bot"_s);
    QCOMPARE(
        run({u"private"_s, u"start"_s, u"2"_s, u"--private"_s, path(u"private.txt"_s), u"--undo"_s, u"0"_s}),
        ExitCode::Ok);
    sendAll();
    come(Channel::Telegram, Audience::Private, u"chat/2"_s, u"@anna"_s);

    QCOMPARE(run({u"private"_s, u"arrivals"_s, u"3"_s}), ExitCode::Ok);
    const auto found = m_json.value(u"arrivals"_s).toArray();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first()[u"sign"_s].toString(), u"handle"_s);
    QCOMPARE(found.first()[u"move"_s][u"state"_s].toString(), u"awaited"_s);
    QCOMPARE(run({u"private"_s, u"rejected"_s, u"1"_s, u"3"_s}), ExitCode::Ok);
    QVERIFY(m_json.value(u"arrivals"_s).toArray().isEmpty());
    expectRefusal();
    QCOMPARE(run({u"private"_s, u"rejected"_s, u"9"_s, u"3"_s}), ExitCode::NotFound);
    QCOMPARE(run({u"private"_s, u"arrivals"_s, u"9"_s}), ExitCode::NotFound);

    QCOMPARE(run({u"private"_s, u"arrived"_s, u"1"_s, u"3"_s}), ExitCode::Ok); // who knows better may say so

    QCOMPARE(move().value(u"state"_s).toString(), u"joined"_s);
    QCOMPARE(outbox().size(), 2); // the public line that has left, and what waited
}

void TestPrivateStart::privateTalkIsNotMoved()
{
    come(Channel::Mastodon, Audience::Private, u"direct"_s, u"@anna@social.example"_s);

    QVERIFY(run({u"private"_s, u"start"_s, u"2"_s}) != ExitCode::Ok);
    QCOMPARE(m_json.value(u"error"_s).toObject().value(u"code"_s).toString(), u"conflict"_s);
}

void TestPrivateStart::closingNeedsAResolution()
{
    expectRefusal();
    QVERIFY(run({u"private"_s, u"resolve"_s, u"1"_s, u"--what"_s, u"A new parcel left."_s}) != ExitCode::Ok);
    QCOMPARE(m_json.value(u"error"_s).toObject().value(u"code"_s).toString(), u"conflict"_s);
    QVERIFY(run({u"private"_s, u"close"_s, u"1"_s}) != ExitCode::Ok);
    QCOMPARE(m_json.value(u"error"_s).toObject().value(u"code"_s).toString(), u"conflict"_s);
    QCOMPARE(run({u"private"_s, u"resolve"_s, u"1"_s}), ExitCode::Usage);
    QVERIFY(outbox().isEmpty());
}

void TestPrivateStart::whatWasSolvedEndsInPublic()
{
    QCOMPARE(start({u"--undo"_s, u"0"_s}), ExitCode::Ok);
    const auto talk = move().value(u"talk"_s).toInteger();
    sendAll();
    QVERIFY2(run({u"private"_s, u"resolve"_s, QString::number(talk), u"--what"_s, u"A new parcel left."_s})
                 == ExitCode::Ok,
             m_error.constData());
    QCOMPARE(move().value(u"resolution"_s).toObject().value(u"what"_s).toString(), u"A new parcel left."_s);

    put(u"public.txt"_s, "Hello Anna, it is solved. A new parcel left. Write here if anything changes.");
    QCOMPARE(run({u"private"_s, u"close"_s, u"1"_s, u"--public"_s, path(u"public.txt"_s)}),
             ExitCode::Unanswered); // what was recorded is for the team
    QCOMPARE(run({u"private"_s, u"close"_s, u"1"_s, u"--without"_s, u"both"_s}), ExitCode::Usage);
    QVERIFY2(run({u"private"_s, u"close"_s, u"1"_s}) == ExitCode::Ok, m_error.constData()); // as drafted

    QCOMPARE(move().value(u"way"_s).toString(), u"close-public"_s);
    QVERIFY(m_json.value(u"public"_s).toString().contains(u"solved"_s));
    QVERIFY(!m_json.value(u"private"_s).toString().isEmpty());
    QVERIFY(run({u"private"_s, u"close"_s, u"1"_s}) != ExitCode::Ok);
}

void TestPrivateStart::wrongUsageIsTold()
{
    QCOMPARE(run({u"private"_s, u"start"_s, u"1"_s, u"--public"_s, u"-"_s, u"--private"_s, u"-"_s}),
             ExitCode::Usage);
    QCOMPARE(run({u"private"_s, u"start"_s, u"x"_s}), ExitCode::Usage);
    QCOMPARE(run({u"private"_s, u"arrived"_s, u"1"_s}), ExitCode::Usage);
    QCOMPARE(run({u"private"_s, u"stop"_s, u"1"_s}), ExitCode::Usage);
    QCOMPARE(run({u"private"_s, u"list"_s, u"9"_s}), ExitCode::NotFound);
    QCOMPARE(run({u"private"_s, u"start"_s, u"9"_s}), ExitCode::NotFound);
    put(u"public.txt"_s, "\xff\xfe\x41");
    QVERIFY(start() != ExitCode::Ok);
    QVERIFY(outbox().isEmpty());
}

QTEST_GUILESS_MAIN(TestPrivateStart)
#include "tst_privatestart.moc"
