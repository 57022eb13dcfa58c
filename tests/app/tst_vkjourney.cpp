// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/ports/consentstore.h"
#include "models/ports/personstore.h"
#include "tests/app/windowjourney.h"
#include "tests/servers/vkserver.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 anna = 42;
constexpr qint64 post = 10;
constexpr int people = 500;
constexpr int messagesEach = 20;
constexpr int twoMinutes = 120'000;

const auto complaint = u"The lamp broke after a week, and nobody answers."_s;
const auto cluttered = u"Please be informed that we look into it, Anna.\n\nKind regards,\nBoris Petrov\n"
                       "Lantern Shop LLC"_s;
const auto waiting
    = u"Thank you for writing, Anna. Tell us the number of your order, and a new lamp leaves today."_s;
const auto answer = u"Thank you, Anna. A new lamp leaves today and is with you on Friday, November 27."_s;

} // namespace

/// A community of VK through the window: a complaint on its wall that goes on in private, by a link or at
/// once, and ends in public, and ten thousand updates at once.
class TestVkJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { leaveTheDesktopAlone(); }
    void init();
    void cleanup();

    void complaintIsMovedToPrivateAndEndsInPublic();
    void whoMayBeWrittenToIsWrittenToAtOnce();
    void whoAllowedItIsWrittenToWhereVkSaysYes_data();
    void whoAllowedItIsWrittenToWhereVkSaysYes();
    void tenThousandUpdatesAreShownOnceEach();

private:
    [[nodiscard]] Account community() const;
    /// Anna complains below a post; answers with the conversation, which is open then.
    [[nodiscard]] ConversationId complain();
    void comeByTheLink(ConversationId talk);
    void checkServer(qsizetype talks);
    [[nodiscard]] QStringList said() const;

    std::unique_ptr<VkServer> m_server;
    std::unique_ptr<WindowJourney> m_journey;
};

Account TestVkJourney::community() const
{
    Account community;
    community.channel = Channel::Vk;
    community.name = u"Lantern"_s;
    community.identity = u"Lantern"_s;
    community.address = u"lantern"_s;
    community.settings.insert(u"server"_s, m_server->url().toString());
    return community;
}

void TestVkJourney::init()
{
    failOnMailWarning();
    m_server = std::make_unique<VkServer>(VkSpec::load(QStringLiteral(SHARED_DIR) + u"/specs/vk"_s));
    m_journey = std::make_unique<WindowJourney>();
    QVERIFY(m_journey->begin(community(), m_server->token));
}

void TestVkJourney::cleanup()
{
    m_journey.reset();
    QCOMPARE(m_server->refused, QStringList()); // each request is as the schema has it
}

/// What the community said to her in private.
QStringList TestVkJourney::said() const
{
    QStringList texts;
    for (const QJsonValue &message : m_server->talk(anna)) {
        if (message.toObject().value(u"out"_s).toInt() == 1) {
            texts.append(message.toObject().value(u"text"_s).toString());
        }
    }
    return texts;
}

ConversationId TestVkJourney::complain()
{
    const QList<ConversationId> before = m_journey->talks();
    m_server->date = QDateTime::currentSecsSinceEpoch() - 60;
    m_server->comment(anna, post, complaint);
    QList<ConversationId> talks;
    const bool isThere = waitFor(
        [&] {
            talks = m_journey->talks();
            return talks.size() > before.size();
        },
        journeyPatience);
    talks.removeIf([&](ConversationId id) { return before.contains(id); });
    const ConversationId home = talks.value(0);
    if (isThere) {
        m_journey->open(home);
    }
    return home;
}

/// Whoever comes by a link is proposed, and the operator says yes.
void TestVkJourney::comeByTheLink(ConversationId talk)
{
    m_journey->open(talk);
    auto *yes = m_journey->part<QPushButton>("arrivalYes");
    QTRY_VERIFY_WITH_TIMEOUT(yes->isVisible(), journeyPatience);
    QTest::mouseClick(yes, Qt::LeftButton);
    m_journey->endUndoWindows();
    QTRY_VERIFY_WITH_TIMEOUT(!m_journey->outbox().isEmpty() && said().isEmpty(), journeyPatience);
    QTRY_VERIFY_WITH_TIMEOUT((m_journey->endUndoWindows(), said().size() == 1), journeyPatience);
}

