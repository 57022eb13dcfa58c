// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/textwords.h"

#include "models/text/stemmer.h"
#include "models/text/wordreader.h"

namespace aside {

namespace {

/// Turns places in UTF-8 into places in the UTF-16 it was made from. Only walks forwards.
class PlaceMap
{
public:
    explicit PlaceMap(std::string_view utf8)
        : m_utf8(utf8)
    {
    }

    qsizetype utf16(std::size_t byte)
    {
        for (; m_byte < byte; ++m_byte) {
            const auto unit = static_cast<unsigned char>(m_utf8[m_byte]);
            if (unit < 0x80 || unit >= 0xC0) {
                m_utf16 += unit >= 0xF0 ? 2 : 1;
            }
        }
        return m_utf16;
    }

private:
    std::string_view m_utf8;
    std::size_t m_byte = 0;
    qsizetype m_utf16 = 0;
};

} // namespace

std::vector<TextWord> wordsOf(QStringView text, Stemmer &stemmer)
{
    const QByteArray utf8 = text.toUtf8();
    const std::string_view bytes(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    WordReader reader(bytes);
    PlaceMap places(bytes);
    std::vector<TextWord> words;
    while (reader.next()) {
        const auto start = places.utf16(reader.begin());
        const auto end = places.utf16(reader.end());
        words.push_back({.range = between(start, end),
                         .folded = std::string(reader.word()),
                         .stem = std::string(stemmer.stem(reader))});
    }
    return words;
}

} // namespace aside
