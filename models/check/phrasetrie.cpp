// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/phrasetrie.h"

#include <algorithm>
#include <initializer_list>

namespace aside {

namespace {

constexpr quint32 numberId = 1;
constexpr quint32 gapId = 2;
constexpr std::size_t longestGap = 3;

bool beginsWithDigit(const std::string &word)
{
    return !word.empty() && word.front() >= '0' && word.front() <= '9';
}

} // namespace

struct PhraseTrie::Walk {
    std::span<const Known> words;
    std::size_t first = 0;
    std::vector<Hit> &hits;
};

quint32 PhraseTrie::tokenId(const PhraseToken &token)
{
    switch (token.kind) {
    case PhraseToken::Kind::Number:
        return numberId;
    case PhraseToken::Kind::Gap:
        return gapId;
    case PhraseToken::Kind::Stem:
    case PhraseToken::Kind::Form:
        break;
    }
    auto &ids = token.kind == PhraseToken::Kind::Stem ? m_stems : m_forms;
    const auto [place, isNew] = ids.try_emplace(token.text, m_lastId + 1);
    m_lastId += isNew ? 1 : 0;
    return place->second;
}

void PhraseTrie::add(const PhraseReading &reading, int phrase)
{
    quint32 node = 0;
    for (const auto &token : reading.tokens) {
        const auto [place, isNew]
            = m_nodes[node].next.try_emplace(tokenId(token), static_cast<quint32>(m_nodes.size()));
        node = place->second;
        if (isNew) {
            m_nodes.emplace_back();
        }
    }
    m_nodes[node].accepts.push_back(
        {.phrase = phrase, .fromStart = reading.fromStart, .toEnd = reading.toEnd});
}

std::vector<PhraseTrie::Known> PhraseTrie::known(std::span<const TextWord> sentence) const
{
    const auto idIn = [](const std::unordered_map<std::string, quint32> &ids, const std::string &word) {
        const auto found = ids.find(word);
        return found != ids.end() ? found->second : 0;
    };
    std::vector<Known> words;
    words.reserve(sentence.size());
    for (const auto &word : sentence) {
        words.push_back({.stem = idIn(m_stems, word.stem),
                         .form = idIn(m_forms, word.folded),
                         .isNumber = beginsWithDigit(word.folded)});
    }
    return words;
}

/// Goes on from a node with the word at `at`. As deep as the longest phrase.
void PhraseTrie::step(quint32 node, std::size_t at, Walk &walk) const
{
    const auto &[next, accepts] = m_nodes[node];
    for (const auto &accept : accepts) {
        if ((!accept.fromStart || walk.first == 0) && (!accept.toEnd || at == walk.words.size())) {
            walk.hits.push_back({.first = walk.first, .last = at - 1, .phrase = accept.phrase});
        }
    }
    if (const auto gap = next.find(gapId); gap != next.end()) {
        for (std::size_t skipped = 0; skipped <= longestGap && at + skipped < walk.words.size(); ++skipped) {
            step(gap->second, at + skipped, walk);
        }
    }
    if (at >= walk.words.size()) {
        return;
    }
    const auto &word = walk.words[at];
    for (const quint32 id : {word.stem, word.form, word.isNumber ? numberId : 0U}) {
        if (const auto found = id != 0 ? next.find(id) : next.end(); found != next.end()) {
            step(found->second, at + 1, walk);
        }
    }
}

std::vector<PhraseTrie::Hit> PhraseTrie::find(std::span<const TextWord> sentence) const
{
    std::vector<Hit> hits;
    const auto words = known(sentence);
    Walk walk{.words = words, .first = 0, .hits = hits};
    for (; walk.first < words.size(); ++walk.first) {
        step(0, walk.first, walk);
    }
    return hits;
}

} // namespace aside
