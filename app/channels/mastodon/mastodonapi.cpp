// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/mastodon/mastodonapi.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>
#include <utility>

namespace aside::mastodon {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// docs.joinmastodon.org/api/rate-limits: 300 requests in 5 minutes, of which files are 30 in 30 minutes.
constexpr Rate requestRate{.burst = 300, .every = 1s, .kept = 30};
constexpr Rate mediaRate{.burst = 30, .every = 60s, .kept = 0};
constexpr qint64 largestPage = 64LL * 1'024 * 1'024;
constexpr qint64 largestFile = 128LL * 1'024 * 1'024;
constexpr auto filePatience = std::chrono::minutes(5);
constexpr std::chrono::seconds longestWait = 24h;
constexpr qsizetype mostWords = 300;

QString requests()
{
    return u"requests"_s;
}

QString media()
{
    return u"media"_s;
}

/// ISO 8601, or seconds.
std::optional<Instant> resetOf(const ApiResponse &response)
{
    const QString text = QString::fromLatin1(response.header("X-RateLimit-Reset")).trimmed();
    bool isNumber = false;
    const qint64 seconds = text.toLongLong(&isNumber);
    if (isNumber) {
        return fromMillis(seconds * 1'000);
    }
    const QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    return at.isValid() ? std::optional(fromMillis(at.toMSecsSinceEpoch())) : std::nullopt;
}

void note(RateTold &told, const ApiResponse &response)
{
    bool isNumber = false;
    const int left = response.header("X-RateLimit-Remaining").trimmed().toInt(&isNumber);
    if (isNumber && left >= 0) {
        told = {.left = left, .until = resetOf(response)};
    }
}

QString wordsOf(const ApiResponse &response)
{
    const Result<JsonValue> json = readJson(response.body);
    if (!json) {
        return {};
    }
    const QString description = (*json)[u"error_description"].text();
    return (description.isEmpty() ? (*json)[u"error"].text() : description).simplified().left(mostWords);
}

} // namespace

MastodonApi::MastodonApi(QUrl server, Secret token, HttpEdge edge, const Clock &clock)
    : m_server(std::move(server))
    , m_token(std::move(token))
    , m_clock(clock)
    , m_told(std::make_shared<RateTold>())
    , m_client(std::make_unique<ApiClient>(ApiClient::Parts{
          .edge = std::move(edge), .clock = clock, .secrets = {m_token}, .ownServers = {m_server}}))
{
    m_client->rates().set(requests(), requestRate);
    m_client->rates().set(media(), mediaRate);
}

QUrl MastodonApi::urlOf(const QString &path) const
{
    QUrl url = m_server;
    url.setPath((url.path().endsWith(u'/') ? url.path().chopped(1) : url.path()) + path);
    return url;
}

ApiRequest MastodonApi::requestFor(HttpMethod method, const QUrl &url) const
{
    ApiRequest request{.method = method,
                       .url = url,
                       .mostBytes = largestPage,
                       .cleartext = Cleartext::AsAddressed,
                       .bucket = requests()};
    request.headers = {{"Accept", "application/json"}};
    if (!m_token.isEmpty()) {
        request.headers.append({"Authorization", "Bearer " + m_token.bytes()});
    }
    return request;
}

QFuture<ApiReply> MastodonApi::send(ApiRequest request, std::stop_token stop)
{
    return m_client->send(std::move(request), std::move(stop)).then([told = m_told](const ApiReply &reply) {
        if (reply.response) {
            note(*told, *reply.response);
        }
        return reply;
    });
}

QFuture<ApiReply> MastodonApi::get(const QString &path, const QList<NamedValue> &query, std::stop_token stop)
{
    return send(requestFor(HttpMethod::Get, withQuery(urlOf(path), query)), std::move(stop));
}

QFuture<ApiReply> MastodonApi::post(const QString &path, const QJsonObject &json, const QString &key,
                                    std::stop_token stop)
{
    ApiRequest request = requestFor(HttpMethod::Post, urlOf(path));
    request.body = jsonBody(QJsonDocument(json).toJson(QJsonDocument::Compact));
    request.urgency = Urgency::Interactive;
    request.reuse = Reuse::Never;
    if (!key.isEmpty()) {
        request.headers.append({"Idempotency-Key", key.toLatin1()});
    }
    return send(std::move(request), std::move(stop));
}

QFuture<ApiReply> MastodonApi::upload(const QString &path, const OutgoingFile &file,
                                      const QString &description, std::stop_token stop)
{
    ApiRequest request = requestFor(HttpMethod::Post, urlOf(path));
    QList<FormPart> parts{{.name = u"file"_s,
                           .data = file.data,
                           .fileName = file.name.isEmpty() ? u"file"_s : file.name,
                           .contentType = file.mimeType.toLatin1()}};
    if (!description.isEmpty()) {
        parts.append({.name = u"description"_s, .data = description.toUtf8()});
    }
    request.body = multipartBody(parts);
    request.patience = filePatience;
    request.urgency = Urgency::Interactive;
    request.bucket = media();
    return send(std::move(request), std::move(stop));
}

QFuture<ApiReply> MastodonApi::download(const QUrl &place, std::stop_token stop)
{
    ApiRequest request{.url = place,
                       .mostBytes = largestFile,
                       .patience = filePatience,
                       .cleartext
                       = m_client->isOwnServer(place) ? Cleartext::AsAddressed : Cleartext::Refused};
    return m_client->send(std::move(request), std::move(stop));
}

QList<RateLeft> MastodonApi::ratesLeft() const
{
    if (!m_told->left) {
        return {};
    }
    const bool isOver = m_told->until && *m_told->until <= m_clock.now();
    return isOver ? QList<RateLeft>{}
                  : QList<RateLeft>{{.bucket = requests(), .left = *m_told->left, .until = m_told->until}};
}

std::optional<std::chrono::seconds> waitOf(const ApiResponse &response, Instant now)
{
    if (const auto asked = retryAfter(response, now)) {
        return asked;
    }
    if (const std::optional<Instant> reset = resetOf(response); reset && response.status == 429) {
        return std::clamp(std::chrono::ceil<std::chrono::seconds>(*reset - now), 1s, longestWait);
    }
    return std::nullopt;
}

Result<JsonValue> readAnswer(const ApiReply &reply, Instant now)
{
    const Result<ApiResponse> answer = readOutcome(reply, now);
    if (!answer) {
        Error error = answer.error();
        if (reply.response && reply.response->status == 501) { // it never will, however long we wait
            return fail(Errc::ServerRefused, u"the server lacks this"_s);
        }
        if (const auto wait = reply.response ? waitOf(*reply.response, now) : std::nullopt) {
            error.retryAfter = wait;
        }
        return std::unexpected(error);
    }
    return readAnswerJson(*answer, {.mostBytes = largestPage});
}

bool isRefused(const Error &error)
{
    return error.code == Errc::ServerRefused && !error.retryAfter;
}

std::optional<SendOutcome> faultOf(const ApiReply &reply, Instant now, Repeat repeat)
{
    std::optional<SendOutcome> fault = sendFault(reply, now, repeat);
    if (!fault || !reply.response) {
        return fault;
    }
    const QString words = wordsOf(*reply.response);
    if (auto *refused = std::get_if<Refused>(&*fault); refused != nullptr && !words.isEmpty()) {
        refused->words = words;
    } else if (auto *later = std::get_if<RetryLater>(&*fault)) {
        later->words = words.isEmpty() ? later->words : words;
        if (const auto wait = waitOf(*reply.response, now)) {
            later->after = wait;
        }
    }
    return fault;
}

QString linkParameter(const ApiResponse &response, const QString &relation, const QString &parameter)
{
    const QString header = QString::fromUtf8(response.header("Link"));
    qsizetype at = 0;
    while ((at = header.indexOf(u'<', at)) >= 0) {
        const qsizetype end = header.indexOf(u'>', at);
        if (end < 0) {
            break;
        }
        const QString address = header.sliced(at + 1, end - at - 1);
        const qsizetype next = header.indexOf(u'<', end);
        const QString attributes = header.sliced(end, (next < 0 ? header.size() : next) - end);
        if (attributes.contains(u"rel=\""_s + relation + u'"')) {
            return QUrlQuery(QUrl(address)).queryItemValue(parameter, QUrl::FullyDecoded);
        }
        at = end;
    }
    return {};
}

} // namespace aside::mastodon
