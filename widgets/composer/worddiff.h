// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>
#include <QTextCharFormat>

namespace aside {

/// A run of words that stayed, went or came.
struct DiffPart {
    enum class Kind { Same, Removed, Added };

    Kind kind = Kind::Same;
    QString text;

    bool operator==(const DiffPart &) const = default;
};

/// What changes from one text to the other, word by word. Texts with very many differing words are told as
/// one removal and one addition.
[[nodiscard]] QList<DiffPart> wordDiff(const QString &before, const QString &after);

/// How a part looks in the theme of now: what went is struck out, what came is underlined, so that nobody
/// has to tell colours.
[[nodiscard]] QTextCharFormat diffFormat(DiffPart::Kind kind);

} // namespace aside
