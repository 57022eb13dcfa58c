// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/vk/vkapi.h"

#include "app/channels/http/apioutcome.h"

#include <utility>

namespace aside::vk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto busySecond = 1s;
constexpr qsizetype longestError = 65'536;
constexpr qint64 mostFileBytes = 200LL * 1'024 * 1'024;
const QString calls = u"requests"_s;

enum class Kind : quint8 { SignIn, Busy, Flood, Captcha, Limit, No };

/// Source: errors.json of the schema.
Kind kindOf(int code)
{
    switch (code) {
    case 5:
    case 27:
    case 28:
        return Kind::SignIn;
    case 1:
    case tooManyRequests:
    case 10:
    case 36:
        return Kind::Busy;
    case 9:
        return Kind::Flood;
    case 14:
    case 17:
        return Kind::Captcha;
    case 29:
        return Kind::Limit;
    default:
        return Kind::No;
    }
}

std::optional<std::chrono::seconds> pauseOf(const Answer &answer)
{
    switch (kindOf(answer.code)) {
    case Kind::Busy:
        return answer.code == tooManyRequests ? busySecond : 60s;
    case Kind::Flood:
        return 300s;
    case Kind::Captcha:
        return 600s;
    case Kind::Limit:
        return 3600s;
    case Kind::SignIn:
    case Kind::No:
        return std::nullopt;
    }
    Q_UNREACHABLE_RETURN(std::nullopt);
}

/// VK says it at status 200.
std::optional<std::chrono::seconds> pauseIn(const ApiResponse &response)
{
    if (response.body.size() > longestError || !response.body.contains("\"error_code\"")) {
        return std::nullopt;
    }
    const Result<JsonValue> json = readJson(response.body);
    const bool isBusy = json && (*json)[u"error"][u"error_code"].integer() == tooManyRequests;
    return isBusy ? std::optional(busySecond) : std::nullopt;
}

} // namespace

VkApi::VkApi(QUrl server, Secret token, HttpEdge edge, const Clock &clock)
    : m_server(std::move(server))
    , m_token(std::move(token))
    , m_client(std::make_unique<ApiClient>(
          ApiClient::Parts{.edge = std::move(edge),
                           .clock = clock,
                           .secrets = {m_token},
                           .pauseIn = pauseIn,
                           .ownServers = m_server == usualServer() ? QList<QUrl>() : QList{m_server}}))
{
    // 20 a second with the token of a community: dev.vk.com, "API requests".
    m_client->rates().set(calls, {.burst = 20, .every = 50ms, .kept = 3});
}

Cleartext VkApi::cleartext() const
{
    return m_server == usualServer() ? Cleartext::Refused : Cleartext::AsAddressed;
}

QFuture<ApiReply> VkApi::call(const Call &call, std::stop_token stop)
{
    QUrl url = m_server;
    QString base = url.path();
    while (base.endsWith(u'/')) {
        base.chop(1);
    }
    url.setPath(base + u"/method/"_s + call.method);
    QList<NamedValue> fields = call.parameters;
    fields.append({u"v"_s, u"5.199"_s});
    fields.append({u"access_token"_s, QString::fromLatin1(m_token.bytes())});
    return m_client->send({.method = HttpMethod::Post,
                           .url = url,
                           .body = formBody(fields),
                           .cleartext = cleartext(),
                           .bucket = calls,
                           .urgency = call.urgency},
                          std::move(stop));
}

QFuture<ApiReply> VkApi::poll(const QUrl &url, std::chrono::milliseconds patience, std::stop_token stop)
{
    return m_client->send(
        {.method = HttpMethod::Get, .url = url, .patience = patience, .urgency = Urgency::Interactive},
        std::move(stop));
}

QFuture<ApiReply> VkApi::get(const QUrl &url, std::chrono::milliseconds patience, std::stop_token stop)
{
    return m_client->send({.method = HttpMethod::Get,
                           .url = url,
                           .mostBytes = mostFileBytes,
                           .patience = patience,
                           .urgency = Urgency::Interactive},
                          std::move(stop));
}

QFuture<ApiReply> VkApi::upload(const QUrl &url, const FormPart &file, std::stop_token stop)
{
    return m_client->send({.method = HttpMethod::Post,
                           .url = url,
                           .body = multipartBody({file}),
                           .patience = 5min,
                           .urgency = Urgency::Interactive},
                          std::move(stop));
}

Result<Answer> answerOf(const ApiReply &reply, Instant now)
{
    const Result<ApiResponse> outcome = readOutcome(reply, now);
    if (!outcome) {
        return std::unexpected(outcome.error());
    }
    const Result<JsonValue> json = readAnswerJson(*outcome);
    if (!json) {
        return std::unexpected(json.error());
    }
    const JsonValue &error = (*json)[u"error"];
    if (error.isObject()) {
        const QString page = error[u"redirect_uri"].text();
        return Answer{.code = static_cast<int>(error[u"error_code"].integer().value_or(1)),
                      .words = error[u"error_msg"].text(),
                      .page = page.isEmpty() ? error[u"captcha_img"].text() : page};
    }
    if (!json->has(u"response")) {
        return fail(Errc::BadAnswer, u"no answer of VK's"_s);
    }
    return Answer{.response = (*json)[u"response"]};
}

Error errorOf(const Answer &answer)
{
    return {.code = kindOf(answer.code) == Kind::SignIn ? Errc::SignInRefused : Errc::ServerRefused,
            .detail = u"error %1"_s.arg(answer.code),
            .retryAfter = pauseOf(answer)};
}

Result<JsonValue> responseOf(const ApiReply &reply, Instant now)
{
    const Result<Answer> answer = answerOf(reply, now);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    return answer->code == 0 ? Result<JsonValue>(answer->response) : std::unexpected(errorOf(*answer));
}

SendOutcome refusalOf(const Answer &answer)
{
    const QString code = QString::number(answer.code);
    const Kind kind = kindOf(answer.code);
    if (kind == Kind::No) {
        return Refused{.code = code, .words = answer.words};
    }
    const Error error = errorOf(answer);
    // Where it asks whether we are a person, the page that asks is what helps.
    return RetryLater{.scope = kind == Kind::Flood ? FaultScope::Item : FaultScope::Account,
                      .cause = error.code,
                      .after = error.retryAfter,
                      .code = code,
                      .words = answer.page.isEmpty() ? answer.words : answer.words + u' ' + answer.page};
}

} // namespace aside::vk
