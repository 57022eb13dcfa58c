// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profiledemo.h"

#include "app/demo/demo.h"
#include "app/profile.h"

namespace aside {

Result<void> fillDemo(Profile &profile)
{
    return fillDemo(DemoStores{.sink = profile.sink(),
                               .conversations = profile.conversations(),
                               .drafts = profile.drafts(),
                               .outbox = profile.outbox(),
                               .promises = profile.promises(),
                               .clock = profile.clock()});
}

} // namespace aside
