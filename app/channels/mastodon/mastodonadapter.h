// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/mastodon/cursor.h"
#include "app/channels/mastodon/instance.h"
#include "app/channels/mastodon/mastodonapi.h"
#include "app/channels/mastodon/status.h"
#include "models/domain/account.h"
#include "models/ports/channeladapter.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace aside::mastodon {

class EventStream;

/// An account of a Mastodon server, or of one that speaks its language and may lack parts of it. Settings:
/// server (its address), limit.characters (written when it is added). Notifications are walked through by
/// their ids; what was changed or taken away since is asked for among the latest statuses.
class MastodonAdapter final : public ChannelAdapter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MastodonAdapter)

public:
    struct Parts {
        Account account;
        QUrl server;
        /// Asked before each use, so that a new token counts at once.
        std::function<QFuture<Result<Secret>>()> token;
        ToText toText;
        HttpEdge edge;
        const Clock &clock;
    };

    explicit MastodonAdapter(Parts parts, QObject *parent = nullptr);
    ~MastodonAdapter() override;

    /// Errc::BadSettings where what is named is no address.
    [[nodiscard]] static Result<QUrl> serverOf(const Account &account);

    [[nodiscard]] QFuture<Result<void>> open() override;
    /// Once the server has said it.
    [[nodiscard]] const std::optional<Me> &me() const { return m_me; }
    [[nodiscard]] const std::optional<Instance> &instance() const { return m_instance; }
    [[nodiscard]] QFuture<Result<FetchStep>> fetch(QByteArray cursor) override;
    [[nodiscard]] bool canListen() const override { return m_streams; }
    void listen() override;
    [[nodiscard]] QFuture<SendOutcome> send(OutgoingMessage message) override;
    [[nodiscard]] QFuture<Result<Reconciliation>> reconcile(OutgoingMessage message) override;
    [[nodiscard]] QFuture<Result<void>> bring(LeftPart part, PartWay way) override;
    [[nodiscard]] QList<RateLeft> ratesLeft() const override;
    [[nodiscard]] QByteArray exchanges() const override;

private:
    struct Flows;
    struct FetchFlows;
    struct SendFlows;
    friend struct Flows;
    friend struct FetchFlows;
    friend struct SendFlows;

    /// The server as its ids are known by.
    [[nodiscard]] QString serverName() const;
    [[nodiscard]] Reading reading() const;
    void takeEvent(const QByteArray &name, const QByteArray &data);

    Parts m_parts;
    std::unique_ptr<MastodonApi> m_api;
    std::optional<Me> m_me; ///< whose token it is
    std::optional<Instance> m_instance;
    EventStream *m_stream = nullptr; ///< a child, while it listens
    QStringList m_changed; ///< statuses that a stream said were changed or taken away, until the next fetch
    std::stop_source m_stop;
    bool m_streams = false; ///< the server says that it can
    bool m_hasFilters = true; ///< the server knows kinds of notifications
    bool m_hasMany = true; ///< the server gives several statuses at once
    bool m_hasLookedBack = false; ///< whether the latest is still the latest of the server
};

} // namespace aside::mastodon
