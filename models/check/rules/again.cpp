// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkcontext.h"
#include "models/check/rules/clutter.h"
#include "models/check/rules/looking.h"

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

/// After a night's silence a greeting is due again.
constexpr auto newTalk = std::chrono::hours{16};

bool isNewTalk(const CheckContext &context)
{
    const auto &messages = context.thread->messages;
    return !messages.isEmpty() && context.now != Instant() && messages.constLast().sentAt != Instant()
        && context.now - messages.constLast().sentAt > newTalk;
}

/// With up to three words before it and what follows up to the next comma: "Ещё раз простите за задержку".
TextRange clauseAround(const CheckedText &text, TextRange words, TextRange sentence)
{
    constexpr std::size_t fewWords = 3;
    const bool isBeginning = text.words(between(sentence.start, words.start)).size() <= fewWords;
    auto end = words.end();
    while (end < sentence.end() && !QStringView(u",;:—(").contains(text.text()[end])) {
        ++end;
    }
    return between(isBeginning ? sentence.start : words.start, end);
}

} // namespace

void greetingAgain(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    if (!context.thread->hasGreeted || isNewTalk(context)) {
        return;
    }
    for (const auto &segment : text.segments()) {
        if (segment.kind == SegmentKind::Greeting) {
            found.append(clutter(text, "clutter.greeting-again"_L1, bare(text, segment.range)));
        }
    }
}

void apologyAgain(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    bool isSecond = context.thread && context.thread->hasApologised;
    for (const auto &match : text.phrases("clutter.apologies"_L1)) {
        const auto sentence = text.sentenceAt(match.range.start);
        if (text.isIn(match.range, SegmentKind::Quote) || text.has("clutter.new-cause"_L1, sentence)) {
            continue;
        }
        if (isSecond) {
            found.append(
                clutter(text, "clutter.apology-again"_L1, clauseAround(text, match.range, sentence)));
        }
        isSecond = true;
    }
}

void restatesQuestion(const CheckedText &text, const CheckContext & /*context*/, QList<Finding> &found)
{
    for (const auto range : sentencesWith(text, "clutter.restates"_L1)) {
        found.append(clutter(text, "clutter.restates-question"_L1, range));
    }
}

} // namespace aside::rules
