// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "models/ports/channeladapter.h"

namespace aside::byhand {

/// A place without an API, or the telephone: the operator enters what came, and posts what goes
/// (ChannelCapabilities::byHand). Nothing comes and nothing leaves by itself.
class ByHandAdapter final : public ChannelAdapter
{
    Q_OBJECT

public:
    using ChannelAdapter::ChannelAdapter;

    /// Whether an account may be called so: the name of a place, or a number that can be dialled.
    [[nodiscard]] static bool isAddress(Channel channel, const QString &address);

    [[nodiscard]] QFuture<Result<void>> open() override;
    [[nodiscard]] QFuture<Result<FetchStep>> fetch(QByteArray cursor) override;
    [[nodiscard]] bool canListen() const override { return false; }
    void listen() override { }
    [[nodiscard]] QFuture<SendOutcome> send(OutgoingMessage message) override;
    [[nodiscard]] QFuture<Result<Reconciliation>> reconcile(OutgoingMessage message) override;
};

} // namespace aside::byhand
