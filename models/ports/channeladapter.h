// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/foldertrouble.h"
#include "models/domain/incoming.h"
#include "models/domain/outgoing.h"
#include "models/domain/sendoutcome.h"
#include "models/ports/leftparts.h"

#include <QByteArray>
#include <QFuture>
#include <QObject>

#include <optional>

namespace aside {

/// One step of fetching.
struct FetchStep {
    IncomingBatch batch; ///< applied in one transaction together with its cursor
    bool isComplete = true; ///< nothing more was there when the server was asked
    QList<FolderTrouble> troubles{}; ///< of a complete one: what could not be brought

    bool operator==(const FetchStep &) const = default;
};

/// What a service lets an account do until its next limit, as far as the service or its documentation says.
struct RateLeft {
    QString bucket; ///< the adapter's own name of it, as its documentation says
    int left = 0;
    std::optional<Instant> until{}; ///< nothing goes before; or when the count begins anew

    bool operator==(const RateLeft &) const = default;
};

/// One account's connection to its channel. Lives on the UI thread and never blocks it. Every future ends, in
/// a bounded time, also where the network is gone; one that is cancelled ends as soon as it can. Connections
/// are made when they are needed and kept as the adapter sees fit.
class ChannelAdapter : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Connects and signs in, whatever for: says whether the account works.
    [[nodiscard]] virtual QFuture<Result<void>> open() = 0;
    /// What came after the cursor, a bounded part of it. An empty cursor begins.
    [[nodiscard]] virtual QFuture<Result<FetchStep>> fetch(QByteArray cursor) = 0;
    /// Whether it can say by itself that something came. Then listen() makes it do so from now on.
    [[nodiscard]] virtual bool canListen() const = 0;
    virtual void listen() = 0;
    /// One attempt, never repeated in here. Cancelled, or with the adapter going, it ends with Unknown where
    /// the last byte may have left and with RetryLater where it surely has not. The future of an attempt is
    /// never finished without an outcome by an adapter that still lives.
    [[nodiscard]] virtual QFuture<SendOutcome> send(OutgoingMessage message) = 0;
    /// Looks whether a message of an earlier attempt is there, by its wire id or its text; changes nothing.
    /// An error says that nobody could look, which is no evidence.
    [[nodiscard]] virtual QFuture<Result<Reconciliation>> reconcile(OutgoingMessage message) = 0;
    /// Files the copy of a sent message, whose outcome asked for it, unless one lies there already: again for
    /// what may have been filed. An error says that the server could not be reached.
    // NOLINTNEXTLINE(performance-unnecessary-value-param): those that answer later keep their own
    [[nodiscard]] virtual QFuture<Result<CopyFiling>> fileCopy(OutgoingMessage message)
    {
        Q_UNUSED(message) // a channel that never asks
        return QtFuture::makeReadyValueFuture(Result<CopyFiling>());
    }
    /// Tells the server what was done here, before fetching; again for what it was told already. Answers with
    /// the ids of what it knows now, or never will.
    // NOLINTNEXTLINE(performance-unnecessary-value-param): those that answer later keep their own
    [[nodiscard]] virtual QFuture<Result<QList<qint64>>> writeBack(QList<ServerChange> changes)
    {
        QList<qint64> ids;
        for (const ServerChange &change : changes) {
            ids.append(change.id); // a channel without such marks has nothing to be told
        }
        return QtFuture::makeReadyValueFuture(Result<QList<qint64>>(ids));
    }
    /// Brings what was left of a message at the server. Goes on by itself where the connection broke. Errc::
    /// NotFound where the message is gone: never a part of another one.
    // NOLINTNEXTLINE(performance-unnecessary-value-param): those that answer later keep their own
    [[nodiscard]] virtual QFuture<Result<void>> bring(LeftPart part, PartWay way)
    {
        Q_UNUSED(part)
        Q_UNUSED(way)
        return QtFuture::makeReadyValueFuture(
            Result<void>(fail(Errc::NotFound, QStringLiteral("nothing is left at this channel's servers"))));
    }

    /// What is left of the service's limits; empty where nothing is known.
    [[nodiscard]] virtual QList<RateLeft> ratesLeft() const { return {}; }
    /// The last requests, for a report about what went wrong: a line of JSON each, without any secret and
    /// without what was said. Empty where none are kept.
    [[nodiscard]] virtual QByteArray exchanges() const { return {}; }

Q_SIGNALS:
    /// Something is there to be fetched; also said when the copy of what was sent has been filed.
    void arrived();
    /// Nobody listens any more; the caller asks again when it sees fit.
    void listeningEnded(const aside::Error &error);
};

} // namespace aside
