// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/importer.h"

#include "models/core/logging.h"

#include <QElapsedTimer>
#include <QPromise>

#include <algorithm>
#include <optional>
#include <utility>

namespace aside {

namespace {

constexpr qint64 progressInterval = 100;

/// The worker may wait, and a future that was dropped is an answer too.
template <typename T>
Result<T> await(QFuture<Result<T>> future)
{
    future.waitForFinished();
    if (future.resultCount() == 0) {
        return fail(Errc::Cancelled, QStringLiteral("the store went away"));
    }
    return future.takeResult();
}

} // namespace

/// One import on the worker thread.
class Importer::Run
{
public:
    Run(MessageSink &sink, std::stop_token stop, std::function<void(ImportProgress)> tell)
        : m_sink(sink)
        , m_stop(std::move(stop))
        , m_tell(std::move(tell))
    {
    }

    Result<ImportReport> operator()(const QList<Part> &parts);

private:
    [[nodiscard]] Result<void> import(const Opening &open);
    [[nodiscard]] Result<std::unique_ptr<ImportSource>> openAtCursor(const Opening &open);
    [[nodiscard]] Result<void> transfer(ImportSource &source);
    [[nodiscard]] Result<void> settle();
    void note(const ImportStep &step);
    void addProblems(const QList<ImportProblem> &problems);
    void tell();

    MessageSink &m_sink;
    std::stop_token m_stop;
    std::function<void(ImportProgress)> m_tell;
    ImportReport m_report;
    ImportProgress m_progress;
    qint64 m_bytesBefore = 0;
    QElapsedTimer m_sinceTold;
    std::optional<QFuture<Result<ApplyReport>>> m_pending;
    bool m_sinkFailed = false;
};

Result<ImportReport> Importer::Run::operator()(const QList<Part> &parts)
{
    std::optional<Error> firstError;
    qsizetype failures = 0;
    for (const Part &part : parts) {
        if (m_stop.stop_requested()) {
            m_report.cancelled = true;
            break;
        }
        const auto imported = import(part.open);
        m_bytesBefore = m_progress.bytesTotal;
        if (imported) {
            continue;
        }
        if (m_sinkFailed) {
            return std::unexpected(imported.error());
        }
        ++failures;
        firstError = firstError ? firstError : imported.error();
        addProblems({ImportProblem{.source = part.name, .error = imported.error()}});
    }
    if (firstError && failures == parts.size()) {
        return std::unexpected(*firstError);
    }
    return m_report;
}

Result<void> Importer::Run::import(const Opening &open)
{
    const auto source = openAtCursor(open);
    if (!source) {
        return std::unexpected(source.error());
    }
    const auto read = transfer(**source);
    const auto applied = settle();
    return applied ? read : applied;
}

Result<std::unique_ptr<ImportSource>> Importer::Run::openAtCursor(const Opening &open)
{
    auto source = open();
    if (!source) {
        return source;
    }
    const auto cursor = await(m_sink.cursor((*source)->key()));
    if (!cursor) {
        m_sinkFailed = true;
        return std::unexpected(cursor.error());
    }
    if (cursor->isEmpty()) {
        return source;
    }
    if (const auto resumed = (*source)->resume(*cursor); !resumed) {
        qCWarning(logImport) << "starting over:" << errcName(resumed.error().code);
        return open();
    }
    return source;
}

Result<void> Importer::Run::transfer(ImportSource &source)
{
    bool isAtEnd = false;
    while (!isAtEnd && !m_stop.stop_requested()) {
        auto step = source.next();
        if (const auto applied = settle(); !applied || !step) {
            return !applied ? applied : std::unexpected(step.error());
        }
        if (m_stop.stop_requested()) {
            break;
        }
        isAtEnd = step->atEnd;
        note(*step);
        // A source that was read to its end starts over next time, and what is there already counts as
        // duplicate.
        m_pending = m_sink.apply({.source = source.key(),
                                  .cursor = isAtEnd ? QByteArray() : step->cursor,
                                  .messages = std::move(step->messages)});
        tell();
    }
    m_report.cancelled = !isAtEnd;
    return {};
}

/// Waits for the batch that is being applied, if there is one, and counts it.
Result<void> Importer::Run::settle()
{
    if (!m_pending) {
        return {};
    }
    const auto applied = await(*std::exchange(m_pending, std::nullopt));
    if (!applied) {
        m_sinkFailed = true;
        return std::unexpected(applied.error());
    }
    m_report.imported += applied->imported;
    m_report.duplicates += applied->duplicates;
    m_report.conversations += applied->conversations;
    return {};
}

void Importer::Run::note(const ImportStep &step)
{
    addProblems(step.problems);
    m_progress.messages += step.messages.size();
    m_progress.bytesDone = m_bytesBefore + step.bytesDone;
    m_progress.bytesTotal = step.bytesTotal > 0 ? m_bytesBefore + step.bytesTotal : 0;
}

void Importer::Run::addProblems(const QList<ImportProblem> &problems)
{
    m_report.skipped += problems.size();
    m_progress.problems += problems.size();
    m_report.errors.append(
        problems.first(std::min(problems.size(), ImportReport::maxErrors - m_report.errors.size())));
}

void Importer::Run::tell()
{
    if (!m_sinceTold.isValid() || m_sinceTold.elapsed() >= progressInterval) {
        m_sinceTold.start();
        m_tell(m_progress);
    }
}

Importer::Importer(MessageSink &sink, QObject *parent)
    : QObject(parent)
    , m_sink(sink)
{
    m_pool.setMaxThreadCount(1);
}

Importer::~Importer()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

QFuture<Result<ImportReport>> Importer::start(Opening open)
{
    return startParts({Part{.name = {}, .open = std::move(open)}});
}

QFuture<Result<ImportReport>> Importer::start(const QStringList &paths, Opener open)
{
    QList<Part> parts;
    for (const QString &path : paths) {
        parts.append({.name = path, .open = [path, open] {
                          return open(path);
                      }});
    }
    return startParts(std::move(parts));
}

void Importer::cancel()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
}

QFuture<Result<ImportReport>> Importer::startParts(QList<Part> parts)
{
    QPromise<Result<ImportReport>> promise;
    promise.start();
    auto future = promise.future();
    // The worker ends before we do, and what it told us meanwhile goes with us.
    const auto tell = [this](const ImportProgress &state) {
        QMetaObject::invokeMethod(this, [this, state] { Q_EMIT progress(state); }, Qt::QueuedConnection);
    };
    m_pool.start([this, parts = std::move(parts), promise = std::move(promise), stop = m_stop.get_token(),
                  tell]() mutable {
        Run run(m_sink, stop, tell);
        promise.addResult(run(parts));
        promise.finish();
    });
    return future;
}

} // namespace aside
