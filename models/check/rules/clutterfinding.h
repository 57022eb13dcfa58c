// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/checkedtext.h"
#include "models/domain/finding.h"

#include <QLatin1StringView>
#include <QList>

namespace aside::rules {

/// A question about a range, which quotes it and offers to take it out.
[[nodiscard]] Finding clutter(const CheckedText &text, QLatin1StringView rule, TextRange range,
                              QLatin1StringView variant = {});

/// The range without the white space and the punctuation at its ends.
[[nodiscard]] TextRange bare(const CheckedText &text, TextRange range);

/// Ranges that touch, or between which nothing but white space and punctuation stands, become one.
[[nodiscard]] QList<TextRange> joined(const CheckedText &text, QList<TextRange> ranges);

/// The sentences in which phrases of the list stand, joined.
[[nodiscard]] QList<TextRange> sentencesWith(const CheckedText &text, QLatin1StringView list);

} // namespace aside::rules
