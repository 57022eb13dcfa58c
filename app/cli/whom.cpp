// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/whom.h"

#include "app/cli/checkfacts.h"
#include "app/cli/words.h"
#include "app/platform/loginname.h"
#include "models/ports/conversationstore.h"
#include "models/ports/personstore.h"

#include <algorithm>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

PersonId ownerOf(const PersonCard &card, const ConversationRow &talk)
{
    const auto handle = std::ranges::find_if(card.handles, [&](const PersonHandle &one) {
        return one.channel == talk.channel && one.shown == talk.handle;
    });
    return handle == card.handles.cend() ? card.id : handle->of;
}

} // namespace

Step<Whom> whose(CommandContext &context, Session &session, const QString &named)
{
    constexpr auto prefix = "person:"_L1;
    const bool isPerson = named.startsWith(prefix);
    const auto id = idArgument(context, isPerson ? named.sliced(prefix.size()) : named);
    if (!id || isPerson) {
        return id.transform([](qint64 one) { return Whom{.person = PersonId{one}, .own = PersonId{one}}; });
    }
    const auto subject = conversationSubject(ConversationId{*id});
    const auto thread = awaitStep(context, subject, session.conversations().thread(ConversationId{*id}));
    const auto card = thread ? awaitStep(context, subject, session.persons().card(ConversationId{*id}))
                             : std::unexpected(thread.error());
    if (!card) {
        return std::unexpected(card.error());
    }
    if (!card->id.isValid()) {
        return std::unexpected(context.output.failure(
            subject, Errc::NotFound, Words::tr("Nobody is known as the customer of this conversation.")));
    }
    return Whom{
        .person = card->id, .own = ownerOf(*card, thread->conversation), .talk = thread->conversation};
}

QString personSubject(PersonId person)
{
    return Words::tr("Person %1").arg(person.value);
}

Step<QString> whoWorksHere(CommandContext &context)
{
    return checkFacts(context).transform(
        [](const auto &facts) { return facts.operatorName.isEmpty() ? loginName() : facts.operatorName; });
}

} // namespace aside::cli
