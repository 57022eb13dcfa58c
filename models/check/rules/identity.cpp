// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules/channel.h"
#include "models/check/rules/looking.h"

#include <QRegularExpression>

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

/// "Меня зовут Анна", "Анна на связи": a name beside such words.
bool saysName(const CheckedText &text)
{
    static const QRegularExpression name(u"(?<!\\w)\\p{Lu}\\p{Ll}+"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    static constexpr qsizetype near = 20;
    return std::ranges::any_of(text.phrases("identity.marks"_L1), [&text](const PhraseMatch &mark) {
        const auto after = text.text().mid(mark.range.end(), near);
        const auto line = text.lineAt(mark.range.start);
        const auto before = text.at({.start = line.start, .length = mark.range.start - line.start});
        return name.match(after).hasMatch()
            || name.matchView(before.last(std::min(before.size(), near))).hasMatch();
    });
}

/// A mark at the end, or a signature.
bool hasMark(const CheckedText &text)
{
    const bool hasSignature = std::ranges::any_of(
        text.segments(), [](const Segment &segment) { return segment.kind == SegmentKind::Signature; });
    return hasSignature || helperMark(text).length > 0 || saysName(text);
}

} // namespace

void unofficial(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    constexpr auto rule = "identity.unofficial"_L1;
    if (!context.account.isOfficial) {
        found.append({.rule = rule, .range = text.all()});
    } else if (context.account.wantsHelperMark && !hasMark(text)) {
        found.append({.rule = rule, .range = text.all(), .variant = u"mark"_s});
    }
}

} // namespace aside::rules
