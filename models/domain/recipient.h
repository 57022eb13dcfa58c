// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace aside {

/// What somebody is to a mail that names him. Stored: never renumber.
enum class RecipientKind : quint8 {
    To = 0,
    Cc = 1,
    Bcc = 2, ///< known of our own messages alone
    ReplyTo = 3, ///< where the author wants answers
};

/// Somebody a mail names beside its author. Foreign text.
struct Recipient {
    RecipientKind kind = RecipientKind::To;
    QString name{};
    QString address{};

    bool operator==(const Recipient &) const = default;
};

/// More than a message is remembered with: nobody reads them, and nobody answers them all.
inline constexpr qsizetype mostRecipients = 500;

} // namespace aside
