// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/accountinput.h"
#include "app/cli/commands.h"
#include "app/cli/shapes.h"
#include "app/cli/textinput.h"
#include "app/cli/words.h"
#include "models/mentions/mention.h"
#include "models/ports/conversationstore.h"
#include "models/ports/messagesink.h"

#include <QDateTime>

#include <algorithm>

namespace aside::cli {

namespace {

using namespace Qt::StringLiterals;

/// The message of that conversation which another one of the customer's follows.
Step<QString> lastHeard(CommandContext &context, Session &session, const QString &named)
{
    const auto number = idArgument(context, named);
    const auto id
        = number ? existing(context, session, ConversationId{*number}) : std::unexpected(number.error());
    if (!id) {
        return std::unexpected(id.error());
    }
    const QString subject = conversationSubject(*id);
    const auto thread = awaitStep(context, subject, session.conversations().thread(*id));
    if (!thread) {
        return std::unexpected(thread.error());
    }
    const auto heard = std::ranges::find(thread->messages.crbegin(), thread->messages.crend(),
                                         Direction::Incoming, &Message::direction);
    if (heard == thread->messages.crend()) {
        return std::unexpected(
            context.output.failure(subject, Errc::Empty, Words::tr("The customer wrote nothing there.")));
    }
    return heard->remoteId;
}

Step<Instant> timeOf(CommandContext &context, const QString &text)
{
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (text.isEmpty()) {
        return context.backend.clock().now();
    }
    if (!time.isValid()) {
        return std::unexpected(
            context.output.usage(Words::tr("--at needs a time, such as 2026-11-20T14:30.")));
    }
    return fromMillis(time.toMSecsSinceEpoch());
}

Step<EnteredMention> mentionOf(CommandContext &context, Session &session, const QCommandLineParser &parser)
{
    if (parser.isSet(u"text"_s) == parser.isSet(u"file"_s)) {
        return std::unexpected(
            context.output.usage(Words::tr("A mention needs --text, or --file with its text.")));
    }
    const auto text = parser.isSet(u"file"_s) ? textFrom(context, parser.value(u"file"_s))
                                              : Step<QString>(parser.value(u"text"_s));
    const auto at = text ? timeOf(context, parser.value(u"at"_s)) : std::unexpected(text.error());
    if (!at) {
        return std::unexpected(at.error());
    }
    const auto answers = parser.isSet(u"to"_s) ? lastHeard(context, session, parser.value(u"to"_s))
                                               : Step<QString>(QString());
    return answers.transform([&](const QString &id) {
        return EnteredMention{.author = parser.value(u"author"_s),
                              .text = *text,
                              .page = parser.value(u"page"_s),
                              .subject = parser.value(u"subject"_s),
                              .audience = parser.isSet(u"private"_s) ? Audience::Private : Audience::Public,
                              .at = *at,
                              .answers = id};
    });
}

ExitCode refused(CommandContext &context, const QString &subject, const Error &error)
{
    switch (error.code) {
    case Errc::NotFound:
        return context.output.failure(subject, Errc::InvalidInput,
                                      Words::tr("This account brings its messages by itself. Mentions are "
                                                "entered for accounts of the kinds manual, phone and feed."));
    case Errc::Empty:
        return context.output.failure(subject, error.code, Words::tr("A mention needs a text."));
    case Errc::BadSettings:
        return context.output.usage(
            error.detail == u"at"
                ? Words::tr("--at needs a time that is past.")
                : Words::tr("--page needs an address that begins with https:// or http://."));
    default:
        return context.output.failure(subject, error.code);
    }
}

ExitCode add(CommandContext &context, const QCommandLineParser &parser, const QString &named)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto account = accountArgument(context, **session, named);
    const auto mention = account ? mentionOf(context, **session, parser) : std::unexpected(account.error());
    if (!mention) {
        return mention.error();
    }
    if (const Result<void> may = checkMention(*mention, *account, context.backend.clock().now()); !may) {
        return refused(context, account->name, may.error());
    }
    IncomingBatch batch;
    batch.account = account->id;
    batch.messages = {mentionMessage(*mention, *account)};
    const auto kept = awaitStep(context, account->name, (*session)->sink().apply(batch));
    if (!kept) {
        return kept.error();
    }
    const bool isNew = kept->imported > 0;
    if (context.output.isJson()) {
        context.output.json({{u"conversation"_s, kept->home.value}, {u"new"_s, isNew}});
    } else {
        context.output.line(
            isNew ? Words::tr("It is kept in conversation %1.").arg(kept->home.value)
                  : Words::tr("It is known already, in conversation %1.").arg(kept->home.value));
    }
    return ExitCode::Ok;
}

} // namespace

Command mentionCommand()
{
    return {.name = u"mention"_s,
            .synopsis
            = u"add ACCOUNT --text TEXT | --file FILE|- [--author NAME] [--page URL] [--subject TEXT] "
              "[--at TIME] [--private] [--to CONVERSATION]"_s,
            .summary = Words::tr("Enter what a customer wrote where no program can read."),
            .options = {{u"text"_s, Words::tr("What was written."), u"TEXT"_s},
                        {u"file"_s, Words::tr("The file that holds it; - reads the input."), u"FILE"_s},
                        {u"author"_s, Words::tr("Who wrote it, as the page shows them."), u"NAME"_s},
                        {u"page"_s, Words::tr("The page where it stands."), u"URL"_s},
                        {u"subject"_s, Words::tr("Its title."), u"TEXT"_s},
                        {u"at"_s, Words::tr("When it was written; now, where it is not said."), u"TIME"_s},
                        {u"private"_s, Words::tr("Nobody but us can read it there.")},
                        {u"to"_s, Words::tr("The conversation that it goes on with."), u"CONVERSATION"_s}},
            .atLeast = 2,
            .atMost = 2,
            .run = &runMention};
}

ExitCode runMention(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, mentionCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const QStringList words = (*parser)->positionalArguments();
    if (words.constFirst() != u"add"_s) {
        return context.output.usage(
            Words::tr("Usage: asidectl %1 %2").arg(u"mention"_s, mentionCommand().synopsis));
    }
    return add(context, **parser, words.at(1));
}

} // namespace aside::cli
