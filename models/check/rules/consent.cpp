// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules/consent.h"

#include "models/check/rules/looking.h"
#include "models/privacy/consentnow.h"

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

/// On whichever address: a draft does not say which it is for.
ConsentState standing(const CheckContext &context, ConsentTo what)
{
    const auto &person = context.person;
    const auto mails = context.channel == Channel::Email ? person.mails : QStringList();
    const auto &known = what == ConsentTo::Phone ? person.phones : mails;
    return consentAnywhere(person.consents, what, context.channel, known, context.now);
}

bool isAllowed(const CheckContext &context, ConsentTo what)
{
    return standing(context, what) == ConsentState::Given;
}

bool isRefused(const CheckContext &context, ConsentTo what)
{
    const auto state = standing(context, what);
    return state == ConsentState::Refused || state == ConsentState::Revoked;
}

/// The customer spoke last: an answer is no approach.
bool isAsked(const CheckContext &context)
{
    if (!context.thread) {
        return true; // nothing is known
    }
    for (auto message = context.thread->messages.crbegin(); message != context.thread->messages.crend();
         ++message) {
        if (message->direction == Direction::Incoming || message->direction == Direction::Outgoing) {
            return message->direction == Direction::Incoming;
        }
    }
    return false;
}

/// "Можно вам позвонить?" asks for what the rule wants.
bool asksFirst(const CheckedText &text, TextRange sentence)
{
    return text.at(sentence).trimmed().endsWith(u'?') || text.has("consent.asks-first"_L1, sentence);
}

} // namespace

void unallowedCall(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    constexpr auto rule = "consent.phone"_L1;
    if (isAllowed(context, ConsentTo::Phone)) {
        return;
    }
    const bool wasRefused = isRefused(context, ConsentTo::Phone);
    const auto variant = wasRefused ? "refused"_L1 : QLatin1StringView();
    if (context.intent == Intent::Call) {
        found.append({.rule = rule, .range = text.all(), .variant = variant});
        return;
    }
    if (!wasRefused && context.thread && context.thread->askedForCall) {
        return;
    }
    for (const auto &sentence : unquotedWith(text, "consent.calls"_L1)) {
        if (!asksFirst(text, sentence)) {
            auto finding = about(text, rule, sentence, variant);
            finding.fixes = withoutSentence(text, sentence);
            found.append(finding);
        }
    }
}

void doNotContact(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    constexpr auto rule = "consent.do-not-contact"_L1;
    const auto add = [&](QLatin1StringView variant) {
        found.append({.rule = rule, .range = text.all(), .variant = variant});
    };
    const bool isAnswer = context.intent == Intent::Reply && isAsked(context);
    if (context.person.doNotContact && !isAnswer) {
        add({});
    } else if (context.intent == Intent::DirectMessage && isRefused(context, ConsentTo::DirectMessage)) {
        add("refused"_L1);
    } else if (context.intent == Intent::Mailing && !isAllowed(context, ConsentTo::Mailing)) {
        add("mailing"_L1);
    }
}

void tooManyApproaches(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    constexpr auto rule = "consent.too-many-approaches"_L1;
    const int most = context.settings ? context.settings->mostApproaches : CheckSettings().mostApproaches;
    if (context.person.approaches < most || (context.thread && context.thread->askedForPrivate)) {
        return;
    }
    const QStringList arguments{QString::number(context.person.approaches)};
    const bool isApproach = context.intent == Intent::DirectMessage || context.intent == Intent::Call;
    if (isApproach) {
        found.append({.rule = rule, .range = text.all(), .arguments = arguments});
        return;
    }
    for (const auto &sentence : unquotedWith(text, "consent.approach"_L1)) {
        found.append({.rule = rule,
                      .range = sentence,
                      .arguments = arguments,
                      .fixes = withoutSentence(text, sentence)});
    }
}

} // namespace aside::rules
