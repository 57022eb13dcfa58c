// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/apiclient.h"
#include "app/channels/http/json.h"
#include "app/channels/telegram/updates.h"
#include "models/core/error.h"
#include "models/core/secret.h"
#include "models/domain/sendoutcome.h"

#include <QFuture>
#include <QJsonObject>
#include <QUrl>

#include <memory>
#include <stop_token>

namespace aside::telegram {

/// Beside the result, what a method said: error_code, description and parameters.
struct Answer {
    JsonValue result{};
    int code = 0; ///< 0: it went well
    QString words{}; ///< foreign text
    std::optional<std::chrono::seconds> after{};
    QString movedTo{}; ///< the chat that a group has become
};

/// One call of a method. Files need a form.
struct Call {
    QString method{};
    QJsonObject parameters{};
    QList<FormPart> files{};
    std::chrono::milliseconds patience = std::chrono::seconds(30);
    QString bucket{};
    Urgency urgency = Urgency::Sync;
};

/// The Bot API with one token. The address holds the token, which is why it is never logged as it is.
class BotApi
{
public:
    /// The server that is meant where none is named.
    [[nodiscard]] static QUrl usualServer() { return QUrl(QStringLiteral("https://api.telegram.org")); }

    BotApi(QUrl server, Secret token, HttpEdge edge, const Clock &clock);

    [[nodiscard]] const Secret &token() const { return m_token; }
    [[nodiscard]] QFuture<ApiReply> call(const Call &call, std::stop_token stop);
    [[nodiscard]] const ApiClient &client() const { return *m_client; }
    /// A file by its path at the server. Errc::InvalidInput where that leads elsewhere.
    [[nodiscard]] QFuture<ApiReply> download(const QString &filePath, std::stop_token stop);

private:
    [[nodiscard]] QUrl urlOf(const QString &path) const;

    QUrl m_server;
    Secret m_token;
    std::unique_ptr<ApiClient> m_client;
};

/// Errors where there was none, or one that cannot be understood.
[[nodiscard]] Result<Answer> answerOf(const ApiReply &reply, Instant now);
/// Of a method that reads. OtherConsumer: another program reads the same updates.
[[nodiscard]] Result<JsonValue> resultOf(const ApiReply &reply, Instant now);
/// Of a method that sends.
[[nodiscard]] SendOutcome outcomeOf(const ApiReply &reply, Instant now, const Me &me);

} // namespace aside::telegram
