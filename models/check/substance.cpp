// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/substance.h"

#include "models/check/checkedtext.h"

#include <algorithm>
#include <vector>

namespace aside {

namespace {

bool isNeutral(SegmentKind kind)
{
    return kind == SegmentKind::Greeting || kind == SegmentKind::Closing || kind == SegmentKind::Quote;
}

bool isClutter(const Finding &finding, const CheckedText &text)
{
    return finding.rule.startsWith(u"clutter.") && finding.severity != Severity::Hint
        && finding.reason.isEmpty() && finding.file < 0 && finding.range != text.all();
}

} // namespace

double substanceOf(const CheckedText &text, const QList<Finding> &found)
{
    enum class Mark : quint8 { Counts, Clutter, Neutral };
    std::vector<Mark> marks(static_cast<std::size_t>(text.text().size()), Mark::Counts);
    const auto paint = [&marks](TextRange range, Mark mark) {
        const auto first = marks.begin() + range.start;
        std::fill(first, first + range.length, mark);
    };
    for (const auto &segment : text.segments()) {
        if (isNeutral(segment.kind)) {
            paint(segment.range, Mark::Neutral);
        }
    }
    for (const auto &finding : found) {
        if (isClutter(finding, text)) {
            paint(finding.range, Mark::Clutter);
        }
    }
    int all = 0;
    int clutter = 0;
    for (qsizetype i = 0; i < text.text().size(); ++i) {
        const auto mark = marks[static_cast<std::size_t>(i)];
        if (mark != Mark::Neutral && !text.text()[i].isSpace()) {
            ++all;
            clutter += mark == Mark::Clutter ? 1 : 0;
        }
    }
    return all > 0 ? 1.0 - static_cast<double>(clutter) / all : 1.0;
}

} // namespace aside
