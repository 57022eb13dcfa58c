// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace aside {

enum class LetterPart : quint8 {
    Own, ///< what the sender wrote now
    Quote, ///< what was said before, with the lines that lead it in
    Signature, ///< name, regards, "Sent from my phone"
};

/// Lines of a letter that are of one kind; from the first of them to the last's end, its line feed with it. A
/// blank line goes with what stands above it.
struct LetterSpan {
    LetterPart part = LetterPart::Own;
    qsizetype from = 0;
    qsizetype to = 0;

    bool operator==(const LetterSpan &) const = default;
};

/// A plain text as mail programs write it, Russian and English ones, from top to bottom without a gap. It is
/// a guess: good enough to fold, not to throw away.
[[nodiscard]] QList<LetterSpan> letterParts(const QString &text);

/// Where the quotes and signatures at the end begin; -1 where there are none, or nothing else.
[[nodiscard]] qsizetype letterHistoryStart(const QString &text);

} // namespace aside
