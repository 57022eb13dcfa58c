// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkcontext.h"
#include "models/check/rules/clutter.h"
#include "models/check/rules/looking.h"
#include "models/check/substance.h"

namespace aside::rules {

using namespace Qt::StringLiterals;

/// Stands behind the other clutter.* rules: what they found is what does not answer.
void lowSubstance(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    constexpr double delivered = 0.5;
    constexpr double percent = 100;
    const double least = context.settings ? context.settings->leastSubstance : delivered;
    const double substance = substanceOf(text, found);
    if (substance < least) {
        found.append({.rule = "clutter.low-substance"_L1,
                      .range = text.all(),
                      .arguments = {QString::number(qRound(substance * percent))}});
    }
}

} // namespace aside::rules
