// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/importsource.h"
#include "models/ports/messagesink.h"

#include <QHash>
#include <QMutex>
#include <QSet>

#include <functional>
#include <optional>
#include <utility>

namespace aside::test {

/// Keeps what it is given, in memory; may be told to refuse. Answers at once, on the thread that asks.
class FakeSink final : public MessageSink
{
public:
    [[nodiscard]] QFuture<Result<ApplyReport>> apply(IncomingBatch batch) override
    {
        if (beforeApply) {
            beforeApply(batch);
        }
        const QMutexLocker lock(&m_mutex);
        if (m_failure && m_batches >= m_goodBatches) {
            return QtFuture::makeReadyValueFuture(Result<ApplyReport>(std::unexpected(*m_failure)));
        }
        ++m_batches;
        ApplyReport report;
        for (const IncomingMessage &message : std::as_const(batch.messages)) {
            const auto id = std::pair(std::to_underlying(message.channel), message.remoteId);
            const bool isNew = !m_known.contains(id);
            m_known.insert(id);
            ++(isNew ? report.imported : report.duplicates);
            if (isNew) {
                m_messages.append(message);
            }
            if (!message.conversationKey.isEmpty() && !m_conversations.contains(message.conversationKey)) {
                m_conversations.insert(message.conversationKey);
                ++report.conversations;
            }
        }
        m_cursors.insert(batch.source, batch.cursor);
        return QtFuture::makeReadyValueFuture(Result<ApplyReport>(report));
    }

    [[nodiscard]] QFuture<Result<QByteArray>> cursor(QString source) override
    {
        const QMutexLocker lock(&m_mutex);
        return QtFuture::makeReadyValueFuture(Result<QByteArray>(m_cursors.value(source)));
    }

    /// Accepts `goodBatches` more batches, then none.
    void failAfter(int goodBatches, Error error)
    {
        m_goodBatches = m_batches + goodBatches;
        m_failure = std::move(error);
    }
    void recover() { m_failure.reset(); }

    [[nodiscard]] const QList<IncomingMessage> &messages() const { return m_messages; }
    [[nodiscard]] int batches() const { return m_batches; }
    [[nodiscard]] QByteArray storedCursor(const QString &source) const { return m_cursors.value(source); }

    /// Called on the worker, before each batch.
    std::function<void(const IncomingBatch &)> beforeApply;

private:
    QMutex m_mutex;
    QList<IncomingMessage> m_messages;
    QSet<std::pair<quint8, QString>> m_known;
    QSet<QString> m_conversations;
    QHash<QString, QByteArray> m_cursors;
    int m_batches = 0;
    int m_goodBatches = 0;
    std::optional<Error> m_failure;
};

/// All that a source had to give, and the cursors after each step.
struct Drained {
    QList<IncomingMessage> messages{};
    QList<ImportProblem> problems{};
    QList<QByteArray> cursors{};
    QList<qsizetype> counts{}; ///< messages read before each cursor
    std::optional<Error> error{};
};

inline Drained drain(ImportSource &source)
{
    constexpr int tooManySteps = 100'000;
    Drained all;
    for (int i = 0; i < tooManySteps; ++i) {
        auto step = source.next();
        if (!step) {
            all.error = step.error();
            return all;
        }
        all.messages.append(step->messages);
        all.problems.append(step->problems);
        all.cursors.append(step->cursor);
        all.counts.append(all.messages.size());
        if (step->atEnd) {
            return all;
        }
    }
    all.error = Error{.code = Errc::Internal, .detail = QStringLiteral("it never ends"), .retryAfter = {}};
    return all;
}

} // namespace aside::test
