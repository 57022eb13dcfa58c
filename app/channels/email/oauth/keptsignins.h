// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/oauth/tokenflow.h"
#include "models/ports/mailsignins.h"
#include "models/ports/secretstore.h"

#include <QHash>

namespace aside::mail {

/// What accounts sign in with, over a store of secrets: passwords as they are, of OAuth the token to renew
/// with. Tokens of now are in memory alone, and renewed a little before they end.
class KeptSignIns final : public MailSignIns
{
    Q_OBJECT
public:
    static constexpr std::chrono::minutes renewedBefore{2};

    KeptSignIns(SecretStore &secrets, OAuthEdge edge, const Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] QFuture<Result<MailGrant>> askConsent(const OAuthClient &client, const QString &user,
                                                        std::stop_token stop) override;
    [[nodiscard]] QFuture<Result<void>> keep(AccountId account, const MailGrant &grant) override;
    [[nodiscard]] QFuture<Result<MailSecret>> secretOf(const Account &account) override;
    [[nodiscard]] QFuture<Result<void>> forget(AccountId account) override;

private:
    struct Flows;
    friend struct Flows;

    /// A token of now.
    struct Fresh {
        Secret access;
        Instant expiresAt{};
    };

    SecretStore &m_secrets;
    OAuthEdge m_edge;
    const Clock &m_clock;
    QHash<AccountId, Fresh> m_fresh;
    QHash<AccountId, QFuture<Result<MailSecret>>> m_renewals; ///< under way: two at once would fight
};

} // namespace aside::mail
