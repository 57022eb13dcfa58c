// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/importer.h"
#include "tests/support/fakesink.h"
#include "tests/support/waiting.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <latch>
#include <limits>

using namespace aside;

namespace {

constexpr int stepSize = 10;

/// So many messages in steps of ten; the cursor is the number of the next one.
class CountingSource final : public ImportSource
{
public:
    explicit CountingSource(int count, int problemsAStep = 0)
        : m_count(count)
        , m_problems(problemsAStep)
    {
    }

    QString key() const override { return QStringLiteral("counting"); }

    Result<void> resume(const QByteArray &cursor) override
    {
        bool isNumber = false;
        m_next = cursor.toInt(&isNumber);
        return isNumber ? Result<void>() : fail(Errc::InvalidInput);
    }

    Result<ImportStep> next() override
    {
        if (m_next >= failAt) {
            return fail(Errc::Io);
        }
        if (read != nullptr) {
            ++*read;
        }
        ImportStep step;
        for (int i = 0; i < stepSize && m_next < m_count; ++i, ++m_next) {
            IncomingMessage message;
            message.remoteId = QString::number(m_next);
            step.messages.append(message);
        }
        for (int i = 0; i < m_problems; ++i) {
            step.problems.append({.source = QStringLiteral("x"),
                                  .error = {.code = Errc::BrokenItem, .detail = {}, .retryAfter = {}}});
        }
        step.cursor = QByteArray::number(m_next);
        step.bytesDone = m_next;
        step.bytesTotal = m_count;
        step.atEnd = m_next >= m_count;
        return step;
    }

    std::atomic<int> *read = nullptr;
    int failAt = std::numeric_limits<int>::max();

private:
    int m_count;
    int m_problems;
    int m_next = 0;
};

Importer::Opening counting(int count, int problemsAStep = 0)
{
    return [=]() -> Result<std::unique_ptr<ImportSource>> {
        return std::make_unique<CountingSource>(count, problemsAStep);
    };
}

Result<ImportReport> finished(QFuture<Result<ImportReport>> future)
{
    return test::waitFor([&] { return future.isFinished(); }, 20'000) ? future.takeResult()
                                                                      : fail(Errc::Internal);
}

} // namespace

class TestImporter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void allMessagesArriveInOrder()
    {
        test::FakeSink sink;
        Importer importer(sink);

        const auto report = finished(importer.start(counting(95)));

        QVERIFY(report);
        QCOMPARE(report->imported, 95);
        QCOMPARE(report->duplicates, 0);
        QVERIFY(!report->cancelled);
        QCOMPARE(sink.messages().size(), 95);
        for (int i = 0; i < 95; ++i) {
            QCOMPARE(sink.messages().at(i).remoteId, QString::number(i));
        }
    }

    void importingAgainReportsDuplicates()
    {
        test::FakeSink sink;
        Importer importer(sink);
        QVERIFY(finished(importer.start(counting(30))));

        const auto again = finished(importer.start(counting(30)));

        QVERIFY(again);
        QCOMPARE(again->imported, 0);
        QCOMPARE(again->duplicates, 30);
    }

    void anInterruptedImportGoesOnWhereItStopped_data()
    {
        QTest::addColumn<int>("batches");
        for (int batches = 0; batches <= 5; ++batches) {
            QTest::addRow("after %d batches", batches) << batches;
        }
    }

    void anInterruptedImportGoesOnWhereItStopped()
    {
        QFETCH(const int, batches);
        test::FakeSink sink;
        Importer importer(sink);
        sink.failAfter(batches, {.code = Errc::DiskFull, .detail = {}, .retryAfter = {}});
        const auto stopped = finished(importer.start(counting(55)));
        QVERIFY(!stopped);
        QCOMPARE(stopped.error().code, Errc::DiskFull);
        QCOMPARE(sink.messages().size(), batches * stepSize);

        sink.recover();
        const auto rest = finished(importer.start(counting(55)));

        QVERIFY(rest);
        QCOMPARE(rest->imported, 55 - batches * stepSize);
        QCOMPARE(rest->duplicates, 0);
        QCOMPARE(sink.messages().size(), 55);
    }

    void cancellingEndsWithTheReportSoFar()
    {
        test::FakeSink sink;
        Importer importer(sink);
        std::latch cancelled(1);
        std::latch applying(1);
        int batches = 0;
        sink.beforeApply = [&](const IncomingBatch &) {
            if (++batches == 3) {
                applying.count_down();
                cancelled.wait();
            }
        };
        auto future = importer.start(counting(1'000'000));
        applying.wait();

        importer.cancel();
        cancelled.count_down();
        const auto report = finished(future);

        QVERIFY(report);
        QVERIFY(report->cancelled);
        QCOMPARE(report->imported, 30);
        QCOMPARE(sink.storedCursor(QStringLiteral("counting")), QByteArray("30"));
    }