void TestVkJourney::complaintIsMovedToPrivateAndEndsInPublic()
{
    m_journey->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->isPolled(), journeyPatience);
    const ConversationId home = complain();
    QCOMPARE(m_journey->messages(home).constFirst().text, complaint);
    QCOMPARE(m_journey->window().conversation().row().audience, Audience::Public);
    m_journey->beAskedAboutClutter(cluttered);

    m_journey->trigger("conversation.private");
    m_journey->sendDialog({}, waiting);
    m_journey->endUndoWindows();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->comments.size(), 1, journeyPatience);
    const QString line = m_server->comments.constFirst().value(u"text"_s).toString();
    const qsizetype link = line.indexOf(u"vk.me/"_s);
    QVERIFY2(link > 0, qPrintable(line));
    const QString payload = line.sliced(line.indexOf(u"ref="_s, link) + 4)
                                .section(QRegularExpression(u"[^A-Za-z0-9_-]"_s), 0, 0);
    QVERIFY(!payload.isEmpty());
    QVERIFY(said().isEmpty()); // VK lets nobody write first
    QTRY_COMPARE_WITH_TIMEOUT(m_journey->moveOf(home).state, MoveState::Awaited, journeyPatience);

    m_server->date = QDateTime::currentSecsSinceEpoch();
    m_server->write(anna, u"It is me, about the lamp."_s, {{u"ref"_s, payload}});
    QTRY_COMPARE_WITH_TIMEOUT(m_journey->talks().size(), 2, journeyPatience);
    QList<ConversationId> talks = m_journey->talks();
    talks.removeAll(home);
    comeByTheLink(talks.constFirst());
    QCOMPARE(said(), QStringList{waiting});
    m_server->date = QDateTime::currentSecsSinceEpoch() + 60; // after our question
    m_server->write(anna, u"It is 1234."_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_journey->messages(talks.constFirst()).constLast().text, u"It is 1234."_s,
                              journeyPatience);
    m_journey->reply(answer);
    QTRY_COMPARE_WITH_TIMEOUT(said(), (QStringList{waiting, answer}), journeyPatience);
    m_journey->endInPublic(home);

    checkServer(2);
}

/// She wrote to the community once, so VK lets it write to her.
void TestVkJourney::whoMayBeWrittenToIsWrittenToAtOnce()
{
    m_journey->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->isPolled(), journeyPatience);
    m_server->date = QDateTime::currentSecsSinceEpoch() - 86'400;
    m_server->write(anna, u"Do you have lamps for a tent?"_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_journey->talks().size(), 1, journeyPatience);
    const ConversationId talk = m_journey->talks().constFirst();
    const ConversationId home = complain();
    QVERIFY(home != talk);

    m_journey->trigger("conversation.private");
    m_journey->sendDialog({}, waiting);
    m_journey->endUndoWindows();
    QTRY_COMPARE_WITH_TIMEOUT(said(), QStringList{waiting}, journeyPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->comments.size(), 1, journeyPatience);
    QVERIFY(!m_server->comments.constFirst().value(u"text"_s).toString().contains(u"vk.me/"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_journey->moveOf(home).state, MoveState::Joined, journeyPatience);
    QCOMPARE(m_journey->moveOf(home).talk, talk);

    m_server->date = QDateTime::currentSecsSinceEpoch();
    m_server->write(anna, u"It is 1234."_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_journey->messages(talk).constLast().text, u"It is 1234."_s, journeyPatience);
    m_journey->open(talk);
    m_journey->reply(answer);
    QTRY_COMPARE_WITH_TIMEOUT(said(), (QStringList{waiting, answer}), journeyPatience);
    m_journey->endInPublic(home);

    QTRY_COMPARE_WITH_TIMEOUT(said().size(), 3, journeyPatience); // the last asks for a better review
    checkServer(2);
    QCOMPARE(m_server->talk(anna).size(), 5);
    QCOMPARE(m_server->count(u"messages.send"_s), 3); // each left once
    QCOMPARE(m_server->count(u"wall.createComment"_s), 2);
    const auto isSent = [](const OutboxItem &item) {
        return item.state == OutboxState::Sent;
    };
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(m_journey->outbox(), isSent), journeyPatience);
}

