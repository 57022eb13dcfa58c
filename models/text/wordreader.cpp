// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/wordreader.h"

#include "models/text/folding.h"

#include <algorithm>

namespace aside {

namespace {

constexpr quint8 sawLatin = 1;
constexpr quint8 sawCyrillic = 2;
constexpr quint8 sawOther = 4;

constexpr char32_t breve = 0x0306;
constexpr char32_t noCharacter = 0xFFFFFFFF;

/// Lower-case letters and digits for themselves, upper-case letters lowered, 0 for what divides words.
constexpr auto asciiFolds = [] {
    std::array<char, 128> folds{};
    for (char c = '0'; c <= '9'; ++c) {
        folds.at(static_cast<std::size_t>(c)) = c;
    }
    for (char c = 'a'; c <= 'z'; ++c) {
        folds.at(static_cast<std::size_t>(c)) = c;
        folds.at(static_cast<std::size_t>(c - 'a' + 'A')) = c;
    }
    return folds;
}();

constexpr bool isAscii(char byte)
{
    return static_cast<unsigned char>(byte) < 0x80;
}

/// The character at `at`, which moves behind it; noCharacter and one byte further for what is not UTF-8.
char32_t decode(std::string_view text, std::size_t &at)
{
    const auto lead = static_cast<unsigned char>(text[at++]);
    const std::size_t more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : 0;
    if (more == 0 || lead > 0xF4 || text.size() - at < more) {
        return noCharacter;
    }
    char32_t character = lead & (0x3FU >> more);
    for (std::size_t i = 0; i < more; ++i) {
        const auto byte = static_cast<unsigned char>(text[at + i]);
        if ((byte & 0xC0U) != 0x80U) {
            return noCharacter;
        }
        character = (character << 6U) | (byte & 0x3FU);
    }
    constexpr std::array<char32_t, 4> least{0, 0x80, 0x800, 0x10000};
    if (character < least.at(more) || (character >= 0xD800 && character <= 0xDFFF)) {
        return noCharacter;
    }
    at += more;
    return character;
}

} // namespace

WordReader::WordReader(std::string_view utf8)
    : m_text(utf8)
{
}

WordScript WordReader::script() const
{
    return m_seen == sawLatin   ? WordScript::Latin
        : m_seen == sawCyrillic ? WordScript::Cyrillic
                                : WordScript::Other;
}

void WordReader::startWord()
{
    m_length = 0;
    m_characters = 0;
    m_seen = 0;
}

void WordReader::append(char32_t folded)
{
    if (m_characters == 0) {
        m_begin = m_at;
    }
    if (++m_characters > maxCharacters) {
        return;
    }
    const auto put = [this](char32_t byte) {
        m_word[m_length++] = static_cast<char>(byte);
    };
    if (folded < 0x80) {
        m_seen |= folded >= U'a' && folded <= U'z' ? sawLatin : sawOther;
        put(folded);
        return;
    }
    m_seen |= folded >= 0x0400 && folded < 0x0530 ? sawCyrillic : folded < 0x0250 ? sawLatin : sawOther;
    if (folded < 0x800) {
        put(0xC0U | (folded >> 6U));
    } else if (folded < 0x10000) {
        put(0xE0U | (folded >> 12U));
        put(0x80U | ((folded >> 6U) & 0x3FU));
    } else {
        put(0xF0U | (folded >> 18U));
        put(0x80U | ((folded >> 12U) & 0x3FU));
        put(0x80U | ((folded >> 6U) & 0x3FU));
    }
    put(0x80U | (folded & 0x3FU));
}

/// "и" with a breve of its own is "й", a letter; every other accent goes.
void WordReader::compose(char32_t mark)
{
    constexpr std::string_view plain = "и";
    constexpr std::string_view composed = "й";
    if (mark == breve && word().ends_with(plain) && m_characters <= maxCharacters) {
        std::ranges::copy(composed, m_word.begin() + static_cast<std::ptrdiff_t>(m_length - plain.size()));
    }
}

/// Takes the ASCII characters of a word; most mail has no others. False at a divider.
bool WordReader::readAscii()
{
    while (m_at < m_text.size() && isAscii(m_text[m_at])) {
        const char folded = asciiFolds[static_cast<std::size_t>(m_text[m_at])];
        if (folded == 0) {
            return false;
        }
        append(static_cast<char32_t>(folded));
        m_end = ++m_at;
    }
    return m_at < m_text.size();
}

/// Takes one character that is not ASCII. True where the word ends, before it or with it.
bool WordReader::takeCharacter()
{
    auto at = m_at;
    const auto [folded, kind] = foldCharacter(decode(m_text, at));
    const bool inWord = m_characters > 0;
    if (inWord && (kind == CharacterKind::Divider || kind == CharacterKind::Single)) {
        return true;
    }
    if (inWord && kind == CharacterKind::Ignored) {
        compose(folded);
    }
    if (kind == CharacterKind::Letter || kind == CharacterKind::Single
        || (kind == CharacterKind::Mark && inWord)) {
        append(folded);
        m_end = at;
    }
    m_at = at;
    return kind == CharacterKind::Single;
}

bool WordReader::next()
{
    startWord();
    while (m_at < m_text.size()) {
        if (readAscii()) {
            if (takeCharacter()) {
                return true;
            }
        } else if (m_characters > 0) {
            return true;
        } else {
            ++m_at;
        }
    }
    return m_characters > 0;
}

} // namespace aside
