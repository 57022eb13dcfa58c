// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/journeys/programs.h"

#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace aside::test;

namespace {

constexpr quint32 seed = 20260302;
constexpr int allRounds = 200;
constexpr int messageCount = 3000;
constexpr int padding = 400;

int rounds()
{
    bool isNumber = false;
    const int asked = qEnvironmentVariableIntValue("ASIDE_CRASH_ROUNDS", &isNumber);
    return isNumber && asked > 0 ? asked : allRounds;
}

/// "1 2 3 ": any loss, change of order or mixture shows.
QString countingTo(int last)
{
    QString text;
    for (int i = 1; i <= last; ++i) {
        text += QString::number(i) + u' ';
    }
    return text;
}

struct Version {
    int number = 0;
    QString text;
};

Version draftOf(const QString &profile, int conversation)
{
    const Ended ended = asidectl(profile, {QStringLiteral("draft"), QString::number(conversation)});
    const QJsonObject draft = ended.json().value(u"draft").toObject();
    return {.number = ended.exitCode == 0 ? draft.value(u"version").toInt() : -1,
            .text = draft.value(u"text").toString()};
}

} // namespace

/// Programs are killed at random moments: what they acknowledged is there afterwards, and nothing is mixed.
class TestCrash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void draftsSurviveKills();
    void importSurvivesKills();
    void windowSurvivesKills();

private:
    [[nodiscard]] int random(int below) { return static_cast<int>(m_random.bounded(below)); }
    [[nodiscard]] bool startDisplay();
    [[nodiscard]] bool press(const QStringList &what) const;
    void killOneDraft(int round);
    void killOneWindow(int round);

    QRandomGenerator m_random;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_profile;
    std::unique_ptr<Child> m_server;
    QString m_display;
    int m_known = 0; ///< the last number of the draft that was acknowledged
};

void TestCrash::initTestCase()
{
    qInfo("seed %u, %d rounds", seed, rounds());
}

void TestCrash::init()
{
    m_random.seed(seed);
    m_known = 0;
    m_folder = std::make_unique<QTemporaryDir>();
    m_profile = m_folder->filePath(QStringLiteral("profile"));
    const QString start = m_folder->filePath(QStringLiteral("start.mbox"));
    QVERIFY(writeFile(start, mbox(1, 3, padding)));
    const Ended imported = asidectl(m_profile, {QStringLiteral("import"), start});
    QVERIFY2(imported.exitCode == 0, imported.words().constData());
}

/// Some drafts in a row; the last program is killed while it works.
void TestCrash::killOneDraft(int round)
{
    const auto save = [this](int last) {
        return onProfile(
            m_profile,
            {QStringLiteral("draft"), QStringLiteral("1"), QStringLiteral("--text"), countingTo(last)});
    };
    if (round % 4 == 0) {
        const Ended saved = runProgram(asidectlProgram(), save(++m_known));
        QVERIFY2(saved.exitCode == 0, saved.words().constData());
    }
    const int version = draftOf(m_profile, 1).number;
    Child child(asidectlProgram(), save(m_known + 1));

    child->waitForReadyRead(random(40));
    child.kill();
    const bool isAcknowledged = !child.end().json().value(u"draft").toObject().isEmpty();

    const Version found = draftOf(m_profile, 1);
    const bool isNew = found.text == countingTo(m_known + 1);
    QVERIFY2(isNew || (!isAcknowledged && found.text == countingTo(m_known)),
             found.text.toUtf8().constData());
    QCOMPARE(found.number, isNew ? version + 1 : version);
    m_known += isNew ? 1 : 0;
}

void TestCrash::draftsSurviveKills()
{
    for (int round = 0; round < rounds() / 2; ++round) {
        killOneDraft(round);
        if (QTest::currentTestFailed()) {
            qWarning("round %d", round);
            return;
        }
    }
    QVERIFY(m_known > 0);
    QVERIFY(isHealthy(m_profile));
}

