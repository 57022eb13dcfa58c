// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkcontext.h"
#include "models/check/rules/clutter.h"
#include "models/check/rules/looking.h"

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

/// The line that leads from a public place into a private talk carries a link to it.
bool leadsToPrivate(const CheckedText &text, const LinkInText &link, const CheckContext &context)
{
    const auto sentence = text.sentenceAt(link.range.start);
    return context.audience == Audience::Public
        && (text.has("privacy.private-side"_L1, sentence) || text.has("substance.stays"_L1, sentence)
            || isHostOf(hostOf(link.url), text.strings("talk.private-links"_L1, "hosts"_L1)));
}

bool isHomePage(const QUrl &url)
{
    const auto path = url.path();
    return (path.isEmpty() || path == u"/") && !url.hasQuery() && !url.hasFragment();
}

} // namespace

void sameChannelLink(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    for (const auto &link : text.links()) {
        if (link.kind == LinkKind::Web && isHostOf(hostOf(link.url), context.capabilities.hosts)
            && !leadsToPrivate(text, link, context) && !text.isIn(link.range, SegmentKind::Quote)) {
            found.append(clutter(text, "clutter.same-channel-link"_L1, link.range));
        }
    }
}

void homePage(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    if (context.thread && context.thread->askedForContact) {
        return;
    }
    const auto channels = text.strings("clutter.channel-names"_L1, "hosts"_L1) + context.capabilities.hosts;
    for (const auto &link : text.links()) {
        const bool isInBlock = std::ranges::any_of(found, [&link](const Finding &other) {
            return other.rule == "clutter.contact-block"_L1 && other.range.contains(link.range);
        });
        if (link.kind == LinkKind::Web && isHomePage(link.url) && !isInBlock
            && !isHostOf(hostOf(link.url), channels) && !text.isIn(link.range, SegmentKind::Quote)) {
            found.append(clutter(text, "clutter.home-page"_L1, link.range));
        }
    }
}

} // namespace aside::rules
