// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/realbackend.h"
#include "app/profile.h"
#include "app/profiledemo.h"
#include "models/domain/template.h"
#include "tests/cli/fakebackend.h"

#include <QDir>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using cli::ExitCode;

namespace {

const QString mailAddress = u"anna@mail.example"_s;
const QString phoneNumber = u"+7 900 000-00-17"_s;

/// asidectl on a profile that is there, in process.
QJsonObject onProfile(const QString &profile, const QStringList &arguments)
{
    cli::RealBackend backend(nullptr);
    FakeInterrupt interrupt;
    QBuffer in;
    QBuffer out;
    QBuffer err;
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    cli::Output output({.out = out, .err = err, .width = 80, .showsProgress = false}, cli::Format::Text);
    cli::CommandContext context{
        .backend = backend, .output = output, .input = in, .interrupt = interrupt, .profile = {}};
    const auto code
        = cli::runCommandLine(context, QStringList{u"--profile"_s, profile, u"--json"_s} + arguments);
    auto json = QJsonDocument::fromJson(out.data()).object();
    json.insert(u"exit"_s, static_cast<int>(code));
    return json;
}

QStringList records(const QJsonObject &plan)
{
    QStringList names;
    for (const auto all = plan.value(u"records"_s).toArray(); const auto &one : all) {
        names.append(one.toString());
    }
    return names;
}

QString textOf(const QJsonObject &plan, const QString &half)
{
    return plan.value(half).toObject().value(u"text"_s).toString();
}

} // namespace

class TestPrivateCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void theDemoHasAPlanForEveryConversation();
    void eachPlaceOfTheDemoHasItsWay_data();
    void eachPlaceOfTheDemoHasItsWay();
    void aPrivateTalkHasNothingToMove();
    void theLinkIsOurs();
    void whoWantsToStayIsAnsweredHere();
    void afterTheLimitNothingIsOffered();
    void nothingOfThePersonStandsInPublic();
    void theLikedPlaceIsInThePlan();
    void talksTakeTurnsWithTheVariants();
    void ownTemplatesComeFirst();
    void aBrokenTemplateIsTold();
    void theWordsAreForPeople();
    void datesThatAreGivenArePromises();
    void wrongUsageIsTold();

private:
    [[nodiscard]] Thread talk(Channel channel, const QString &text) const;
    void put(const QString &name, const QByteArray &bytes) const;
    QJsonObject plan(qint64 id = 7)
    {
        const auto code = m_line->run(
            {u"private"_s, u"plan"_s, QString::number(id), u"--json"_s, u"--profile"_s, m_folder->path()});
        return code == ExitCode::Ok ? m_line->json() : QJsonObject();
    }

    QTemporaryDir m_demo;
    QHash<QString, qint64> m_ids; ///< of the demo: "channel handle"
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CommandLine> m_line;
};

void TestPrivateCommand::initTestCase()
{
    qputenv("ASIDE_KEYCHAIN", "off");
    const auto profile = Profile::open({.directory = m_demo.path(), .encryption = Encryption::Plain});
    QVERIFY(profile);
    QVERIFY(fillDemo(**profile));
    const auto &ids = (*profile)->conversations().ids({.view = View::Inbox}).result();
    const auto &closed = (*profile)->conversations().ids({.view = View::Closed}).result();
    const auto rows = (*profile)->conversations().rows(*ids + *closed).result();
    for (const auto &row : *rows) {
        m_ids.insert(u"%1 %2"_s.arg(channelName(row.channel), row.handle), row.id.value);
    }
    QVERIFY(m_ids.size() > 40);
}

void TestPrivateCommand::init()
{
    QTest::failOnWarning();
    m_folder = std::make_unique<QTemporaryDir>();
    m_line = std::make_unique<CommandLine>();
}

Thread TestPrivateCommand::talk(Channel channel, const QString &text) const
{
    auto thread = sampleThread();
    thread.conversation.channel = channel;
    thread.conversation.audience = Audience::Public;
    thread.conversation.handle = u"@anna_test"_s;
    thread.conversation.person = u"Анна Белова"_s;
    auto &first = thread.messages.first();
    first.direction = Direction::Incoming;
    first.handle = u"@anna_test"_s;
    first.text = text;
    first.sentAt = m_line->backend.profile.clock.now() - 2h;
    thread.messages = {first};
    return thread;
}

void TestPrivateCommand::put(const QString &name, const QByteArray &bytes) const
{
    const auto path = m_folder->filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
}

