// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/accountinput.h"

#include "app/channels/email/adapter/foldertroubles.h"
#include "app/cli/eventwait.h"
#include "app/cli/shapes.h"
#include "app/cli/words.h"
#include "models/ports/accountstore.h"
#include "models/services/accountfetch.h"
#include "widgets/common/errortext.h"
#include "widgets/common/foldertroubletext.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace aside::cli {

namespace {

constexpr qint64 longestPassword = 10'000;

/// The first line, without its end.
Secret firstLine(QIODevice &device)
{
    QByteArray line = device.readLine(longestPassword);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    return Secret(std::move(line));
}

Step<Secret> fromFile(CommandContext &context, const QString &path)
{
    if (path == u"-") {
        return firstLine(context.input);
    }
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const Errc code = file.exists() ? Errc::NoPermission : Errc::NotFound;
        return std::unexpected(context.output.failure(path, code));
    }
    return firstLine(file);
}

Step<Secret> fromPerson(CommandContext &context, const QString &address)
{
    //: %1 is a mail address; the person types behind it
    Result<Secret> typed = context.backend.askSecret(Words::tr("Password of %1: ").arg(address));
    if (typed) {
        return *std::move(typed);
    }
    if (typed.error().code == Errc::NotFound) {
        return std::unexpected(context.output.usage(Words::tr(
            "There is no terminal to ask for the password. Name --password-file or --password-env.")));
    }
    return std::unexpected(context.output.failure({}, typed.error().code));
}

} // namespace

QList<QCommandLineOption> passwordOptions()
{
    return {
        {QStringLiteral("password-file"),
         Words::tr("Read the password from the first line of a file, or of the "
                   "standard input (-)."),
         QStringLiteral("FILE")},
        {QStringLiteral("password-env"), Words::tr("Read the password from an environment variable."),
         QStringLiteral("VAR")},
    };
}

Step<Secret> passwordOf(CommandContext &context, const QCommandLineParser &parser, const QString &address)
{
    const QString file = parser.value(QStringLiteral("password-file"));
    const QString variable = parser.value(QStringLiteral("password-env"));
    if (!file.isEmpty() && !variable.isEmpty()) {
        return std::unexpected(
            context.output.usage(Words::tr("Name only one of --password-file and --password-env.")));
    }
    Step<Secret> password = !file.isEmpty() ? fromFile(context, file)
        : !variable.isEmpty() ? Step<Secret>(Secret(qgetenv(variable.toLocal8Bit().constData())))
                              : fromPerson(context, address);
    if (password && password->isEmpty()) {
        return std::unexpected(context.output.usage(Words::tr("The password is empty.")));
    }
    return password;
}

Step<Account> accountArgument(CommandContext &context, Session &session, const QString &name)
{
    const auto accounts = awaitStep(context, {}, session.accounts().accounts());
    if (!accounts) {
        return std::unexpected(accounts.error());
    }
    const auto found = std::ranges::find_if(*accounts, [&](const Account &account) {
        return QString::number(account.id.value) == name
            || account.address.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (found == accounts->cend()) {
        return std::unexpected(context.output.failure(
            name, Errc::NotFound,
            Words::tr("There is no such account. \"asidectl account list\" shows all.")));
    }
    return *found;
}

QJsonObject accountJson(const Account &account)
{
    QJsonObject settings;
    for (const auto &[name, value] : account.settings.asKeyValueRange()) {
        settings.insert(name, value);
    }
    QJsonObject json{{QStringLiteral("id"), account.id.value},
                     {QStringLiteral("channel"), channelName(account.channel)},
                     {QStringLiteral("address"), account.address},
                     {QStringLiteral("name"), account.name},
                     {QStringLiteral("identity"), account.identity},
                     {QStringLiteral("on"), account.isOn},
                     {QStringLiteral("settings"), settings}};
    if (account.pause) {
        QJsonObject pause = errorJson(account.pause->cause, errorText(account.pause->cause));
        if (account.pause->until != untilResumed) {
            pause.insert(QStringLiteral("until"), utcText(account.pause->until));
        }
        json.insert(QStringLiteral("pause"), pause);
    }
    return json;
}

QJsonArray troublesJson(const QList<FolderTrouble> &troubles)
{
    QJsonArray array;
    for (const FolderTrouble &trouble : troubles) {
        QJsonObject json{{QStringLiteral("folder"), trouble.folder},
                         {QStringLiteral("unread"), trouble.unread},
                         {QStringLiteral("message"), folderTroubleText(trouble, trouble.folder)}};
        if (trouble.fault) {
            json.insert(QStringLiteral("code"), QString(errcName(*trouble.fault)));
        }
        array.append(json);
    }
    return array;
}

QList<FolderTrouble> unreadLetters(Session &session, AccountId account)
{
    return mail::unreadOf(
        await(session.sink().cursor(AccountFetch::sourceOf(account))).value_or(QByteArray()));
}

ExitCode keepAccount(CommandContext &context, const Account &wanted)
{
    const auto session = openProfile(context, ProfileAccess::ReadWrite);
    if (!session) {
        return session.error();
    }
    const auto added = awaitStep(context, wanted.address, (*session)->accounts().addAccount(wanted));
    if (!added) {
        return added.error();
    }
    if (context.output.isJson()) {
        context.output.json({{QStringLiteral("account"), accountJson(*added)}});
    } else {
        context.output.line(
            Words::tr("Account %1 is added. \"asidectl account test %1\" tries it.").arg(added->id.value));
    }
    return ExitCode::Ok;
}

ExitCode wrongSetting(CommandContext &context, const QString &setting)
{
    //: %1 is the name of a setting such as imap.port
    return context.output.usage(Words::tr("The value for \"%1\" is missing or makes no sense.").arg(setting));
}

} // namespace aside::cli
