// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/importrun.h"

#include "app/cli/words.h"
#include "models/services/importer.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QTimer>

#include <algorithm>
#include <chrono>

namespace aside::cli {

namespace {

constexpr std::chrono::milliseconds lookForInterrupt{50};

} // namespace

CountingSink::CountingSink(MessageSink &sink)
    : m_sink(sink)
{
}

QFuture<Result<ApplyReport>> CountingSink::apply(IncomingBatch batch)
{
    return m_sink.apply(std::move(batch)).then(QtFuture::Launch::Sync, [this](Result<ApplyReport> applied) {
        if (applied) {
            m_total.imported += applied->imported;
            m_total.duplicates += applied->duplicates;
            m_total.conversations += applied->conversations;
        } else {
            m_failed = true;
        }
        return applied;
    });
}

QFuture<Result<QByteArray>> CountingSink::cursor(QString source)
{
    return m_sink.cursor(std::move(source)).then(QtFuture::Launch::Sync, [this](Result<QByteArray> cursor) {
        m_failed = m_failed || !cursor;
        return cursor;
    });
}

ImportRun::ImportRun(CommandContext &context, Session &session)
    : m_context(context)
    , m_sink(session.sink())
{
}

ImportOutcome ImportRun::run(const QStringList &paths, const ImportOptions &options)
{
    const Result<ImportReport> report = import(paths, options);
    if (!report) {
        return broken(paths, report.error());
    }
    ImportOutcome outcome{.report = *report, .failure = {}};
    if (report->cancelled) {
        outcome.failure = Errc::Cancelled;
    } else if (report->imported == 0 && report->duplicates == 0 && !report->errors.isEmpty()) {
        outcome.failure = report->errors.constFirst().error.code;
    }
    return outcome;
}

Result<ImportReport> ImportRun::import(const QStringList &paths, const ImportOptions &options)
{
    Importer importer(m_sink);
    const auto future = importer.start(paths, [this, options](const QString &path) {
        auto source = m_context.backend.openSource(path, options);
        if (!source) {
            m_unopened.append({.source = path, .error = source.error()});
        }
        return source;
    });
    // There is no window here: this loop is the program's only one, and ends with the import.
    QEventLoop loop;
    QFutureWatcher<Result<ImportReport>> watcher;
    QTimer interrupts;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
    QObject::connect(&importer, &Importer::progress, &loop,
                     [this](const ImportProgress &state) { showProgress(state); });
    QObject::connect(&interrupts, &QTimer::timeout, &loop, [this, &importer] {
        if (m_context.interrupt.asked()) {
            importer.cancel();
        }
    });
    watcher.setFuture(future);
    interrupts.start(lookForInterrupt);
    loop.exec();
    return await(future);
}

/// The service ended with an error: what came in before it is still there and still counts.
ImportOutcome ImportRun::broken(const QStringList &paths, const Error &error) const
{
    ImportOutcome outcome;
    outcome.report.imported = m_sink.total().imported;
    outcome.report.duplicates = m_sink.total().duplicates;
    outcome.report.conversations = m_sink.total().conversations;
    outcome.report.errors = m_unopened.first(std::min(m_unopened.size(), ImportReport::maxErrors));
    const auto isTold = [&error](const ImportProblem &problem) {
        return problem.error == error;
    };
    if (std::ranges::none_of(m_unopened, isTold)) {
        const QString source = paths.size() == 1 ? paths.constFirst() : QString();
        outcome.report.errors.append({.source = source, .error = error});
    }
    outcome.report.skipped = outcome.report.errors.size();
    const bool cameIn = outcome.report.imported + outcome.report.duplicates > 0;
    if (m_sink.hasFailed() || !cameIn) {
        outcome.failure = error.code;
    }
    return outcome;
}

void ImportRun::showProgress(const ImportProgress &state)
{
    if (state.bytesTotal <= 0) {
        m_context.output.progress(Words::tr("%1 messages").arg(state.messages));
        return;
    }
    m_context.output.progress(
        Words::tr("%1 %, %2 messages")
            .arg(QString::number(state.bytesDone * 100 / state.bytesTotal), QString::number(state.messages)));
}

} // namespace aside::cli
