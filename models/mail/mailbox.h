// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace aside::mail {

/// Somebody a letter is from or goes to.
struct Mailbox {
    QString name;
    QString address;

    bool operator==(const Mailbox &) const = default;
};

/// What somebody wrote into a field for addresses.
struct MailboxList {
    QList<Mailbox> mailboxes; ///< each address once
    QStringList wrong; ///< what is no address
};

/// "Anna <anna@example.org>, b@example.org; …", with commas, semicolons or line ends between.
[[nodiscard]] MailboxList parseMailboxes(const QString &text);
/// As parseMailboxes() reads it.
[[nodiscard]] QString toField(const QList<Mailbox> &mailboxes);

/// As whom an account writes: itself first, then what its setting "identities" adds, which is written as a
/// field for addresses is.
[[nodiscard]] QList<Mailbox> identitiesOf(const Account &account);

} // namespace aside::mail
