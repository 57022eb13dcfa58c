// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkcontext.h"
#include "models/check/rules/looking.h"
#include "models/check/rules/substancerules.h"

#include <algorithm>
#include <array>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

/// What can be asked for, and what is known of it.
struct Question {
    QLatin1StringView list;
    QLatin1StringView variant;
    QString known;
};

QString firstGiven(const CheckContext &context, bool (*isKind)(const QString &))
{
    if (!context.thread) {
        return {};
    }
    const auto &given = context.thread->given;
    const auto found = std::ranges::find_if(given, isKind);
    return found != given.cend() ? *found : QString();
}

QString knownPhone(const CheckContext &context)
{
    return !context.person.phones.isEmpty()
        ? context.person.phones.constFirst()
        : firstGiven(context, [](const QString &one) { return one.startsWith(u'+'); });
}

QString knownMail(const CheckContext &context)
{
    return !context.person.mails.isEmpty()
        ? context.person.mails.constFirst()
        : firstGiven(context, [](const QString &one) { return one.contains(u'@'); });
}

/// An order's number is short, or has letters in it; a card's is neither.
QString knownOrder(const CheckContext &context)
{
    constexpr qsizetype longestOrder = 12;
    return firstGiven(context, [](const QString &one) {
        return one.size() <= longestOrder && !one.startsWith(u'+') && !one.contains(u'@')
            && !one.contains(u' ');
    });
}

QString knownAddress(const CheckContext &context)
{
    return firstGiven(context, [](const QString &one) { return one.contains(u' '); });
}

} // namespace

void asksAgain(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    const std::array questions{
        Question{"substance.asks-phone"_L1, "phone"_L1, knownPhone(context)},
        Question{"substance.asks-mail"_L1, "mail"_L1, knownMail(context)},
        Question{"substance.asks-order"_L1, "order"_L1, knownOrder(context)},
        Question{"substance.asks-address"_L1, "address"_L1, knownAddress(context)},
        Question{"substance.asks-name"_L1, "name"_L1, context.person.name},
    };
    for (const auto &question : questions) {
        for (const auto &match : text.phrases(question.list)) {
            const auto sentence = text.sentenceAt(match.range.start);
            const bool isAsked = std::ranges::any_of(found, [sentence](const Finding &other) {
                return other.rule == "substance.asks-again"_L1 && other.range == sentence;
            });
            if (question.known.isEmpty() || isAsked || text.isIn(match.range, SegmentKind::Quote)) {
                continue;
            }
            auto finding = clutter(text, "substance.asks-again"_L1, sentence, question.variant);
            finding.arguments.append(question.known);
            found.append(finding);
        }
    }
}

void sendsAway(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    const bool again = context.thread && context.thread->sentAway > 0;
    for (const auto &match : text.phrases("substance.sends-away"_L1)) {
        const auto sentence = text.sentenceAt(match.range.start);
        if (!text.has("substance.stays"_L1, sentence) && !text.isIn(match.range, SegmentKind::Quote)) {
            found.append(
                clutter(text, "substance.sends-away"_L1, sentence, again ? "again"_L1 : QLatin1StringView()));
        }
    }
}

} // namespace aside::rules
