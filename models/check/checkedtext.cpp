// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkedtext.h"

#include <algorithm>
#include <utility>

namespace aside {

CheckedText::CheckedText(QString text, QString language)
    : m_text(std::move(text))
    , m_language(std::move(language))
{
}

QStringView CheckedText::at(TextRange range) const
{
    return QStringView(m_text).mid(range.start, range.length);
}

TextRange CheckedText::sentenceAt(qsizetype place) const
{
    const auto found = std::ranges::find_if(
        m_sentences, [place](const TextRange &sentence) { return place < sentence.end(); });
    return found != m_sentences.end() ? *found : all();
}

bool CheckedText::isIn(TextRange range, SegmentKind kind) const
{
    return std::ranges::any_of(m_segments, [range, kind](const Segment &segment) {
        return segment.kind == kind && segment.range.start <= range.start
            && range.end() <= segment.range.end();
    });
}

QList<PhraseMatch> CheckedText::phrases(QLatin1StringView list) const
{
    return m_phrases.value(list);
}

} // namespace aside
