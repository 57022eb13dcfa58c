// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/textrange.h"

#include <QStringView>

#include <string>
#include <vector>

namespace aside {

class Stemmer;

/// A word of a text: folded as WordReader folds it, and its stem.
struct TextWord {
    TextRange range;
    std::string folded; ///< UTF-8
    std::string stem; ///< UTF-8

    bool operator==(const TextWord &) const = default;
};

/// The words of the text, by place.
[[nodiscard]] std::vector<TextWord> wordsOf(QStringView text, Stemmer &stemmer);

} // namespace aside
