// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/bodyparts.h"

#include <QList>

namespace aside::mail {

/// A letter up to this size comes whole, in a batch with others; of a larger one what is read comes, and its
/// big parts stay at the server. Letters have 12 KB on average and a batch 4 MiB: only what would keep all
/// the others waiting is dealt with by itself.
inline constexpr qint64 largestWhole = 2LL * 1'024 * 1'024;

/// What is brought of a part at once.
enum class PartTake : quint8 {
    Whole,
    Beginning, ///< of a text that is too long to be read; the rest stays at the server
    Nothing,
};

struct ChosenPart {
    imap::BodyPart part;
    PartTake take = PartTake::Nothing;

    bool operator==(const ChosenPart &) const = default;
};

/// Pure. Texts come, and what is small, until there is enough of each; so do small pictures in the text. For
/// each part, in their order.
[[nodiscard]] QList<ChosenPart> chooseParts(const QList<imap::BodyPart> &parts);

/// As many bytes of a part come at most, however large the server says it is.
[[nodiscard]] quint64 mostOf(const ChosenPart &chosen);

} // namespace aside::mail
