// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/tablecharset.h"

#include <QStringDecoder>
#include <QUtf8StringView>

#include <algorithm>
#include <array>

namespace aside {

namespace {

// 0x80 to 0xBF; from 0xC0 on the letters stand in a row.
constexpr std::array<char16_t, 64> upperHalf{
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409, 0x2039, 0x040A,
    0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0xFFFD, 0x2122,
    0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0, 0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6,
    0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB, 0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456,
    0x0491, 0x00B5, 0x00B6, 0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457};

QString fromCp1251(QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size());
    for (const char byte : bytes) {
        const auto code = static_cast<unsigned char>(byte);
        if (code < 0x80) {
            text.append(QChar(ushort{code}));
        } else if (code < 0xC0) {
            text.append(QChar(upperHalf.at(code - 0x80U)));
        } else {
            text.append(QChar(static_cast<char16_t>(code - 0xC0 + 0x0410)));
        }
    }
    return text;
}

bool isUtf8(QByteArrayView bytes)
{
    return QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8();
}

} // namespace

TableCharset detectTableCharset(QByteArrayView head)
{
    // The head may end inside a character; a line never does.
    const qsizetype lastLine = head.lastIndexOf('\n');
    const QByteArrayView lines = lastLine > 0 ? head.first(lastLine) : head;
    const bool isAscii = std::ranges::none_of(lines, [](char byte) { return (byte & 0x80) != 0; });
    if (isAscii) {
        return TableCharset::Undecided;
    }
    return isUtf8(lines) ? TableCharset::Utf8 : TableCharset::Cp1251;
}

QString decodeTableText(QByteArrayView bytes, TableCharset charset)
{
    const bool isCyrillic
        = charset == TableCharset::Cp1251 || (charset == TableCharset::Undecided && !isUtf8(bytes));
    if (isCyrillic) {
        return fromCp1251(bytes);
    }
    // QString::fromUtf8() would take a leading U+FEFF of the text away.
    return QStringDecoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom)(bytes);
}

} // namespace aside
