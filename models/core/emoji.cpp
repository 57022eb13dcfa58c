// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/emoji.h"

#include <algorithm>
#include <array>

namespace aside {

namespace {

struct Block {
    char32_t first = 0;
    char32_t last = 0;
};

// What Unicode shows as a picture without being asked.
constexpr std::array pictures{
    Block{.first = 0x231A, .last = 0x231B},   Block{.first = 0x23E9, .last = 0x23EC},
    Block{.first = 0x23F0, .last = 0x23F0},   Block{.first = 0x23F3, .last = 0x23F3},
    Block{.first = 0x25FD, .last = 0x25FE},   Block{.first = 0x2614, .last = 0x2615},
    Block{.first = 0x2648, .last = 0x2653},   Block{.first = 0x267F, .last = 0x267F},
    Block{.first = 0x2693, .last = 0x2693},   Block{.first = 0x26A1, .last = 0x26A1},
    Block{.first = 0x26AA, .last = 0x26AB},   Block{.first = 0x26BD, .last = 0x26BE},
    Block{.first = 0x26C4, .last = 0x26C5},   Block{.first = 0x26CE, .last = 0x26CE},
    Block{.first = 0x26D4, .last = 0x26D4},   Block{.first = 0x26EA, .last = 0x26EA},
    Block{.first = 0x26F2, .last = 0x26F5},   Block{.first = 0x26FA, .last = 0x26FD},
    Block{.first = 0x2705, .last = 0x2705},   Block{.first = 0x270A, .last = 0x270B},
    Block{.first = 0x2728, .last = 0x2728},   Block{.first = 0x274C, .last = 0x274E},
    Block{.first = 0x2753, .last = 0x2757},   Block{.first = 0x2763, .last = 0x2764},
    Block{.first = 0x2795, .last = 0x2797},   Block{.first = 0x27B0, .last = 0x27BF},
    Block{.first = 0x2B1B, .last = 0x2B1C},   Block{.first = 0x2B50, .last = 0x2B55},
    Block{.first = 0x1F004, .last = 0x1F004}, Block{.first = 0x1F0CF, .last = 0x1F0CF},
    Block{.first = 0x1F18E, .last = 0x1F19A}, Block{.first = 0x1F1E6, .last = 0x1F1FF},
    Block{.first = 0x1F201, .last = 0x1F265}, Block{.first = 0x1F300, .last = 0x1F64F},
    Block{.first = 0x1F680, .last = 0x1F6FF}, Block{.first = 0x1F7E0, .last = 0x1F7F0},
    Block{.first = 0x1F90C, .last = 0x1FAFF},
};

constexpr char16_t pictureSelector = 0xFE0F;
constexpr char16_t keycap = 0x20E3;

char32_t firstOf(QStringView text)
{
    const bool isPair = text.size() > 1 && text.front().isHighSurrogate() && text.at(1).isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(text.front(), text.at(1)) : text.front().unicode();
}

} // namespace

bool isEmoji(QStringView grapheme)
{
    if (grapheme.isEmpty()) {
        return false;
    }
    const auto first = firstOf(grapheme);
    const bool isPicture = std::ranges::any_of(
        pictures, [first](const Block &block) { return block.first <= first && first <= block.last; });
    return isPicture || grapheme.contains(pictureSelector) || grapheme.contains(keycap);
}

} // namespace aside
