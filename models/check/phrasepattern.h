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
    TooLong, ///< a phrase over 500 characters
    Unbalanced, ///< a bracket without its other half, or an empty one
    TooMany, ///< more than 400 readings, or too many lists or phrases
    Nothing, ///< no word in it, or a gap at its end
};

/// One step of a phrase.
struct PhraseToken {
    enum class Kind : quint8 {
        Stem, ///< any form of a word
        Form, ///< this form of it alone
        Number, ///< a word that begins with a digit
        Gap, ///< up to three words
    };

    Kind kind = Kind::Stem;
    std::string text{};

    bool operator==(const PhraseToken &) const = default;
};

/// One reading of a phrase, with all choices made.
struct PhraseReading {
    std::vector<PhraseToken> tokens;
    bool fromStart = false; ///< begins with the sentence
    bool toEnd = false; ///< ends with it

    bool operator==(const PhraseReading &) const = default;
};

/// All readings of a phrase in the language of resources/check/README.md. Bounded: a phrase with more than
/// 400 readings is refused, so that no list can be slow.
[[nodiscard]] std::expected<std::vector<PhraseReading>, PhraseFault> readingsOf(QStringView phrase,
                                                                                Stemmer &stemmer);

} // namespace aside
