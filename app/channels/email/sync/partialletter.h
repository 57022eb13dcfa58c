// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/scanner.h"
#include "app/channels/email/sync/partchoice.h"
#include "models/domain/serverplace.h"

#include <QByteArray>
#include <QHash>

namespace aside::mail {

/// What was left at the server, by what stands for it in a letter.
using LeftParts = QHash<QByteArray, ServerPart>;

/// A letter as the letter reader takes it, without the parts that were left at the server: where one was, a
/// mark stands for it.
struct PartialLetter {
    QByteArray bytes{};
    LeftParts left{};
};

/// What was fetched of a letter.
struct LetterPieces {
    QByteArrayView header;
    const imap::Value &structure; ///< BODYSTRUCTURE
    QList<ChosenPart> chosen{}; ///< the leaves of the structure
    QHash<QByteArray, QByteArray> bodies{}; ///< by section, as they were sent
};

/// Pure; of the same pieces it makes the same letter. Names and types are those of the structure.
[[nodiscard]] PartialLetter partialLetter(const LetterPieces &pieces);

} // namespace aside::mail
