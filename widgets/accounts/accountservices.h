// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace aside {

class AccountStore;
class ChannelSetup;
class Clock;
class FetchFeed;
class MailProbe;
class MailSetupFinder;
class MailSignIns;
class OutboxStore;

/// What the windows about accounts work with; all of it outlives them.
struct AccountServices {
    AccountStore &accounts;
    OutboxStore &outbox;
    MailSetupFinder &finder;
    MailProbe &probe;
    MailSignIns &signIns;
    ChannelSetup &setups;
    FetchFeed &fetches;
    const Clock &clock;
};

} // namespace aside