void TestPrivateCommand::theDemoHasAPlanForEveryConversation()
{
    for (const auto &[name, id] : m_ids.asKeyValueRange()) {
        const auto plan = onProfile(m_demo.path(), {u"private"_s, u"plan"_s, QString::number(id)});

        QVERIFY2(plan.value(u"exit"_s).toInt() == 0, qPrintable(name));
        const bool isPublic = !plan.value(u"public"_s).isNull();
        QCOMPARE(plan.value(u"way"_s).toString() == "none"_L1, !isPublic);
        const auto text = textOf(plan, u"public"_s);
        QVERIFY2(isPublic == !text.isEmpty() && !text.contains(name.section(u' ', 1)), qPrintable(text));
        for (const auto &forbidden : plan.value(u"forbidden"_s).toArray()) {
            QVERIFY(forbidden.toObject().value(u"way"_s) != plan.value(u"way"_s));
        }
    }
}

void TestPrivateCommand::eachPlaceOfTheDemoHasItsWay_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("way");
    QTest::addColumn<QString>("why");
    QTest::addColumn<bool>("hasDeadline");
    const auto row = [](const char *name, const char *way, const char *why, bool hasDeadline = false) {
        QTest::newRow(name) << QString::fromLatin1(name) << QString::fromLatin1(way)
                            << QString::fromLatin1(why) << hasDeadline;
    };
    row("x @vorobeva_test", "person-writes", "must-write-first");
    row("vk id0000417", "person-writes", "must-write-first");
    row("ok profile-000561", "person-writes", "must-write-first");
    row("mastodon @tariq@social.example", "direct-message", "may-write");
    row("discourse @lampfan", "direct-message", "may-write");
    row("facebook bilal.tahir.test", "private-reply", "reply-open", true);
    row("instagram @terrazzo.and.tea_test", "private-reply", "reply-open", true);
    row("bluesky @perpetua.skylark.example", "person-writes", "must-write-first");
    row("youtube @svetitochka_test", "choice-of-ways", "no-way-known");
    row("reviews review-88240", "choice-of-ways", "no-way-known");
    row("feed blog.gorod.example", "choice-of-ways", "no-way-known");
    row("telegram @masha_k_test", "none", "already-private");
}

void TestPrivateCommand::eachPlaceOfTheDemoHasItsWay()
{
    QFETCH(const QString, name);
    QFETCH(const QString, way);
    QFETCH(const QString, why);
    QFETCH(const bool, hasDeadline);
    QVERIFY2(m_ids.contains(name), qPrintable(m_ids.keys().join(u'\n')));

    const auto plan = onProfile(m_demo.path(), {u"private"_s, u"plan"_s, QString::number(m_ids.value(name))});

    QCOMPARE(plan.value(u"way"_s).toString(), way);
    QCOMPARE(plan.value(u"why"_s).toString(), why);
    QCOMPARE(plan.value(u"allowed"_s).toBool(), way != "none"_L1);
    QCOMPARE(!plan.value(u"deadline"_s).isNull(), hasDeadline);
}

void TestPrivateCommand::aPrivateTalkHasNothingToMove()
{
    m_line->backend.profile.threads = {sampleThread()};

    const auto made = plan();

    QCOMPARE(made.value(u"conversation"_s).toInt(), 7);
    QCOMPARE(made.value(u"why"_s).toString(), u"already-private"_s);
    QVERIFY(made.value(u"public"_s).isNull() && made.value(u"private"_s).isNull());
    QVERIFY(records(made).isEmpty());
}

void TestPrivateCommand::theLinkIsOurs()
{
    m_line->backend.profile.threads = {talk(Channel::Telegram, u"Где мой заказ?"_s)};
    QVERIFY(!textOf(plan(), u"public"_s).contains(u"http"_s));

    put(u"check.toml"_s, "[accounts.telegram]\nwrite_to = \"lantern_bot\"\n");
    const auto made = plan();

    QCOMPARE(made.value(u"way"_s).toString(), u"person-writes"_s);
    QCOMPARE(made.value(u"next"_s).toString(), u"public-then-arrival"_s);
    QVERIFY(textOf(made, u"public"_s).contains(u"https://t.me/lantern_bot"_s));
    QVERIFY(!textOf(made, u"private"_s).contains(u"t.me"_s));
    QVERIFY(records(made).contains(u"arrival-awaited"_s));
}

void TestPrivateCommand::whoWantsToStayIsAnsweredHere()
{
    m_line->backend.profile.threads
        = {talk(Channel::Mastodon, u"Не хочу в личку. Ответьте здесь: где заказ?"_s)};

    const auto made = plan();

    QCOMPARE(made.value(u"way"_s).toString(), u"stay-public"_s);
    QCOMPARE(made.value(u"why"_s).toString(), u"asked-to-stay"_s);
    QVERIFY(!made.value(u"allowed"_s).toBool(true));
    QVERIFY(made.value(u"private"_s).isNull());
    QVERIFY(textOf(made, u"public"_s).contains(gapOpen));
    QCOMPARE(records(made), QStringList{u"stay-wish"_s});
}

