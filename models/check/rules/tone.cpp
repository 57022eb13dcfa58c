// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules/tone.h"

#include "models/check/rules/looking.h"

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

void argument(const CheckedText &text, const CheckContext & /*context*/, QList<Finding> &found)
{
    findSentences(text, "tone.argument"_L1, "tone.argument"_L1, found);
}

void blame(const CheckedText &text, const CheckContext & /*context*/, QList<Finding> &found)
{
    findSentences(text, "tone.blame"_L1, "tone.blame"_L1, found);
}

void threat(const CheckedText &text, const CheckContext & /*context*/, QList<Finding> &found)
{
    findSentences(text, "tone.threat"_L1, "tone.threat"_L1, found);
}

void demandsRemoval(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    constexpr auto rule = "tone.demands-removal"_L1;
    const auto first = found.size();
    findSentences(text, rule, rule, found);
    const bool isSolved = !context.thread || context.thread->isSolved;
    if (isSolved) {
        return;
    }
    for (const auto &sentence : unquotedWith(text, "tone.asks-removal"_L1)) {
        const bool isDemand
            = std::any_of(found.cbegin() + first, found.cend(),
                          [sentence](const Finding &demand) { return demand.range == sentence; });
        if (!isDemand) {
            auto finding = about(text, rule, sentence, "early"_L1);
            finding.fixes = withoutSentence(text, sentence);
            found.append(finding);
        }
    }
}

} // namespace aside::rules
