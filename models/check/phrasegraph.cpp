// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/phrasegraph.h"

#include <algorithm>
#include <initializer_list>

namespace aside {

namespace {

using Kind = PhrasePattern::Kind;

constexpr quint32 root = 0;

// Tokens that are no words; words come behind them.
constexpr quint32 numberToken = 1;
constexpr quint32 gapToken = 2;
constexpr quint32 startToken = 3;
constexpr quint32 endToken = 4;

constexpr std::size_t longestGap = 3;

bool beginsWithDigit(const std::string &word)
{
    return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

void addTo(std::vector<quint32> &nodes, const std::vector<quint32> &more)
{
    for (const auto node : more) {
        if (!std::ranges::contains(nodes, node)) {
            nodes.push_back(node);
        }
    }
}

} // namespace

/// One phrase, from one word of a sentence on.
struct PhraseGraph::Walk {
    std::span<const Known> words;
    std::vector<Hit> &hits;
    std::size_t first = 0;
    int steps = 0;

    /// No phrase that a person writes needs so many; one that is made to be slow is given up.
    bool isTired()
    {
        constexpr int mostSteps = 2'000;
        return ++steps > mostSteps;
    }
};

PhraseGraph::PhraseGraph()
    : m_nodes(1)
    , m_lastToken(endToken)
{
}

quint32 PhraseGraph::tokenOf(const PhrasePattern &pattern)
{
    switch (pattern.kind) {
    case Kind::Number:
        return numberToken;
    case Kind::Gap:
        return gapToken;
    case Kind::Start:
        return startToken;
    case Kind::End:
        return endToken;
    case Kind::Stem:
    case Kind::Form:
    case Kind::Sequence:
    case Kind::Choice:
    case Kind::Optional:
        break;
    }
    auto &tokens = pattern.kind == Kind::Form ? m_forms : m_stems;
    const auto [place, isNew] = tokens.try_emplace(pattern.word, m_lastToken + 1);
    m_lastToken += isNew ? 1 : 0;
    return place->second;
}

/// Adds the pattern behind the nodes and returns where it ends.
PhraseGraph::Nodes PhraseGraph::join(const PhrasePattern &pattern, const Nodes &starts)
{
    if (pattern.kind == Kind::Sequence) {
        auto ends = starts;
        for (const auto &part : pattern.parts) {
            ends = join(part, ends);
        }
        return ends;
    }
    if (pattern.kind == Kind::Choice || pattern.kind == Kind::Optional) {
        auto ends = pattern.kind == Kind::Optional ? starts : Nodes();
        for (const auto &part : pattern.parts) {
            addTo(ends, join(part, starts));
        }
        return ends;
    }
    const auto token = tokenOf(pattern);
    const auto node = static_cast<NodeId>(m_nodes.size());
    m_nodes.emplace_back().behindGap = token == gapToken;
    for (const auto start : starts) {
        if (start == root) {
            m_first[token].push_back(node);
        } else {
            m_nodes[start].edges.push_back({.token = token, .to = node});
        }
    }
    return {node};
}

bool PhraseGraph::add(const PhrasePattern &pattern, int phrase)
{
    const auto before = m_nodes.size();
    const auto ends = join(pattern, {root});
    const auto gaps = m_first.find(gapToken);
    const bool beginsWithGap = gaps != m_first.end() && !gaps->second.empty();
    const bool isUsable = !beginsWithGap
        && std::ranges::none_of(ends, [this](NodeId end) { return end == root || m_nodes[end].behindGap; });
    if (!isUsable) {
        for (auto &[token, nodes] : m_first) {
            std::erase_if(nodes, [before](NodeId node) { return node >= before; });
        }
        m_nodes.resize(before);
        return false;
    }
    for (const auto end : ends) {
        m_nodes[end].accepts.push_back(phrase);
    }
    return true;
}

std::vector<PhraseGraph::Known> PhraseGraph::known(std::span<const TextWord> sentence) const
{
    const auto tokenIn = [](const std::unordered_map<std::string, quint32> &tokens, const std::string &word) {
        const auto found = tokens.find(word);
        return found != tokens.end() ? found->second : 0;
    };
    std::vector<Known> words;
    words.reserve(sentence.size());
    for (const auto &word : sentence) {
        words.push_back({.stem = tokenIn(m_stems, word.stem),
                         .form = tokenIn(m_forms, word.folded),
                         .isNumber = beginsWithDigit(word.folded)});
    }
    return words;
}

/// Stands at a node, with the word at `at` next. As deep as the longest phrase.
void PhraseGraph::enter(NodeId node, std::size_t at, Walk &walk) const
{
    for (const auto phrase : m_nodes[node].accepts) {
        if (at > walk.first) {
            walk.hits.push_back({.first = walk.first, .last = at - 1, .phrase = phrase});
        }
    }
    for (const auto &edge : m_nodes[node].edges) {
        if (walk.isTired()) {
            return;
        }
        follow(edge, at, walk);
    }
}

void PhraseGraph::follow(const Edge &edge, std::size_t at, Walk &walk) const
{
    const bool isEnd = at >= walk.words.size();
    if (edge.token == gapToken) {
        for (std::size_t skipped = 0; skipped <= longestGap && at + skipped < walk.words.size(); ++skipped) {
            enter(edge.to, at + skipped, walk);
        }
    } else if (edge.token == endToken || edge.token == startToken) {
        if (edge.token == endToken ? isEnd : at == 0) {
            enter(edge.to, at, walk);
        }
    } else if (!isEnd) {
        const auto &word = walk.words[at];
        if (edge.token == word.stem || edge.token == word.form
            || (edge.token == numberToken && word.isNumber)) {
            enter(edge.to, at + 1, walk);
        }
    }
}

void PhraseGraph::followFirst(quint32 token, std::size_t at, Walk &walk) const
{
    const auto found = token != 0 ? m_first.find(token) : m_first.end();
    if (found != m_first.end()) {
        for (const auto node : found->second) {
            walk.steps = 0;
            enter(node, at, walk);
        }
    }
}

std::vector<PhraseGraph::Hit> PhraseGraph::find(std::span<const TextWord> sentence) const
{
    std::vector<Hit> hits;
    const auto words = known(sentence);
    for (std::size_t first = 0; first < words.size(); ++first) {
        Walk walk{.words = words, .hits = hits, .first = first};
        const auto &word = words[first];
        if (first == 0) {
            followFirst(startToken, first, walk);
        }
        for (const auto token : {word.stem, word.form, word.isNumber ? numberToken : 0U}) {
            followFirst(token, first + 1, walk);
        }
    }
    return hits;
}

} // namespace aside