void TestPrivateCommand::afterTheLimitNothingIsOffered()
{
    auto thread = talk(Channel::Mastodon, u"Где мой заказ?"_s);
    auto invitation = thread.messages.constFirst();
    invitation.direction = Direction::Outgoing;
    invitation.text = u"Напишите нам, пожалуйста, в личные сообщения."_s;
    thread.messages.append(invitation);
    m_line->backend.profile.threads = {thread};
    QVERIFY(plan().value(u"allowed"_s).toBool());

    put(u"check.toml"_s, "[check]\napproaches = 1\n");
    QCOMPARE(plan().value(u"why"_s).toString(), u"too-many-approaches"_s);
    put(u"check.toml"_s, "");
    m_line->backend.profile.threads.first().messages.append(invitation);
    const auto made = plan();

    QCOMPARE(made.value(u"way"_s).toString(), u"stay-public"_s);
    QCOMPARE(made.value(u"why"_s).toString(), u"too-many-approaches"_s);
    QCOMPARE(made.value(u"forbidden"_s).toArray().size(), qsizetype(7));
}

/// A template of one's own may ask for it, and a review may be full of it.
void TestPrivateCommand::nothingOfThePersonStandsInPublic()
{
    auto thread = talk(Channel::Reviews, u"Мой телефон +7 900 000-00-17, где заказ 112233?"_s);
    thread.conversation.subject = u"Заказ 112233"_s;
    m_line->backend.profile.threads = {thread};
    m_line->backend.profile.card.id = PersonId{1};
    m_line->backend.profile.card.handles = {{.id = {}, .channel = Channel::Email, .shown = mailAddress},
                                            {.id = {}, .channel = Channel::Phone, .shown = phoneNumber}};
    put(u"templates/private/ru/written-mine.md"_s,
        "+++\ntitle = \"Своё\"\nlanguage = \"ru\"\naudience = \"public\"\n+++\n"
        "{{ person.first_name }}: {{ message.text }} {{ conversation.subject }} {{ person.handle }}\n");

    const auto made = plan();

    QCOMPARE(made.value(u"way"_s).toString(), u"letter"_s);
    QCOMPARE(made.value(u"private"_s).toObject().value(u"handle"_s).toString(), mailAddress);
    const auto text = textOf(made, u"public"_s);
    QVERIFY2(text.startsWith(u"Анна: "_s), qPrintable(text));
    for (const auto &secret : {mailAddress, phoneNumber, u"112233"_s, u"@anna_test"_s}) {
        QVERIFY2(!text.contains(secret), qPrintable(text));
    }
    QVERIFY(made.value(u"phone"_s).toString().isEmpty());
}

void TestPrivateCommand::theLikedPlaceIsInThePlan()
{
    m_line->backend.profile.threads = {talk(Channel::Mastodon, u"Где мой заказ?"_s)};
    auto &card = m_line->backend.profile.card;
    card.id = PersonId{1};
    card.handles = {{.id = {}, .channel = Channel::Email, .shown = mailAddress}};
    const auto here = plan();
    card.preference = {.channel = Channel::Email, .length = AnswerLength::Short};

    const auto liked = plan();

    QCOMPARE(here.value(u"why"_s).toString(), u"may-write"_s);
    QVERIFY(here.value(u"prefers"_s).toObject().value(u"channel"_s).isNull());
    QCOMPARE(liked.value(u"way"_s).toString(), u"letter"_s);
    QCOMPARE(liked.value(u"why"_s).toString(), u"preferred-place"_s);
    QCOMPARE(liked.value(u"private"_s).toObject().value(u"handle"_s).toString(), mailAddress);
    QCOMPARE(liked.value(u"prefers"_s).toObject().value(u"channel"_s).toString(), u"email"_s);
    QCOMPARE(liked.value(u"prefers"_s).toObject().value(u"length"_s).toString(), u"short"_s);
    QVERIFY(textOf(liked, u"private"_s).size() <= textOf(here, u"private"_s).size());
}

void TestPrivateCommand::talksTakeTurnsWithTheVariants()
{
    QSet<QString> used;
    for (qint64 id = 1; id <= 3; ++id) {
        auto thread = talk(Channel::Mastodon, u"Where is my parcel?"_s);
        thread.conversation.id = ConversationId{id};
        m_line->backend.profile.threads = {thread};
        const auto once = plan(id);
        QCOMPARE(plan(id), once);
        const auto name = once.value(u"public"_s).toObject().value(u"template"_s).toString();
        QVERIFY2(name.startsWith(u"private/en/written-"_s), qPrintable(name));
        used.insert(name);
    }
    QCOMPARE(used.size(), qsizetype(3));
}

