// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/account.h"
#include "models/ports/channeladapter.h"

#include <QHash>

#include <functional>
#include <memory>

namespace aside {

/// Which channels this build can talk to: one line a channel where the program is put together.
class ChannelRegistry
{
public:
    using MakeAdapter = std::function<Result<std::unique_ptr<ChannelAdapter>>(const Account &)>;

    /// The last one added for a channel counts.
    void add(Channel channel, MakeAdapter make);
    [[nodiscard]] bool knows(Channel channel) const;
    /// Errc::NotFound where the channel has no adapter; else what its line answers.
    [[nodiscard]] Result<std::unique_ptr<ChannelAdapter>> adapterFor(const Account &account) const;

private:
    QHash<Channel, MakeAdapter> m_makers;
};

/// Whether what an adapter goes by is the same.
[[nodiscard]] bool isSameConnection(const Account &one, const Account &other);

} // namespace aside
