// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/caredialogue.h"
#include "app/import/social/caresource.h"
#include "app/import/social/instants.h"
#include "tests/support/fakesink.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace aside;

namespace {

const QString dialogues = QStringLiteral(SHARED_DIR "/data/customer-care/dialogues.json");

CareDialogue read(const QByteArray &json)
{
    return readCareDialogue(QJsonDocument::fromJson(json).object());
}

} // namespace

class TestSocialCare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aDialogueIsOneConversationWithTheLinkedAnswer()
    {
        const auto dialogue = read(R"({
            "agentURL": {"turn": "2", "tweet_ID": "1245425308704149506", "url_utterance": "see here"},
            "dialogContent": [{"client": "Ann", "datetime": "2020-04-01T17:31:32.000Z", "message": "help",
                               "tweet_ID": "1245403438755852288"},
                              {"client1": "Bob", "datetime": "2020-04-01T19:31:32.000Z", "message": "me too",
                               "tweet_ID": "1245433638755852288"}],
            "dialogHeader": {"company": "Shop", "sessionID": "S"}})");

        QCOMPARE(dialogue.messages.size(), 3);
        QVERIFY(dialogue.broken.isEmpty());
        const auto &answer = dialogue.messages.at(1);
        QCOMPARE(answer.direction, Direction::Outgoing);
        QCOMPARE(answer.authorHandle, QStringLiteral("Shop"));
        QCOMPARE(answer.remoteId, QStringLiteral("S/1245425308704149506"));
        QCOMPARE(answer.references, QStringList{QStringLiteral("S/1245403438755852288")});
        QCOMPARE(dialogue.messages.at(2).direction, Direction::Incoming);
        for (const auto &message : dialogue.messages) {
            QCOMPARE(message.channel, Channel::X);
            QCOMPARE(message.audience, Audience::Public);
            QCOMPARE(message.conversationKey, QStringLiteral("S"));
            QCOMPARE(message.personHandle, QStringLiteral("Ann"));
        }
    }

    void aLinkedAnswerThatIsAlreadyThereIsNotDoubled()
    {
        const auto dialogue = read(R"({
            "agentURL": {"turn": "1", "tweet_ID": "1245425308704149506", "url_utterance": "see here"},
            "dialogContent": [{"agent": "Shop", "datetime": "2020-04-01T17:31:32.000Z", "message": "see",
                               "tweet_ID": "1245425308704149506"}],
            "dialogHeader": {"company": "Shop", "sessionID": "S"}})");

        QCOMPARE(dialogue.messages.size(), 1);
    }

    void aBrokenTurnDoesNotCostTheDialogue()
    {
        const auto dialogue = read(R"({"dialogContent": [{"message": "who?"}, {"client": "A", "message": "x",
            "tweet_ID": "1245425308704149506"}], "dialogHeader": {"sessionID": "S"}})");

        QCOMPARE(dialogue.broken.size(), 1);
        QCOMPARE(dialogue.messages.size(), 1);
    }

    void nothingOfTheCollectionIsLost()
    {
        if (!QFileInfo::exists(dialogues)) {
            QSKIP("the dialogues are not here");
        }
        const auto source = CareSource::open(dialogues);
        QVERIFY(source);

        const auto all = test::drain(**source);

        QVERIFY(!all.error && all.problems.isEmpty());
        QCOMPARE(all.messages.size(), 686 + 525);
        QSet<QString> ids;
        QSet<QString> conversations;
        for (const auto &message : all.messages) {
            ids.insert(message.remoteId);
            conversations.insert(message.conversationKey);
            QVERIFY(!message.personHandle.isEmpty());
            QVERIFY(!message.text.isEmpty());
            const auto fromId = instantOfTweet(message.remoteId.section(u'/', 1));
            QVERIFY(fromId && std::abs(toMillis(*fromId) - toMillis(message.sentAt)) <= 1000);
        }
        QCOMPARE(ids.size(), all.messages.size());
        QCOMPARE(conversations.size(), 525);
        QCOMPARE(std::ranges::count(all.messages, Direction::Outgoing, &IncomingMessage::direction),
                 61 + 525);
    }

    void resumingAfterAnyStepGivesTheSameMessages()
    {
        if (!QFileInfo::exists(dialogues)) {
            QSKIP("the dialogues are not here");
        }
        const auto first = CareSource::open(dialogues);
        QVERIFY(first);
        const auto all = test::drain(**first);
        QVERIFY(all.cursors.size() > 2);

        for (qsizetype i = 0; i < all.cursors.size(); ++i) {
            const auto source = CareSource::open(dialogues);
            QVERIFY(source && (*source)->resume(all.cursors.at(i)));

            QCOMPARE(all.messages.first(all.counts.at(i)) + test::drain(**source).messages, all.messages);
        }
    }
};

QTEST_GUILESS_MAIN(TestSocialCare)
#include "tst_socialcare.moc"
