// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/telegram/botapi.h"

#include "app/channels/http/apioutcome.h"
#include "app/channels/telegram/refusals.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace aside::telegram {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr qint64 mostFileBytes = 20LL * 1'024 * 1'024; ///< getFile gives no more
constexpr std::chrono::seconds longestWait = 24h;
constexpr Rate groupRate{.burst = 20,
                         .every = 3s}; ///< https://core.telegram.org/bots/faq, "My bot is hitting limits"

QByteArray fieldText(const QJsonValue &value)
{
    if (value.isString()) {
        return value.toString().toUtf8();
    }
    if (value.isObject()) {
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    }
    if (value.isArray()) {
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
    }
    return value.isBool() ? (value.toBool() ? "true"_ba : "false"_ba) : QByteArray::number(value.toInteger());
}

ApiBody bodyOf(const Call &call)
{
    if (call.files.isEmpty()) {
        return jsonBody(QJsonDocument(call.parameters).toJson(QJsonDocument::Compact));
    }
    QList<FormPart> parts;
    for (const QString &name : call.parameters.keys()) {
        parts.append({.name = name, .data = fieldText(call.parameters.value(name))});
    }
    return multipartBody(parts + call.files);
}

std::optional<std::chrono::seconds> pauseIn(const JsonValue &json)
{
    const auto wait = json[u"parameters"][u"retry_after"].integer();
    return wait ? std::optional(std::chrono::seconds(std::clamp<qint64>(*wait, 0, longestWait.count())))
                : std::nullopt;
}

std::optional<std::chrono::seconds> pauseIn(const ApiResponse &response)
{
    const Result<JsonValue> json = response.status == 429 ? readJson(response.body) : fail(Errc::Empty);
    return json ? pauseIn(*json) : std::nullopt;
}

Errc meaningOf(const Answer &answer)
{
    switch (answer.code) {
    case 401:
    case 404: // of a token that is none
        return Errc::SignInRefused;
    case 409:
        return Errc::OtherConsumer;
    default:
        return Errc::ServerRefused;
    }
}

} // namespace

BotApi::BotApi(QUrl server, Secret token, HttpEdge edge, const Clock &clock)
    : m_server(std::move(server))
    , m_token(std::move(token))
    , m_client(std::make_unique<ApiClient>(
          ApiClient::Parts{.edge = std::move(edge),
                           .clock = clock,
                           .secrets = {m_token},
                           .pauseIn = [](const ApiResponse &response) { return pauseIn(response); },
                           .ownServers = m_server == usualServer() ? QList<QUrl>() : QList{m_server}}))
{
}

QUrl BotApi::urlOf(const QString &path) const
{
    QUrl url = m_server;
    QString base = url.path();
    while (base.endsWith(u'/')) {
        base.chop(1);
    }
    url.setPath(base + path);
    return url;
}

QFuture<ApiReply> BotApi::call(const Call &call, std::stop_token stop)
{
    if (call.bucket.startsWith("chat -"_L1) && !m_client->rates().knows(call.bucket)) {
        m_client->rates().set(call.bucket, groupRate);
    }
    const QString token = QString::fromLatin1(m_token.bytes());
    return m_client->send(
        {.method = HttpMethod::Post,
         .url = urlOf(u"/bot%1/%2"_s.arg(token, call.method)),
         .headers = {},
         .body = bodyOf(call),
         .patience = call.patience,
         .cleartext = m_server == usualServer() ? Cleartext::Refused : Cleartext::AsAddressed,
         .bucket = call.bucket,
         .urgency = call.urgency,
         .reuse = call.method.startsWith("send"_L1) ? Reuse::Never : Reuse::Allowed},
        std::move(stop));
}

QFuture<ApiReply> BotApi::download(const QString &filePath, std::stop_token stop)
{
    const bool isStrange = filePath.isEmpty() || filePath.startsWith(u'/') || filePath.contains(u'?')
        || filePath.contains(u'#') || filePath.split(u'/').contains(".."_L1);
    if (isStrange) {
        return QtFuture::makeReadyValueFuture(
            ApiReply{.response = fail(Errc::InvalidInput, u"the path of a file"_s)});
    }
    const QString token = QString::fromLatin1(m_token.bytes());
    return m_client->send(
        {.method = HttpMethod::Get,
         .url = urlOf(u"/file/bot%1/%2"_s.arg(token, filePath)),
         .headers = {},
         .body = {},
         .mostBytes = mostFileBytes,
         .patience = 5min,
         .cleartext = m_server == usualServer() ? Cleartext::Refused : Cleartext::AsAddressed,
         .urgency = Urgency::Interactive},
        std::move(stop));
}

Result<Answer> answerOf(const ApiReply &reply, Instant now)
{
    if (!reply.response) {
        return std::unexpected(reply.response.error());
    }
    const Result<JsonValue> json = readJson(reply.response->body);
    const std::optional<bool> isOk = json ? (*json)[u"ok"].boolean() : std::nullopt;
    if (!isOk) {
        const Result<ApiResponse> outcome = readOutcome(reply, now);
        return outcome ? fail(Errc::BadAnswer, u"no answer of a bot's server"_s)
                       : std::unexpected(outcome.error());
    }
    Answer answer{.result = (*json)[u"result"]};
    if (!*isOk) {
        answer.code = static_cast<int>((*json)[u"error_code"].integer().value_or(400));
        answer.words = (*json)[u"description"].text();
        answer.movedTo = (*json)[u"parameters"][u"migrate_to_chat_id"].id();
        answer.after = retryAfter(*reply.response, now);
        if (const auto wait = pauseIn(*json)) {
            answer.after = wait;
        }
    }
    return answer;
}

Result<JsonValue> resultOf(const ApiReply &reply, Instant now)
{
    const Result<Answer> answer = answerOf(reply, now);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    if (answer->code == 0) {
        return answer->result;
    }
    const bool isBusy = answer->code == 429 || answer->code >= 500;
    return std::unexpected(Error{.code = meaningOf(*answer),
                                 .detail = u"error %1"_s.arg(answer->code),
                                 .retryAfter = isBusy ? answer->after.value_or(60s) : answer->after});
}

SendOutcome outcomeOf(const ApiReply &reply, Instant now, const Me &me)
{
    const Result<Answer> answer = answerOf(reply, now);
    if (!answer || answer->code >= 500) {
        const std::optional<SendOutcome> fault = sendFault(reply, now, Repeat::Unsafe);
        return fault ? *fault : unreadableAnswer(Repeat::Unsafe);
    }
    const QString code = QString::number(answer->code);
    if (answer->code == 0) {
        const JsonValue &first = answer->result.isArray() && !answer->result.items().isEmpty()
            ? answer->result.items().constFirst()
            : answer->result;
        const QString id = sentId(first, me);
        return id.isEmpty() ? unreadableAnswer(Repeat::Unsafe) : SendOutcome(Sent{.remoteId = id});
    }
    if (answer->code == 429 || answer->code == 401 || answer->code == 404) {
        return RetryLater{.scope = FaultScope::Account,
                          .cause = meaningOf(*answer),
                          .after = answer->after,
                          .code = code,
                          .words = answer->words};
    }
    const std::optional<Refusal> refusal = refusalIn(answer->words);
    return Refused{.code = refusal ? QString(refusalName(*refusal)) : code, .words = answer->words};
}

} // namespace aside::telegram
