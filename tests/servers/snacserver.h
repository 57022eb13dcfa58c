// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QUrl>

#include <memory>

namespace aside::test {

/// A real ActivityPub server, snac2, on a free port of this machine, for as long as this lives. It speaks a
/// part of Mastodon's language. The users are anna and shop.
class SnacServer : public QObject
{
    Q_OBJECT
public:
    /// Whether there is such a server; a test that needs it says so and skips.
    [[nodiscard]] static bool isInstalled();
    /// Null where it does not start.
    [[nodiscard]] static std::unique_ptr<SnacServer> start();
    ~SnacServer() override;

    [[nodiscard]] QUrl url() const;
    /// As it calls itself.
    [[nodiscard]] QString host() const { return QStringLiteral("snac%1.example").arg(m_port); }
    /// As that person signs in: with the page and the password of theirs.
    [[nodiscard]] QByteArray tokenOf(const QString &user);
    /// Where the page sends the browser of somebody who signed in.
    [[nodiscard]] QUrl consent(const QUrl &page, const QString &user);
    /// What another program would ask.
    [[nodiscard]] QJsonDocument get(const QString &path, const QByteArray &token);
    QJsonDocument post(const QString &path, const QJsonObject &json, const QByteArray &token = {});
    [[nodiscard]] QByteArray log() const;

private:
    SnacServer();
    [[nodiscard]] bool run();
    void forward();
    QByteArray ask(const QByteArray &method, const QString &path, const QByteArray &type,
                   const QByteArray &body, const QByteArray &token, QUrl *place = nullptr);

    QTemporaryDir m_folder;
    QTcpServer m_proxy;
    QNetworkAccessManager m_network;
    quint16 m_port = 0;
};

} // namespace aside::test
