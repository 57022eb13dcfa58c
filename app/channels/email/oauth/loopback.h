// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/oauth/oauthpreset.h"

#include <QOAuthOobReplyHandler>
#include <QTcpServer>

#include <optional>

class QTcpSocket;

namespace aside::mail {

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
    Loopback(const OAuthPreset &preset, QByteArray state, QByteArray page, QObject *parent = nullptr);

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
    OAuthPreset m_preset;
    QByteArray m_state;
    QByteArray m_page;
    QByteArray m_path;
    QString m_callback; ///< also when it does not listen any more
    QString m_refusal;
};

/// 256 random bits that fit into a URL.
[[nodiscard]] QByteArray randomWord();

} // namespace aside::mail
