// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QPointer>
#include <QStringList>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

namespace aside::test {

/// A service that gives tokens (RFC 6749), and the browser of a person who agrees. Insists on PKCE with S256,
/// on the same redirect and client for both halves, and takes each code once.
class AuthorizationServer : public QTcpServer
{
    Q_OBJECT
public:
    AuthorizationServer();

    [[nodiscard]] QUrl page() const { return place(QStringLiteral("/authorize")); }
    [[nodiscard]] QUrl tokenPlace() const { return place(QStringLiteral("/token")); }

    /// The person opens the page and agrees: where the browser is sent then. An empty URL where the request
    /// is not as it has to be; problems() says why.
    [[nodiscard]] QUrl agree(const QUrl &page);
    /// The same for a person who does not.
    [[nodiscard]] QUrl refuse(const QUrl &page);
    /// The consent is taken back: no token is renewed any more.
    void revoke() { m_isRevoked = true; }

    [[nodiscard]] const QStringList &problems() const { return m_problems; }
    int renewals = 0;
    int seconds = 3'600; ///< how long a token lives
    QByteArray answer; ///< says this instead of tokens, where there is something
    QByteArray status = "200 OK"; ///< of that answer
    bool isMute = false; ///< takes requests for tokens and never answers
    QByteArray clientSecret; ///< that it wants; empty: it wants none

private:
    struct Consent {
        QString challenge;
        QString redirect;
        QString client;
    };

    [[nodiscard]] QUrl place(const QString &path) const;
    [[nodiscard]] QUrl redirectOf(const QUrl &page, QUrlQuery values);
    void check(bool isRight, const char *what);
    void read(QTcpSocket &socket);
    [[nodiscard]] QByteArray tokensFor(const QUrlQuery &form);
    [[nodiscard]] QByteArray redeem(const QUrlQuery &form);
    [[nodiscard]] QByteArray renew(const QUrlQuery &form);

    QHash<QString, Consent> m_codes;
    QString m_refresh;
    QStringList m_problems;
    bool m_isRevoked = false;
    int m_issued = 0;
};

} // namespace aside::test