    void anImportAfterACancelledOneRuns()
    {
        test::FakeSink sink;
        Importer importer(sink);
        importer.cancel();

        const auto report = finished(importer.start(counting(5)));

        QVERIFY(report);
        QVERIFY(!report->cancelled);
        QCOMPARE(report->imported, 5);
    }

    void destroyingStopsWhatRuns()
    {
        test::FakeSink sink;
        QFuture<Result<ImportReport>> future;
        {
            Importer importer(sink);
            future = importer.start(counting(std::numeric_limits<int>::max() - stepSize));
        }

        QVERIFY(future.isFinished());
        QVERIFY(future.result()->cancelled);
    }

    void problemsAreCountedAndTheFirstAreKept()
    {
        test::FakeSink sink;
        Importer importer(sink);

        const auto report = finished(importer.start(counting(100, 150)));

        QVERIFY(report);
        QCOMPARE(report->skipped, 1500);
        QCOMPARE(report->errors.size(), ImportReport::maxErrors);
    }

    void aSourceThatBreaksKeepsWhatWasRead()
    {
        test::FakeSink sink;
        Importer importer(sink);

        const auto report = finished(importer.start([]() -> Result<std::unique_ptr<ImportSource>> {
            auto source = std::make_unique<CountingSource>(100);
            source->failAt = 40;
            return source;
        }));

        QVERIFY(!report);
        QCOMPARE(report.error().code, Errc::Io);
        QCOMPARE(sink.messages().size(), 40);
        QCOMPARE(sink.storedCursor(QStringLiteral("counting")), QByteArray("40"));
    }

    void aSourceThatCannotBeOpenedIsTheAnswer()
    {
        test::FakeSink sink;
        Importer importer(sink);

        const auto report = finished(importer.start(
            []() -> Result<std::unique_ptr<ImportSource>> { return fail(Errc::UnknownFormat); }));

        QVERIFY(!report);
        QCOMPARE(report.error().code, Errc::UnknownFormat);
    }

    void oneBadPathAmongSeveralIsAProblem()
    {
        test::FakeSink sink;
        Importer importer(sink);
        const QStringList paths{QStringLiteral("bad"), QStringLiteral("good")};

        const auto report = finished(
            importer.start(paths, [](const QString &path) -> Result<std::unique_ptr<ImportSource>> {
                return path == QStringLiteral("bad") ? fail(Errc::NotFound) : counting(20)();
            }));

        QVERIFY(report);
        QCOMPARE(report->imported, 20);
        QCOMPARE(report->skipped, 1);
        QCOMPARE(report->errors.first().source, QStringLiteral("bad"));
        QCOMPARE(report->errors.first().error.code, Errc::NotFound);
    }

    void aCursorTheSourceRefusesStartsOver()
    {
        test::FakeSink sink;
        QVERIFY(
            sink.apply({.source = QStringLiteral("counting"), .cursor = "rubbish", .messages = {}}).result());
        Importer importer(sink);
        QTest::ignoreMessage(QtWarningMsg, "starting over: \"invalid-input\"");

        const auto report = finished(importer.start(counting(20)));

        QVERIFY(report);
        QCOMPARE(report->imported, 20);
    }

    void aStepIsAppliedBeforeTheNextButOneIsRead()
    {
        test::FakeSink sink;
        std::atomic<int> read = 0;
        int mostAhead = 0;
        int applied = 0;
        sink.beforeApply = [&](const IncomingBatch &) {
            mostAhead = std::max(mostAhead, read - applied++);
        };
        Importer importer(sink);

        const auto report = finished(importer.start([&]() -> Result<std::unique_ptr<ImportSource>> {
            auto source = std::make_unique<CountingSource>(200);
            source->read = &read;
            return source;
        }));

        QVERIFY(report);
        QCOMPARE(sink.batches(), 20);
        QVERIFY(mostAhead <= 2);
    }

    void progressComesOnOurThreadAndNotTooOften()
    {
        test::FakeSink sink;
        Importer importer(sink);
        QSignalSpy progress(&importer, &Importer::progress);
        QElapsedTimer took;
        took.start();

        QVERIFY(finished(importer.start(counting(20'000))));
        QTRY_VERIFY(!progress.isEmpty());

        QVERIFY(progress.count() <= took.elapsed() / 100 + 1);
        const auto first = progress.first().first().value<ImportProgress>();
        QCOMPARE(first.messages, stepSize);
        QCOMPARE(first.bytesTotal, 20'000);
    }
};

QTEST_GUILESS_MAIN(TestImporter)
#include "tst_importer.moc"
