// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/telegram/outgoingcalls.h"
#include "app/channels/telegram/telegramadapter.h"
#include "tests/servers/telegramserver.h"
#include "tests/support/testclock.h"
#include "tests/support/waiting.h"

#include <QTest>

namespace aside::test {

inline constexpr qint64 anna = 55;
inline constexpr qint64 group = -1001234567890;

template <typename T>
[[nodiscard]] T answerOf(const QFuture<T> &future)
{
    return waitFor([&] { return future.isFinished(); }) && future.resultCount() > 0 ? future.result() : T();
}

/// A bot, its server, and time that is always over at once.
struct Bot {
    TelegramServer server;
    TestClock clock;
    Secret token;
    std::unique_ptr<telegram::TelegramAdapter> adapter;
    QByteArray cursor;

    Bot()
        : server(TelegramSpec::load(QStringLiteral(SHARED_DIR) + QStringLiteral("/specs/telegram/api.json")))
        , token(server.token)
    {
        renew();
    }
    [[nodiscard]] static HttpEdge edge()
    {
        HttpEdge edge = systemEdge();
        edge.resolve = [](const QString &, QObject *context, const HttpEdge::Found &found) {
            QMetaObject::invokeMethod(
                context, [found] { found({QHostAddress(QHostAddress::LocalHost)}); }, Qt::QueuedConnection);
        };
        return edge;
    }
    void renew()
    {
        Account account;
        account.id = AccountId{1};
        account.channel = Channel::Telegram;
        account.settings.insert(QStringLiteral("server"), server.url().toString());
        adapter = std::make_unique<telegram::TelegramAdapter>(telegram::TelegramAdapter::Parts{
            .account = account,
            .server = *telegram::TelegramAdapter::serverOf(account),
            .token = [this] { return QtFuture::makeReadyValueFuture(Result<Secret>(token)); },
            .edge = edge(),
            .clock = clock,
            .asksToCall =
                [](const QString &text) {
                    return text.contains(QStringLiteral("phone you"));
                }});
    }
    [[nodiscard]] Result<FetchStep> step() const { return answerOf(adapter->fetch(cursor)); }
    /// All there is, as a store would: what was fetched is stored before the next step.
    [[nodiscard]] QList<IncomingMessage> all()
    {
        QList<IncomingMessage> messages;
        while (true) {
            const Result<FetchStep> step = this->step();
            if (!step) {
                return messages;
            }
            cursor = step->batch.cursor;
            messages += step->batch.messages;
            if (step->isComplete) {
                return messages;
            }
        }
    }
    [[nodiscard]] SendOutcome send(const OutgoingMessage &message) const
    {
        return answerOf(adapter->send(message));
    }
};

[[nodiscard]] inline OutgoingMessage privately(const QString &text)
{
    OutgoingMessage message;
    message.channel = Channel::Telegram;
    message.audience = Audience::Private;
    message.to = QString::number(anna);
    message.text = text;
    return message;
}

[[nodiscard]] inline OutgoingMessage openly(const QString &text, const QString &inReplyTo)
{
    OutgoingMessage message = privately(text);
    message.audience = Audience::Public;
    message.inReplyTo = inReplyTo;
    return message;
}

} // namespace aside::test