void TestVkJourney::whoAllowedItIsWrittenToWhereVkSaysYes_data()
{
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("yes") << true;
    QTest::newRow("no") << false;
}

/// She never wrote in private, but said that we may. VK is asked before anything leaves.
void TestVkJourney::whoAllowedItIsWrittenToWhereVkSaysYes()
{
    QFETCH(const bool, isAllowed);
    m_journey->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->isPolled(), journeyPatience);
    const ConversationId home = complain();
    const PersonId person = answerIn(m_journey->world.profile->persons().card(home)).id;
    const ConsentEntry recorded = answerIn(
        m_journey->world.profile->consents().record(person,
                                                    {.id = {},
                                                     .said = {.to = ConsentTo::DirectMessage,
                                                              .state = ConsentState::Given,
                                                              .channel = Channel::Vk,
                                                              .handle = QString::number(anna),
                                                              .at = m_journey->world.profile->clock().now(),
                                                              .evidence = {}},
                                                     .words = u"She says so in her comment."_s,
                                                     .by = u"Vera"_s}));
    QVERIFY(recorded.id.isValid());
    if (isAllowed) {
        m_server->allow(anna);
    }

    m_journey->trigger("conversation.private");
    m_journey->sendDialog({}, waiting);
    m_journey->endUndoWindows();

    if (isAllowed) {
        QTRY_COMPARE_WITH_TIMEOUT(said(), QStringList{waiting}, journeyPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_server->comments.size(), 1, journeyPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_journey->moveOf(home).state, MoveState::Joined, journeyPatience);
    } else {
        QTRY_VERIFY_WITH_TIMEOUT(m_journey->story().contains(u"stopped"_s), journeyPatience);
        QVERIFY(said().isEmpty());
        QVERIFY(m_server->comments.isEmpty()); // it would say what is not true
    }
    QCOMPARE(m_server->count(u"messages.isMessagesFromGroupAllowed"_s), 1);
    QCOMPARE(m_server->count(u"messages.send"_s), isAllowed ? 1 : 0);
}

/// Both lines are in public, and nothing that is private or the team's; nothing is here or there twice.
void TestVkJourney::checkServer(qsizetype talks)
{
    QCOMPARE(m_journey->talks().size(), talks); // what we said came back as what is known already
    QTRY_COMPARE_WITH_TIMEOUT(m_server->comments.size(), 2, journeyPatience);
    for (const QJsonObject &comment : std::as_const(m_server->comments)) {
        QVERIFY(!comment.value(u"text"_s).toString().contains(u"1234"_s));
        QVERIFY(!comment.value(u"text"_s).toString().contains(u"new lamp was sent"_s)); // it was for the team
    }
    for (const ConversationId id : m_journey->talks()) {
        QStringList ours;
        for (const Message &message : m_journey->messages(id)) {
            if (message.direction == Direction::Outgoing) {
                ours.append(message.text);
            }
        }
        QCOMPARE(ours.removeDuplicates(), 0);
    }
}

void TestVkJourney::tenThousandUpdatesAreShownOnceEach()
{
    m_journey->show();
    QTRY_VERIFY_WITH_TIMEOUT(m_server->isPolled(), journeyPatience);
    QElapsedTimer taken;
    taken.start();
    for (int round = 0; round < messagesEach; ++round) {
        for (int person = 1; person <= people; ++person) {
            m_server->write(person, u"Question %1 of %2"_s.arg(round).arg(person));
        }
    }
    const auto isAllShown = [this] {
        return m_journey->world.shownRows() == people;
    };
    QVERIFY(waitFor(isAllShown, twoMinutes));
    QSet<QString> texts;
    int messages = 0;
    const auto readAll = [&] {
        texts.clear();
        messages = 0;
        for (const ConversationId id : m_journey->talks()) {
            for (const Message &message : m_journey->messages(id)) {
                texts.insert(message.text);
                ++messages;
            }
        }
        return messages >= people * messagesEach;
    };
    QVERIFY(waitFor(readAll, twoMinutes));
    const qint64 shownAfter = taken.elapsed();

    QCOMPARE(messages, people * messagesEach);
    QCOMPARE(texts.size(), people * messagesEach); // each its own
    qInfo("%d updates are in the window after %lld ms", people * messagesEach, shownAfter);
}

QTEST_MAIN(TestVkJourney)
#include "tst_vkjourney.moc"
