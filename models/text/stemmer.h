// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/wordreader.h"

#include <QtTypes>

#include <memory>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace aside {

/// Finds the stems of folded words (Snowball: Russian for Cyrillic, English for Latin words) and remembers
/// them, because stemming costs ten times more than looking up. Belongs to one thread.
class Stemmer
{
public:
    Stemmer();

    /// The stem of the word `reader` stands at, valid until the next call.
    [[nodiscard]] std::string_view stem(const WordReader &reader);

private:
    struct Free {
        void operator()(sb_stemmer *stemmer) const;
    };
    using Snowball = std::unique_ptr<sb_stemmer, Free>;

    /// A remembered word: the word and, behind it, its stem lie in m_bytes at `offset`.
    struct Slot {
        quint32 hash = 0;
        quint32 offset = 0;
        quint16 wordSize = 0; ///< 0: free
        quint16 stemSize = 0;
    };

    [[nodiscard]] Slot *slotFor(std::string_view word, quint32 hash);
    const Slot *remember(std::string_view word, quint32 hash, std::string_view stem);
    void makeRoom();

    Snowball m_russian;
    Snowball m_english;
    std::vector<Slot> m_slots;
    std::vector<char> m_bytes;
    std::size_t m_used = 0;
};

} // namespace aside
