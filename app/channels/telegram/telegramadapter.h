// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/telegram/botapi.h"
#include "models/domain/account.h"
#include "models/ports/channeladapter.h"

#include <QSet>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace aside::telegram {

/// A bot as an account. Settings: server (where the Bot API is, if not at Telegram's own). What was fetched
/// is confirmed to the server by the next fetch, once it is stored; the server gives each update to one
/// program alone, and says Errc::OtherConsumer where two ask.
class TelegramAdapter final : public ChannelAdapter
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TelegramAdapter)

public:
    struct Parts {
        Account account;
        QUrl server;
        /// Asked before each use, so that a new token counts at once.
        std::function<QFuture<Result<Secret>>()> token;
        HttpEdge edge;
        const Clock &clock;
        /// Whether a text asks if we may phone: a private one goes with a button that gives the number.
        std::function<bool(const QString &text)> asksToCall{};
    };

    explicit TelegramAdapter(Parts parts, QObject *parent = nullptr);
    ~TelegramAdapter() override;

    /// Errc::BadSettings where what is named is no address.
    [[nodiscard]] static Result<QUrl> serverOf(const Account &account);

    [[nodiscard]] QFuture<Result<void>> open() override;
    /// Once the server has said it.
    [[nodiscard]] const std::optional<Me> &me() const { return m_me; }
    [[nodiscard]] QFuture<Result<FetchStep>> fetch(QByteArray cursor) override;
    [[nodiscard]] bool canListen() const override { return true; }
    void listen() override;
    [[nodiscard]] QFuture<SendOutcome> send(OutgoingMessage message) override;
    [[nodiscard]] QFuture<Result<Reconciliation>> reconcile(OutgoingMessage message) override;
    [[nodiscard]] QFuture<Result<void>> bring(LeftPart part, PartWay way) override;
    [[nodiscard]] QList<RateLeft> ratesLeft() const override;
    [[nodiscard]] QByteArray exchanges() const override;

private:
    struct Flows;
    friend struct Flows;

    /// What a long poll brought, until somebody fetches it.
    struct Ahead {
        qint64 offset = 0;
        JsonValue result{};
    };

    void poll();
    void endPoll();

    Parts m_parts;
    std::unique_ptr<BotApi> m_api;
    std::optional<Me> m_me; ///< whose token it is
    std::stop_source m_stop;
    std::optional<std::stop_source> m_poll; ///< while one is under way
    std::optional<Ahead> m_ahead;
    qint64 m_offset = 0; ///< all below is stored
    QSet<QString> m_asked; ///< chats that have such a button since the program runs
    bool m_isListening = false;
};

} // namespace aside::telegram
