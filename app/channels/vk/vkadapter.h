// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/vk/vkapi.h"
#include "app/channels/vk/vkcursor.h"
#include "app/channels/vk/vkupdates.h"
#include "models/domain/account.h"
#include "models/ports/channeladapter.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace aside::vk {

/// A community as an account, by a token of its own. Settings: server (where the methods are, if not at VK's
/// own). The cursor is ours alone, so several consoles may read with one token.
/// Source: dev.vk.com, "Bots Long Poll API".
class VkAdapter final : public ChannelAdapter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VkAdapter)

public:
    struct Parts {
        Account account;
        QUrl server;
        /// Asked before each use, so that a new token counts at once.
        std::function<QFuture<Result<Secret>>()> token;
        HttpEdge edge;
        const Clock &clock;
    };

    explicit VkAdapter(Parts parts, QObject *parent = nullptr);
    ~VkAdapter() override;

    /// Errc::BadSettings where what is named is no address.
    [[nodiscard]] static Result<QUrl> serverOf(const Account &account);

    /// SignInRefused also where the token may not read and write messages.
    [[nodiscard]] QFuture<Result<void>> open() override;
    /// Once the server has said it.
    [[nodiscard]] const std::optional<Me> &me() const { return m_me; }
    [[nodiscard]] QFuture<Result<FetchStep>> fetch(QByteArray cursor) override;
    [[nodiscard]] bool canListen() const override { return true; }
    void listen() override;
    [[nodiscard]] QFuture<SendOutcome> send(OutgoingMessage message) override;
    [[nodiscard]] QFuture<Result<Reconciliation>> reconcile(OutgoingMessage message) override;
    [[nodiscard]] QFuture<Result<void>> bring(LeftPart part, PartWay way) override;
    /// By our own count: VK names no limit in its answers.
    [[nodiscard]] QList<RateLeft> ratesLeft() const override;
    [[nodiscard]] QByteArray exchanges() const override;

private:
    struct Flows;
    friend struct Flows;

    /// Where the updates are read: groups.getLongPollServer.
    struct PollServer {
        QUrl url;
        QString key;
        QString ts;
    };
    /// What a poll brought, until somebody fetches it.
    struct Ahead {
        QString ts; ///< behind which it was asked
        JsonValue page{};
    };

    [[nodiscard]] QUrl pollUrl(const QString &ts, int wait) const;
    void poll();
    void endPoll();

    Parts m_parts;
    std::shared_ptr<VkApi> m_api;
    std::optional<Me> m_me;
    std::optional<PollServer> m_pollServer;
    QHash<QString, QString> m_names; ///< of people and communities, by their numbers
    std::stop_source m_stop;
    std::optional<std::stop_source> m_poll; ///< while one is under way
    std::optional<Ahead> m_ahead;
    QString m_ts; ///< all up to there is stored
    bool m_isListening = false;
};

} // namespace aside::vk
