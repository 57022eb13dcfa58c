// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/printable.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace aside::cli {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

constexpr std::array wideRanges{
    Range{0x1100, 0x115F},   Range{0x231A, 0x231B},   Range{0x23E9, 0x23EC},   Range{0x2E80, 0x303E},
    Range{0x3041, 0xA4CF},   Range{0xA960, 0xA97C},   Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},
    Range{0xFE30, 0xFE6F},   Range{0xFF00, 0xFF60},   Range{0xFFE0, 0xFFE6},   Range{0x1F300, 0x1F64F},
    Range{0x1F680, 0x1F6FF}, Range{0x1F900, 0x1FAFF}, Range{0x20000, 0x3FFFD},
};

/// Characters that turn the direction of what follows and so can make a text look like another.
constexpr bool turnsDirection(char16_t c)
{
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F
        || c == 0x061C;
}

constexpr bool isControl(char16_t c)
{
    return (c < 0x20 && c != u'\n' && c != u'\t') || (c >= 0x7F && c <= 0x9F) || c == 0xFFFC || c == 0xFEFF;
}

int cells(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing
        || category == QChar::Other_Format) {
        return 0;
    }
    const auto wide = [c](Range range) {
        return c >= range.first && c <= range.last;
    };
    return std::ranges::any_of(wideRanges, wide) ? 2 : 1;
}

} // namespace

QString printable(const QString &text)
{
    static const QRegularExpression sequences(
        QStringLiteral("(?:\\x{1b}\\[|\\x{9b})[0-?]*[ -/]*[@-~]"
                       "|(?:\\x{1b}[\\]PX^_]|[\\x{90}\\x{98}\\x{9d}-\\x{9f}])[^\\x{07}\\x{1b}\\x{9c}\\n]*"
                       "(?:\\x{07}|\\x{1b}\\\\|\\x{9c})"
                       "|\\x{1b}[ -/]*[0-~]"));
    QString result = text;
    result.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    result.replace(sequences, QString());
    result.replace(QChar::LineSeparator, QChar::LineFeed);
    result.replace(QChar::ParagraphSeparator, QChar::LineFeed);
    result.removeIf([](QChar c) { return isControl(c.unicode()) || turnsDirection(c.unicode()); });
    return result;
}

QString printableLine(const QString &text)
{
    return printable(text).simplified();
}

qsizetype cellWidth(const QString &text)
{
    qsizetype width = 0;
    for (const char32_t c : text.toUcs4()) {
        width += cells(c);
    }
    return width;
}

QString elided(const QString &text, qsizetype width)
{
    if (cellWidth(text) <= width) {
        return text;
    }
    QString result;
    qsizetype used = 0;
    for (const char32_t c : text.toUcs4()) {
        used += cells(c);
        if (used > width - 1) {
            break;
        }
        result += QString::fromUcs4(&c, 1);
    }
    return result + QChar(0x2026);
}

} // namespace aside::cli
