// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Replies that the operator posts by hand.

#include "app/cli/outboxparts.h"
#include "app/cli/shapes.h"
#include "app/cli/words.h"

namespace aside::cli {

ExitCode takeItem(CommandContext &context, OutboxId id)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const Result<OutboxItem> item = await((*session)->outbox().takeToPost(id));
    if (!item) {
        return refusedChange(context, id, item.error());
    }
    if (!waitsForHand(*item)) {
        return context.output.failure(
            itemSubject(id), Errc::Conflict,
            Words::tr("It must not be posted now: %1.").arg(outboxStateText(*item)));
    }
    if (context.output.isJson()) {
        context.output.json({{QStringLiteral("item"), outboxJson(*item)}});
        return ExitCode::Ok;
    }
    context.output.line(item->text);
    if (!item->page.isEmpty()) {
        context.output.line(Words::tr("Its page: %1").arg(item->page));
    }
    return ExitCode::Ok;
}

ExitCode notePostedItem(CommandContext &context, OutboxId id, const PostProof &given)
{
    const Result<PostProof> proof = checkedProof(given);
    if (!proof) {
        return context.output.usage(Words::tr("It needs --page with an address that begins with https://, or "
                                              "--proof with a few words that speak for it."));
    }
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const Result<OutboxItem> item = await((*session)->outbox().notePosted(id, *proof));
    if (!item) {
        return refusedChange(context, id, item.error());
    }
    printOutboxItem(context.output, *item);
    return ExitCode::Ok;
}

} // namespace aside::cli
