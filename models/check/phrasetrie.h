// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/phrasepattern.h"
#include "models/text/textwords.h"

#include <QtTypes>

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace aside {

/// All phrases of all lists in one tree of words, so that a text is walked once however many lists there are.
class PhraseTrie
{
public:
    /// Where a reading was found: words `first` to `last`, and the number it was added under.
    struct Hit {
        std::size_t first = 0;
        std::size_t last = 0;
        int phrase = 0;
    };

    void add(const PhraseReading &reading, int phrase);

    /// Everything found in one sentence, in no order.
    [[nodiscard]] std::vector<Hit> find(std::span<const TextWord> sentence) const;

private:
    struct Accept {
        int phrase = 0;
        bool fromStart = false;
        bool toEnd = false;
    };
    struct Node {
        std::unordered_map<quint32, quint32> next;
        std::vector<Accept> accepts;
    };
    /// A word of the text as the tree knows it: 0 where no phrase has it.
    struct Known {
        quint32 stem = 0;
        quint32 form = 0;
        bool isNumber = false;
    };
    struct Walk;

    [[nodiscard]] quint32 tokenId(const PhraseToken &token);
    [[nodiscard]] std::vector<Known> known(std::span<const TextWord> sentence) const;
    void step(quint32 node, std::size_t at, Walk &walk) const;

    std::unordered_map<std::string, quint32> m_stems;
    std::unordered_map<std::string, quint32> m_forms;
    std::vector<Node> m_nodes = std::vector<Node>(1);
    quint32 m_lastId = 2; ///< 1 is a number, 2 a gap
};

} // namespace aside
