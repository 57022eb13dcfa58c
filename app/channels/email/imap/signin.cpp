// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/signin.h"

#include "app/channels/flow/promises.h"
#include "models/core/logging.h"

#include <QPointer>

#include <utility>

namespace aside::imap {

using namespace Qt::StringLiterals;

namespace {

using Done = Result<void>;
using Guard = QPointer<ImapLink>;

/// One step of the flow: its error, or that nobody wants it any more.
template <typename T>
Done stepDone(const Guard &link, const std::stop_token &stop, const Result<T> &step)
{
    if (!step) {
        return std::unexpected(step.error());
    }
    return link.isNull() || stop.stop_requested() ? Done(fail(Errc::Cancelled)) : Done();
}

QCoro::Task<Done> say(Guard link, Request request, std::stop_token stop)
{
    if (link.isNull() || stop.stop_requested()) {
        co_return fail(Errc::Cancelled);
    }
    const Result<Reply> reply = co_await aside::arrival(link->run(std::move(request)));
    co_return stepDone(link, stop, reply);
}

QCoro::Task<Done> learnCapabilities(Guard link, std::stop_token stop)
{
    if (link.isNull() || !link->capabilities().isEmpty()) {
        co_return Done();
    }
    co_return co_await say(link, {.command = Command("CAPABILITY")}, stop);
}

QCoro::Task<Done> encrypt(Guard link, std::stop_token stop)
{
    if (const Done learned = co_await learnCapabilities(link, stop); !learned) {
        co_return learned;
    }
    if (!link->can("STARTTLS")) {
        co_return fail(Errc::Insecure, u"the server offers no encryption"_s);
    }
    const Done agreed = co_await say(link, {.command = Command("STARTTLS"), .talk = Talk::StartTls}, stop);
    if (!agreed && agreed.error().code == Errc::ServerRefused) {
        co_return fail(Errc::Insecure, u"the server refused to encrypt"_s);
    }
    co_return agreed;
}

QList<QByteArray> mechanismsOf(const ImapLink &link)
{
    QList<QByteArray> names;
    for (const QByteArray &name : link.capabilities()) {
        if (name.startsWith("AUTH=")) {
            names.append(name.sliced(5));
        }
    }
    return names;
}

/// Answers with a request that signs in; SignInUnsupported where there is no way.
Result<Request> signingIn(const ImapLink &link, const mail::Credentials &credentials)
{
    std::shared_ptr<mail::SaslMechanism> mechanism = mail::chooseMechanism(mechanismsOf(link), credentials);
    if (mechanism == nullptr) {
        if (!credentials.token.isEmpty() || link.can("LOGINDISABLED")) {
            return fail(Errc::SignInUnsupported, u"no mechanism in common"_s);
        }
        return Request{
            .command
            = Command("LOGIN ").string(credentials.user.toUtf8()).words(" ").secret(credentials.password)};
    }
    QByteArray atOnce;
    if (mechanism->speaksFirst() && link.can("SASL-IR")) {
        const Result<Secret> first = mechanism->answer({});
        if (!first) {
            return std::unexpected(first.error());
        }
        atOnce = ' ' + first->bytes().toBase64();
    }
    return Request{.command = Command("AUTHENTICATE ").words(mechanism->name()).words(atOnce),
                   .talk = Talk::Authenticate,
                   .mechanism = std::move(mechanism)};
}

QCoro::Task<Done> authenticate(Guard link, mail::Credentials credentials, std::stop_token stop)
{
    if (const Done learned = co_await learnCapabilities(link, stop); !learned) {
        co_return learned;
    }
    if (!link->isPrivate()) {
        co_return fail(Errc::Insecure, u"not to be said in the clear"_s);
    }
    Result<Request> request = signingIn(*link, credentials);
    if (!request) {
        co_return std::unexpected(request.error());
    }
    link->forgetCapabilities(); // they are others for those who are known
    const Done signedIn = co_await say(link, *std::move(request), stop);
    if (!signedIn && signedIn.error().code == Errc::ServerRefused) {
        co_return fail(Errc::SignInRefused, signedIn.error().detail);
    }
    co_return signedIn;
}

/// None of it is needed; a server that refuses it is taken as it is. Yet a link that broke is an error.
QCoro::Task<Done> improve(Guard link, std::stop_token stop)
{
    if (const Done learned = co_await learnCapabilities(link, stop); !learned) {
        co_return learned;
    }
    if (link->can("COMPRESS=DEFLATE") && link->isWorthPacking()) {
        co_await say(link, {.command = Command("COMPRESS DEFLATE"), .talk = Talk::Compress}, stop);
    }
    if (link && link->can("ID")) {
        co_await say(link, {.command = Command("ID (\"name\" \"Aside\")")}, stop);
    }
    if (link && link->can("ENABLE") && link->can("QRESYNC")) {
        co_await say(link, {.command = Command("ENABLE QRESYNC")}, stop);
    }
    co_return link && link->isOpen() ? Done() : Done(fail(Errc::Network, u"the session ended"_s));
}

QCoro::Task<Done> steps(Guard link, mail::ServerAddress server, mail::Credentials credentials,
                        std::stop_token stop)
{
    const Result<Outcome> greeting = co_await aside::arrival(link->open(server));
    if (const Done step = stepDone(link, stop, greeting); !step) {
        co_return step;
    }
    if (server.security == mail::Security::StartTls) {
        if (greeting->status == Status::PreAuth) {
            // Signed in already, so STARTTLS is over: somebody wants us to talk in the clear.
            co_return fail(Errc::Insecure, u"signed in before encryption"_s);
        }
        if (const Done step = co_await encrypt(link, stop); !step) {
            co_return step;
        }
    }
    if (greeting->status != Status::PreAuth) {
        if (const Done step = co_await authenticate(link, std::move(credentials), stop); !step) {
            co_return step;
        }
    }
    co_return co_await improve(link, stop);
}

QCoro::Task<Done> flow(Guard link, mail::ServerAddress server, mail::Credentials credentials,
                       std::stop_token stop)
{
    const Done done = co_await steps(link, std::move(server), std::move(credentials), stop);
    if (!done && link) {
        qCInfo(logEmail) << "sign-in:" << errcName(done.error().code);
        link->abort();
    }
    co_return done;
}

} // namespace

QFuture<Result<void>> signIn(ImapLink &link, const mail::ServerAddress &server,
                             const mail::Credentials &credentials, std::stop_token stop)
{
    return aside::begin<void>(flow(Guard(&link), server, credentials, std::move(stop)));
}

} // namespace aside::imap
