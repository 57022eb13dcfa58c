// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/text/numberfinder.h"

#include <QRegularExpression>

#include <algorithm>

namespace aside {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isDividerIn(QStringView text, qsizetype at)
{
    return QStringView(u" \u00A0\u202F\t-–‑().").contains(text[at]);
}

/// How far a run of digits and what divides its groups goes; no more than two dividers side by side.
qsizetype runEnd(QStringView text, qsizetype start)
{
    constexpr qsizetype longest = 48;
    auto end = start;
    auto dividers = 0;
    for (auto at = start; at < text.size() && at - start < longest; ++at) {
        if (isDigit(text[at])) {
            end = at + 1;
            dividers = 0;
        } else if (!isDividerIn(text, at) || ++dividers > 3) {
            break;
        }
    }
    return end;
}

/// "20.11.2026", "20.11", "10:30", "2026-11-20", "9.00-18.00": not a number that names anything.
bool isDateOrTime(QStringView run)
{
    static const QRegularExpression dates(QStringLiteral(
        R"(^(?:\d{1,2}[.-]\d{1,2}(?:[.-](?:19|20)?\d{2})?|(?:19|20)\d{2}[.-]\d{1,2}[.-]\d{1,2})(?:\D|$))"));
    return dates.matchView(run).hasMatch();
}

bool isPartOfWord(QStringView text, qsizetype start, qsizetype end)
{
    const auto joins = [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'@';
    };
    return (start > 0 && joins(text[start - 1])) || (end < text.size() && joins(text[end]))
        || (end + 1 < text.size() && text[end] == u':' && isDigit(text[end + 1]));
}

NumberInText numberIn(QStringView text, TextRange range)
{
    NumberInText number{.range = range, .digits = {}, .hasPlus = text[range.start] == u'+'};
    for (const QChar c : text.sliced(range.start, range.length)) {
        if (isDigit(c)) {
            number.digits.append(c);
        } else if (c != u'+') {
            number.isGrouped = true;
        }
    }
    return number;
}

} // namespace

QList<NumberInText> numbersOf(QStringView text)
{
    QList<NumberInText> numbers;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const bool opens = (text[at] == u'+' || text[at] == u'(') && at + 1 < text.size()
            && (isDigit(text[at + 1]) || (text[at] == u'+' && text[at + 1] == u'('));
        if (!opens && !isDigit(text[at])) {
            continue;
        }
        const auto end = std::max(runEnd(text, opens ? at + 1 : at), at + 1);
        const auto run = text.sliced(at, end - at);
        if (!isPartOfWord(text, at, end) && !isDateOrTime(run)) {
            const auto number = numberIn(text, between(at, end));
            if (number.digits.size() >= 4) {
                numbers.append(number);
            }
        }
        at = end - 1;
    }
    return numbers;
}

QList<NumberInText> piecesOf(QStringView text, const NumberInText &number, int least, int most)
{
    QList<qsizetype> starts{number.range.start};
    QList<qsizetype> ends;
    for (auto at = number.range.start + 1; at < number.range.end(); ++at) {
        if (text[at].isSpace() && !text[at - 1].isSpace()) {
            ends.append(at);
        }
        if (!text[at].isSpace() && text[at - 1].isSpace()) {
            starts.append(at);
        }
    }
    ends.append(number.range.end());
    QList<NumberInText> pieces;
    for (const auto start : starts) {
        for (auto end = ends.crbegin(); end != ends.crend() && *end > start; ++end) {
            auto piece = numberIn(text, between(start, *end));
            if (piece.digits.size() >= least && piece.digits.size() <= most) {
                pieces.append(piece);
            }
        }
    }
    return pieces;
}

} // namespace aside
