// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/mailsetup.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

#include <optional>

namespace aside::mail {

/// The mail services that come with the program (resources/mail/providers.toml).
class ProviderTable
{
public:
    struct Provider {
        QString id;
        QStringList domains; ///< of addresses
        QStringList exchangers; ///< ends of the names of its servers that take mail for customers' domains
        MailSetup setup; ///< without a user

        bool operator==(const Provider &) const = default;
    };

    /// Errc::BrokenItem where an entry lacks something or names a server without encryption; its detail names
    /// the entry.
    [[nodiscard]] static Result<ProviderTable> parse(const QByteArray &toml);
    [[nodiscard]] static const ProviderTable &delivered();

    [[nodiscard]] const QList<Provider> &providers() const { return m_providers; }
    /// For an address of one of the services; nothing for all others.
    [[nodiscard]] std::optional<MailSetup> ofAddress(const QString &address) const;
    /// For an address of a domain whose mail goes to these servers.
    [[nodiscard]] std::optional<MailSetup> ofExchangers(const QStringList &exchangers,
                                                        const QString &address) const;

private:
    QList<Provider> m_providers;
};

} // namespace aside::mail
