// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkcontext.h"
#include "models/check/rules/clutter.h"
#include "models/check/rules/looking.h"

#include <QSet>

#include <algorithm>
#include <initializer_list>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr auto channelNames = "clutter.channel-names"_L1;

const auto mailWay = u"mail"_s;
const auto phoneWay = u"phone"_s;

/// "по почте", "email" and "e-mail" are one way.
QString wayNamed(const QString &word)
{
    const auto isOneOf = [&word](std::initializer_list<QStringView> parts) {
        return std::ranges::any_of(parts, [&word](QStringView part) { return word.contains(part); });
    };
    return isOneOf({u"почт", u"mail", u"письм"})                              ? mailWay
        : isOneOf({u"телефон", u"phone", u"звон", u"лини", u"call", u"line"}) ? phoneWay
                                                                              : word;
}

/// "Телеграм t.me/sever" is one way, not two.
bool isNamed(const CheckedText &text, TextRange link)
{
    constexpr qsizetype near = 3;
    const auto matches = text.phrases(channelNames);
    return std::ranges::any_of(matches, [link](const PhraseMatch &match) {
        return match.range.end() <= link.start && link.start - match.range.end() <= near;
    });
}

bool wasAskedFor(const CheckContext &context)
{
    return context.thread && context.thread->askedForContact;
}

/// The ways to reach us that a sentence names: networks by their names and hosts, "mail" and "phone" once.
QSet<QString> waysIn(const CheckedText &text, TextRange range, const CheckContext &context)
{
    QSet<QString> ways;
    for (const auto &match : text.phrases(channelNames)) {
        if (range.contains(match.range)) {
            ways.insert(wayNamed(text.at(match.range).toString().toLower()));
        }
    }
    const auto hosts = text.strings(channelNames, "hosts"_L1);
    for (const auto &link : text.links()) {
        const auto host = hostOf(link.url);
        if (range.contains(link.range) && link.kind == LinkKind::Web && isHostOf(host, hosts)
            && !isNamed(text, link.range)) {
            ways.insert(host);
        }
    }
    for (const auto &datum : text.data()) {
        const bool isOurs = !context.person.phones.contains(datum.normal)
            && !context.person.mails.contains(datum.normal)
            && !(context.thread && context.thread->given.contains(datum.normal));
        if (isOurs && range.contains(datum.range)
            && (datum.kind == DatumKind::Phone || datum.kind == DatumKind::Mail)) {
            ways.insert(datum.kind == DatumKind::Mail ? mailWay : phoneWay);
        }
    }
    return ways;
}

/// Some other network, and not mail and phone alone, which are contacts.
bool namesNetwork(const QSet<QString> &ways)
{
    return std::ranges::any_of(ways, [](const QString &way) { return way != mailWay && way != phoneWay; });
}

/// The customer's own number, told back to make sure.
bool isTheirs(const CheckedText &text, TextRange range, const CheckContext &context)
{
    const auto isKnown = [&context](const DatumInText &datum) {
        return context.person.phones.contains(datum.normal) || context.person.mails.contains(datum.normal)
            || (context.thread && context.thread->given.contains(datum.normal));
    };
    return std::ranges::any_of(
        text.data(), [&](const DatumInText &datum) { return range.contains(datum.range) && isKnown(datum); });
}

} // namespace

void otherChannels(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    if (!context.capabilities.carriesTalk || wasAskedFor(context)) {
        return;
    }
    constexpr qsizetype fewWays = 3;
    QList<TextRange> lists;
    for (const auto sentence : text.sentences()) {
        const auto ways = waysIn(text, sentence, context);
        const bool isList = namesNetwork(ways)
            && (ways.size() >= fewWays || text.has("clutter.other-channels"_L1, sentence));
        if (isList) {
            lists.append(sentence);
        }
    }
    for (const auto range : joined(text, lists)) {
        found.append(clutter(text, "clutter.other-channels"_L1, range));
    }
}

void contactBlock(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    if (!context.capabilities.carriesTalk || wasAskedFor(context)) {
        return;
    }
    for (const auto &segment : text.segments()) {
        const auto range = trimmed(text.text(), segment.range);
        const bool isListed = std::ranges::any_of(found, [range](const Finding &other) {
            return other.rule == "clutter.other-channels"_L1 && other.range.overlaps(range);
        });
        if (segment.kind == SegmentKind::ContactBlock && !isListed && !isTheirs(text, range, context)
            && !text.has("substance.sends-away"_L1, range)) {
            found.append(clutter(text, "clutter.contact-block"_L1, range));
        }
    }
}

} // namespace aside::rules
