// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/journeys/programs.h"

#include <QSet>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace aside::test;

namespace {

constexpr int messageCount = 2000;
constexpr int shownConversations = 60;

const QString english = QStringLiteral("/usr/share/dict/american-english");
const QString russian = QStringLiteral("/usr/share/hunspell/ru_RU.dic");
const QString generator = QStringLiteral(TEST_DATA_DIR "/../bench/gen_corpus.py");
const QString counter = QStringLiteral(TEST_DATA_DIR "/../journeys/count_phrases.py");

} // namespace

/// The generator counts the words it writes, and so knows without our code what a search must find.
class TestSearchOracle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyTermIsFound_data();
    void everyTermIsFound();
    void prefixesAndPhrasesAreFound();
    void conversationsAreTheOnesWritten();
    void agentsAreOutgoing();
    void importingAgainAddsNothing();

private:
    [[nodiscard]] QStringList importArguments() const
    {
        return {QStringLiteral("import"), m_folder.filePath(QStringLiteral("corpus.mbox")),
                QStringLiteral("--own"), QStringLiteral("@support.test")};
    }
    [[nodiscard]] QJsonArray hits(const QString &query) const
    {
        return asidectl(m_profile,
                        {QStringLiteral("search"), QStringLiteral("--limit"), QStringLiteral("0"),
                         QStringLiteral("--"), query})
            .json()
            .value(u"hits")
            .toArray();
    }

    [[nodiscard]] QJsonObject counted() const;

    QTemporaryDir m_folder;
    QString m_python;
    QString m_profile;
    QJsonObject m_manifest;
};

void TestSearchOracle::initTestCase()
{
    m_python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (m_python.isEmpty() || !QFile::exists(english) || !QFile::exists(russian)) {
        QSKIP("python3 or the word lists (wamerican, hunspell-ru) are missing");
    }
    m_profile = m_folder.filePath(QStringLiteral("profile"));
    const Ended made
        = runProgram(m_python,
                     {generator, QStringLiteral("--messages"), QString::number(messageCount),
                      QStringLiteral("--format"), QStringLiteral("mbox"), QStringLiteral("--out"),
                      m_folder.path(), QStringLiteral("--en"), english, QStringLiteral("--ru"), russian});
    QVERIFY2(made.exitCode == 0, made.words().constData());
    m_manifest
        = QJsonDocument::fromJson(readFile(m_folder.filePath(QStringLiteral("manifest.json")))).object();
    QVERIFY(!m_manifest.isEmpty());

    const Ended imported = asidectl(m_profile, importArguments());

    QVERIFY2(imported.exitCode == 0, imported.words().constData());
    QCOMPARE(imported.json().value(u"imported").toInt(), messageCount);
    QCOMPARE(imported.json().value(u"skipped").toInt(), 0);
}

/// Phrases and how many messages hold them in their own text.
QJsonObject TestSearchOracle::counted() const
{
    const QJsonObject terms = m_manifest.value(u"terms").toObject();
    QStringList arguments{counter, m_folder.filePath(QStringLiteral("corpus.mbox"))};
    for (const QString &key : {QStringLiteral("en_phrase"), QStringLiteral("ru_phrase")}) {
        for (const auto &phrase : terms.value(key).toArray()) {
            arguments.append(phrase.toString());
        }
    }
    return runProgram(m_python, arguments).json();
}

void TestSearchOracle::everyTermIsFound_data()
{
    QTest::addColumn<QString>("term");
    QTest::addColumn<int>("count");

    const QJsonObject languages = m_manifest.value(u"terms").toObject();
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("ru")}) {
        const QJsonObject kinds = languages.value(language).toObject();
        for (const QString &kind : kinds.keys()) {
            const QJsonObject terms = kinds.value(kind).toObject();
            for (auto it = terms.begin(); it != terms.end(); ++it) {
                QTest::addRow("%s %s %s", qPrintable(language), qPrintable(kind), qPrintable(it.key()))
                    << it.key() << it.value().toInt();
            }
        }
    }
}

