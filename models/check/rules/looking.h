// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/checkedtext.h"
#include "models/domain/finding.h"

#include <QLatin1StringView>
#include <QString>

namespace aside::rules {

// What most rules do alike.

/// A question about a range, which quotes it.
[[nodiscard]] Finding about(const CheckedText &text, QLatin1StringView rule, TextRange range,
                            QLatin1StringView variant = {});

/// The same, and offers to take it out.
[[nodiscard]] Finding clutter(const CheckedText &text, QLatin1StringView rule, TextRange range,
                              QLatin1StringView variant = {});

/// The range without the white space and the punctuation at its ends.
[[nodiscard]] TextRange bare(const CheckedText &text, TextRange range);

/// Ranges that touch, or between which nothing but white space and punctuation stands, become one.
[[nodiscard]] QList<TextRange> joined(const CheckedText &text, QList<TextRange> ranges);

/// The sentences in which phrases of the list stand, but for quoted ones, joined.
[[nodiscard]] QList<TextRange> sentencesWith(const CheckedText &text, QLatin1StringView list);

/// The fix that takes out the sentence a range stands in; nothing where that would leave no text.
[[nodiscard]] QList<Fix> withoutSentence(const CheckedText &text, TextRange range);

/// The sentences with a phrase of the list, but for quoted ones; each once.
[[nodiscard]] QList<TextRange> unquotedWith(const CheckedText &text, QLatin1StringView list);

/// One finding for each of them: what is said is the sentence, not the three words that give it away.
void findSentences(const CheckedText &text, QLatin1StringView rule, QLatin1StringView list,
                   QList<Finding> &found);

/// "^AB", "— Анна", "/Anna", "~АК" as the last words; nothing where nobody left a mark.
[[nodiscard]] TextRange helperMark(const CheckedText &text);

/// The reader is told the customer's own words, marked as such.
[[nodiscard]] bool isQuoted(const CheckedText &text, TextRange range);

} // namespace aside::rules
