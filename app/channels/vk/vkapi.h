// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/apiclient.h"
#include "app/channels/http/json.h"
#include "models/core/error.h"
#include "models/core/secret.h"
#include "models/domain/sendoutcome.h"

#include <QFuture>
#include <QUrl>

#include <memory>
#include <stop_token>

namespace aside::vk {

/// Too many requests within a second.
inline constexpr int tooManyRequests = 6;

/// What a method said: its response, or the error that VK answers with, at status 200 as well.
struct Answer {
    JsonValue response{};
    int code = 0; ///< 0: it went well
    QString words{}; ///< foreign text
    QString page{}; ///< where a person shows to be no machine
};

/// One call of a method; the version and the token are added.
struct Call {
    QString method{};
    QList<NamedValue> parameters{};
    Urgency urgency = Urgency::Sync;
};

/// The methods of VK with one token, which travels in the body and never in an address.
/// Source: VKCOM/vk-api-schema, version 5.199; dev.vk.com, "API requests".
class VkApi
{
public:
    [[nodiscard]] static QUrl usualServer() { return QUrl(QStringLiteral("https://api.vk.com")); }

    VkApi(QUrl server, Secret token, HttpEdge edge, const Clock &clock);

    [[nodiscard]] const Secret &token() const { return m_token; }
    [[nodiscard]] const ApiClient &client() const { return *m_client; }
    [[nodiscard]] QFuture<ApiReply> call(const Call &call, std::stop_token stop);
    /// Of a long poll that VK named. Without the token.
    [[nodiscard]] QFuture<ApiReply> poll(const QUrl &url, std::chrono::milliseconds patience,
                                         std::stop_token stop);
    /// A file that VK named. Without the token.
    [[nodiscard]] QFuture<ApiReply> get(const QUrl &url, std::chrono::milliseconds patience,
                                        std::stop_token stop);
    [[nodiscard]] QFuture<ApiReply> upload(const QUrl &url, const FormPart &file, std::stop_token stop);

private:
    [[nodiscard]] Cleartext cleartext() const;

    QUrl m_server;
    Secret m_token;
    std::unique_ptr<ApiClient> m_client;
};

/// Errors where there was no answer, or one that cannot be understood.
[[nodiscard]] Result<Answer> answerOf(const ApiReply &reply, Instant now);
/// Of a method that reads.
[[nodiscard]] Result<JsonValue> responseOf(const ApiReply &reply, Instant now);
/// What an error of VK means for who reads.
[[nodiscard]] Error errorOf(const Answer &answer);
/// What an error of VK means for what was to be sent.
[[nodiscard]] SendOutcome refusalOf(const Answer &answer);

} // namespace aside::vk
