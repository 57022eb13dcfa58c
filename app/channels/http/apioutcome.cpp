// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/http/apioutcome.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace aside {

namespace {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::seconds;

constexpr seconds longestObeyed = 24h;
constexpr seconds unnamed = 60s; ///< the wait where a busy server names none
constexpr qsizetype mostWords = 300;

/// The three forms of RFC 9110, 5.6.7; all are in GMT.
QDateTime httpDate(const QString &text)
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    for (const QString &form : {u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s, u"dddd, dd-MMM-yy HH:mm:ss 'GMT'"_s,
                                u"ddd MMM d HH:mm:ss yyyy"_s}) {
        QDateTime date = english.toDateTime(text.simplified(), form, 2000);
        if (date.isValid()) {
            date.setTimeZone(QTimeZone::UTC);
            return date;
        }
    }
    return {};
}

bool isBusy(int status)
{
    return status == 429 || status >= 500;
}

Errc meaning(int status)
{
    switch (status) {
    case 401:
        return Errc::SignInRefused;
    case 404:
    case 410:
        return Errc::NotFound;
    case 408:
        return Errc::Timeout;
    case 413:
        return Errc::TooLarge;
    default: // of the many that say no, and those that nobody knows
        return Errc::ServerRefused;
    }
}

/// What a server says in plain text; pages are for browsers.
QString wordsOf(const ApiResponse &response)
{
    const bool isPlain = response.header("Content-Type").toLower().startsWith("text/plain");
    return isPlain
        ? QString::fromUtf8(response.body.first(std::min(response.body.size(), mostWords))).simplified()
        : QString();
}

SendOutcome later(Errc cause, std::optional<seconds> after, const ApiResponse &response)
{
    return RetryLater{.scope = FaultScope::Account,
                      .cause = cause,
                      .after = after,
                      .code = QString::number(response.status),
                      .words = wordsOf(response)};
}

SendOutcome withoutAnswer(const Error &error, LastByte lastByte, Repeat repeat)
{
    if (lastByte == LastByte::NotLeft || repeat == Repeat::Safe) {
        return RetryLater{.scope = FaultScope::Account,
                          .cause = error.code,
                          .after = error.retryAfter,
                          .code = {},
                          .words = {}};
    }
    return Unknown{.lastByte = lastByte, .cause = error.code, .words = {}};
}

} // namespace

std::optional<seconds> retryAfter(const ApiResponse &response, Instant now)
{
    const QByteArray value = response.header("Retry-After").trimmed();
    bool isNumber = false;
    const qlonglong number = value.toLongLong(&isNumber);
    if (isNumber) {
        return number < 0 ? std::nullopt : std::optional(std::min(seconds(number), longestObeyed));
    }
    const QDateTime date = httpDate(QString::fromLatin1(value));
    if (!date.isValid()) {
        return std::nullopt;
    }
    const auto wait = std::chrono::ceil<seconds>(fromMillis(date.toMSecsSinceEpoch()) - now);
    return std::clamp(wait, 0s, longestObeyed);
}

Result<ApiResponse> readOutcome(const ApiReply &reply, Instant now)
{
    if (!reply.response || reply.response->isOk() || reply.response->status == 304) {
        return reply.response;
    }
    const int status = reply.response->status;
    const std::optional<seconds> asked = retryAfter(*reply.response, now);
    return std::unexpected(Error{.code = meaning(status),
                                 .detail = u"status %1"_s.arg(status),
                                 .retryAfter = isBusy(status) ? asked.value_or(unnamed) : asked});
}

Result<JsonValue> readAnswerJson(const ApiResponse &response, JsonLimits limits)
{
    Result<JsonValue> json = readJson(response.body, limits);
    if (!json && (json.error().code == Errc::UnknownFormat || json.error().code == Errc::Empty)) {
        return fail(Errc::BadAnswer, json.error().detail);
    }
    return json;
}

std::optional<SendOutcome> sendFault(const ApiReply &reply, Instant now, Repeat repeat)
{
    if (!reply.response) {
        return withoutAnswer(reply.response.error(), reply.lastByte, repeat);
    }
    const ApiResponse &response = *reply.response;
    if (response.isOk()) {
        return std::nullopt;
    }
    const std::optional<seconds> after = retryAfter(response, now);
    if (response.status == 429) {
        return later(Errc::ServerRefused, after.value_or(unnamed), response);
    }
    if (response.status == 401) {
        return later(Errc::SignInRefused, after, response);
    }
    if (response.status == 408) {
        return later(Errc::Timeout, after, response);
    }
    if (response.status >= 500) {
        // Behind a gateway that gave up, the message may have been posted; a date to come back says that it
        // was not looked at.
        const bool isUntouched = response.status == 503 && after;
        return isUntouched || repeat == Repeat::Safe
            ? later(Errc::ServerRefused, after.value_or(unnamed), response)
            : SendOutcome(Unknown{
                  .lastByte = LastByte::Left, .cause = Errc::ServerRefused, .words = wordsOf(response)});
    }
    return Refused{.code = QString::number(response.status), .words = wordsOf(response)};
}

SendOutcome unreadableAnswer(Repeat repeat)
{
    return withoutAnswer({.code = Errc::BadAnswer, .detail = {}, .retryAfter = {}}, LastByte::Left, repeat);
}

} // namespace aside
