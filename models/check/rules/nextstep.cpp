// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkcontext.h"
#include "models/check/rules/clutterfinding.h"
#include "models/check/rules/substancerules.h"

#include <QRegularExpression>

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

/// "21 ноября", "до 18:00", "5 дней": any figure in a promise is a date, a time or an amount.
bool hasFigure(QStringView words)
{
    return std::ranges::any_of(words, [](QChar c) { return c.isDigit(); });
}

bool isDated(const CheckedText &text, TextRange range)
{
    return hasFigure(text.at(range)) || text.has("substance.dates"_L1, range)
        || std::ranges::any_of(text.placeholders(), [range](TextRange tag) { return range.contains(tag); });
}

/// Words that are polite and say nothing of the matter.
bool saysNothing(const CheckedText &text, TextRange sentence)
{
    const bool isCourtesy = text.isIn(trimmed(text.text(), sentence), SegmentKind::Greeting)
        || text.isIn(sentence, SegmentKind::Closing) || text.isIn(sentence, SegmentKind::Signature);
    return isCourtesy || text.words(sentence).empty() || text.has("clutter.filler"_L1, sentence)
        || text.has("clutter.apologies"_L1, sentence) || text.has("substance.thanks"_L1, sentence)
        || text.has("clutter.promo"_L1, sentence) || text.has("clutter.restates"_L1, sentence);
}

bool goesOn(const CheckedText &text, TextRange sentence)
{
    return text.has("substance.next-steps"_L1, sentence) || text.has("substance.stays"_L1, sentence)
        || text.has("substance.sends-away"_L1, sentence) || isDated(text, sentence)
        || text.at(sentence).contains(u'?');
}

} // namespace

/// Only where every sentence is known to say nothing: a sentence that no list knows may be the answer.
void noNextStep(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    const bool isEmpty = text.links().isEmpty() && text.data().isEmpty() && context.files.isEmpty()
        && std::ranges::all_of(text.sentences(), [&text](TextRange sentence) {
                             return saysNothing(text, sentence) && !goesOn(text, sentence);
                         });
    if (isEmpty && !text.words().empty() && context.thread->hasTrouble) {
        found.append({.rule = "substance.no-next-step"_L1, .range = text.all()});
    }
}

void vaguePromise(const CheckedText &text, const CheckContext & /*context*/, QList<Finding> &found)
{
    for (const auto &match : text.phrases("substance.vague-time"_L1)) {
        if (isDated(text, text.sentenceAt(match.range.start)) || text.isIn(match.range, SegmentKind::Quote)) {
            continue;
        }
        auto finding = clutter(text, "substance.vague-promise"_L1, match.range);
        finding.fixes = {{.kind = FixKind::MakePromise, .words = u"make-promise"_s}};
        found.append(finding);
    }
}

void impersonal(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    constexpr int thirdInARow = 2;
    const auto &used = *context.usedTemplate;
    if (used.rendered.simplified() != text.text().simplified()) {
        return;
    }
    if (used.sameToThisPerson || used.unchangedInARow >= thirdInARow) {
        found.append({.rule = "substance.impersonal"_L1,
                      .range = text.all(),
                      .variant = used.sameToThisPerson ? u"same"_s : QString()});
    }
}

} // namespace aside::rules
