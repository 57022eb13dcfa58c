// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/applicationchannels.h"
#include "app/import/importsources.h"
#include "app/profile.h"
#include "models/check/spellchecker.h"
#include "models/core/clock.h"
#include "models/core/error.h"
#include "models/ports/secretstore.h"

#include <memory>

namespace aside::cli {

/// An open profile as the commands see it.
class Session
{
public:
    Session() = default;
    virtual ~Session() = default;
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] virtual ConversationStore &conversations() = 0;
    [[nodiscard]] virtual DraftStore &drafts() = 0;
    [[nodiscard]] virtual OutboxStore &outbox() = 0;
    [[nodiscard]] virtual DispatchStore &dispatch() = 0;
    [[nodiscard]] virtual ChangeFeed &changes() = 0;
    [[nodiscard]] virtual MoveStore &moves() = 0;
    [[nodiscard]] virtual CheckStore &checks() = 0;
    [[nodiscard]] virtual PersonStore &persons() = 0;
    [[nodiscard]] virtual PersonRecords &personRecords() = 0;
    [[nodiscard]] virtual ConsentStore &consents() = 0;
    [[nodiscard]] virtual PromiseStore &promises() = 0;
    [[nodiscard]] virtual SearchIndex &search() = 0;
    [[nodiscard]] virtual MessageSink &sink() = 0;
    [[nodiscard]] virtual Maintenance &maintenance() = 0;
    [[nodiscard]] virtual AccountStore &accounts() = 0;
    [[nodiscard]] virtual SecretStore &secrets() = 0;
    [[nodiscard]] virtual const ChannelRegistry &channels() = 0;
    [[nodiscard]] virtual QFuture<Result<SignInTrial>> trySigningIn(const Account &account) = 0;
    [[nodiscard]] virtual const Clock &clock() const = 0;
    [[nodiscard]] virtual QStringList ownAddresses() const = 0;
    [[nodiscard]] virtual Result<void> setOwnAddresses(const QStringList &addresses) = 0;
};

/// Opens what commands work on: profiles and files to import. Tests put their own in its place.
class Backend
{
public:
    Backend() = default;
    virtual ~Backend() = default;
    Backend(const Backend &) = delete;
    Backend &operator=(const Backend &) = delete;

    [[nodiscard]] virtual Result<std::unique_ptr<Session>> openProfile(const ProfileOptions &options) = 0;
    [[nodiscard]] virtual QString profileDirectory(const QString &option) const = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<ImportSource>> openSource(const QString &path,
                                                                           const ImportOptions &options)
        = 0;
    /// Asks the person, who types it unseen. Errc::NotFound where there is no terminal, or Cancelled.
    [[nodiscard]] virtual Result<Secret> askSecret(const QString &question) = 0;
    /// Null where nobody knows how words are spelt.
    [[nodiscard]] virtual std::unique_ptr<SpellChecker> makeSpelling() const = 0;
    [[nodiscard]] virtual const Clock &clock() const = 0;
};

} // namespace aside::cli
