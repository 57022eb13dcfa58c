// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/json.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

JsonValue read(const QByteArray &bytes)
{
    return readJson(bytes).value_or(JsonValue());
}

Errc failure(const QByteArray &bytes, JsonLimits limits = {})
{
    const Result<JsonValue> value = readJson(bytes, limits);
    return value ? Errc::Internal : value.error().code;
}

} // namespace

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void idsStayWhatTheyAre_data();
    void idsStayWhatTheyAre();
    void whatIsNotThereReadsAsNothing();
    void textsAreDecoded();
    void whatIsNoJsonSaysWhy_data();
    void whatIsNoJsonSaysWhy();
    void limitsHold();
    void suiteOfSeriotIsReadAsItSays();
    void noByteBringsItDown();
};

void TestJson::idsStayWhatTheyAre_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("id");
    QTest::newRow("beyond a double") << "9007199254740993"_ba << u"9007199254740993"_s;
    QTest::newRow("the largest") << "9223372036854775807"_ba << u"9223372036854775807"_s;
    QTest::newRow("a group of VK") << "-225000000"_ba << u"-225000000"_s;
    QTest::newRow("a group of Telegram") << "-1002147483649"_ba << u"-1002147483649"_s;
    QTest::newRow("a string") << "\"109743280465837465\""_ba << u"109743280465837465"_s;
    QTest::newRow("a fraction is none") << "1.5"_ba << QString();
    QTest::newRow("more than 64 bits is none") << "92233720368547758070"_ba << QString();
    QTest::newRow("a list is none") << "[1]"_ba << QString();
}

void TestJson::idsStayWhatTheyAre()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, id);

    QCOMPARE(read("{\"id\":" + json + "}")[u"id"].id(), id);
}

void TestJson::whatIsNotThereReadsAsNothing()
{
    const JsonValue value = read("{\"a\":{\"b\":[1,2,true,null,1e2]},\"ok\":1,\"no\":2}");

    QCOMPARE(value[u"a"][u"b"].items().size(), 5);
    QCOMPARE(value[u"a"][u"b"].items().at(1).integer(), std::optional<qint64>(2));
    QCOMPARE(value[u"a"][u"b"].items().at(4).number(), std::optional(100.0));
    QCOMPARE(value[u"a"][u"b"].items().at(2).boolean(), std::optional(true));
    QCOMPARE(value[u"ok"].boolean(), std::optional(true));
    QCOMPARE(value[u"no"].boolean(), std::nullopt);
    QVERIFY(value[u"a"][u"c"][u"d"].isNull());
    QVERIFY(value[u"a"].text().isEmpty());
    QVERIFY(!value.has(u"c"));
    QCOMPARE(value.names(), (QStringList{u"a"_s, u"ok"_s, u"no"_s}));
}

void TestJson::textsAreDecoded()
{
    const QByteArray escaped = "\"\\u0416\\ud83d\\ude42 \\\"\\\\\\/\\b\\f\\n\\r\\t\"";
    const QString meant = u"Ж🙂 \"\\/\b\f\n\r\t"_s;
    const QString withoutHalf = u"a\uFFFDb"_s;

    QCOMPARE(read(escaped).text(), meant);
    QCOMPARE(read("\"Ж🙂\"").text(), u"Ж🙂"_s);
    QCOMPARE(read("\"a\\ud800b\"").text(), withoutHalf);
    QCOMPARE(read("\"\\ud800\\u0041\"").text(), u"\uFFFDA"_s);
    QCOMPARE(read("\"a\\u0000b\"").text().size(), 3);
}

void TestJson::whatIsNoJsonSaysWhy_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<Errc>("code");
    QTest::newRow("nothing") << ""_ba << Errc::Empty;
    QTest::newRow("blanks") << " \r\n"_ba << Errc::Empty;
    QTest::newRow("a page") << "\n<!DOCTYPE html><html></html>"_ba << Errc::UnknownFormat;
    QTest::newRow("cut in a text") << "{\"a\":\"b"_ba << Errc::Truncated;
    QTest::newRow("cut in a word") << "[tru"_ba << Errc::Truncated;
    QTest::newRow("cut in an object") << "{\"a\":1,"_ba << Errc::Truncated;
    QTest::newRow("cut behind a name") << "{\"a\""_ba << Errc::Truncated;
    QTest::newRow("more behind it") << "{} {}"_ba << Errc::BadAnswer;
    QTest::newRow("a name twice") << "{\"a\":1,\"a\":1}"_ba << Errc::BadAnswer;
    QTest::newRow("the same name, escaped") << "{\"a\":1,\"\\u0061\":1}"_ba << Errc::BadAnswer;
    QTest::newRow("a comma too many") << "[1,]"_ba << Errc::BadAnswer;
    QTest::newRow("no utf-8") << "\"\xff\""_ba << Errc::BadAnswer;
    QTest::newRow("a line in a text") << "\"a\nb\""_ba << Errc::BadAnswer;
    QTest::newRow("words") << "Too many requests"_ba << Errc::BadAnswer;
}

void TestJson::whatIsNoJsonSaysWhy()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const Errc, code);

    QCOMPARE(failure(bytes), code);
}

void TestJson::limitsHold()
{
    const auto nested = [](int depth) {
        return QByteArray(depth, '[') + QByteArray(depth, ']');
    };

    QVERIFY(readJson(nested(64)));
    QCOMPARE(failure(nested(65)), Errc::TooDeep);
    QCOMPARE(failure(QByteArray(1'000'000, '[')), Errc::TooDeep);
    QCOMPARE(failure("\"12345678\"", {.mostBytes = 9}), Errc::TooLarge);
    QVERIFY(readJson("\"1234567\"", {.mostBytes = 9}));
    QCOMPARE(failure("[1,2,3]", {.mostValues = 3}), Errc::TooLarge);
    QVERIFY(readJson("[1,2,3]", {.mostValues = 4}));
}

void TestJson::suiteOfSeriotIsReadAsItSays()
{
    const QDir folder(QStringLiteral(SHARED_DIR) + u"/data/text/json-nst/test_parsing"_s);
    if (!folder.exists()) {
        QSKIP("the suite is not here");
    }
    int count = 0;
    for (const QString &name : folder.entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Result<JsonValue> value = readJson(file.readAll());
        const bool isTwice = name.startsWith(u"y_object_duplicated_key"); // ours to refuse
        if (name.startsWith(u'y')) {
            QVERIFY2(value.has_value() != isTwice, qPrintable(name));
        } else if (name.startsWith(u'n')) {
            QVERIFY2(!value, qPrintable(name));
        }
        ++count;
    }
    QVERIFY(count >= 318);
}

void TestJson::noByteBringsItDown()
{
    const QByteArray good
        = "{\"ok\":true,\"result\":[{\"update_id\":9007199254740993,\"text\":\"\\ud83d\\ude42 é\"}]}";
    QRandomGenerator random(7);
    for (int round = 0; round < 10'000; ++round) {
        QByteArray bytes = good.first(random.bounded(static_cast<int>(good.size())) + 1);
        for (int change = random.bounded(4); change > 0; --change) {
            bytes[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
        }
        if (const Result<JsonValue> value = readJson(bytes); !value) {
            QVERIFY(value.error().code != Errc::Internal);
        }
    }
}

QTEST_GUILESS_MAIN(TestJson)
#include "tst_json.moc"
