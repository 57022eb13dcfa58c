// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/scanner.h"
#include "models/core/error.h"

#include <QByteArray>
#include <QList>

namespace aside::imap {

/// A part of a message that holds no other parts, as the server describes it. Names are as written: encoded,
/// and from a stranger.
struct BodyPart {
    QByteArray section{}; ///< to be fetched by: "1.2"
    QByteArray type{}; ///< in small letters: "text/plain"
    QByteArray charset{};
    QByteArray encoding{}; ///< in small letters: "base64"
    quint64 size = 0; ///< encoded, in bytes; 0 where the server does not say
    QByteArray contentId{};
    QByteArray disposition{}; ///< in small letters
    QByteArray fileName{};

    bool operator==(const BodyPart &) const = default;
};

/// The leaves of a BODYSTRUCTURE in their order; an attached message is a leaf. What is missing is left
/// empty. Errc::BadAnswer where it is no structure, Errc::TooLarge for more than 10,000 parts.
[[nodiscard]] Result<QList<BodyPart>> bodyParts(const Value &structure);

} // namespace aside::imap
