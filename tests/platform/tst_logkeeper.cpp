// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/logkeeper.h"
#include "tests/support/testclock.h"

#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

// Of its own: the rules for the program's categories come from outside.
Q_LOGGING_CATEGORY(part, "test.part")

std::atomic<int> &heard()
{
    static std::atomic<int> lines = 0;
    return lines;
}

/// Where lines went before the keeper came.
void listen(QtMsgType, const QMessageLogContext &, const QString &)
{
    ++heard();
}

} // namespace

class TestLogKeeper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void aLineSaysWhenHowBadAndWhere();
    void onlyTheLastLinesAreKept();
    void linesOfOtherThreadsAreToldOnThisOne();
    void theFileBeginsWithWhatWasKeptBefore();
    void theFileIsTurnedOver();
    void theNextStartGoesOnInTheSameFile();
    void aFolderThatCannotBeWrittenHurtsNobody();
    void aLineStaysOneLine();
    void linesGoOnToWhereTheyWentBefore();

private:
    QString text(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    test::TestClock m_clock;
    QtMessageHandler m_before = nullptr;
};

void TestLogKeeper::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_before = qInstallMessageHandler(listen);
    heard() = 0;
}

void TestLogKeeper::cleanup()
{
    qInstallMessageHandler(m_before);
}

QString TestLogKeeper::text(const QString &name) const
{
    QFile file(m_folder->filePath(u"log/"_s + name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestLogKeeper::aLineSaysWhenHowBadAndWhere()
{
    LogKeeper keeper(m_clock);

    qCDebug(part) << "looked";
    qCInfo(part) << "schema" << 3;
    qCWarning(part) << "tried again";
    qCCritical(part) << "lost";

    const QList<LogLine> lines = keeper.lines();
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.at(0).level, LogLevel::Debug);
    QCOMPARE(lines.at(1),
             (LogLine{.at = m_clock.now(),
                      .level = LogLevel::Info,
                      .category = u"test.part"_s,
                      .text = u"schema 3"_s}));
    QCOMPARE(lines.at(2).level, LogLevel::Warning);
    QCOMPARE(lines.at(3).level, LogLevel::Error);
    QVERIFY2(toText(lines.at(2)).endsWith(u"Z warning test.part tried again"),
             qPrintable(toText(lines.at(2))));
}

void TestLogKeeper::onlyTheLastLinesAreKept()
{
    LogKeeper keeper(m_clock);

    for (int i = 0; i < LogKeeper::mostLines + 5; ++i) {
        qCInfo(part) << i;
    }

    const QList<LogLine> lines = keeper.lines();
    QCOMPARE(lines.size(), LogKeeper::mostLines);
    QCOMPARE(lines.constFirst().text, u"5"_s);
    QCOMPARE(lines.constLast().text, QString::number(LogKeeper::mostLines + 4));
}

void TestLogKeeper::linesOfOtherThreadsAreToldOnThisOne()
{
    LogKeeper keeper(m_clock);
    QList<QThread *> toldOn;
    connect(&keeper, &LogKeeper::lineAdded, this,
            [&toldOn](const LogLine &) { toldOn.append(QThread::currentThread()); });
    QList<QThread *> writers;
    for (int number = 0; number < 4; ++number) {
        writers.append(QThread::create([] {
            for (int i = 0; i < 50; ++i) {
                qCInfo(part) << "from a thread";
            }
        }));
        writers.constLast()->start();
    }
    for (QThread *writer : std::as_const(writers)) {
        QVERIFY(writer->wait());
        delete writer;
    }

    QCOMPARE(keeper.lines().size(), 200);
    QTRY_COMPARE(toldOn.size(), 200);
    QCOMPARE(toldOn.count(QThread::currentThread()), 200);
}

void TestLogKeeper::theFileBeginsWithWhatWasKeptBefore()
{
    {
        LogKeeper keeper(m_clock);
        qCInfo(part) << "before";
        keeper.writeTo(m_folder->filePath(u"log"_s));
        qCInfo(part) << "after";
    }

    const QStringList lines = text(u"aside.log"_s).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(0).endsWith(u"before"));
    QVERIFY(lines.at(1).endsWith(u"after"));
    const QFileDevice::Permissions others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    const QFile file(m_folder->filePath(u"log/aside.log"_s));
    QCOMPARE(file.permissions() & others, QFileDevice::Permissions());
}

void TestLogKeeper::theFileIsTurnedOver()
{
    const QString words = QString(20'000, u'x');
    LogKeeper keeper(m_clock);
    keeper.writeTo(m_folder->filePath(u"log"_s));
    for (int stretch = 0; stretch < 3; ++stretch) {
        for (int i = 0; i < 40; ++i) { // 800 kB
            qCInfo(part).noquote() << stretch << i << words;
        }
        QTRY_VERIFY(text(u"aside.log"_s).contains(u" %1 39 xxx"_s.arg(stretch))); // written by now
    }

    const QDir folder(m_folder->filePath(u"log"_s));
    QCOMPARE(folder.entryList(QDir::Files), (QStringList{u"aside.log"_s, u"aside.log.1"_s}));
    for (const QFileInfo &file : folder.entryInfoList(QDir::Files)) {
        QCOMPARE_LE(file.size(), LogKeeper::largestFile);
    }
    QVERIFY(text(u"aside.log"_s).contains(u" 2 39 xxx"));
    QVERIFY(!text(u"aside.log"_s).contains(u" 0 0 xxx"));
    QVERIFY(!text(u"aside.log.1"_s).contains(u" 0 0 xxx")); // one older one, no more
}

void TestLogKeeper::theNextStartGoesOnInTheSameFile()
{
    for (const char *words : {"first start", "second start"}) {
        LogKeeper keeper(m_clock);
        keeper.writeTo(m_folder->filePath(u"log"_s));
        qCInfo(part) << words;
    }

    const QString all = text(u"aside.log"_s);
    QVERIFY(all.contains(u"first start"));
    QCOMPARE_GT(all.indexOf(u"second start"), all.indexOf(u"first start"));
}

void TestLogKeeper::aFolderThatCannotBeWrittenHurtsNobody()
{
    QFile inTheWay(m_folder->filePath(u"log"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    LogKeeper keeper(m_clock);

    keeper.writeTo(inTheWay.fileName());
    qCWarning(part) << "all the same";

    QCOMPARE(keeper.lines().constLast().text, u"all the same"_s);
    QCOMPARE(inTheWay.size(), 0);
}

void TestLogKeeper::aLineStaysOneLine()
{
    const LogLine line{.at = m_clock.now(),
                       .level = LogLevel::Warning,
                       .category = u"aside.storage"_s,
                       .text = u"one\n2026-01-01T00:00:00.000Z error aside.outbox forged"_s};

    QVERIFY(!toText(line).contains(u'\n'));
}

void TestLogKeeper::linesGoOnToWhereTheyWentBefore()
{
    {
        LogKeeper keeper(m_clock);
        qCInfo(part) << "heard twice";
        QCOMPARE(heard(), 1);
        QCOMPARE(keeper.lines().size(), 1);
    }

    qCInfo(part) << "heard once";

    QCOMPARE(heard(), 2);
}

QTEST_GUILESS_MAIN(TestLogKeeper)
#include "tst_logkeeper.moc"
