// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/accounttrial.h"
#include "app/channels/http/httpedge.h"
#include "models/core/clock.h"
#include "models/ports/channelsetup.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace aside {

/// Tries accounts by the adapters that they will be used with.
class AccountSetups final : public QObject, public ChannelSetup
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AccountSetups)

public:
    using Make = std::function<Result<std::unique_ptr<ChannelAdapter>>(const Account &, const Secret &)>;

    /// How one channel is tried.
    struct Line {
        SetupNeeds needs;
        Make make;
        AccountTrial::Describe describe;
    };

    using QObject::QObject;

    /// The order of adding is the order of showing.
    void add(Channel channel, Line line);

    [[nodiscard]] QList<Channel> channels() const override { return m_order; }
    [[nodiscard]] SetupNeeds needs(Channel channel) const override;
    [[nodiscard]] QFuture<Result<Account>> tryAccount(Account wanted, Secret token,
                                                      std::stop_token stop) override;
    [[nodiscard]] Result<QList<Account>> readList(Channel channel, const QString &path) const override;

private:
    QList<Channel> m_order;
    QHash<Channel, Line> m_lines;
};

/// The channels whose accounts can be tried, one line each. `clock` outlives them.
[[nodiscard]] std::unique_ptr<AccountSetups> makeSetups(const HttpEdge &edge, const Clock &clock);

} // namespace aside
