// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QOAuthOobReplyHandler>
#include <QString>
#include <QTcpServer>

#include <optional>

class QTcpSocket;

namespace aside::oauth {

enum class RedirectPath : quint8 {
    Random, ///< where the service takes any path of this machine
    Root, ///< where it wants the one that was registered
};

/// What a service takes as the place to come back to.
struct Redirect {
    QString host = QStringLiteral("127.0.0.1"); ///< as it is written; it is this machine either way
    RedirectPath path = RedirectPath::Random;
    QString
        issuer{}; ///< as the service calls itself in an answer that says so (RFC 9207); empty: not checked
};

/// Where the browser brings the answer of a service to: a free port of this machine that no other machine
/// reaches, for one answer. Everything else that comes is turned away: another path or host name, another
/// method, an answer without the state that was sent, long and slow requests, a second answer. Reads what the
/// service answers to requests for tokens as well.
class Loopback final : public QOAuthOobReplyHandler
{
    Q_OBJECT
public:
    static constexpr qsizetype longestRequest = 8LL * 1'024;
    static constexpr int mostConnections = 8; ///< at once

    /// `page` is the HTML that the person sees in the end.
    Loopback(Redirect redirect, QByteArray state, QByteArray page, QObject *parent = nullptr);

    /// Whether there was a port.
    [[nodiscard]] bool isListening() const { return m_server.isListening(); }
    [[nodiscard]] QString callback() const override;
    /// What the service said against it ("invalid_grant", "access_denied"); empty where it said nothing.
    [[nodiscard]] QString refusal() const { return m_refusal; }

Q_SIGNALS:
    /// The person or the service said no.
    void refused();

protected:
    void networkReplyFinished(QNetworkReply *reply) override;

private:
    void accept();
    void read(QTcpSocket &socket);
    void take(QTcpSocket &socket, const QByteArray &head);
    [[nodiscard]] std::optional<QVariantMap> valuesOf(const QByteArray &head) const;
    void answer(QTcpSocket &socket, const QByteArray &status, const QByteArray &body);

    QTcpServer m_server;
    Redirect m_redirect;
    QByteArray m_state;
    QByteArray m_page;
    QByteArray m_path;
    QString m_callback; ///< also when it does not listen any more
    QString m_refusal;
};

/// 256 random bits that fit into a URL.
[[nodiscard]] QByteArray randomWord();

} // namespace aside::oauth
