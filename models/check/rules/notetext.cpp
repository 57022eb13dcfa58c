// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/notewords.h"
#include "models/check/removal.h"
#include "models/check/rules/looking.h"
#include "models/check/rules/privacy.h"

namespace aside::rules {

using namespace Qt::StringLiterals;

void noteText(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    constexpr auto rule = "privacy.note-text"_L1;
    if (context.audience != Audience::Public || !context.thread || !context.thread->noteWords) {
        return;
    }
    const auto &notes = *context.thread->noteWords;
    const auto words = text.words();
    for (std::size_t i = 0; i < words.size();) {
        const auto run = notes.runAt(words, i);
        if (run == 0) {
            ++i;
            continue;
        }
        const auto start = words[i].range.start;
        const TextRange range{.start = start, .length = words[i + run - 1].range.end() - start};
        auto finding = about(text, rule, range);
        finding.fixes = {removingFix(text.text(), range)};
        found.append(finding);
        i += run;
    }
}

} // namespace aside::rules