void TestCrash::importSurvivesKills()
{
    const QString file = m_folder->filePath(QStringLiteral("all.mbox"));
    QVERIFY(writeFile(file, mbox(1, messageCount, padding)));
    const QStringList command = onProfile(m_profile, {QStringLiteral("import"), file});
    qsizetype before = 3;
    int cut = 0;
    for (int round = 0; round < rounds() / 4; ++round) {
        Child child(asidectlProgram(), command);
        child->waitForFinished(10 + random(90));
        cut += child.isRunning() ? 1 : 0;
        child.kill();

        const qsizetype now = conversationCount(m_profile);

        QVERIFY2(now >= before, QByteArray::number(now).constData());
        QVERIFY(isHealthy(m_profile));
        before = now;
    }
    QVERIFY(cut > 0);

    const Ended rest = runProgram(asidectlProgram(), command);

    QVERIFY2(rest.exitCode == 0, rest.words().constData());
    QCOMPARE(rest.json().value(u"skipped").toInt(), 0);
    QCOMPARE(conversationCount(m_profile), messageCount);
    QCOMPARE(runProgram(asidectlProgram(), command).json().value(u"imported").toInt(), 0);
    QVERIFY(isHealthy(m_profile));
}

/// One X server without a screen for all rounds; it chooses a free number itself.
bool TestCrash::startDisplay()
{
    m_server = std::make_unique<Child>(QStandardPaths::findExecutable(QStringLiteral("Xvfb")),
                                       QStringList{QStringLiteral("-displayfd"), QStringLiteral("1"),
                                                   QStringLiteral("-screen"), QStringLiteral("0"),
                                                   QStringLiteral("1280x800x24"), QStringLiteral("-nolisten"),
                                                   QStringLiteral("tcp")});
    if (!(*m_server)->waitForReadyRead(patience)) {
        return false;
    }
    m_display = u':' + QString::fromLatin1((*m_server)->readAllStandardOutput().trimmed());
    return m_display.size() > 1;
}

bool TestCrash::press(const QStringList &what) const
{
    return Child(QStringLiteral("xdotool"), what, {{QStringLiteral("DISPLAY"), m_display}}).end().exitCode
        == 0;
}

/// Types numbers, waits until some of them are on the disk, types on and kills in the middle of it.
void TestCrash::killOneWindow(int round)
{
    Child window(
        QStringLiteral(ASIDE_BIN), {QStringLiteral("--profile"), m_profile},
        {{QStringLiteral("DISPLAY"), m_display}, {QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb")}});
    QVERIFY(press({QStringLiteral("search"), QStringLiteral("--sync"), QStringLiteral("--onlyvisible"),
                   QStringLiteral("--class"), QStringLiteral("aside"), QStringLiteral("windowfocus"),
                   QStringLiteral("--sync"), QStringLiteral("key"), QStringLiteral("alt+Down"),
                   QStringLiteral("ctrl+r"), QStringLiteral("ctrl+End")}));
    const QString before = draftOf(m_profile, 3).text;
    const auto number = [](int n) {
        return QString::number(n) + u' ';
    };
    QVERIFY(press({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("2"),
                   number(m_known + 1) + number(m_known + 2)}));
    QTRY_COMPARE_WITH_TIMEOUT(draftOf(m_profile, 3).text, countingTo(m_known + 2), patience);
    m_known += 2;
    Child typing(QStringLiteral("xdotool"),
                 {QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("2"),
                  number(m_known + 1) + number(m_known + 2) + number(m_known + 3)},
                 {{QStringLiteral("DISPLAY"), m_display}});
    typing->waitForFinished(random(500));
    const QString seen = draftOf(m_profile, 3).text;

    window.kill();

    typing->waitForFinished(patience);
    const QString found = draftOf(m_profile, 3).text;
    QVERIFY2(found.startsWith(seen) && seen.startsWith(before),
             (before + u'|' + seen + u'|' + found).toUtf8().constData());
    QVERIFY2(countingTo(m_known + 3).startsWith(found),
             (QString::number(round) + u'|' + found).toUtf8().constData());
    // The next round goes on from a whole number.
    const QStringList whole{QStringLiteral("draft"), QStringLiteral("3"), QStringLiteral("--text"),
                            countingTo(m_known)};
    QCOMPARE(asidectl(m_profile, whole).exitCode, 0);
}

void TestCrash::windowSurvivesKills()
{
    if (QStandardPaths::findExecutable(QStringLiteral("Xvfb")).isEmpty()
        || QStandardPaths::findExecutable(QStringLiteral("xdotool")).isEmpty()) {
        QSKIP("Xvfb or xdotool is missing");
    }
    QVERIFY(startDisplay());
    for (int round = 0; round < rounds() / 4; ++round) {
        killOneWindow(round);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
    QVERIFY(isHealthy(m_profile));
}

QTEST_GUILESS_MAIN(TestCrash)
#include "tst_crash.moc"
