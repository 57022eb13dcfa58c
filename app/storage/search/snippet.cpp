// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/search/snippet.h"

#include <algorithm>

namespace aside {

namespace {

constexpr qsizetype maxRead = 20'000; ///< characters of a text that are looked at
constexpr qsizetype maxShown = 240;
constexpr std::size_t wordsBefore = 6;
constexpr std::size_t wordsShown = 20;

std::string_view view(const QByteArray &utf8)
{
    return {utf8.constData(), static_cast<std::size_t>(utf8.size())};
}

/// Controls that turn the direction of what follows, also outside the snippet.
bool turnsText(QChar c)
{
    const auto code = c.unicode();
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E)
        || (code >= 0x2066 && code <= 0x2069);
}

QString oneLine(QString text)
{
    text.removeIf(turnsText);
    std::ranges::replace_if(text, [](QChar c) { return c.category() == QChar::Other_Control; }, QChar(u' '));
    text = text.simplified();
    if (text.size() > maxShown) {
        text.truncate(maxShown - (text.at(maxShown - 1).isHighSurrogate() ? 1 : 0));
    }
    return text;
}

} // namespace

SnippetCutter::SnippetCutter(const SearchQuery &query)
{
    for (const auto &group : query.groups) {
        for (const auto &term : group) {
            auto words = wordsOf(view(term.text.toUtf8()));
            if (term.field == SearchField::Any && !words.empty()) {
                m_phrases.push_back({.words = std::move(words), .prefix = term.prefix});
            }
        }
    }
}

std::vector<SnippetCutter::Word> SnippetCutter::wordsOf(std::string_view utf8)
{
    std::vector<Word> words;
    for (WordReader reader(utf8); reader.next();) {
        words.push_back({.folded = std::string(reader.word()),
                         .stem = std::string(m_stemmer.stem(reader)),
                         .begin = reader.begin(),
                         .end = reader.end()});
    }
    return words;
}

bool SnippetCutter::matches(const Phrase &phrase, const std::vector<Word> &words, std::size_t at)
{
    const auto count = phrase.words.size();
    if (at + count > words.size()) {
        return false;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const auto &wanted = phrase.words[i];
        const auto &found = words[at + i];
        const bool begins = phrase.prefix && i + 1 == count && found.folded.starts_with(wanted.folded);
        if (found.stem != wanted.stem && !begins) {
            return false;
        }
    }
    return true;
}

std::size_t SnippetCutter::firstMatch(const std::vector<Word> &words) const
{
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (std::ranges::any_of(m_phrases,
                                [&](const Phrase &phrase) { return matches(phrase, words, at); })) {
            return at;
        }
    }
    return 0;
}

QString SnippetCutter::cut(const QString &text)
{
    const auto utf8 = text.first(std::min(text.size(), maxRead)).toUtf8();
    const auto words = wordsOf(view(utf8));
    if (words.empty()) {
        return oneLine(text.first(std::min(text.size(), maxShown)));
    }
    const auto match = firstMatch(words);
    const auto first = match - std::min(match, wordsBefore);
    const auto behind = std::min(first + wordsShown, words.size());
    const auto begin = words[first].begin;
    const auto end = behind < words.size() ? words[behind].begin : view(utf8).size();
    auto snippet = oneLine(QString::fromUtf8(view(utf8).substr(begin, end - begin)));
    if (first > 0) {
        snippet.prepend(u'…');
    }
    if (behind < words.size() || text.size() > maxRead) {
        snippet.append(u'…');
    }
    return snippet;
}

} // namespace aside
