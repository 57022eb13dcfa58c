// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/folding.h"

#include <QChar>
#include <QList>
#include <QString>

#include <algorithm>
#include <array>
#include <memory>

namespace aside {

namespace {

constexpr char32_t basicPlane = 0x10000;

bool losesAccents(char32_t letter)
{
    const auto script = QChar::script(letter);
    return script == QChar::Script_Latin || script == QChar::Script_Greek;
}

bool standsAlone(char32_t letter)
{
    const auto script = QChar::script(letter);
    return script == QChar::Script_Han || script == QChar::Script_Hiragana
        || script == QChar::Script_Katakana;
}

/// The letter under the accents: "ế" is two steps away from "e".
char32_t baseLetter(char32_t letter)
{
    for (;;) {
        const auto kind = QChar::decompositionTag(letter);
        const bool isWidth = kind == QChar::Wide || kind == QChar::Narrow;
        if (!isWidth && (kind != QChar::Canonical || !losesAccents(letter))) {
            return letter;
        }
        const auto parts = QChar::decomposition(letter).toUcs4();
        if (parts.isEmpty() || char32_t{parts.constFirst()} == letter) {
            return letter;
        }
        letter = parts.constFirst();
    }
}

char32_t foldLetter(char32_t letter)
{
    const auto folded = QChar::toCaseFolded(baseLetter(letter));
    return folded == U'ё' ? U'е' : folded;
}

FoldedCharacter classify(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Format:
        return {.folded = character, .kind = CharacterKind::Ignored};
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
        return {.folded = character,
                .kind = QChar::script(character) == QChar::Script_Inherited ? CharacterKind::Ignored
                                                                            : CharacterKind::Mark};
    case QChar::Mark_SpacingCombining:
        return {.folded = character, .kind = CharacterKind::Mark};
    case QChar::Other_PrivateUse:
        return {.folded = character, .kind = CharacterKind::Letter};
    default:
        break;
    }
    if (!QChar::isLetterOrNumber(character)) {
        return {};
    }
    const auto folded = foldLetter(character);
    return {.folded = folded, .kind = standsAlone(folded) ? CharacterKind::Single : CharacterKind::Letter};
}

/// The whole basic plane, made once: asking QChar for every letter of a large import would cost more than
/// indexing.
struct BasicPlane {
    std::array<char16_t, basicPlane> folded{};
    std::array<CharacterKind, basicPlane> kinds{};

    BasicPlane()
    {
        for (char32_t c = 0; c < basicPlane; ++c) {
            const auto [letter, kind] = classify(c);
            folded.at(c) = static_cast<char16_t>(letter < basicPlane ? letter : c);
            kinds.at(c) = kind;
        }
    }
};

} // namespace

FoldedCharacter foldCharacter(char32_t character)
{
    static const auto plane = std::make_unique<const BasicPlane>();
    if (character < basicPlane) {
        return {.folded = plane->folded[character], .kind = plane->kinds[character]};
    }
    return character <= QChar::LastValidCodePoint ? classify(character) : FoldedCharacter{};
}

} // namespace aside
