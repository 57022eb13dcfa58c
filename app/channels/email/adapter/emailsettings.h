// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/net/connection.h"
#include "models/core/error.h"
#include "models/domain/account.h"

#include <QByteArrayList>
#include <QDate>

#include <optional>

namespace aside::mail {

enum class MailAuth { Password, OAuth };

/// What an account of mail says about its servers. In Account::settings: imap.host, imap.port, imap.security
/// (tls, starttls or plain-loopback), smtp.*, the same, user (else the address), since (a day; what arrived
/// earlier stays at the server), sent.copy ("no" where the server files sent mail by itself), auth
/// (password or oauth), folders (those that are brought over, by their names before the server, one a line;
/// else the usual ones), archive ("yes": what is closed here is moved into the archive), identities (as whom
/// one can write beside the account, as a field for addresses).
struct EmailSettings {
    ServerAddress imap;
    ServerAddress smtp;
    QString user;
    std::optional<QDate> since{};
    bool copiesToSent = true;
    MailAuth auth = MailAuth::Password;
    QByteArrayList folders{}; ///< empty: the usual ones

    bool operator==(const EmailSettings &) const = default;

    /// Errc::BadSettings where a host is missing or a value is none; its detail names the setting.
    [[nodiscard]] static Result<EmailSettings> of(const Account &account);
};

} // namespace aside::mail
