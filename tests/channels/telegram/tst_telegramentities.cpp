// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/telegram/entities.h"
#include "tests/channels/telegram/telegrambot.h"

#include <QJsonDocument>
#include <QRandomGenerator>

namespace aside {

using namespace Qt::StringLiterals;
using namespace test;

namespace {

/// What the operator would have typed for what the server has.
QString typedFor(const QJsonObject &sent, const QString &text, const QString &entities)
{
    const QByteArray json = QJsonDocument(sent.value(entities).toArray()).toJson();
    const Result<JsonValue> read = readJson(json);
    return read ? withSigns(telegram::markedText(sent.value(text).toString(), *read)) : u"no JSON"_s;
}

OutgoingFile file(const QString &name)
{
    return {.name = name, .mimeType = u"application/pdf"_s, .alt = {}, .data = "%PDF"};
}

QString randomText(QRandomGenerator &random)
{
    static const QStringList pieces{u"**"_s,  u"__"_s, u"~~"_s,     u"`"_s,  u"[a](https://f.example/ж)"_s,
                                    u" "_s,   u"x"_s,  u"да"_s,     u"👍"_s, u"."_s,
                                    u"<b>"_s, u"\n"_s, u"\n```\n"_s};
    QString text = u"Hello"_s;
    for (int at = random.bounded(1, 25); at > 0; --at) {
        text += pieces.at(random.bounded(pieces.size()));
    }
    return text + u"."_s;
}

} // namespace

/// Bold words, code and links go as entities, and are the same when they are read back.
class TestTelegramEntities : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void marksBecomeEntities();
    void plainTextHasNone();
    void captionsHaveThem();
    void whatIsSentIsWhatWasTyped();
    void entitiesOfOthersAreLeftOut();
};

void TestTelegramEntities::marksBecomeEntities()
{
    Bot bot;
    bot.server.write(anna, u"Hello"_s);

    const QString typed = u"👍 **Free** of charge: see [the __terms__](https://shop.example/t), `A-1`."_s;
    QVERIFY(std::holds_alternative<Sent>(bot.send(privately(typed))));

    const QJsonObject sent = bot.server.sent.constFirst();
    QCOMPARE(sent.value("text"_L1).toString(), u"👍 Free of charge: see the __terms__, A-1."_s);
    const QJsonArray entities = sent.value("entities"_L1).toArray();
    QCOMPARE(entities.size(), 3);
    QCOMPARE(entities.at(0).toObject(),
             (QJsonObject{{u"type"_s, u"bold"_s}, {u"offset"_s, 3}, {u"length"_s, 4}}));
    QCOMPARE(entities.at(1)["url"_L1].toString(), u"https://shop.example/t"_s);
    QVERIFY(!sent.contains("parse_mode"_L1));
    QCOMPARE(typedFor(sent, u"text"_s, u"entities"_s), typed);
    QCOMPARE(bot.server.refused, QStringList());
}

void TestTelegramEntities::plainTextHasNone()
{
    Bot bot;
    bot.server.write(anna, u"Hello"_s);

    const QString typed = u"2 ** 3 < 9 & snake__case__name *now* _so_"_s;
    QVERIFY(std::holds_alternative<Sent>(bot.send(privately(typed))));

    QCOMPARE(bot.server.sent.constFirst().value("text"_L1).toString(), typed);
    QVERIFY(!bot.server.sent.constFirst().contains("entities"_L1));
}

void TestTelegramEntities::captionsHaveThem()
{
    Bot bot;
    bot.server.write(anna, u"Hello"_s);
    OutgoingMessage one = privately(u"The **bill**"_s);
    one.files = {file(u"a.pdf"_s)};
    OutgoingMessage two = one;
    two.files.append(file(u"b.pdf"_s));
    OutgoingMessage atTheLimit = one;
    atTheLimit.text = u"**"_s + QString(1024, u'a') + u"**"_s; // the signs do not count

    QVERIFY(std::holds_alternative<Sent>(bot.send(one)));
    QVERIFY(std::holds_alternative<Sent>(bot.send(two)));
    QVERIFY(std::holds_alternative<Sent>(bot.send(atTheLimit)));

    QCOMPARE(typedFor(bot.server.sent.at(0), u"caption"_s, u"caption_entities"_s), one.text);
    const QJsonArray media = bot.server.sent.at(1).value("media"_L1).toArray();
    QCOMPARE(typedFor(media.at(1).toObject(), u"caption"_s, u"caption_entities"_s), one.text);
    QVERIFY(!media.at(0).toObject().contains("caption"_L1));
    QCOMPARE(bot.server.count(u"sendMessage"_s), 0);
    QCOMPARE(bot.server.refused, QStringList());
}

void TestTelegramEntities::whatIsSentIsWhatWasTyped()
{
    Bot bot;
    bot.server.write(anna, u"Hello"_s);
    QRandomGenerator random(7);
    qsizetype entities = 0;
    for (int round = 0; round < 300; ++round) {
        const QString typed = randomText(random);

        QVERIFY(std::holds_alternative<Sent>(bot.send(privately(typed))));

        const QJsonObject &sent = bot.server.sent.constLast();
        QCOMPARE(typedFor(sent, u"text"_s, u"entities"_s), typed);
        entities += sent.value("entities"_L1).toArray().size();
    }
    QVERIFY(entities > 100); // the test would say little else
    QCOMPARE(bot.server.refused, QStringList());
}

void TestTelegramEntities::entitiesOfOthersAreLeftOut()
{
    const Result<JsonValue> entities
        = readJson(R"([{"type":"bot_command","offset":0,"length":6},{"type":"bold","offset":7,"length":2},
                       {"type":"italic","offset":8,"length":5},{"type":"code","offset":90,"length":2}])");
    QVERIFY(entities);

    const MarkedText marked = telegram::markedText(u"/start ab cdef"_s, *entities);

    QCOMPARE(marked.marks, (QList<TextMark>{{.kind = MarkKind::Bold, .range = {.start = 7, .length = 2}}}));
}

} // namespace aside

QTEST_GUILESS_MAIN(aside::TestTelegramEntities)
#include "tst_telegramentities.moc"
