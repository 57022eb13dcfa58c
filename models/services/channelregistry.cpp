// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/channelregistry.h"

#include <utility>

namespace aside {

void ChannelRegistry::add(Channel channel, MakeAdapter make)
{
    m_makers.insert(channel, std::move(make));
}

bool ChannelRegistry::knows(Channel channel) const
{
    return m_makers.contains(channel);
}

Result<std::unique_ptr<ChannelAdapter>> ChannelRegistry::adapterFor(const Account &account) const
{
    const auto maker = m_makers.constFind(account.channel);
    if (maker == m_makers.cend()) {
        return fail(Errc::NotFound, QStringLiteral("no adapter for %1").arg(channelName(account.channel)));
    }
    return (*maker)(account);
}

bool isSameConnection(const Account &one, const Account &other)
{
    return one.address == other.address && one.identity == other.identity && one.settings == other.settings
        && one.isOn == other.isOn;
}

} // namespace aside
