// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/stores.h"
#include "models/core/secret.h"
#include "models/domain/message.h"
#include "tests/channels/conformance/channelundertest.h"
#include "tests/support/testclock.h"

#include <QPointer>
#include <QTemporaryDir>

#include <functional>

namespace aside::test {

/// Time of a test: short pauses are over at once, long ones when the test lets time pass.
class PassingTime
{
public:
    [[nodiscard]] HttpEdge edge();
    void pass(std::chrono::milliseconds time);
    /// Our clock is so far off; the world's is not.
    void setSkew(std::chrono::milliseconds skew);
    [[nodiscard]] Instant worldTime() const { return clock.now() - m_skew; }
    TestClock clock;

private:
    struct Alarm {
        Instant at{};
        QPointer<QObject> context;
        std::function<void()> then;
    };
    void wait(std::chrono::milliseconds time, QObject *context, const std::function<void()> &then);

    QList<Alarm> m_alarms;
    std::chrono::milliseconds m_skew{0};
};

/// One operator's console: a profile that keeps what comes, and an adapter that brings it.
class Console final : private MessageSink
{
public:
    Console(ChannelUnderTest &channel, HttpDoor &door, PassingTime &time);

    /// As after a start of the program.
    void restart();
    /// A while later: all there is, until the adapter says that it is all.
    [[nodiscard]] Result<void> fetch();
    [[nodiscard]] Result<void> fetchAtOnce();
    /// The texts in the profile, sorted; of what is gone with a dagger before them.
    [[nodiscard]] QStringList kept();
    [[nodiscard]] QList<Message> messages();
    [[nodiscard]] SendOutcome send(const OutgoingMessage &message);
    [[nodiscard]] Result<Reconciliation> look(const OutgoingMessage &message);
    [[nodiscard]] ChannelAdapter &adapter() { return *m_adapter; }
    void closeAdapter() { m_adapter.reset(); }
    /// The profile takes so many batches, and no more until it is told to.
    void takeOnly(std::optional<int> batches) { m_room = batches; }
    /// The profile is as it was when this cursor was stored.
    void forgetCursor(const QByteArray &cursor);
    [[nodiscard]] QByteArray cursor();

    int steps = 0; ///< batches that were applied

private:
    [[nodiscard]] QFuture<Result<ApplyReport>> apply(IncomingBatch batch) override;
    [[nodiscard]] QFuture<Result<QByteArray>> cursor(QString source) override;

    /// Until it came true; whoever waits for an answer that never comes waits in vain.
    [[nodiscard]] bool waitUntil(const std::function<bool()> &isTrue);

    ChannelUnderTest &m_channel;
    HttpDoor &m_door;
    PassingTime &m_time;
    QTemporaryDir m_folder;
    std::unique_ptr<SqliteStores> m_stores;
    Account m_account;
    std::optional<int> m_room;
    std::unique_ptr<ChannelAdapter> m_adapter;
};

} // namespace aside::test
