// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/personparts.h"
#include "app/cli/whom.h"
#include "app/cli/words.h"
#include "models/ports/personrecords.h"

#include <QIODevice>
#include <QJsonArray>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

/// The number of the person, typed again: a yes comes too easily.
bool isConfirmed(CommandContext &context, PersonId person, const PersonCard &card)
{
    context.output.note(
        Words::tr("Erases person %1, %2: their name, addresses, notes, drafts, files and the texts of %n "
                  "conversation(s). This cannot be taken back.",
                  nullptr, static_cast<int>(card.conversationCount))
            .arg(QString::number(person.value), card.name));
    context.output.note(Words::tr("Type %1 to erase:").arg(person.value));
    constexpr qint64 longest = 64;
    return QString::fromUtf8(context.input.readLine(longest)).trimmed() == QString::number(person.value);
}

ExitCode tellOnTheirWay(CommandContext &context, PersonId person, const QList<OutboxId> &items)
{
    QStringList numbers;
    for (const auto id : items) {
        numbers.append(QString::number(id.value));
    }
    return context.output.failure(
        personSubject(person), Errc::Conflict,
        Words::tr("Replies to this person have not left yet. Send or take back first: %1")
            .arg(numbers.join(u", "_s)));
}

ExitCode tellErased(CommandContext &context, PersonId person, const ErasedPerson &erased)
{
    if (context.output.isJson()) {
        context.output.json({{u"done"_s, u"erase"_s},
                             {u"person"_s, person.value},
                             {u"conversations"_s, erased.conversations.size()},
                             {u"messages"_s, erased.messages},
                             {u"refusalsKept"_s, erased.refusals}});
        return ExitCode::Ok;
    }
    context.output.line(
        Words::tr("Erased. It stays known that there were %1 messages, and that something was "
                  "refused %2 times, without a name.")
            .arg(QString::number(erased.messages), QString::number(erased.refusals)));
    context.output.line(Words::tr("Copies at servers and backups made before are not touched."));
    return ExitCode::Ok;
}

} // namespace

ExitCode erasePerson(CommandContext &context, const QCommandLineParser &parser, const QString &named)
{
    const bool isSure = parser.isSet(u"yes"_s);
    if (context.output.isJson() && !isSure) {
        return context.output.usage(Words::tr("With --json nobody is asked: add --yes to erase."));
    }
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    const auto whom = session ? whose(context, **session, named) : std::unexpected(session.error());
    if (!whom) {
        return whom.error();
    }
    auto &records = (*session)->personRecords();
    const auto card = awaitStep(context, personSubject(whom->person), records.personById(whom->person));
    if (!card) {
        return card.error();
    }
    if (!isSure && !isConfirmed(context, card->id, *card)) {
        context.output.note(Words::tr("Nothing was erased."));
        return ExitCode::Cancelled;
    }
    const auto erased = awaitStep(context, personSubject(card->id), records.erasePerson(card->id));
    if (!erased) {
        return erased.error();
    }
    return erased->isDone() ? tellErased(context, card->id, *erased)
                            : tellOnTheirWay(context, card->id, erased->onTheirWay);
}

} // namespace aside::cli
