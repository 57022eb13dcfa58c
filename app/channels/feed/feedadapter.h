// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/feed/feedcursor.h"
#include "app/channels/feed/feedmentions.h"
#include "app/channels/http/apiclient.h"
#include "models/core/clock.h"
#include "models/domain/account.h"
#include "models/ports/channeladapter.h"

#include <QFuture>
#include <QRandomGenerator>

#include <optional>
#include <stop_token>

namespace aside::feed {

/// A feed as an account: its address is the feed's. Each entry is a public mention, which nobody can answer
/// but on the page it is about. Asks at most once in a quarter of an hour, however often it is told to.
class FeedAdapter final : public ChannelAdapter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FeedAdapter)

public:
    struct Parts {
        Account account;
        ToText toText;
        HttpEdge edge;
        const Clock &clock;
        QRandomGenerator random; ///< spreads what many consoles ask
    };

    explicit FeedAdapter(Parts parts, QObject *parent = nullptr);
    ~FeedAdapter() override;

    [[nodiscard]] QFuture<Result<void>> open() override;
    [[nodiscard]] QFuture<Result<FetchStep>> fetch(QByteArray cursor) override;
    [[nodiscard]] bool canListen() const override { return false; }
    void listen() override { }
    [[nodiscard]] QFuture<SendOutcome> send(OutgoingMessage message) override;
    [[nodiscard]] QFuture<Result<Reconciliation>> reconcile(OutgoingMessage message) override;

    [[nodiscard]] QByteArray exchanges() const override { return m_client.recorder().toJsonLines(); }

    /// Whether it can be the address of a feed: http or https, with a host, without a user.
    [[nodiscard]] static bool isFeedAddress(const QString &address);
    /// What the feed called itself when it was opened; foreign text.
    [[nodiscard]] const QString &title() const { return m_title; }

private:
    struct Flows;
    friend struct Flows;

    /// What was read and is not handed over yet.
    struct Rest {
        QByteArray before; ///< the cursor that asks for it
        FeedCursor after;
        QList<IncomingMessage> mentions;
    };

    [[nodiscard]] Result<FetchStep> take(QByteArray before, FeedCursor cursor, const QUrl &place,
                                         const ApiResponse &response);
    [[nodiscard]] Result<FetchStep> handOver();
    [[nodiscard]] Instant nextTime();

    Parts m_parts;
    ApiClient m_client;
    std::stop_source m_stop;
    std::optional<Rest> m_rest;
    QString m_title;
};

} // namespace aside::feed
