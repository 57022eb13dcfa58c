// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/stemmer.h"

#include <QHashFunctions>

#include <libstemmer.h>

#include <utility>

namespace aside {

namespace {

constexpr std::size_t maxWords = 200'000;
constexpr std::size_t firstSlots = 4'096;

std::string_view snowball(sb_stemmer *stemmer, std::string_view word)
{
    // Snowball's symbols are unsigned bytes; there is no other way to hand it text.
    const auto *stemmed = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol *>(word.data()),
                                          static_cast<int>(word.size()));
    const int size = stemmed ? sb_stemmer_length(stemmer) : 0;
    return size > 0
        ? std::string_view(reinterpret_cast<const char *>(stemmed), static_cast<std::size_t>(size))
        : word;
}

} // namespace

void Stemmer::Free::operator()(sb_stemmer *stemmer) const
{
    sb_stemmer_delete(stemmer);
}

Stemmer::Stemmer()
    : m_russian(sb_stemmer_new("russian", "UTF_8"))
    , m_english(sb_stemmer_new("english", "UTF_8"))
    , m_slots(firstSlots)
{
}

std::string_view Stemmer::stem(const WordReader &reader)
{
    const auto word = reader.word();
    if (reader.script() == WordScript::Other) {
        return word;
    }
    const auto hash = static_cast<quint32>(qHashBits(word.data(), word.size()));
    const auto *slot = slotFor(word, hash);
    if (slot->wordSize == 0) {
        makeRoom();
        const auto &stemmer = reader.script() == WordScript::Cyrillic ? m_russian : m_english;
        slot = remember(word, hash, stemmer ? snowball(stemmer.get(), word) : word);
    }
    return {m_bytes.data() + slot->offset + slot->wordSize, slot->stemSize};
}

/// The slot that holds the word, or the free one where it belongs.
Stemmer::Slot *Stemmer::slotFor(std::string_view word, quint32 hash)
{
    const auto mask = m_slots.size() - 1;
    for (auto at = hash & mask;; at = (at + 1) & mask) {
        auto &slot = m_slots[at];
        if (slot.wordSize == 0
            || (slot.hash == hash && std::string_view(m_bytes.data() + slot.offset, slot.wordSize) == word)) {
            return &slot;
        }
    }
}

const Stemmer::Slot *Stemmer::remember(std::string_view word, quint32 hash, std::string_view stem)
{
    auto *slot = slotFor(word, hash);
    *slot = {.hash = hash,
             .offset = static_cast<quint32>(m_bytes.size()),
             .wordSize = static_cast<quint16>(word.size()),
             .stemSize = static_cast<quint16>(stem.size())};
    m_bytes.insert(m_bytes.end(), word.begin(), word.end());
    m_bytes.insert(m_bytes.end(), stem.begin(), stem.end());
    ++m_used;
    return slot;
}

/// Doubles the table when it is half full. Forgets everything at the limit: the common words are back at
/// once.
void Stemmer::makeRoom()
{
    if (m_used * 2 < m_slots.size()) {
        return;
    }
    if (m_used >= maxWords) {
        m_slots.assign(firstSlots, {});
        m_bytes.clear();
        m_used = 0;
        return;
    }
    const auto old = std::exchange(m_slots, std::vector<Slot>(m_slots.size() * 2));
    const auto mask = m_slots.size() - 1;
    for (const auto &slot : old) {
        auto at = slot.hash & mask;
        while (slot.wordSize > 0 && m_slots[at].wordSize > 0) {
            at = (at + 1) & mask;
        }
        if (slot.wordSize > 0) {
            m_slots[at] = slot;
        }
    }
}

} // namespace aside
