// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace aside {

class ChannelSetup;
class FetchFeed;
class MailProbe;
class MailSetupFinder;
class MailSignIns;
class Profile;
class Window;

/// What the windows about accounts reach the world through; outlives them.
struct AccountEdges {
    MailSetupFinder &finder;
    MailProbe &probe;
    MailSignIns &signIns;
    ChannelSetup &setups;
    FetchFeed *fetches = nullptr; ///< instead of the window's own
};

/// Connects the commands about accounts.
void connectAccounts(Window &window, Profile &profile, const AccountEdges &edges);

} // namespace aside
