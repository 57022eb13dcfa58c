// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace aside {

/// How a mail server is reached. There is no third way: what is not encrypted is not used.
enum class MailSecurity : quint8 {
    Tls, ///< from the first byte
    StartTls, ///< after a few words in the clear
};

struct MailServer {
    QString host; ///< as the name server knows it: ASCII
    quint16 port = 0;
    MailSecurity security = MailSecurity::Tls;

    bool operator==(const MailServer &) const = default;
};

enum class MailSignIn : quint8 {
    Password,
    AppPassword, ///< one that the service makes for a single program
    OAuth, ///< at the service itself, in the browser
};

/// Who said which servers an address has.
enum class SetupOrigin : quint8 {
    Table, ///< comes with Aside
    Provider, ///< a file on the web site of the domain
    ServiceRecords, ///< the name server of the domain (RFC 6186)
    Exchanger, ///< the name server says that a service of the table takes the domain's mail
    Guess, ///< nobody: names as many have them, and somebody listens there
    Operator,
};

/// What it takes to use a mailbox, apart from its secret.
struct MailSetup {
    MailServer imap;
    MailServer smtp;
    QString user; ///< the name to sign in with
    SetupOrigin origin = SetupOrigin::Operator;
    QString provider{}; ///< as it calls itself, foreign text; may be empty
    QList<MailSignIn> signIns{MailSignIn::Password}; ///< the best one first
    QString oauth{}; ///< the preset of OAuth 2.0 that fits: "google", "microsoft"; may be empty
    QMap<QString, QString> hints{}; ///< what to do there first, by language
    QString help{}; ///< the page of the service where that is done; https

    bool operator==(const MailSetup &) const = default;
};

/// Those of its servers that lie outside of the domain of the address. Where only the network named them,
/// the operator has to agree before a password goes there.
[[nodiscard]] QStringList strangeHosts(const MailSetup &setup, const QString &address);

/// The account with these servers in its settings; the rest of it stays.
[[nodiscard]] Account withSetup(Account account, const MailSetup &setup);
/// What the settings of an account say; hosts are empty where they say nothing.
[[nodiscard]] MailSetup setupOf(const Account &account);

/// The part behind the last "@", lower case, as the name server knows it; empty where there is none.
[[nodiscard]] QString mailDomain(const QString &address);
/// A name or an address of a server in ASCII; empty where it cannot be one.
[[nodiscard]] QString hostName(const QString &written);

/// 993 and 143, 465 and 587 (RFC 8314).
[[nodiscard]] quint16 usualImapPort(MailSecurity security);
[[nodiscard]] quint16 usualSmtpPort(MailSecurity security);

} // namespace aside
