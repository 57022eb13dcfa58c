// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/channeladapter.h"
#include "models/ports/messagesink.h"

#include <QMap>
#include <QPromise>

#include <functional>
#include <optional>

namespace aside::mail {

/// Between a flow over all folders, which puts batches into a sink, and an adapter that is asked for one step
/// after the other: the flow waits in apply() until the next step is asked for, which says that the last one
/// was stored. The cursor of the account is that of all its folders. On one thread.
class FetchBridge final : public MessageSink
{
public:
    using Begin = std::function<void()>;

    /// The next step. `begin` starts the flow where none waits, or where one waits that went on from
    /// something else than the cursor. Errc::InvalidInput where the cursor is none, Conflict while one is
    /// asked for.
    [[nodiscard]] QFuture<Result<FetchStep>> next(const QByteArray &cursor, const Begin &begin);
    /// The flow has ended, with what it could not bring.
    void finish(const Result<QList<FolderTrouble>> &result);
    /// Ends what waits, with Errc::Cancelled.
    void drop();

    [[nodiscard]] QFuture<Result<ApplyReport>> apply(IncomingBatch batch) override;
    [[nodiscard]] QFuture<Result<QByteArray>> cursor(QString source) override;

    [[nodiscard]] static QByteArray toBytes(const QMap<QString, QByteArray> &cursors);
    [[nodiscard]] static Result<QMap<QString, QByteArray>> parse(const QByteArray &cursor);

private:
    /// What the flow waits with.
    struct Pending {
        QPromise<Result<ApplyReport>> promise;
        QByteArray cursor; ///< of the account, once the batch is stored
        ApplyReport report;
    };

    void settlePending(const Result<void> &stored);

    QMap<QString, QByteArray> m_cursors; ///< by folder
    std::optional<Pending> m_pending;
    std::optional<QPromise<Result<FetchStep>>> m_asked;
};

} // namespace aside::mail
