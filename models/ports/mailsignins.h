// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/domain/account.h"
#include "models/ports/mailprobe.h"

#include <QFuture>
#include <QObject>
#include <QUrl>

#include <stop_token>

namespace aside {

/// What the team got from a service when it registered the program there (OAuth 2.0). The id is no secret and
/// lies in the account's settings as oauth.client, the preset as oauth.provider, beside auth = "oauth".
struct OAuthClient {
    QString preset; ///< "google", "microsoft"
    QString id;
    Secret secret{}; ///< some services give one to programs as well; empty else
};

/// What an account signs in with from now on: a password, or what OAuth 2.0 gave.
struct MailGrant {
    Secret password{};
    Secret refresh{}; ///< gets new tokens
    Secret clientSecret{};
    Secret access{}; ///< the token of now
    Instant expiresAt{}; ///< the end of that token

    [[nodiscard]] MailSecret secret() const { return {.password = password, .token = access}; }
};

/// Keeps what mail accounts sign in with, in the keychain and nowhere else, and renews it. Lives on the UI
/// thread and does not block it.
class MailSignIns : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Asks the person for consent at the service: pageReady() says where, once; the answer comes when the
    /// person is done. One at a time. Errc::SignInRefused where the person or the service says no, Timeout,
    /// Network, BadAnswer, NotFound (no such preset), InvalidInput (no client id), Cancelled.
    [[nodiscard]] virtual QFuture<Result<MailGrant>> askConsent(const OAuthClient &client,
                                                                const QString &user, std::stop_token stop)
        = 0;
    /// Errors of the keychain.
    [[nodiscard]] virtual QFuture<Result<void>> keep(AccountId account, const MailGrant &grant) = 0;
    /// What the account signs in with now; a token that is about to end is renewed first. SignInRefused where
    /// the consent was taken back.
    [[nodiscard]] virtual QFuture<Result<MailSecret>> secretOf(const Account &account) = 0;
    /// Also where there is nothing.
    [[nodiscard]] virtual QFuture<Result<void>> forget(AccountId account) = 0;

Q_SIGNALS:
    /// To be opened in the person's own browser, by who wires the program.
    void pageReady(const QUrl &page);
};

} // namespace aside
