// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/mailedge.h"
#include "app/cli/session.h"
#include "app/platform/environmentpassphrase.h"
#include "app/platform/systemclock.h"

namespace aside::cli {

/// Real profiles, real files, real servers.
class RealBackend final : public Backend
{
public:
    /// `person` is asked for the passphrase of secrets where the environment has none; null: nobody is.
    explicit RealBackend(PassphraseSource *person, mail::MailEdge mail = mail::systemMailEdge());

    [[nodiscard]] Result<std::unique_ptr<Session>> openProfile(const ProfileOptions &options) override;
    [[nodiscard]] QString profileDirectory(const QString &option) const override;
    [[nodiscard]] Result<std::unique_ptr<ImportSource>> openSource(const QString &path,
                                                                   const ImportOptions &options) override;
    [[nodiscard]] Result<Secret> askSecret(const QString &question) override;
    [[nodiscard]] std::unique_ptr<SpellChecker> makeSpelling() const override;
    [[nodiscard]] const Clock &clock() const override { return m_clock; }

private:
    SystemClock m_clock;
    EnvironmentPassphrase m_passphrases;
    mail::MailEdge m_mail;
};

} // namespace aside::cli
