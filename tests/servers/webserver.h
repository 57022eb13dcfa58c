// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPointer>
#include <QSslCertificate>
#include <QSslServer>
#include <QUrl>

#include <functional>

namespace aside::test {

/// A web server over TLS on a free port of this machine. It says what a test scripted for each path, and
/// keeps what it was asked. It calls itself pictures.example.
class WebServer : public QObject
{
    Q_OBJECT
public:
    /// Mail is for shop.example, autoconfig.shop.example, elsewhere.example and login.example.
    enum class Certificate { Good, Expired, Stranger, Mail };
    using Answer = std::function<void(QSslSocket &)>;

    explicit WebServer(Certificate certificate = Certificate::Good);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QUrl url(const QString &path,
                           const QString &host = QStringLiteral("pictures.example")) const;
    /// A path without a query stands for all of its queries that have no answer of their own.
    void on(const QString &path, Answer answer);
    /// The whole answer, with its length.
    void serve(const QString &path, const QByteArray &type, const QByteArray &body);
    void redirect(const QString &path, const QByteArray &place);
    /// Says how many requests came for this path.
    [[nodiscard]] qsizetype count(const QString &path) const;
    /// The last one that was asked and is still open.
    [[nodiscard]] QSslSocket *open() const { return m_open; }

    int connections = 0; ///< also those that went no further
    QList<QByteArray> requests; ///< their heads
    QList<QByteArray> bodies; ///< what came behind each

    /// Who signed the good certificate, and the expired one.
    [[nodiscard]] static QList<QSslCertificate> authorities();
    [[nodiscard]] static QByteArray answer(const QByteArray &status, const QByteArray &headers,
                                           const QByteArray &body);

private:
    void read(QSslSocket &socket);
    [[nodiscard]] Answer answerTo(const QString &path) const;

    QSslServer m_server;
    QHash<QString, Answer> m_answers;
    QPointer<QSslSocket> m_open;
};

} // namespace aside::test
