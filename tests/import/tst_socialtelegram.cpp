// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/telegramsource.h"
#include "tests/support/fakesink.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace aside;

namespace {

test::Drained read(const QString &path)
{
    const auto source = TelegramSource::open(path);
    return source ? test::drain(**source) : test::Drained{.error = source.error()};
}

const QString single = QStringLiteral(TEST_DATA_DIR "/social/telegram/single.json");
const QString full = QStringLiteral(TEST_DATA_DIR "/social/full.json");

} // namespace

class TestSocialTelegram : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aChatBecomesOneConversation()
    {
        const auto all = read(single);

        QCOMPARE(all.messages.size(), 7);
        for (const auto &message : all.messages) {
            QCOMPARE(message.channel, Channel::Telegram);
            QCOMPARE(message.audience, Audience::Private);
            QCOMPARE(message.conversationKey, QStringLiteral("1001"));
            QCOMPARE(message.personName, QStringLiteral("Анна Петрова"));
            QCOMPARE(message.personHandle, QStringLiteral("user1001"));
        }
        QCOMPARE(all.messages.at(1).remoteId, QStringLiteral("1001/2"));
        QCOMPARE(all.messages.at(1).direction, Direction::Incoming);
        QCOMPARE(toMillis(all.messages.at(1).sentAt), 1'709'287'260'000);
    }

    void serviceMessagesAreEvents()
    {
        const auto all = read(single);

        QCOMPARE(all.messages.first().direction, Direction::Event);
        QCOMPARE(all.messages.first().text, QStringLiteral("phone call"));
    }

    void ourAnswersAreOutgoingAndSayWhatTheyAnswer()
    {
        const auto answer = read(single).messages.at(2);

        QCOMPARE(answer.direction, Direction::Outgoing);
        QCOMPARE(answer.references, QStringList{QStringLiteral("1001/2")});
        QCOMPARE(answer.text, QStringLiteral("Он в пути, см. тут (https://shop.example/t)"));
    }

    void filesOfTheExportAreAttachedAndNoOthers()
    {
        const auto all = read(single);

        QCOMPARE(all.messages.at(3).attachments.size(), 1);
        QCOMPARE(all.messages.at(3).attachments.first().name, QStringLiteral("note.txt"));
        QCOMPARE(all.messages.at(3).attachments.first().data, QByteArray("a note"));
        for (const int outside : {4, 5, 6}) {
            QVERIFY(all.messages.at(outside).attachments.isEmpty());
        }
        QCOMPARE(std::ranges::count_if(all.problems,
                                       [](const auto &it) { return it.error.code == Errc::InvalidInput; }),
                 2);
        QCOMPARE(std::ranges::count_if(all.problems,
                                       [](const auto &it) { return it.error.code == Errc::BrokenItem; }),
                 1);
    }

    void aLinkOutOfTheExportIsNotFollowed()
    {
        const QTemporaryDir dir;
        const QTemporaryDir elsewhere;
        QVERIFY(QFile::copy(QStringLiteral(TEST_DATA_DIR "/social/outside.txt"),
                            elsewhere.filePath(QStringLiteral("secret.txt"))));
        QVERIFY(QFile::link(elsewhere.path(), dir.filePath(QStringLiteral("files"))));
        const QString root = QFileInfo(dir.path()).canonicalFilePath();

        const auto read = readTelegramFile(
            root, {.path = QStringLiteral("files/secret.txt"), .name = {}, .mimeType = {}});

        QVERIFY(!read);
        QCOMPARE(read.error().code, Errc::InvalidInput);
    }

    void aFullExportKnowsWhoWeAreAndWhoCanRead()
    {
        const auto all = read(full);

        QVERIFY(all.problems.isEmpty());
        QCOMPARE(all.messages.size(), 4);
        QCOMPARE(all.messages.at(0).direction, Direction::Incoming);
        QCOMPARE(all.messages.at(1).direction, Direction::Outgoing);
        QCOMPARE(all.messages.at(2).audience, Audience::Public);
        QCOMPARE(all.messages.at(2).conversationKey, QStringLiteral("77"));
        QCOMPARE(all.messages.at(2).subject, QStringLiteral("Fans"));
        QCOMPARE(all.messages.at(2).personName, QStringLiteral("Eve"));
        QCOMPARE(all.messages.at(3).direction, Direction::Outgoing);
        QCOMPARE(all.messages.at(3).audience, Audience::Private);
    }

    void resumingAfterAnyStepGivesTheSameMessages()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("result.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"personal_information":{"user_id":42},"chats":{"list":[)");
        for (int chat = 1; chat <= 3; ++chat) {
            file.write(chat > 1 ? "," : "");
            file.write(R"({"name":"A","type":"personal_chat","id":)" + QByteArray::number(chat)
                       + R"(,"messages":[)");
            for (int id = 1; id <= 700; ++id) {
                file.write(
                    (id > 1 ? "," : "") + QByteArray(R"({"id":)") + QByteArray::number(id)
                    + R"(,"type":"message","date_unixtime":"1709287200","from_id":"user42","text":"x"})");
            }
            file.write("]}");
        }
        file.write("]}}");
        file.close();
        const auto all = read(path);
        QCOMPARE(all.messages.size(), 2100);
        QVERIFY(all.cursors.size() > 4);

        for (qsizetype i = 0; i < all.cursors.size(); ++i) {
            const auto source = TelegramSource::open(path);
            QVERIFY(source && (*source)->resume(all.cursors.at(i)));

            const auto rest = test::drain(**source);

            QVERIFY(rest.problems.isEmpty());
            QCOMPARE(all.messages.first(all.counts.at(i)) + rest.messages, all.messages);
        }
    }

    void aForeignCursorIsRefused()
    {
        const auto source = TelegramSource::open(full);
        QVERIFY(source);

        QVERIFY(!(*source)->resume("12 3"));
    }
};

QTEST_GUILESS_MAIN(TestSocialTelegram)
#include "tst_socialtelegram.moc"
