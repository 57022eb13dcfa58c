// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace aside {

/// As one compares when one looks for something: small letters, "ё" as "е". As long as the text.
[[nodiscard]] QString searchFold(const QString &text);

/// Where the words are in the text, from the start, without overlaps; nothing for no words.
[[nodiscard]] QList<qsizetype> foldedMatches(const QString &text, const QString &words);

} // namespace aside
