// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/smtp/smtpsignin.h"

#include "app/channels/flow/promises.h"
#include "models/core/logging.h"

#include <QPointer>
#include <QRegularExpression>
#include <QThreadPool>

#include <utility>

namespace aside::smtp {

using namespace Qt::StringLiterals;

namespace {

using Done = Result<void>;
using Guard = QPointer<SmtpLink>;

constexpr std::chrono::minutes patience{2};
constexpr int mostChallenges = 10;

/// The next reply, unless nobody wants it any more.
QCoro::Task<Result<Reply>> hear(Guard link, std::stop_token stop)
{
    if (link.isNull() || stop.stop_requested()) {
        co_return fail(Errc::Cancelled);
    }
    Result<Reply> reply = co_await aside::arrival(link->reply(patience));
    if (reply && (link.isNull() || stop.stop_requested())) {
        co_return fail(Errc::Cancelled);
    }
    co_return reply;
}

QCoro::Task<Result<Reply>> ask(Guard link, QByteArray line, std::stop_token stop)
{
    if (link) {
        link->say(line);
    }
    co_return co_await hear(link, std::move(stop));
}

/// By the server's word, which the link keeps.
std::unexpected<Error> refusal(const Guard &link, Errc code, const QString &said)
{
    if (link) {
        link->noteRefusal(said);
    }
    return fail(code, said);
}

QString saidBy(const Reply &reply)
{
    return reply.codes() + u' ' + reply.words();
}

QCoro::Task<Result<Features>> greet(Guard link, std::stop_token stop)
{
    // A literal, for our name is nobody's business.
    const Result<Reply> reply = co_await ask(link, "EHLO [127.0.0.1]", stop);
    if (!reply) {
        co_return std::unexpected(reply.error());
    }
    if (!reply->isGood()) {
        co_return refusal(link, Errc::ServerRefused, saidBy(*reply));
    }
    co_return featuresOf(*reply);
}

QCoro::Task<Result<Features>> encrypt(Guard link, std::stop_token stop)
{
    const Result<Reply> reply = co_await ask(link, "STARTTLS", stop);
    if (!reply) {
        co_return std::unexpected(reply.error());
    }
    if (!reply->isGood()) {
        co_return refusal(link, Errc::Insecure, saidBy(*reply));
    }
    if (const Done encrypted = co_await aside::arrival(link->startTls()); !encrypted) {
        co_return std::unexpected(encrypted.error());
    }
    co_return co_await greet(link, stop); // what was said before could be anybody's words
}

/// Some servers repeat what they were told, and their words are shown and kept. Each way of signing in wraps
/// the secret into Base64 with something else.
QString withoutSecrets(QString words, const mail::Credentials &credentials)
{
    static const QRegularExpression wrapped(u"[A-Za-z0-9+/]{8,}={0,2}"_s);
    for (const QByteArray &secret : {credentials.password.bytes(), credentials.token.bytes()}) {
        if (secret.isEmpty()) {
            continue;
        }
        words.replace(QString::fromUtf8(secret), u"…"_s);
        for (auto match = wrapped.match(words); match.hasMatch();) {
            const bool tells = QByteArray::fromBase64(match.captured().toLatin1()).contains(secret);
            const qsizetype end = tells ? match.capturedStart() + 1 : match.capturedEnd();
            if (tells) {
                words.replace(match.capturedStart(), match.capturedLength(), u"…"_s);
            }
            match = wrapped.match(words, end);
        }
    }
    return words;
}

Done signInError(const Guard &link, const Reply &reply, const mail::Credentials &credentials)
{
    return refusal(link, reply.isTemporary() ? Errc::ServerRefused : Errc::SignInRefused,
                   reply.codes() + u' ' + withoutSecrets(reply.words(), credentials));
}

/// Some mechanisms take their time on purpose, so they think elsewhere.
QFuture<Result<Secret>> think(std::shared_ptr<mail::SaslMechanism> mechanism, QByteArray challenge)
{
    QPromise<Result<Secret>> promise;
    promise.start();
    QFuture<Result<Secret>> future = promise.future();
    QThreadPool::globalInstance()->start([mechanism = std::move(mechanism), challenge = std::move(challenge),
                                          promise = std::move(promise)]() mutable {
        promise.addResult(mechanism->answer(challenge));
        promise.finish();
    });
    return future;
}

/// The talk of challenges; the reply that ends it.
QCoro::Task<Result<Reply>> talk(Guard link, std::shared_ptr<mail::SaslMechanism> mechanism, Reply reply,
                                std::stop_token stop)
{
    for (int i = 0; reply.isForMore(); ++i) {
        const QByteArray challenge
            = QByteArray::fromBase64(reply.lines.isEmpty() ? QByteArray() : reply.lines.constFirst());
        if (i == mostChallenges) {
            co_return fail(Errc::BadAnswer, u"challenges without end"_s);
        }
        const Result<Secret> answer = co_await aside::arrival(think(mechanism, challenge));
        if (!answer || link.isNull()) {
            co_return std::unexpected(answer ? Error{.code = Errc::Cancelled, .detail = {}, .retryAfter = {}}
                                             : answer.error());
        }
        const Result<Reply> next = co_await ask(link, answer->bytes().toBase64(), stop);
        if (!next) {
            co_return next;
        }
        reply = *next;
    }
    co_return reply;
}

QCoro::Task<Done> authenticate(Guard link, Features features, mail::Credentials credentials,
                               std::stop_token stop)
{
    if (!link->isPrivate()) {
        co_return fail(Errc::Insecure, u"not to be said in the clear"_s);
    }
    std::shared_ptr<mail::SaslMechanism> mechanism = mail::chooseMechanism(features.mechanisms, credentials);
    if (mechanism == nullptr) {
        co_return fail(Errc::SignInUnsupported, u"no mechanism in common"_s);
    }
    QByteArray command = "AUTH " + mechanism->name();
    if (mechanism->speaksFirst()) {
        const Result<Secret> first = mechanism->answer({});
        if (!first) {
            co_return std::unexpected(first.error());
        }
        command += first->isEmpty() ? QByteArrayLiteral(" =") : ' ' + first->bytes().toBase64();
    }
    const Result<Reply> begun = co_await ask(link, command, stop);
    if (!begun) {
        co_return std::unexpected(begun.error());
    }
    const Result<Reply> ended = co_await talk(link, mechanism, *begun, stop);
    if (!ended) {
        co_return std::unexpected(ended.error());
    }
    co_return ended->isGood() ? mechanism->finish() : signInError(link, *ended, credentials);
}

QCoro::Task<Result<Features>> steps(Guard link, mail::ServerAddress server, mail::Credentials credentials,
                                    std::stop_token stop)
{
    if (const Done opened = co_await aside::arrival(link->open(server)); !opened) {
        co_return std::unexpected(opened.error());
    }
    const Result<Reply> greeting = co_await hear(link, stop);
    if (!greeting || !greeting->isGood()) {
        co_return greeting ? refusal(link, Errc::ServerRefused, saidBy(*greeting))
                           : std::unexpected(greeting.error());
    }
    Result<Features> features = co_await greet(link, stop);
    if (features && server.security == mail::Security::StartTls) {
        if (!features->startTls) {
            co_return fail(Errc::Insecure, u"the server offers no encryption"_s);
        }
        features = co_await encrypt(link, stop);
    }
    if (features && !credentials.user.isEmpty()) {
        const Done signedIn = co_await authenticate(link, *features, std::move(credentials), stop);
        if (!signedIn) {
            co_return std::unexpected(signedIn.error());
        }
    }
    co_return features;
}

QCoro::Task<Result<Features>> flow(Guard link, mail::ServerAddress server, mail::Credentials credentials,
                                   std::stop_token stop)
{
    const Result<Features> features
        = co_await steps(link, std::move(server), std::move(credentials), std::move(stop));
    if (!features && link) {
        qCInfo(logEmail) << "sign-in for sending:" << errcName(features.error().code);
        link->abort();
    }
    co_return features;
}

} // namespace

QFuture<Result<Features>> signIn(SmtpLink &link, const mail::ServerAddress &server,
                                 const mail::Credentials &credentials, std::stop_token stop)
{
    return aside::begin<Features>(flow(Guard(&link), server, credentials, std::move(stop)));
}

} // namespace aside::smtp