void TestPrivateCommand::ownTemplatesComeFirst()
{
    put(u"templates/private/ru/written-mine.md"_s,
        "+++\ntitle = \"Своё\"\nlanguage = \"ru\"\naudience = \"public\"\n+++\nНаписали вам лично.\n");
    put(u"templates/private/ru/message-shown.md"_s,
        "+++\ntitle = \"Не для личного\"\nlanguage = \"ru\"\naudience = \"public\"\n+++\nВсем.\n");
    m_line->backend.profile.threads = {talk(Channel::Mastodon, u"Где мой заказ?"_s)};

    const auto made = plan();

    QCOMPARE(textOf(made, u"public"_s), u"Написали вам лично."_s);
    // One that is for the public is never taken for the private half, and the other way round.
    QVERIFY(made.value(u"private"_s)
                .toObject()
                .value(u"template"_s)
                .toString()
                .startsWith(u"private/ru/message-"_s));
    QVERIFY(textOf(made, u"private"_s) != u"Всем."_s);
    QCOMPARE(made.value(u"afterwards"_s).toArray().size(), qsizetype(2));
}

void TestPrivateCommand::aBrokenTemplateIsTold()
{
    put(u"templates/private/ru/written-mine.md"_s, "+++\nlanguage = \"ru\"\n+++\nНаписали вам лично.\n");
    m_line->backend.profile.threads = {talk(Channel::Mastodon, u"Где мой заказ?"_s)};

    // What cannot be read is no variant; the delivered ones stand in.
    QVERIFY(plan()
                .value(u"public"_s)
                .toObject()
                .value(u"template"_s)
                .toString()
                .startsWith(u"private/ru/written-"_s));
}

void TestPrivateCommand::theWordsAreForPeople()
{
    m_line->backend.profile.threads = {talk(Channel::Facebook, u"Where is my parcel?"_s)};

    QCOMPARE(m_line->run({u"private"_s, u"plan"_s, u"7"_s, u"--profile"_s, m_folder->path()}), ExitCode::Ok);

    const auto text = QString::fromUtf8(m_line->stdOut);
    QVERIFY2(text.startsWith(u"Way: private-reply (reply-open)\nPossible until "_s), qPrintable(text));
    QVERIFY(text.contains(u"For everybody to read:"_s) && text.contains(u"In private (facebook):"_s));
    QVERIFY(text.contains(u"To record: approach, reply-spent, linked-talks, closing-line-due"_s));
    QVERIFY(text.contains(u"Once it is solved: private/en/closing-"_s));
    QVERIFY(m_line->stdErr.isEmpty());
}

void TestPrivateCommand::datesThatAreGivenArePromises()
{
    put(u"templates/private/ru/written-mine.md"_s,
        "+++\ntitle = \"Своё\"\nlanguage = \"ru\"\naudience = \"public\"\n+++\nНаписали вам лично.\n");
    put(u"templates/private/ru/message-mine.md"_s,
        "+++\ntitle = \"Своё\"\nlanguage = \"ru\"\naudience = \"private\"\n+++\n"
        "Вы писали {{ message.date }}. Ответим до {{ tomorrow }}.\n");
    m_line->backend.profile.threads = {talk(Channel::Mastodon, u"Где мой заказ?"_s)};
    const auto now = QDateTime::fromMSecsSinceEpoch(toMillis(m_line->backend.profile.clock.now()));
    const QDateTime due(now.date().addDays(1), QTime(18, 0));

    const auto promises = plan().value(u"promises"_s).toArray();

    QCOMPARE(promises.size(), qsizetype(1));
    const auto one = promises.at(0).toObject();
    QCOMPARE(one.value(u"half"_s).toString(), u"private"_s);
    QCOMPARE(one.value(u"due"_s).toString(), due.toUTC().toString(Qt::ISODate));
}

void TestPrivateCommand::wrongUsageIsTold()
{
    m_line->backend.profile.threads = {sampleThread()};

    QCOMPARE(m_line->run({u"private"_s}), ExitCode::Usage);
    QCOMPARE(m_line->run({u"private"_s, u"plan"_s}), ExitCode::Usage);
    QCOMPARE(m_line->run({u"private"_s, u"stop"_s, u"7"_s}), ExitCode::Usage);
    QCOMPARE(m_line->run({u"private"_s, u"plan"_s, u"x"_s}), ExitCode::Usage);
    QCOMPARE(m_line->run({u"private"_s, u"plan"_s, u"8"_s}), ExitCode::NotFound);
}

QTEST_GUILESS_MAIN(TestPrivateCommand)
#include "tst_privatecommand.moc"
