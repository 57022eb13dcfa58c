// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/phrasebook.h"
#include "models/check/publictalk.h"
#include "models/check/textreader.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Instant start = fromMillis(1'800'000'000'000);
const QString folder = QStringLiteral(TEST_DATA_DIR "/../../resources/templates/private");

Message said(Direction direction, const QString &text, int hour, const QString &handle = u"@anna"_s)
{
    Message one;
    one.direction = direction;
    one.text = text;
    one.handle = handle;
    one.sentAt = start + std::chrono::hours(hour);
    return one;
}

Message theirs(const QString &text, int hour, const QString &handle = u"@anna"_s)
{
    return said(Direction::Incoming, text, hour, handle);
}

Message ours(const QString &text, int hour)
{
    return said(Direction::Outgoing, text, hour, u"@shop"_s);
}

const QString invitation = u"Напишите нам, пожалуйста, в личные сообщения."_s;

} // namespace

class TestPublicTalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theWishIsHeard_data();
    void theWishIsHeard();
    void theLastWishCounts();
    void whatOthersWishIsNotTheirs();
    void invitationsAreCounted();
    void anAnswerInPrivateEndsTheCount();
    void whoAsksForAPrivateTalkIsNotPursued();
    void theTemplatesCountAsTheyShould_data();
    void theTemplatesCountAsTheyShould();

private:
    [[nodiscard]] PublicTalk read(const QList<Message> &messages, const PublicTalkQuestion &question)
    {
        return readPublicTalk(messages, question, m_reader);
    }

    TextReader m_reader{PhraseBook::load({})};
};

void TestPublicTalk::theWishIsHeard_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TalkWish>("wish");
    const auto row = [](const QString &text, TalkWish wish) {
        QTest::newRow(qPrintable(text)) << text << wish;
    };
    row(u"Не буду я писать вам в личку, ответьте здесь!"_s, TalkWish::StayPublic);
    row(u"Никаких личных сообщений, пусть все видят."_s, TalkWish::StayPublic);
    row(u"Отвечайте публично, пожалуйста"_s, TalkWish::StayPublic);
    row(u"Давайте обсудим это здесь, при всех"_s, TalkWish::StayPublic);
    row(u"Зачем мне ваша личка? Где мои деньги?"_s, TalkWish::StayPublic);
    row(u"I won't go to your DMs. Answer here."_s, TalkWish::StayPublic);
    row(u"No DMs please, everyone should see this."_s, TalkWish::StayPublic);
    row(u"Please reply publicly"_s, TalkWish::StayPublic);
    row(u"Let's keep it public"_s, TalkWish::StayPublic);
    row(u"Напишите мне в личку, расскажу"_s, TalkWish::GoPrivate);
    row(u"Please DM me"_s, TalkWish::GoPrivate);
    row(u"Можно в личные сообщения?"_s, TalkWish::GoPrivate);
    row(u"Третью неделю жду лампу, никто не отвечает!"_s, TalkWish::None);
    row(u"Я вам писала в личные сообщения, вы не ответили"_s, TalkWish::None);
    row(u"You don't answer my DMs"_s, TalkWish::None);
    row(u"Здесь продаются лампы?"_s, TalkWish::None);
    row(u"Where is my parcel?"_s, TalkWish::None);
    row(QString(), TalkWish::None);
}

void TestPublicTalk::theWishIsHeard()
{
    QFETCH(const QString, text);
    QFETCH(const TalkWish, wish);

    QCOMPARE(read({theirs(text, 0)}, {.handle = u"@anna"_s}).wish, wish);
}

void TestPublicTalk::theLastWishCounts()
{
    const auto stay = theirs(u"Ответьте здесь."_s, 0);
    const auto move = theirs(u"Ладно, напишите в личку."_s, 2);
    const auto both = theirs(u"Напишите в личку. Хотя нет, ответьте здесь."_s, 3);

    QCOMPARE(read({stay, move}, {}).wish, TalkWish::GoPrivate);
    QCOMPARE(read({stay, move, both}, {}).wish, TalkWish::StayPublic);
    QCOMPARE(read({stay, theirs(u"Спасибо"_s, 1)}, {}).wish, TalkWish::StayPublic);
}

void TestPublicTalk::whatOthersWishIsNotTheirs()
{
    const auto talk = read({theirs(u"Где заказ?"_s, 0), theirs(u"Отвечайте здесь!"_s, 5, u"@oleg"_s)},
                           {.handle = u"@Anna"_s});

    QCOMPARE(talk.wish, TalkWish::None);
    QCOMPARE(talk.askedAt, start);
}

void TestPublicTalk::invitationsAreCounted()
{
    const auto talk = read({theirs(u"Где заказ?"_s, 0), ours(invitation, 1), theirs(u"Где он?"_s, 2),
                            ours(u"Узнаем завтра."_s, 3), ours(u"Можно вам позвонить?"_s, 4),
                            said(Direction::Note, invitation, 5)},
                           {.handle = u"@anna"_s});

    QCOMPARE(talk.approaches, 2);
    QCOMPARE(talk.askedAt, start + 2h);
}

void TestPublicTalk::anAnswerInPrivateEndsTheCount()
{
    const QList<Message> messages{ours(invitation, 1), ours(invitation, 5)};

    QCOMPARE(read(messages, {}).approaches, 2);
    QCOMPARE(read(messages, {.handle = {}, .wroteInPrivateAt = start + 2h}).approaches, 1);
    QCOMPARE(read(messages, {.handle = {}, .wroteInPrivateAt = start + 9h}).approaches, 0);
}

void TestPublicTalk::whoAsksForAPrivateTalkIsNotPursued()
{
    const QList<Message> messages{ours(invitation, 1), ours(invitation, 2),
                                  theirs(u"Хорошо, напишите мне в личку."_s, 3)};

    QCOMPARE(read(messages, {}).approaches, 0);
}

void TestPublicTalk::theTemplatesCountAsTheyShould_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("approaches");
    const QStringList approaching{u"written"_s, u"invite"_s, u"ask-call"_s, u"choice"_s};
    const QStringList others{u"agreed"_s, u"answer"_s, u"closing"_s};
    for (QDirIterator files(folder, {u"*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
         files.hasNext();) {
        const auto file = files.nextFileInfo();
        const auto kind = file.baseName().section(u'-', 0, -2);
        if (approaching.contains(kind) || others.contains(kind)) {
            QTest::newRow(qPrintable(file.filePath().sliced(folder.size() + 1)))
                << file.filePath() << (approaching.contains(kind) ? 1 : 0);
        }
    }
}

/// What we send ourselves is an approach where it leads away from here, and only there.
void TestPublicTalk::theTemplatesCountAsTheyShould()
{
    QFETCH(const QString, path);
    QFETCH(const int, approaches);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto text = QString::fromUtf8(file.readAll()).section(u"+++"_s, 2).trimmed();
    static const QRegularExpression tags(u"\\{%[^%]*%\\}|\\{\\{[^}]*\\}\\}"_s);
    text.replace(tags, u" "_s);

    QCOMPARE(read({ours(text, 0)}, {}).approaches, approaches);
}

QTEST_APPLESS_MAIN(TestPublicTalk)
#include "tst_publictalk.moc"
