// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules.h"

#include "models/check/rules/channel.h"
#include "models/check/rules/clutter.h"
#include "models/check/rules/consent.h"
#include "models/check/rules/files.h"
#include "models/check/rules/language.h"
#include "models/check/rules/privacy.h"
#include "models/check/rules/substancerules.h"
#include "models/check/rules/template.h"
#include "models/check/rules/tone.h"

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
    Rule{"privacy.personal-data"_L1, Stop, Stop, {}, rules::personalData},
    Rule{"privacy.asks-personal-data"_L1, Stop, Stop, {}, rules::asksPersonalData},
    Rule{"privacy.note-text"_L1, Stop, Stop, Thread, rules::noteText},
    Rule{"consent.phone"_L1, Stop, Stop, Person, rules::unallowedCall},
    Rule{"consent.do-not-contact"_L1, Stop, Stop, Person, rules::doNotContact},
    Rule{"consent.too-many-approaches"_L1, Stop, Stop, Person, rules::tooManyApproaches},
    Rule{"tone.argument"_L1, Ask, Ask, {}, rules::argument},
    Rule{"tone.blame"_L1, Ask, Ask, {}, rules::blame},
    Rule{"tone.threat"_L1, Ask, Ask, {}, rules::threat},
    Rule{"tone.demands-removal"_L1, Ask, Ask, {}, rules::demandsRemoval},
    Rule{"tone.shouting"_L1, Ask, Ask, {}, rules::shouting},
    Rule{"substance.no-next-step"_L1, Ask, Ask, Thread, rules::noNextStep},
    Rule{"substance.vague-promise"_L1, Ask, Ask, {}, rules::vaguePromise},
    Rule{"substance.asks-again"_L1, Ask, Ask, {}, rules::asksAgain},
    Rule{"substance.sends-away"_L1, Ask, Ask, {}, rules::sendsAway},
    Rule{"substance.impersonal"_L1, Hint, Hint, Template, rules::impersonal},
    Rule{"template.unresolved"_L1, Stop, Stop, {}, rules::unresolved},
    Rule{"template.wrong-name"_L1, Stop, Stop, Person, rules::wrongName},
    Rule{"channel.length"_L1, Stop, Stop, {}, rules::tooLong},
    Rule{"channel.window"_L1, Stop, Stop, Clock, rules::windowClosed},
    Rule{"channel.attachment"_L1, Stop, Stop, {}, rules::refusedFile},
    Rule{"language.mismatch"_L1, Ask, Ask, Thread, rules::mismatch},
    Rule{"a11y.alt-text"_L1, Ask, Stop, {}, rules::altText},
    Rule{"a11y.link-text"_L1, Hint, Hint, {}, rules::linkText},
    Rule{"attachment.missing"_L1, Ask, Ask, {}, rules::missingFile},
    Rule{"identity.unofficial"_L1, Ask, Ask, Account, rules::unofficial},
    Rule{"spelling"_L1, Hint, Hint, Spelling, rules::spelling},
};

} // namespace

std::span<const Rule> allRules()
{
    return table;
}

} // namespace aside
