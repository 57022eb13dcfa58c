// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <array>
#include <string_view>

namespace aside {

/// What a word is written in, which decides how it is stemmed.
enum class WordScript : quint8 { Latin, Cyrillic, Other };

/// Walks over the words of a text: letters, digits and the marks on them, folded so that what people hold for
/// the same letter is the same (case, ё and е, accents on Latin and Greek letters, full width). Ideographs
/// and kana are words of one character, because no spaces divide them. Any bytes are a text; broken UTF-8
/// divides words.
class WordReader
{
public:
    explicit WordReader(std::string_view utf8);

    /// False at the end of the text. Words longer than 64 characters are cut.
    bool next();

    /// The folded word, valid until next().
    [[nodiscard]] std::string_view word() const { return {m_word.data(), m_length}; }
    [[nodiscard]] WordScript script() const;
    /// Where the word stands in the text, in bytes.
    [[nodiscard]] std::size_t begin() const { return m_begin; }
    [[nodiscard]] std::size_t end() const { return m_end; }

private:
    void append(char32_t folded);
    void compose(char32_t mark);
    void startWord();
    [[nodiscard]] bool readAscii();
    [[nodiscard]] bool takeCharacter();

    static constexpr std::size_t maxCharacters = 64;

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_begin = 0;
    std::size_t m_end = 0;
    std::size_t m_length = 0;
    std::size_t m_characters = 0;
    quint8 m_seen = 0;
    std::array<char, maxCharacters * 4> m_word{};
};

} // namespace aside
