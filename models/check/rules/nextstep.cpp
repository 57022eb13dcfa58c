// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkcontext.h"
#include "models/check/rules/looking.h"
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

/// Another rule asks about the place already: no answer is looked for in it.
bool isClutter(TextRange sentence, const QList<Finding> &found)
{
    return std::ranges::any_of(found, [sentence](const Finding &finding) {
        const bool isPlace = finding.rule.startsWith("clutter."_L1) && finding.rule != "clutter.filler"_L1
            && finding.rule != "clutter.low-substance"_L1 && finding.file < 0;
        return isPlace && finding.range.contains(sentence);
    });
}

/// A quarrel is no answer, whatever figures stand in it.
bool isQuarrel(const CheckedText &text, TextRange sentence)
{
    return text.has("tone.demands-removal"_L1, sentence) || text.has("tone.threat"_L1, sentence)
        || text.has("tone.argument"_L1, sentence) || text.has("tone.blame"_L1, sentence);
}

bool isAround(const CheckedText &text, TextRange sentence)
{
    const auto words = trimmed(text.text(), sentence);
    return text.words(sentence).empty() || text.isIn(words, SegmentKind::Greeting)
        || text.isIn(words, SegmentKind::Closing) || text.isIn(words, SegmentKind::Signature)
        || text.isIn(words, SegmentKind::Quote);
}

/// The sentence is little more than a phrase of the list: "Спасибо, что обратились к нам".
bool isMostly(const CheckedText &text, QLatin1StringView list, TextRange sentence, std::size_t mostOthers)
{
    const auto words = text.words(sentence).size();
    const auto matches = text.phrases(list);
    return std::ranges::any_of(matches, [&](const PhraseMatch &match) {
        return sentence.contains(match.range) && words - text.words(match.range).size() <= mostOthers;
    });
}

/// Polite, and says nothing of the matter. Behind "please be aware that" something may be said.
bool saysNothing(const CheckedText &text, TextRange sentence)
{
    constexpr std::size_t fewWords = 3;
    constexpr std::size_t someWords = 6;
    return text.has("talk.empty"_L1, sentence) || isMostly(text, "clutter.filler"_L1, sentence, fewWords)
        || isMostly(text, "clutter.apologies"_L1, sentence, someWords)
        || isMostly(text, "substance.thanks"_L1, sentence, someWords);
}

bool goesOn(const CheckedText &text, TextRange sentence)
{
    return text.has("substance.next-steps"_L1, sentence) || text.has("substance.stays"_L1, sentence)
        || text.has("substance.sends-away"_L1, sentence) || isDated(text, sentence)
        || text.at(sentence).contains(u'?')
        || std::ranges::any_of(text.links(),
                               [sentence](const LinkInText &link) { return sentence.contains(link.range); });
}

} // namespace

/// Only where no sentence is known to go on, and one at least is known to say nothing. Who neither complained
/// nor asked may be content with what no list knows.
void noNextStep(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    const auto &thread = *context.thread;
    if ((!thread.hasTrouble && thread.hasThanked) || !context.files.isEmpty() || text.language().isEmpty()) {
        return;
    }
    int empty = 0;
    int unknown = 0;
    for (const auto sentence : text.sentences()) {
        if (isAround(text, sentence) || isClutter(sentence, found)) {
            continue;
        }
        const bool isEmpty = isQuarrel(text, sentence);
        if (!isEmpty && goesOn(text, sentence)) {
            return;
        }
        (isEmpty || saysNothing(text, sentence) ? empty : unknown) += 1;
    }
    if (empty > 0 && (unknown == 0 || (thread.hasTrouble && unknown < empty))) {
        found.append({.rule = "substance.no-next-step"_L1, .range = text.all()});
    }
}

namespace {

bool isCited(const CheckedText &text, TextRange range)
{
    const bool isMarked = range.start > 0 && QStringView(u"\"“«„").contains(text.text()[range.start - 1]);
    return isMarked || isQuoted(text, range);
}

} // namespace

void vaguePromise(const CheckedText &text, const CheckContext & /*context*/, QList<Finding> &found)
{
    for (const auto &match : text.phrases("substance.vague-time"_L1)) {
        if (isDated(text, text.sentenceAt(match.range.start)) || isCited(text, match.range)) {
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
