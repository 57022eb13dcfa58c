// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composer/worddiff.h"

#include "widgets/theme/theme.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace aside {

namespace {

constexpr qsizetype mostCells = 1'000'000;

/// Words and what stands between them, in turn: joined again they are the text.
QStringList tokens(const QString &text)
{
    QStringList all;
    for (qsizetype i = 0; i < text.size();) {
        const bool isSpace = text.at(i).isSpace();
        qsizetype end = i + 1;
        while (end < text.size() && text.at(end).isSpace() == isSpace) {
            ++end;
        }
        all.append(text.sliced(i, end - i));
        i = end;
    }
    return all;
}

void append(QList<DiffPart> &parts, DiffPart::Kind kind, const QString &text)
{
    if (text.isEmpty()) {
        return;
    }
    if (!parts.isEmpty() && parts.constLast().kind == kind) {
        parts.last().text += text;
    } else {
        parts.append({.kind = kind, .text = text});
    }
}

void appendAll(QList<DiffPart> &parts, DiffPart::Kind kind, const QStringList &words)
{
    append(parts, kind, words.join(QString()));
}

/// How many tokens the rests of both lists have in common, by where the rests begin.
class Lengths
{
public:
    Lengths(const QStringList &before, const QStringList &after)
        : m_width(static_cast<size_t>(after.size()) + 1)
        , m_cells((static_cast<size_t>(before.size()) + 1) * m_width)
    {
        for (qsizetype i = before.size() - 1; i >= 0; --i) {
            for (qsizetype j = after.size() - 1; j >= 0; --j) {
                m_cells[cell(i, j)] = before.at(i) == after.at(j) ? at(i + 1, j + 1) + 1
                                                                  : std::max(at(i + 1, j), at(i, j + 1));
            }
        }
    }

    [[nodiscard]] int at(qsizetype i, qsizetype j) const { return m_cells[cell(i, j)]; }

private:
    [[nodiscard]] size_t cell(qsizetype i, qsizetype j) const
    {
        return static_cast<size_t>(i) * m_width + static_cast<size_t>(j);
    }

    size_t m_width;
    std::vector<int> m_cells;
};

void compare(QList<DiffPart> &parts, const QStringList &before, const QStringList &after)
{
    const Lengths lengths(before, after);
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < before.size() && j < after.size()) {
        if (before.at(i) == after.at(j)) {
            append(parts, DiffPart::Kind::Same, before.at(i));
            ++i;
            ++j;
        } else if (lengths.at(i + 1, j) >= lengths.at(i, j + 1)) {
            append(parts, DiffPart::Kind::Removed, before.at(i++));
        } else {
            append(parts, DiffPart::Kind::Added, after.at(j++));
        }
    }
    appendAll(parts, DiffPart::Kind::Removed, before.sliced(i));
    appendAll(parts, DiffPart::Kind::Added, after.sliced(j));
}

} // namespace

QList<DiffPart> wordDiff(const QString &before, const QString &after)
{
    QStringList old = tokens(before);
    QStringList now = tokens(after);
    const auto [oldEnd, nowEnd] = std::ranges::mismatch(old, now);
    const qsizetype lead = oldEnd - old.begin();
    qsizetype tail = 0;
    while (tail < std::min(old.size(), now.size()) - lead
           && old.at(old.size() - 1 - tail) == now.at(now.size() - 1 - tail)) {
        ++tail;
    }
    QList<DiffPart> parts;
    appendAll(parts, DiffPart::Kind::Same, old.first(lead));
    const QStringList end = old.last(tail);
    old = old.sliced(lead, old.size() - lead - tail);
    now = now.sliced(lead, now.size() - lead - tail);
    if (old.size() * now.size() > mostCells) {
        appendAll(parts, DiffPart::Kind::Removed, old);
        appendAll(parts, DiffPart::Kind::Added, now);
    } else {
        compare(parts, old, now);
    }
    appendAll(parts, DiffPart::Kind::Same, end);
    return parts;
}

QTextCharFormat diffFormat(DiffPart::Kind kind)
{
    const Theme &theme = currentTheme();
    QTextCharFormat format;
    switch (kind) {
    case DiffPart::Kind::Same:
        break;
    case DiffPart::Kind::Removed:
        format.setFontStrikeOut(true);
        format.setForeground(theme.danger);
        break;
    case DiffPart::Kind::Added:
        format.setFontUnderline(true);
        format.setBackground(theme.outgoingBubble);
        break;
    }
    return format;
}

} // namespace aside
