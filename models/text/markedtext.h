// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/textrange.h"

#include <QList>
#include <QString>

namespace aside {

/// What the signs around some words say about them.
enum class MarkKind : quint8 {
    Bold, ///< **words**
    Italic, ///< __words__
    Struck, ///< ~~words~~
    Code, ///< `words`
    Block, ///< lines between lines of ```
    Link, ///< [words](https://…)
};

/// Words that are meant to look different.
struct TextMark {
    MarkKind kind = MarkKind::Bold;
    TextRange range; ///< in the text without the signs
    QString target{}; ///< of a link, as it was typed

    bool operator==(const TextMark &) const = default;
};

/// A text without its signs, and what they said: the outer ones first, and by place.
struct MarkedText {
    QString text;
    QList<TextMark> marks;

    bool operator==(const MarkedText &) const = default;
};

/// Reads the signs of a text as it was typed, at most `most` of them. Signs without a partner in their line,
/// inside words and addresses, or around nothing stay what they are.
[[nodiscard]] MarkedText readMarks(const QString &typed, qsizetype most = 100);
/// The text with its signs: of what readMarks() answered, what it was asked.
[[nodiscard]] QString withSigns(const MarkedText &marked);

} // namespace aside
