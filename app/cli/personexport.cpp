// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/files.h"
#include "app/cli/personfile.h"
#include "app/cli/personparts.h"
#include "app/cli/whom.h"
#include "app/cli/words.h"

#include <QIODevice>
#include <QJsonDocument>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

ExitCode writeTo(CommandContext &context, const QString &path, Overwrite overwrite, const QJsonObject &all)
{
    auto file = NewFile::create(path, overwrite);
    if (!file) {
        return context.output.failure(path, file.error().code);
    }
    const auto data = QJsonDocument(all).toJson(QJsonDocument::Indented);
    const bool isWritten = (*file)->device().write(data) == data.size();
    const auto kept = isWritten ? (*file)->commit() : Result<void>(fail(Errc::Io));
    if (!kept) {
        return context.output.failure(path, kept.error().code);
    }
    context.output.note(Words::tr("All that is kept of the person was written to %1.").arg(path));
    return ExitCode::Ok;
}

} // namespace

ExitCode exportPerson(CommandContext &context, const QCommandLineParser &parser, const QString &named)
{
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    const auto whom = session ? whose(context, **session, named) : std::unexpected(session.error());
    if (!whom) {
        return whom.error();
    }
    const auto all = everythingOf({.records = (*session)->personRecords(),
                                   .consents = (*session)->consents(),
                                   .conversations = (*session)->conversations(),
                                   .drafts = (*session)->drafts(),
                                   .outbox = (*session)->outbox()},
                                  whom->person);
    if (!all) {
        return context.output.failure(personSubject(whom->person), all.error().code);
    }
    const auto path = parser.value(u"out"_s);
    if (!path.isEmpty()) {
        return writeTo(context, path, parser.isSet(u"force"_s) ? Overwrite::Yes : Overwrite::No, *all);
    }
    context.output.bytes(QJsonDocument(*all).toJson(context.output.isJson() ? QJsonDocument::Compact
                                                                            : QJsonDocument::Indented));
    return ExitCode::Ok;
}

} // namespace aside::cli
