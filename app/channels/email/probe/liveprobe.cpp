// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/probe/liveprobe.h"

#include "app/channels/email/autoconfig/within.h"
#include "app/channels/email/imap/imapsession.h"
#include "app/channels/email/smtp/smtpsession.h"
#include "app/channels/email/sync/folderchoice.h"
#include "models/core/logging.h"

#include <QPointer>

#include <algorithm>

namespace aside::mail {

namespace {

constexpr std::chrono::seconds patience{40}; ///< of each step
constexpr qsizetype mostFolders = 2'000;
constexpr qsizetype longestWords = 500;

using Guard = QPointer<LiveProbe>;

ServerAddress addressOf(const MailServer &server)
{
    return {.host = server.host,
            .port = server.port,
            .security = server.security == MailSecurity::Tls ? Security::Tls : Security::StartTls};
}

Credentials credentialsFor(const MailServer &server, const QString &user, const MailSecret &secret)
{
    return {.user = user,
            .password = secret.password,
            .token = secret.token,
            .host = server.host,
            .port = server.port};
}

/// Whether the detail of such an error is what the server said.
bool isServersWord(Errc code)
{
    return code == Errc::SignInRefused || code == Errc::ServerRefused || code == Errc::QuotaFull;
}

ProbeReport faultAt(ProbeStep step, const Error &error, const QString &words)
{
    qCInfo(logEmail) << "trial failed at" << static_cast<int>(step) << errcName(error.code);
    return {.fault = ProbeFault{.step = step,
                                .code = error.code,
                                .words = isServersWord(error.code) ? words.left(longestWords) : QString()}};
}

QList<MailFolder> foldersOf(const QList<imap::Folder> &found)
{
    const QList<imap::Folder> usual = usualFolders(found);
    QList<MailFolder> folders;
    for (const imap::Folder &folder : found.first(std::min(found.size(), mostFolders))) {
        if (folder.canBeSelected) {
            folders.append({.key = QString::fromUtf8(folder.wireName),
                            .name = folder.name,
                            .isUsual = usual.contains(folder)});
        }
    }
    return folders;
}

} // namespace

/// The probe may go while a flow waits: each asks after each wait. The sessions are the flows' own.
struct LiveProbe::Flows {
    struct Trial {
        ServerAddress server;
        Credentials credentials;
        std::stop_token stop;
    };

    static bool isOver(const Guard &self, const Trial &trial)
    {
        return self.isNull() || trial.stop.stop_requested();
    }

    static QCoro::Task<Result<ProbeReport>> receive(Guard self, Trial trial)
    {
        const MailEdge edge = self->m_edge;
        imap::ImapSession session(edge, {});
        const Result<void> signedIn = co_await arrival(within<void>(
            edge, patience, trial.stop, session.signIn(trial.server, trial.credentials, trial.stop)));
        if (isOver(self, trial)) {
            co_return fail(Errc::Cancelled);
        }
        if (!signedIn) {
            co_return faultAt(ProbeStep::Receiving, signedIn.error(),
                              QString::fromUtf8(session.link().refusedWith()));
        }
        const auto folders
            = co_await arrival(within<QList<imap::Folder>>(edge, patience, trial.stop, session.folders()));
        if (isOver(self, trial)) {
            co_return fail(Errc::Cancelled);
        }
        if (!folders) {
            co_return faultAt(ProbeStep::Receiving, folders.error(),
                              QString::fromUtf8(session.link().refusedWith()));
        }
        co_await arrival(within<void>(edge, patience, trial.stop, session.logout()));
        co_return ProbeReport{.folders = foldersOf(*folders)};
    }

    static QCoro::Task<Result<ProbeReport>> send(Guard self, Trial trial)
    {
        const MailEdge edge = self->m_edge;
        smtp::SmtpSession session(edge);
        const Result<void> signedIn = co_await arrival(within<void>(
            edge, patience, trial.stop, session.signIn(trial.server, trial.credentials, trial.stop)));
        if (isOver(self, trial)) {
            co_return fail(Errc::Cancelled);
        }
        if (!signedIn) {
            co_return faultAt(ProbeStep::Sending, signedIn.error(), signedIn.error().detail);
        }
        session.quit();
        co_return ProbeReport();
    }

    static QCoro::Task<Result<ProbeReport>> probe(Guard self, Trial receiving, Trial sending)
    {
        Q_EMIT self->began(ProbeStep::Receiving);
        const Result<ProbeReport> received = co_await receive(self, receiving);
        if (!received || received->fault || isOver(self, receiving)) {
            co_return isOver(self, receiving) ? Result<ProbeReport>(fail(Errc::Cancelled)) : received;
        }
        Q_EMIT self->began(ProbeStep::Sending);
        Result<ProbeReport> sent = co_await send(self, sending);
        if (sent) {
            sent->folders = received->folders;
        }
        co_return sent;
    }
};

LiveProbe::LiveProbe(MailEdge edge, QObject *parent)
    : MailProbe(parent)
    , m_edge(std::move(edge))
{
}

QFuture<Result<ProbeReport>> LiveProbe::probe(const MailSetup &setup, const MailSecret &secret,
                                              std::stop_token stop)
{
    const auto trialOf = [&](const MailServer &server) {
        return Flows::Trial{.server = addressOf(server),
                            .credentials = credentialsFor(server, setup.user, secret),
                            .stop = stop};
    };
    return aside::begin<ProbeReport>(Flows::probe(this, trialOf(setup.imap), trialOf(setup.smtp)));
}

QFuture<Result<ProbeReport>> LiveProbe::tryServer(ProbeStep step, const ServerAddress &server,
                                                  const Credentials &credentials, std::stop_token stop)
{
    Flows::Trial trial{.server = server, .credentials = credentials, .stop = std::move(stop)};
    switch (step) {
    case ProbeStep::Receiving:
        return aside::begin<ProbeReport>(Flows::receive(this, std::move(trial)));
    case ProbeStep::Sending:
        return aside::begin<ProbeReport>(Flows::send(this, std::move(trial)));
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace aside::mail
