// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkprofile.h"

#include <algorithm>

namespace aside {

namespace {

/// 0 is no limit.
int shorter(int one, int other)
{
    return one == 0 || other == 0 ? std::max(one, other) : std::min(one, other);
}

} // namespace

void CheckProfile::learn(const QList<Account> &accounts)
{
    capabilities.clear();
    addresses.clear();
    for (const Account &one : accounts) {
        addresses.insert(one.id, one.address);
        ChannelCapabilities can = capabilitiesFor(one);
        if (const auto known = capabilities.constFind(one.channel); known != capabilities.cend()) {
            can.publicLimit = shorter(can.publicLimit, known->publicLimit);
            can.privateLimit = shorter(can.privateLimit, known->privateLimit);
        }
        capabilities.insert(one.channel, can);
    }
}

} // namespace aside
