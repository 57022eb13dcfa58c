// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace aside {

class AccountStore;
class Clock;
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
    const Clock &clock;
};

} // namespace aside
