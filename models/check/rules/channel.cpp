// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules/channel.h"

#include "models/check/rules/looking.h"
#include "models/domain/contentwarning.h"

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

namespace {

/// When the customer last wrote; nothing where that is not known.
std::optional<Instant> lastHeard(const CheckContext &context)
{
    if (!context.thread) {
        return std::nullopt;
    }
    const auto &messages = context.thread->messages;
    const auto last = std::find_if(messages.crbegin(), messages.crend(), [](const Message &message) {
        return message.direction == Direction::Incoming && message.sentAt != Instant{};
    });
    return last != messages.crend() ? std::optional(last->sentAt) : std::nullopt;
}

/// The end of the window, as the caller knows it or as the channel's kind has it.
std::optional<Instant> windowEnd(const CheckContext &context)
{
    if (context.windowEnds) {
        return context.windowEnds;
    }
    const bool answersComment = context.intent == Intent::DirectMessage;
    const auto window
        = answersComment ? context.capabilities.privateReplyWindow : context.capabilities.replyWindow;
    const bool isHere = context.audience == Audience::Private || answersComment;
    const auto heard = lastHeard(context);
    return isHere && window && heard ? std::optional<Instant>(*heard + *window) : std::nullopt;
}

} // namespace

void tooLong(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    const auto &can = context.capabilities;
    const auto limit = can.limit(context.audience);
    if (limit <= 0) {
        return;
    }
    const auto sent
        = context.thread ? textAsSent(context.channel, text.text(), context.thread->messages) : text.text();
    const auto length = lengthIn(can.unitFor(context.audience), sent);
    if (length <= limit) {
        return;
    }
    Finding finding{.rule = u"channel.length"_s,
                    .range = text.all(),
                    .arguments = {QString::number(length), QString::number(limit)}};
    const bool fitsPrivate = context.audience == Audience::Public && can.hasPrivateSide
        && (can.privateLimit == 0
            || lengthIn(can.unitFor(Audience::Private), text.text()) <= can.privateLimit);
    if (fitsPrivate) {
        finding.fixes = {{.kind = FixKind::MoveToPrivate, .words = u"move-to-private"_s}};
    }
    found.append(finding);
}

void windowClosed(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    const auto end = windowEnd(context);
    if (end && context.now >= *end) {
        found.append({.rule = u"channel.window"_s, .range = text.all()});
    }
}

void refusedFile(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    if (context.capabilities.takesFilesIn(context.audience)) {
        return;
    }
    for (qsizetype i = 0; i < context.files.size(); ++i) {
        Finding finding{.rule = u"channel.attachment"_s,
                        .range = text.all(),
                        .arguments = {context.files.at(i).name},
                        .fixes = {{.kind = FixKind::RemoveFile, .words = u"remove-file"_s}},
                        .file = i};
        if (context.audience == Audience::Public && context.capabilities.takesFilesIn(Audience::Private)
            && context.capabilities.hasPrivateSide) {
            finding.fixes.append({.kind = FixKind::MoveToPrivate, .words = u"move-to-private"_s});
        }
        found.append(finding);
    }
}

} // namespace aside::rules
