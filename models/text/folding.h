// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

namespace aside {

/// What a character is to a word.
enum class CharacterKind : quint8 {
    Divider, ///< no part of any word
    Letter, ///< a letter or a digit
    Mark, ///< belongs to the letter before it
    Ignored, ///< an accent or an invisible character: words look the same without it
    Single, ///< a word of its own
};

struct FoldedCharacter {
    char32_t folded = 0;
    CharacterKind kind = CharacterKind::Divider;
};

/// How `character` counts in a word. Fast for the basic plane, which is looked up in a table.
[[nodiscard]] FoldedCharacter foldCharacter(char32_t character);

} // namespace aside
