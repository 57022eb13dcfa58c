// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/accounttrial.h"

#include "app/cli/accountinput.h"
#include "app/cli/eventwait.h"
#include "app/cli/words.h"
#include "models/core/clock.h"
#include "widgets/common/errortext.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace aside::cli {

namespace {

using namespace Qt::StringLiterals;

QJsonObject trialJson(const QString &server, const Result<void> &result)
{
    QJsonObject json{{u"server"_s, server}, {u"ok"_s, result.has_value()}};
    if (!result) {
        json.insert(u"error"_s, errorJson(result.error().code, errorText(result.error().code)));
    }
    return json;
}

void printTrial(Output &output, const QString &protocol, const QString &server, const Result<void> &result)
{
    //: %1 is IMAP or SMTP, %2 a server, %3 what came of signing in there
    output.line(Words::tr("%1 %2: %3")
                    .arg(protocol, server, result ? Words::tr("signed in") : errorText(result.error().code)));
}

/// What the adapter asked, for who looks into a fault.
QJsonArray requestsJson(const ChannelAdapter &adapter)
{
    QJsonArray requests;
    for (const QByteArray &line : adapter.exchanges().split('\n')) {
        if (!line.isEmpty()) {
            requests.append(QJsonDocument::fromJson(line).object());
        }
    }
    return requests;
}

/// Of an account that signs in to one server, or to none.
ExitCode testOpening(CommandContext &context, Session &session, const Account &account)
{
    const Result<std::unique_ptr<ChannelAdapter>> adapter = session.channels().adapterFor(account);
    if (!adapter) {
        return context.output.failure(account.address, adapter.error().code);
    }
    const Result<void> opened = awaitOnline(context, (*adapter)->open());
    if (context.output.isJson()) {
        QJsonObject json{{u"account"_s, account.id.value},
                         {u"ok"_s, opened.has_value()},
                         {u"requests"_s, requestsJson(**adapter)}};
        if (!opened) {
            json.insert(u"error"_s, errorJson(opened.error().code, errorText(opened.error().code)));
        }
        context.output.json(json);
        return opened ? ExitCode::Ok : exitCode(opened.error().code);
    }
    if (!opened) {
        return context.output.failure(account.address, opened.error().code);
    }
    context.output.line(Words::tr("It answers."));
    return ExitCode::Ok;
}

} // namespace

ExitCode testAccount(CommandContext &context, const QString &name)
{
    const auto session = openProfile(context, ProfileAccess::ReadOnly);
    if (!session) {
        return session.error();
    }
    const auto account = accountArgument(context, **session, name);
    if (!account) {
        return account.error();
    }
    context.interrupt.watch();
    if (account->channel != Channel::Email) {
        return testOpening(context, **session, *account);
    }
    const auto trial = awaitOnline(context, (*session)->trySigningIn(*account));
    if (!trial) {
        return trial.error().code == Errc::BadSettings ? wrongSetting(context, trial.error().detail)
                                                       : context.output.failure(name, trial.error().code);
    }
    if (context.output.isJson()) {
        context.output.json({{u"account"_s, account->id.value},
                             {u"imap"_s, trialJson(trial->imapServer, trial->imap)},
                             {u"smtp"_s, trialJson(trial->smtpServer, trial->smtp)}});
    } else {
        printTrial(context.output, u"IMAP"_s, trial->imapServer, trial->imap);
        printTrial(context.output, u"SMTP"_s, trial->smtpServer, trial->smtp);
    }
    if (trial->imap && trial->smtp) {
        return ExitCode::Ok;
    }
    return exitCode(trial->imap ? trial->smtp.error().code : trial->imap.error().code);
}

} // namespace aside::cli
