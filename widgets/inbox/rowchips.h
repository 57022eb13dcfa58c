// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"

#include <QColor>
#include <QList>
#include <QString>

namespace aside {

struct Theme;

/// A small mark of a row: words on a ground, with an icon where the words alone do not tell.
struct RowChip {
    QString text;
    QString icon; ///< for themedIcon(); empty: none
    QColor ground;
    QColor ink;

    bool operator==(const RowChip &) const = default;
};

/// The colours of a tag: always the same for the same name, with a contrast of at least 4.5:1.
[[nodiscard]] RowChip tagChip(const QString &tag, const Theme &theme);

/// The clock of a promise: by when it is due, how long is left where that is little, or since when it is
/// late.
[[nodiscard]] QString promiseMark(Instant dueAt, Instant now);

/// The same in the fewest words, beside a picture of a clock.
[[nodiscard]] QString promiseTime(Instant dueAt, Instant now);

/// What a row has to say besides its words, the most important first: a promise, a snooze, what state it is
/// in, tags (at most two and how many more).
[[nodiscard]] QList<RowChip> rowChips(const ConversationRow &row, Instant now, const Theme &theme);

} // namespace aside
