// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <expected>
#include <string>
#include <vector>

namespace aside {

class Stemmer;

/// Why a phrase list, or a phrase in it, cannot be used.
enum class PhraseFault : quint8 {
    Unreadable, ///< the file cannot be read, or is too large
    Syntax, ///< not TOML
    WrongType, ///< a list that is no table, phrases that are no texts
    TooLong, ///< a phrase over 4,000 characters
    Unbalanced, ///< a bracket without its other half
    TooMany, ///< brackets too deep, or too many phrases
    Nothing, ///< no word that has to be there, or a gap at an end
};

/// A phrase taken apart: a tree of words, sequences and choices.
struct PhrasePattern {
    enum class Kind : quint8 {
        Stem, ///< any form of a word
        Form, ///< this form of it alone
        Number, ///< a word that begins with a digit
        Gap, ///< up to three words
        Start, ///< here begins the sentence
        End, ///< here it ends
        Sequence, ///< the parts, one after the other
        Choice, ///< one of the parts
        Optional, ///< the parts, or nothing
    };

    Kind kind = Kind::Sequence;
    std::string word{};
    std::vector<PhrasePattern> parts{};

    bool operator==(const PhrasePattern &) const = default;
};

/// Reads a phrase in the language of resources/check/README.md.
[[nodiscard]] std::expected<PhrasePattern, PhraseFault> patternOf(QStringView phrase, Stemmer &stemmer);

} // namespace aside
