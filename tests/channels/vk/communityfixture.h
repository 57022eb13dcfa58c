// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/vk/vkadapter.h"
#include "models/domain/outgoing.h"
#include "tests/servers/vkserver.h"
#include "tests/support/waiting.h"

#include <QElapsedTimer>

#include <memory>

namespace aside {

inline constexpr qint64 anna = 55;
inline constexpr qint64 post = 10;

template <typename T>
T answerOf(const QFuture<T> &future)
{
    return test::waitFor([&] { return future.isFinished(); }) && future.resultCount() > 0 ? future.result()
                                                                                          : T();
}

/// Runs, because limits need time to pass, from the day on that the server speaks of.
class RunningClock final : public Clock
{
public:
    RunningClock() { m_passed.start(); }
    [[nodiscard]] Instant now() const override
    {
        return fromMillis(1'790'000'000'000 + (m_passed.isValid() ? m_passed.elapsed() : 0)) + m_more;
    }
    /// From now on time passes only where it is told to.
    void stop() { m_passed.invalidate(); }
    void pass(std::chrono::milliseconds time) { m_more += time; }

private:
    QElapsedTimer m_passed;
    std::chrono::milliseconds m_more{0};
};

/// A community, its server and its adapter.
struct Community {
    test::VkServer server;
    RunningClock clock;
    HttpEdge edge = systemEdge();
    Secret token;
    std::unique_ptr<vk::VkAdapter> adapter;
    QByteArray cursor;
    qsizetype steps = 0;

    Community()
        : server(test::VkSpec::load(QStringLiteral(SHARED_DIR) + QStringLiteral("/specs/vk")))
        , token(server.token)
    {
        renew();
    }
    void renew() { adapter = make(); }
    [[nodiscard]] std::unique_ptr<vk::VkAdapter> make()
    {
        Account account;
        account.id = AccountId{1};
        account.channel = Channel::Vk;
        account.settings.insert(QStringLiteral("server"), server.url().toString());
        return std::make_unique<vk::VkAdapter>(vk::VkAdapter::Parts{
            .account = account,
            .server = *vk::VkAdapter::serverOf(account),
            .token = [this] { return QtFuture::makeReadyValueFuture(Result<Secret>(token)); },
            .edge = edge,
            .clock = clock});
    }
    [[nodiscard]] Result<FetchStep> step() const { return answerOf(adapter->fetch(cursor)); }
    /// All there is, as a store would have it.
    IncomingBatch all()
    {
        IncomingBatch whole;
        for (int most = 0; most < 1000; ++most) {
            const Result<FetchStep> step = this->step();
            if (!step) {
                return whole;
            }
            ++steps;
            cursor = step->batch.cursor;
            whole.messages += step->batch.messages;
            whole.deletions += step->batch.deletions;
            if (step->isComplete) {
                return whole;
            }
        }
        return whole;
    }
    [[nodiscard]] SendOutcome send(const OutgoingMessage &message) const
    {
        return answerOf(adapter->send(message));
    }
};

inline OutgoingMessage privately(const QString &text,
                                 const QString &wireId = QStringLiteral("1234567890123456789"))
{
    OutgoingMessage message;
    message.channel = Channel::Vk;
    message.audience = Audience::Private;
    message.to = QString::number(anna);
    message.wireId = wireId;
    message.text = text;
    return message;
}

inline OutgoingMessage openly(const QString &text, const QString &inReplyTo,
                              const QString &wireId = QStringLiteral("77"))
{
    OutgoingMessage message = privately(text, wireId);
    message.audience = Audience::Public;
    message.inReplyTo = inReplyTo;
    return message;
}

} // namespace aside
