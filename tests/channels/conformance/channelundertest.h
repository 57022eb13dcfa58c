// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/httpedge.h"
#include "models/core/clock.h"
#include "models/domain/account.h"
#include "models/domain/message.h"
#include "models/domain/outgoing.h"
#include "models/ports/channeladapter.h"
#include "tests/servers/httpdoor.h"

#include <QHash>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace aside::test {

/// What not every channel has.
enum class Ability : quint8 {
    Sending,
    Answers, ///< a message says which one it answers
    Edits, ///< it says that a message was changed
    Deletions, ///< it says that one is gone
    Numbers, ///< its ids are numbers
    Listening,
};

/// What somebody writes to the account.
struct Written {
    QString text{};
    std::optional<std::chrono::seconds> after{}; ///< ChannelUnderTest::day; none: now
    std::optional<qint64> number{}; ///< its id, for a channel of numbers
    bool isAuthorGone = false; ///< who wrote has deleted himself
};

/// All that an adapter is made with.
struct Connection {
    Account account; ///< kept in the profile already
    QUrl server; ///< where the adapter finds it
    HttpEdge edge;
    const Clock &clock;
};

/// A channel as the conformance suite needs it: the server of the tests, what happens there, and the adapter.
/// One for each case. Behind the server's back nothing is said: all goes over the wire.
class ChannelUnderTest
{
public:
    /// A day that is over, in seconds.
    static constexpr qint64 day = 1'789'000'000;

    ChannelUnderTest() = default;
    virtual ~ChannelUnderTest() = default;
    ChannelUnderTest(const ChannelUnderTest &) = delete;
    ChannelUnderTest &operator=(const ChannelUnderTest &) = delete;

    // What it is.
    [[nodiscard]] virtual Channel channel() const = 0;
    /// What the channel has no notion of, each with the reason; the suite knows the list as well.
    [[nodiscard]] virtual QHash<Ability, QString> cannot() const { return {}; }
    /// In the first line of the request that brings news.
    [[nodiscard]] virtual QByteArray newsCall() const = 0;
    /// In the first line of the request that sends.
    [[nodiscard]] virtual QByteArray sendCall() const { return {}; }
    /// Whether only one console can read at a time, and the other is told so.
    [[nodiscard]] virtual bool isExclusive() const { return false; }
    /// That the service has had enough of us for so long, as it says it.
    [[nodiscard]] virtual HttpFault enough(std::chrono::seconds time) const
    {
        return {.status = 429,
                .headers = "Retry-After: " + QByteArray::number(time.count()) + "\r\n",
                .body = "enough"};
    }

    // The adapter.
    [[nodiscard]] virtual QUrl server() const = 0;
    [[nodiscard]] virtual Account account(const QUrl &server) const = 0;
    [[nodiscard]] virtual std::unique_ptr<ChannelAdapter> make(const Connection &connection) = 0;

    /// What the account signs in with; no report may hold it.
    [[nodiscard]] virtual QByteArray secret() const { return {}; }

    // What happens at the server.
    /// Answers with what the server knows the message by.
    virtual QString write(const Written &written) = 0;
    virtual void answer(const QString &message, const QString &text) = 0;
    virtual void edit(const QString &message, const QString &text) = 0;
    virtual void remove(const QString &message) = 0;
    /// One that remove() can take away again, where not every message can be.
    virtual QString writeRemovable(const QString &text) { return write({.text = text}); }
    /// The server says it once more.
    virtual void repeat(const QString &message) = 0;
    /// What was said already is lost, or numbers are left out.
    virtual void leaveGap() = 0;
    /// The server counts from further back: what its cursors were has no meaning any more.
    virtual void goBack() = 0;
    /// The server gives all of it at once, however little is asked for.
    virtual void ignoreLimits() = 0;

    /// What time it is there.
    std::function<Instant()> now;

    /// The words that were written, of a message as it is kept.
    [[nodiscard]] virtual QString wordsOf(const Message &message) const { return message.text; }

    // Sending.
    /// To whoever has written.
    [[nodiscard]] virtual OutgoingMessage message(const QString &text, const QString &wireId) const
    {
        Q_UNUSED(text)
        Q_UNUSED(wireId)
        return {};
    }
    /// The texts of ours that are there, the oldest first.
    [[nodiscard]] virtual QStringList sent() const { return {}; }
    /// What the server did not like of the requests.
    [[nodiscard]] virtual QStringList refused() const { return {}; }
};

/// When it was written, in seconds.
[[nodiscard]] inline qint64 secondsOf(const ChannelUnderTest &channel, const Written &written)
{
    return written.after ? ChannelUnderTest::day + written.after->count() : toMillis(channel.now()) / 1'000;
}

/// How a program makes the one that it tests.
using MakeChannel = std::unique_ptr<ChannelUnderTest> (*)();

} // namespace aside::test
