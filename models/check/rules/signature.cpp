// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkcontext.h"
#include "models/check/rules/clutter.h"
#include "models/check/rules/looking.h"

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

/// A department, a position or the company itself: more than the name of a helper.
bool namesMoreThanAHelper(const CheckedText &text, TextRange range, const AccountFacts &account)
{
    const auto words = text.at(range);
    return text.has("segments.signature-words"_L1, range) || text.has("clutter.legal-forms"_L1, range)
        || std::ranges::any_of(account.companyNames, [words](const QString &name) {
               return words.contains(name, Qt::CaseInsensitive);
           });
}

/// The closing words go with the block they stand over.
TextRange blockAround(const QList<Segment> &segments, qsizetype at)
{
    const auto belongs = [](const Segment &segment) {
        return segment.kind == SegmentKind::Signature || segment.kind == SegmentKind::Closing;
    };
    auto first = at;
    auto last = at;
    while (first > 0 && belongs(segments[first - 1])) {
        --first;
    }
    while (last + 1 < segments.size() && belongs(segments[last + 1])) {
        ++last;
    }
    return between(segments[first].range.start, segments[last].range.end());
}

} // namespace

void signature(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    if (!context.capabilities.showsAuthor) {
        return;
    }
    const auto &segments = text.segments();
    for (qsizetype i = 0; i < segments.size(); ++i) {
        if (segments[i].kind == SegmentKind::Signature
            && namesMoreThanAHelper(text, segments[i].range, context.account)) {
            found.append(
                clutter(text, "clutter.signature"_L1, trimmed(text.text(), blockAround(segments, i))));
            return;
        }
    }
}

} // namespace aside::rules
