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

    /// What is begun under `owner` ends with it.
    using SignIn
        = std::function<QFuture<Result<Secret>>(const Account &, PageReady, std::stop_token, QObject *owner)>;

    /// How one channel is tried.
    struct Line {
        SetupNeeds needs;
        Make make;
        AccountTrial::Describe describe;
        SignIn signIn{}; ///< where needs.takesBrowser
    };

    using QObject::QObject;

    /// The order of adding is the order of showing.
    void add(Channel channel, Line line);

    [[nodiscard]] QList<Channel> channels() const override { return m_order; }
    [[nodiscard]] SetupNeeds needs(Channel channel) const override;
    [[nodiscard]] QFuture<Result<Account>> tryAccount(Account wanted, Secret token,
                                                      std::stop_token stop) override;
    [[nodiscard]] QFuture<Result<Secret>> signIn(Account wanted, PageReady pageReady,
                                                 std::stop_token stop) override;
    [[nodiscard]] Result<QList<Account>> readList(Channel channel, const QString &path) const override;

Q_SIGNALS:
    /// To be opened in the person's own browser, by who wires the program.
    void pageReady(const QUrl &page);

private:
    QList<Channel> m_order;
    QHash<Channel, Line> m_lines;
};

/// The channels whose accounts can be tried, one line each. `clock` outlives them; `endPage` is the HTML that
/// whoever signed in with the browser sees in the end.
[[nodiscard]] std::unique_ptr<AccountSetups> makeSetups(const HttpEdge &edge, const Clock &clock,
                                                        const QByteArray &endPage = {});

} // namespace aside
