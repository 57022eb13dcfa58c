// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/caresource.h"
#include "app/import/social/jsonstream.h"
#include "app/import/social/telegramsource.h"
#include "tests/support/fakesink.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString write(const QTemporaryDir &dir, const QByteArray &bytes)
{
    const QString path = dir.filePath(QStringLiteral("result.json"));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

/// The whole text as one value.
Result<QJsonValue> readWhole(const QByteArray &bytes)
{
    const auto in = ByteReader::over(bytes);
    JsonStream json(*in);
    auto value = json.value();
    if (!value) {
        return value;
    }
    const auto rest = json.finish();
    return rest ? value : std::unexpected(rest.error());
}

constexpr QByteArrayView chatBefore = R"({"name":"A","type":"personal_chat","id":1,"messages":[)";

QByteArray message(int id, const QByteArray &text)
{
    return R"({"id":)" + QByteArray::number(id)
        + R"(,"type":"message","date_unixtime":"1709287200","from_id":"user1","text":)" + text + '}';
}

} // namespace

class TestSocialJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void theParsingSuiteIsJudgedAsItSays_data()
    {
        QTest::addColumn<QString>("path");
        const QDir dir(QStringLiteral(SHARED_DIR "/data/text/json-nst/test_parsing"));
        if (!dir.exists()) {
            QSKIP("the JSON parsing suite is not here");
        }
        const auto names = dir.entryList({QStringLiteral("*.json")}, QDir::Files);
        for (const QString &name : names) {
            QTest::addRow("%s", qPrintable(name)) << dir.filePath(name);
        }
    }

    void theParsingSuiteIsJudgedAsItSays()
    {
        QFETCH(const QString, path);
        const QByteArray bytes = contents(path);
        const QString name = QFileInfo(path).fileName();

        const auto whole = readWhole(bytes);

        if (name.startsWith(u'y')) {
            QVERIFY2(whole, whole ? "" : qPrintable(whole.error().detail));
        } else if (name.startsWith(u'n')) {
            QVERIFY(!whole);
        }
    }

    void theParsingSuiteInsideAnExportDoesNoHarm_data() { theParsingSuiteIsJudgedAsItSays_data(); }

    void theParsingSuiteInsideAnExportDoesNoHarm()
    {
        QFETCH(const QString, path);
        const QTemporaryDir dir;
        const QString file
            = write(dir, chatBefore.toByteArray() + message(1, "\"one\"") + ',' + contents(path) + "]}");

        const auto source = TelegramSource::open(file);
        const auto care = CareSource::open(path);

        QVERIFY(source);
        const auto all = test::drain(**source);
        QVERIFY(!all.error);
        QCOMPARE(all.messages.size(), 1);
        if (QFileInfo(path).fileName().startsWith(u'n')) {
            QVERIFY(!all.problems.isEmpty() || contents(path).trimmed().isEmpty());
        }
        if (care) {
            const auto dialogues = test::drain(**care);
            QVERIFY(!dialogues.error);
            QVERIFY(dialogues.messages.isEmpty());
        }
    }

    void aBadElementIsAProblemAndReadingGoesOn_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::addColumn<Errc>("code");
        QTest::newRow("a wrong number") << message(2, "01") << Errc::BrokenItem;
        QTest::newRow("a word") << message(2, "nil") << Errc::BrokenItem;
        QTest::newRow("no date") << QByteArray(R"({"id":2,"text":"x"})") << Errc::BrokenItem;
        QTest::newRow("no object") << QByteArray("7") << Errc::BrokenItem;
        QTest::newRow("too deep") << message(2, QByteArray(80, '[') + QByteArray(80, ']')) << Errc::TooDeep;
        QTest::newRow("far too deep")
            << message(2, QByteArray(500'000, '[') + QByteArray(500'000, ']')) << Errc::TooDeep;
        QTest::newRow("too large") << message(2, '"' + QByteArray(JsonStream::maxValue, 'x') + '"')
                                   << Errc::TooLarge;
    }

    void aBadElementIsAProblemAndReadingGoesOn()
    {
        QFETCH(const QByteArray, bad);
        QFETCH(const Errc, code);
        const QTemporaryDir dir;
        const QString file = write(dir,
                                   chatBefore.toByteArray() + message(1, "\"a\"") + ',' + bad + ','
                                       + message(3, "\"b\"") + "]}");

        const auto source = TelegramSource::open(file);
        QVERIFY(source);
        const auto all = test::drain(**source);

        QCOMPARE(all.messages.size(), 2);
        QCOMPARE(all.messages.last().text, QStringLiteral("b"));
        QCOMPARE(all.problems.size(), 1);
        QCOMPARE(all.problems.first().error.code, code);
    }

    void anExportCutAnywhereKeepsWhatWasWhole()
    {
        const QByteArray whole
            = chatBefore.toByteArray() + message(1, "\"a\\\"\"") + ", " + message(2, "[\"b\"]") + "]}";
        const qsizetype firstEnds = whole.indexOf('}') + 1;
        const qsizetype secondEnds = whole.indexOf('}', firstEnds) + 1;
        for (qsizetype cut = 1; cut < whole.size(); ++cut) {
            const QTemporaryDir dir;
            const auto source = TelegramSource::open(write(dir, whole.first(cut)));
            QVERIFY(source);

            const auto all = test::drain(**source);

            QVERIFY(!all.error);
            QCOMPARE(all.problems.size(), 1);
            QCOMPARE(all.problems.first().error.code, Errc::Truncated);
            QCOMPARE(all.messages.size(), (cut >= firstEnds ? 1 : 0) + (cut >= secondEnds ? 1 : 0));
        }
    }

    void aBracketThatClosesNothingEndsTheReading()
    {
        const QTemporaryDir dir;
        const auto source = TelegramSource::open(
            write(dir, chatBefore.toByteArray() + R"({"id":1,"text":[1}},{"id":2}]})"));
        QVERIFY(source);

        const auto all = test::drain(**source);

        QCOMPARE(all.problems.size(), 1);
        QCOMPARE(all.problems.first().error.code, Errc::BrokenItem);
    }

    void naughtyStringsSurvive()
    {
        const QByteArray file = contents(QStringLiteral(SHARED_DIR "/data/text/naughty-strings/blns.json"));
        if (file.isEmpty()) {
            QSKIP("the naughty strings are not here");
        }
        const QJsonArray naughty = QJsonDocument::fromJson(file).array();
        QByteArray messages;
        for (const auto &text : naughty) {
            const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
            messages += (messages.isEmpty() ? "" : ",") + message(1, list);
        }
        const QTemporaryDir dir;
        const auto source = TelegramSource::open(write(dir, chatBefore.toByteArray() + messages + "]}"));
        QVERIFY(source);

        const auto all = test::drain(**source);

        QCOMPARE(all.messages.size(), naughty.size());
        for (qsizetype i = 0; i < naughty.size(); ++i) {
            QCOMPARE(all.messages.at(i).text, naughty.at(i).toString());
        }
    }
};

QTEST_GUILESS_MAIN(TestSocialJson)
#include "tst_socialjson.moc"
