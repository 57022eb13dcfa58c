// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/accountsetups.h"
#include "app/applicationchannels.h"
#include "app/channels/email/autoconfig/autoconfig.h"
#include "app/channels/email/oauth/keptsignins.h"
#include "app/channels/email/probe/liveprobe.h"
#include "app/platform/environmentpassphrase.h"
#include "app/platform/profilesecrets.h"
#include "app/windowaccounts.h"
#include "app/windowpassphrase.h"

#include <memory>

namespace aside {

class HttpClient;
class Profile;

/// What accounts of a profile need from the world: their secrets, their servers, and the services that give
/// them tokens.
class MailServices
{
public:
    MailServices(Profile &profile, HttpClient &http);

    /// Who is asked for a passphrase, where there is no keychain.
    [[nodiscard]] WindowPassphrase &person() { return m_person; }
    [[nodiscard]] AccountEdges edges();
    [[nodiscard]] ChannelEdges channelEdges();

private:
    Profile &m_profile;
    WindowPassphrase m_person;
    EnvironmentPassphrase m_environment;
    ProfileSecrets m_secrets;
    mail::Autoconfig m_finder;
    mail::LiveProbe m_probe;
    mail::KeptSignIns m_signIns;
    std::unique_ptr<AccountSetups> m_setups;
};

} // namespace aside
