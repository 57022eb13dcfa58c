// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/id.h"
#include "models/domain/recipient.h"

#include <QList>
#include <QString>

namespace aside {

/// Whom a reply goes to, where that is not simply the customer. Belongs to a draft, then to its outbox item.
struct Addressing {
    QList<Recipient> recipients{}; ///< To, Cc and Bcc; empty: the customer
    MessageId forwarded{}; ///< the message that is passed on; none: it is an answer
    QString sender{}; ///< the address of the identity that writes; empty: that of the account

    bool operator==(const Addressing &) const = default;

    /// A reply to the customer from the account's address.
    [[nodiscard]] bool isPlain() const { return *this == Addressing(); }
    /// As it is stored; empty where it is plain.
    [[nodiscard]] QString toText() const;
    /// What cannot be read is plain.
    [[nodiscard]] static Addressing parse(const QString &text);
};

} // namespace aside
