// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkedtext.h"

#include "models/check/segments.h"
#include "models/check/textreader.h"

#include <algorithm>
#include <utility>

namespace aside {

CheckedText::CheckedText(TextParts parts)
    : m_parts(std::move(parts))
{
    m_segments = segmentsOf(*this);
}

QStringView CheckedText::at(TextRange range) const
{
    return QStringView(m_parts.text).mid(range.start, range.length);
}

std::span<const TextWord> CheckedText::words(TextRange range) const
{
    const auto start = [](const TextWord &word) {
        return word.range.start;
    };
    const auto first = std::ranges::lower_bound(m_parts.words, range.start, {}, start);
    const auto last = std::ranges::lower_bound(first, m_parts.words.end(), range.end(), {}, start);
    return {first, last};
}

TextRange CheckedText::sentenceAt(qsizetype place) const
{
    const auto found = std::ranges::upper_bound(m_parts.sentences, place, {}, &TextRange::end);
    return found != m_parts.sentences.end() ? *found : all();
}

TextRange CheckedText::lineAt(qsizetype place) const
{
    const auto before = place > 0 ? m_parts.text.lastIndexOf(u'\n', place - 1) : -1;
    const auto after = m_parts.text.indexOf(u'\n', place);
    return between(before + 1, after < 0 ? m_parts.text.size() : after);
}

bool CheckedText::isIn(TextRange range, SegmentKind kind) const
{
    const auto end = [](const Segment &segment) {
        return segment.range.end();
    };
    const auto found = std::ranges::upper_bound(m_segments, range.start, {}, end);
    return found != m_segments.end() && found->kind == kind && found->range.contains(range);
}

QList<PhraseMatch> CheckedText::phrases(QLatin1StringView list) const
{
    QList<PhraseMatch> matches;
    const int number = m_parts.book ? m_parts.book->list(QString(list)) : -1;
    for (const auto &found : m_parts.phrases) {
        if (found.list == number) {
            matches.append(found.match);
        }
    }
    return matches;
}

bool CheckedText::has(QLatin1StringView list, TextRange range) const
{
    const int number = m_parts.book ? m_parts.book->list(QString(list)) : -1;
    return std::ranges::any_of(m_parts.phrases, [number, range](const FoundPhrase &found) {
        return found.list == number && range.contains(found.match.range);
    });
}

bool CheckedText::saysIn(QLatin1StringView list, const QString &other) const
{
    TextReader reader(m_parts.book);
    return m_parts.book && reader.read(other, m_parts.language).has(list);
}

QStringList CheckedText::strings(QLatin1StringView list, QLatin1StringView key) const
{
    return m_parts.book ? m_parts.book->strings(QString(list), QString(key)) : QStringList();
}

std::optional<double> CheckedText::number(QLatin1StringView list, QLatin1StringView key) const
{
    return m_parts.book ? m_parts.book->number(QString(list), QString(key)) : std::nullopt;
}

TextRange trimmed(const QString &text, TextRange range)
{
    auto start = range.start;
    auto end = range.end();
    while (start < end && text[start].isSpace()) {
        ++start;
    }
    while (end > start && text[end - 1].isSpace()) {
        --end;
    }
    return between(start, end);
}

} // namespace aside
