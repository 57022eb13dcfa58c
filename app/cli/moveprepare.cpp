// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/moveprepare.h"

#include "app/cli/checkfacts.h"
#include "app/cli/words.h"
#include "app/platform/settings.h"
#include "app/templates/templatefiles.h"
#include "models/check/movedesk.h"
#include "models/ports/accountstore.h"
#include "models/templates/templatecatalog.h"
#include "widgets/common/templatefaulttext.h"

#include <optional>
#include <utility>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

/// A half without words helps nobody here: there is no field to write them in.
Step<void> examine(CommandContext &context, const std::optional<WrittenHalf> &half)
{
    if (half && half->problem) {
        return std::unexpected(
            context.output.failure(half->templateId, Errc::BrokenItem, templateFaultText(*half->problem)));
    }
    if (half && half->templateId.isEmpty()) {
        return std::unexpected(
            context.output.failure(QString(moveTextName(half->half.text)), Errc::NotFound));
    }
    return {};
}

Step<PreparedMove> moveStep(CommandContext &context, ConversationId id, const Result<PreparedMove> &made)
{
    if (made) {
        return *made;
    }
    const auto subject = conversationSubject(id);
    return std::unexpected(
        made.error().code == Errc::Conflict
            ? context.output.failure(subject, Errc::Conflict,
                                     Words::tr("Nothing is recorded as solved here, or it is closed "
                                               "already. See \"private resolve\"."))
            : context.output.failure(subject, made.error().code));
}

} // namespace

Step<PreparedMove> preparedMove(CommandContext &context, Session &session, ConversationId id, MoveAim aim)
{
    auto profile = checkFacts(context);
    if (!profile) {
        return std::unexpected(profile.error());
    }
    const auto accounts = awaitStep(context, conversationSubject(id), session.accounts().accounts());
    if (!accounts) {
        return std::unexpected(accounts.error());
    }
    profile->learn(*accounts);
    const auto templates = context.backend.profileDirectory(context.profile.directory) + u"/templates"_s;
    MoveQuestion question{
        .conversation = id,
        .profile = {},
        .phraseFolders = checkFolders(context, *profile, u"phrases"_s),
        .catalogs = {readTemplates({.mine = templates, .team = profile->teamFolder}), deliveredTemplates()},
        .calendar = WorkCalendar(readSettings(context.backend.profileDirectory(context.profile.directory))
                                     .value_or(Settings{})
                                     .preferences.workingHours)};
    question.profile = *std::move(profile);
    const MoveDesk desk(
        {.conversations = session.conversations(), .persons = session.persons(), .moves = session.moves()},
        session.clock());
    question.aim = aim;
    auto made = moveStep(context, id, await(desk.prepare(std::move(question))));
    if (!made) {
        return made;
    }
    const auto words
        = examine(context, made->publicHalf).and_then([&] { return examine(context, made->privateHalf); });
    return words.transform([&] { return *std::move(made); });
}

} // namespace aside::cli
