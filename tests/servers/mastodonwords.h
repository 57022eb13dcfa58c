// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>

namespace aside::test {

// What a Mastodon server says, with all that the description of its interface requires.

[[nodiscard]] QJsonObject accountJson(const QString &person);
[[nodiscard]] QJsonObject credentialsJson();
/// Without its author and its words.
[[nodiscard]] QJsonObject statusJson(const QString &id, const QString &time);
[[nodiscard]] QJsonObject notificationJson(const QString &id, const QJsonObject &status);
[[nodiscard]] QJsonObject mediaJson(const QString &id, const QString &server);
[[nodiscard]] QJsonObject instanceJson(const QString &version);
[[nodiscard]] QJsonObject oldInstanceJson(const QString &version);
[[nodiscard]] QJsonObject applicationJson(const QString &redirect);
[[nodiscard]] QJsonObject discoveryJson(const QString &server);

[[nodiscard]] QByteArray httpAnswer(int status, const QByteArray &type, const QByteArray &headers,
                                    const QByteArray &body);

struct FormFields {
    QHash<QString, QByteArray> values;
    QString fileName;
};
[[nodiscard]] FormFields formFields(const QByteArray &type, const QByteArray &body);

} // namespace aside::test
