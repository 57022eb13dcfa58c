// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules.h"

#include "models/check/rules/clutter.h"
#include "models/check/rules/substancerules.h"

#include <array>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

using enum Severity;
using enum Need;

// In the order of docs/reply-check.md. A rule that looks at what others found stands behind them.
constexpr std::array table{
    Rule{"clutter.signature"_L1, Ask, Ask, {}, rules::signature},
    Rule{"clutter.legal-name"_L1, Ask, Ask, {}, rules::legalName},
    Rule{"clutter.same-channel-link"_L1, Ask, Ask, {}, rules::sameChannelLink},
    Rule{"clutter.other-channels"_L1, Ask, Ask, {}, rules::otherChannels},
    Rule{"clutter.contact-block"_L1, Ask, Ask, {}, rules::contactBlock},
    Rule{"clutter.image"_L1, Ask, Ask, {}, rules::image},
    Rule{"clutter.promo"_L1, Ask, Ask, {}, rules::promo},
    Rule{"clutter.disclaimer"_L1, Ask, Ask, {}, rules::disclaimer},
    Rule{"clutter.filler"_L1, Ask, Ask, {}, rules::filler},
    Rule{"clutter.greeting-again"_L1, Ask, Ask, Thread, rules::greetingAgain},
    Rule{"clutter.apology-again"_L1, Ask, Ask, {}, rules::apologyAgain},
    Rule{"clutter.restates-question"_L1, Hint, Hint, {}, rules::restatesQuestion},
    Rule{"clutter.home-page"_L1, Ask, Ask, {}, rules::homePage},
    Rule{"clutter.low-substance"_L1, Ask, Ask, {}, rules::lowSubstance},
    Rule{"substance.no-next-step"_L1, Ask, Ask, Thread, rules::noNextStep},
    Rule{"substance.vague-promise"_L1, Ask, Ask, {}, rules::vaguePromise},
    Rule{"substance.asks-again"_L1, Ask, Ask, {}, rules::asksAgain},
    Rule{"substance.sends-away"_L1, Ask, Ask, {}, rules::sendsAway},
    Rule{"substance.impersonal"_L1, Hint, Hint, Template, rules::impersonal},
};

} // namespace

std::span<const Rule> allRules()
{
    return table;
}

} // namespace aside
