// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkcontext.h"
#include "models/check/rules/clutter.h"
#include "models/check/rules/clutterfinding.h"

#include <QSet>

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

constexpr auto channelNames = "clutter.channel-names"_L1;

bool wasAskedFor(const CheckContext &context)
{
    return context.thread && context.thread->askedForContact;
}

/// How many different ways to reach us the range names.
qsizetype waysIn(const CheckedText &text, TextRange range, const CheckContext &context)
{
    QSet<QString> ways;
    for (const auto &match : text.phrases(channelNames)) {
        if (range.contains(match.range)) {
            ways.insert(text.at(match.range).toString().toLower());
        }
    }
    const auto hosts = text.strings(channelNames, "hosts"_L1);
    for (const auto &link : text.links()) {
        if (!range.contains(link.range)) {
            continue;
        }
        if (link.kind == LinkKind::Mail
            || (link.kind == LinkKind::Web && isHostOf(hostOf(link.url), hosts))) {
            ways.insert(link.url.toString());
        }
    }
    for (const auto &datum : text.data()) {
        if (datum.kind == DatumKind::Phone && range.contains(datum.range)
            && !context.person.phones.contains(datum.normal)) {
            ways.insert(datum.normal);
        }
    }
    return ways.size();
}

} // namespace

void otherChannels(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    if (!context.capabilities.carriesTalk || wasAskedFor(context)) {
        return;
    }
    QList<TextRange> lists;
    for (const auto sentence : text.sentences()) {
        const auto ways = waysIn(text, sentence, context);
        if ((ways >= 1 && text.has("clutter.other-channels"_L1, sentence)) || ways >= 3) {
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
        if (segment.kind == SegmentKind::ContactBlock && !isListed) {
            found.append(clutter(text, "clutter.contact-block"_L1, range));
        }
    }
}

} // namespace aside::rules
