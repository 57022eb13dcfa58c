// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/checkfacts.h"

#include "app/cli/printable.h"
#include "app/cli/words.h"
#include "app/platform/checkfile.h"
#include "app/spelling/teamdictionary.h"

#include <QFileInfo>

namespace aside::cli {

using namespace Qt::StringLiterals;

Step<CheckProfile> checkFacts(CommandContext &context)
{
    const auto directory = context.backend.profileDirectory(context.profile.directory);
    if (!context.profile.directory.isEmpty() && !QFileInfo(directory).isDir()) {
        return std::unexpected(context.output.failure(directory, Errc::NotFound));
    }
    auto profile = readCheckFile(directory);
    if (!profile) {
        const auto path = directory + u"/check.toml"_s;
        return std::unexpected(
            profile.error().code == Errc::BadSettings
                ? context.output.failure(
                      path, Errc::BadSettings,
                      Words::tr("The file cannot be understood (%1). Correct it or move it away.")
                          .arg(profile.error().detail))
                : context.output.failure(path, profile.error().code));
    }
    for (const auto &unknown : profile->unknownRules) {
        context.output.note(u"%1:%2: %3"_s.arg(printableLine(directory + u"/check.toml"_s),
                                               QString::number(unknown.line), unknownRuleText(unknown)));
    }
    for (const auto &folder : checkFolders(context, *profile, u"dictionary"_s)) {
        profile->settings.dictionary += teamWords(folder);
    }
    return *std::move(profile);
}

QString unknownRuleText(const UnknownRule &unknown)
{
    return Words::tr("There is no rule \"%1\". Did you mean %2?")
        .arg(printableLine(unknown.id), unknown.nearest);
}

QStringList checkFolders(const CommandContext &context, const CheckProfile &profile, const QString &name)
{
    QStringList folders{context.backend.profileDirectory(context.profile.directory) + u'/' + name};
    if (!profile.teamFolder.isEmpty()) {
        folders.append(profile.teamFolder + u'/' + name);
    }
    return folders;
}

} // namespace aside::cli
