// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/phrasepattern.h"
#include "models/text/textwords.h"

#include <QtTypes>

#include <expected>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace aside {

/// All phrases of all lists as one graph of words, so that a text is walked once however many lists there
/// are. As large as the phrases are written, whatever choices they offer; a walk enters each node once a
/// word.
class PhraseGraph
{
public:
    /// Where a phrase was found: words `first` to `last`, and the number it was added under.
    struct Hit {
        std::size_t first = 0;
        std::size_t last = 0;
        int phrase = 0;
    };

    PhraseGraph();

    /// False, and nothing is added, for a phrase that may be empty or that begins or ends with a gap.
    [[nodiscard]] bool add(const PhrasePattern &pattern, int phrase);

    /// Everything found in one sentence, in no order.
    [[nodiscard]] std::vector<Hit> find(std::span<const TextWord> sentence) const;

private:
    using NodeId = quint32;
    using Nodes = std::vector<NodeId>;
    struct Edge {
        quint32 token = 0;
        NodeId to = 0;
    };
    struct Node {
        std::vector<Edge> edges;
        std::vector<int> accepts; ///< phrases that end here
        bool behindGap = false;
    };
    /// A word of the text as the graph knows it: 0 where no phrase has it.
    struct Known {
        quint32 stem = 0;
        quint32 form = 0;
        bool isNumber = false;
    };
    struct Walk;

    [[nodiscard]] quint32 tokenOf(const PhrasePattern &pattern);
    [[nodiscard]] Nodes join(const PhrasePattern &pattern, const Nodes &starts);
    [[nodiscard]] std::vector<Known> known(std::span<const TextWord> sentence) const;
    void enter(NodeId node, std::size_t at, Walk &walk) const;
    void follow(const Edge &edge, std::size_t at, Walk &walk) const;
    void followFirst(quint32 token, std::size_t at, Walk &walk) const;

    std::unordered_map<std::string, quint32> m_stems;
    std::unordered_map<std::string, quint32> m_forms;
    std::unordered_map<quint32, Nodes> m_first; ///< the edges of the root, by token
    std::vector<Node> m_nodes; ///< the root is the first
    quint32 m_lastToken;
};

} // namespace aside
