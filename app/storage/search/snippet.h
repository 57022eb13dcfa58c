// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/search/searchquery.h"
#include "models/text/stemmer.h"

#include <QString>

#include <string>
#include <vector>

namespace aside {

/// Cuts the words around the first match out of texts: one line of plain text, about twenty words. Where the
/// match is elsewhere (in the subject, in a name, far down) the text's beginning stands for it.
class SnippetCutter
{
public:
    explicit SnippetCutter(const SearchQuery &query);

    [[nodiscard]] QString cut(const QString &text);

private:
    struct Word {
        std::string folded;
        std::string stem;
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    struct Phrase {
        std::vector<Word> words;
        bool prefix = false;
    };

    [[nodiscard]] std::vector<Word> wordsOf(std::string_view utf8);
    [[nodiscard]] std::size_t firstMatch(const std::vector<Word> &words) const;
    [[nodiscard]] static bool matches(const Phrase &phrase, const std::vector<Word> &words, std::size_t at);

    Stemmer m_stemmer;
    std::vector<Phrase> m_phrases;
};

} // namespace aside
