// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/sendoutcome.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>
#include <QUrl>

#include <chrono>
#include <optional>
#include <utility>

namespace aside {

enum class HttpMethod : quint8 { Get, Post, Put, Delete };

[[nodiscard]] QByteArray methodName(HttpMethod method);

/// What goes first where not all can go at once.
enum class Urgency : quint8 {
    Sync, ///< nobody waits for it
    Interactive, ///< a person does
};

/// Whether an address without TLS is gone to where it says so.
enum class Cleartext : quint8 { Refused, AsAddressed };

/// Whether a connection serves that was used before. The server may just be closing it: then nobody knows
/// whether it has taken what was sent.
enum class Reuse : quint8 { Allowed, Never };

/// A name and its value, of a query, a form or the head of a request.
using NamedValue = std::pair<QString, QString>;

struct ApiBody {
    QByteArray contentType;
    QByteArray bytes;

    bool operator==(const ApiBody &) const = default;
};

struct FormPart {
    QString name;
    QByteArray data;
    QString fileName{}; ///< empty: a plain field
    QByteArray contentType{};
};

[[nodiscard]] ApiBody formBody(const QList<NamedValue> &fields);
[[nodiscard]] ApiBody jsonBody(const QByteArray &json);
[[nodiscard]] ApiBody multipartBody(const QList<FormPart> &parts);
/// The address with these behind what its query has already; every character that means something is escaped.
[[nodiscard]] QUrl withQuery(QUrl url, const QList<NamedValue> &items);

/// One request to the interface of a service.
struct ApiRequest {
    HttpMethod method = HttpMethod::Get;
    QUrl url;
    QList<std::pair<QByteArray, QByteArray>> headers{};
    std::optional<ApiBody> body{};
    qint64 mostBytes = 16 * 1'024 * 1'024; ///< of the answer
    std::chrono::milliseconds patience = std::chrono::seconds(30); ///< a long poll says more
    Cleartext cleartext = Cleartext::Refused;
    QString bucket{}; ///< which of the account's limits counts it
    Urgency urgency = Urgency::Sync;
    Reuse reuse = Reuse::Allowed;
};

struct ApiResponse {
    int status = 0;
    QList<std::pair<QByteArray, QByteArray>> headers{};
    QByteArray body{};

    /// The first of that name, whatever its case.
    [[nodiscard]] QByteArray header(QByteArrayView name) const;
    [[nodiscard]] bool isOk() const { return status >= 200 && status < 300; }

    bool operator==(const ApiResponse &) const = default;
};

/// How a request ended. Any status is an answer; an error says that there is none.
struct ApiReply {
    Result<ApiResponse> response = fail(Errc::Cancelled);
    LastByte lastByte = LastByte::NotLeft; ///< of the request

    bool operator==(const ApiReply &) const = default;
};

} // namespace aside