void TestSearchOracle::everyTermIsFound()
{
    QFETCH(const QString, term);
    QFETCH(const int, count);

    const QJsonArray found = hits(term);

    QVERIFY2(found.size() >= count,
             (QByteArray::number(found.size()) + " of " + QByteArray::number(count)).constData());
    QSet<int> messages;
    for (const auto &value : found) {
        const QJsonObject hit = value.toObject();
        QVERIFY(hit.value(u"conversation").toInt() > 0);
        QVERIFY(hit.value(u"message").toInt() > 0);
        QVERIFY(!hit.value(u"snippet").toString().isEmpty());
        messages.insert(hit.value(u"message").toInt());
    }
    QCOMPARE(messages.size(), found.size()); // no message twice
}

void TestSearchOracle::prefixesAndPhrasesAreFound()
{
    const QJsonObject phrases = counted();
    QVERIFY(!phrases.isEmpty());
    for (auto it = phrases.begin(); it != phrases.end(); ++it) {
        const auto found = hits(u'"' + it.key() + u'"').size();
        QVERIFY2(found >= it.value().toInt(),
                 QStringLiteral("\"%1\": %2 of %3")
                     .arg(it.key())
                     .arg(found)
                     .arg(it.value().toInt())
                     .toUtf8()
                     .constData());
    }
    const QJsonObject terms = m_manifest.value(u"terms").toObject();
    for (const QString &key : {QStringLiteral("en_prefix"), QStringLiteral("ru_prefix")}) {
        const QJsonArray prefixes = terms.value(key).toArray();
        QVERIFY(!prefixes.isEmpty());
        for (const auto &prefix : prefixes) {
            QVERIFY2(!hits(prefix.toString() + u'*').isEmpty(), prefix.toString().toUtf8().constData());
        }
    }
}

void TestSearchOracle::conversationsAreTheOnesWritten()
{
    const Ended inbox = asidectl(m_profile, {QStringLiteral("inbox")});

    QVERIFY2(inbox.exitCode == 0, inbox.words().constData());
    const QJsonArray all = inbox.json().value(u"conversations").toArray();
    QCOMPARE(all.size(), m_manifest.value(u"conversations").toInt());
    QMap<int, int> lengths;
    for (const auto &conversation : all) {
        ++lengths[conversation.toObject().value(u"messages").toInt()];
    }
    const QJsonObject written = m_manifest.value(u"thread_len").toObject();
    QCOMPARE(lengths.size(), written.size());
    for (auto it = written.begin(); it != written.end(); ++it) {
        QCOMPARE(lengths.value(it.key().toInt()), it.value().toInt());
    }
}

void TestSearchOracle::agentsAreOutgoing()
{
    const Ended inbox = asidectl(
        m_profile, {QStringLiteral("inbox"), QStringLiteral("--limit"), QString::number(shownConversations)});
    const QJsonArray shown = inbox.json().value(u"conversations").toArray();
    QCOMPARE(shown.size(), shownConversations);
    int outgoing = 0;
    for (const auto &conversation : shown) {
        const QString id = QString::number(conversation.toObject().value(u"id").toInt());
        const Ended show = asidectl(m_profile, {QStringLiteral("show"), id});
        QVERIFY2(show.exitCode == 0, show.words().constData());
        for (const auto &value : show.json().value(u"messages").toArray()) {
            const QJsonObject message = value.toObject();
            const bool ours = message.value(u"handle").toString().endsWith(u"@support.test");
            QCOMPARE(message.value(u"direction").toString(),
                     ours ? QStringLiteral("outgoing") : QStringLiteral("incoming"));
            outgoing += ours ? 1 : 0;
        }
    }
    QVERIFY(outgoing > 0);
}

void TestSearchOracle::importingAgainAddsNothing()
{
    const Ended again = asidectl(m_profile, importArguments());

    QVERIFY2(again.exitCode == 0, again.words().constData());
    QCOMPARE(again.json().value(u"imported").toInt(), 0);
    QCOMPARE(again.json().value(u"conversations").toInt(), 0);
    QCOMPARE(again.json().value(u"duplicates").toInt(), messageCount);
    QCOMPARE(conversationCount(m_profile), m_manifest.value(u"conversations").toInt());
    QVERIFY(isHealthy(m_profile));
}

QTEST_GUILESS_MAIN(TestSearchOracle)
#include "tst_searchoracle.moc"
