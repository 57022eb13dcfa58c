// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/notewords.h"

#include "models/text/stemmer.h"

#include <algorithm>

namespace aside {

namespace {

constexpr std::size_t shingleSize = 3;
constexpr std::size_t fewestWords = 5; ///< in a row, of a longer note
constexpr std::size_t fewestOfAll = 3; ///< where it is all the note says
constexpr qsizetype longestText = 20'000; ///< of notes, and of what the customer knows

using Words = std::span<const TextWord>;

QByteArray shingle(Words words, std::size_t at, std::size_t size)
{
    QByteArray joined;
    for (std::size_t i = at; i < at + size; ++i) {
        joined.append(words[i].stem).append(' ');
    }
    return joined;
}

void addShingles(QSet<QByteArray> &all, Words words, std::size_t size)
{
    for (std::size_t i = 0; i + size <= words.size(); ++i) {
        all.insert(shingle(words, i, size));
    }
}

/// What stands in quotation marks in a note is meant for the customer, or comes from him.
QString withoutQuotes(const QString &note)
{
    QString kept;
    int depth = 0;
    for (const auto c : note.first(std::min(note.size(), longestText))) {
        depth += c == u'«' || c == u'“' ? 1 : 0;
        kept += depth > 0 ? QChar(u'\n') : c;
        depth -= depth > 0 && (c == u'»' || c == u'”') ? 1 : 0;
    }
    return kept;
}

} // namespace

NoteWords::NoteWords(const QList<Message> &messages, const QStringList &notes, Stemmer &stemmer)
{
    QSet<QByteArray> known;
    qsizetype read = 0;
    for (const auto &message : messages) {
        const bool isForAll
            = message.direction == Direction::Incoming || message.direction == Direction::Outgoing;
        if (isForAll && read < longestText) {
            const auto words = wordsOf(message.text, stemmer);
            addShingles(known, words, shingleSize);
            read += message.text.size();
        }
    }
    for (const auto &note : notes) {
        const auto words = wordsOf(withoutQuotes(note), stemmer);
        addShingles(m_shingles, words, shingleSize);
        if (words.size() >= fewestOfAll && words.size() < fewestWords) {
            m_short.insert(shingle(words, 0, words.size()));
        }
    }
    m_shingles.subtract(known);
}

std::size_t NoteWords::runAt(std::span<const TextWord> words, std::size_t at) const
{
    for (auto size = fewestOfAll; size < fewestWords && at + size <= words.size(); ++size) {
        if (m_short.contains(shingle(words, at, size))) {
            return size;
        }
    }
    auto end = at;
    auto next = at;
    while (next + shingleSize <= words.size() && next <= end + 1) { // one word may differ
        if (m_shingles.contains(shingle(words, next, shingleSize))) {
            end = next + shingleSize;
        }
        ++next;
    }
    const bool startsHere
        = at + shingleSize <= words.size() && m_shingles.contains(shingle(words, at, shingleSize));
    return startsHere && end - at >= fewestWords ? end - at : 0;
}

} // namespace aside
