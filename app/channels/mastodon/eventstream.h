// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/http/httpedge.h"
#include "models/core/error.h"
#include "models/core/secret.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <optional>

class QNetworkAccessManager;
class QNetworkReply;

namespace aside::mastodon {

/// What happens to an account, as the server says it: GET /api/v1/streaming/user, server-sent events. Only
/// with TLS, or at the account's own server; never to a private address but that. Ends once, for whatever
/// reason; it does not come back by itself.
class EventStream final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EventStream)

public:
    struct Parts {
        QUrl base;
        Secret token;
        QUrl ownServer; ///< which the person named
        HttpEdge edge;
    };

    explicit EventStream(Parts parts, QObject *parent);
    ~EventStream() override;

    void start();

Q_SIGNALS:
    void came(const QByteArray &name, const QByteArray &data);
    void ended(const aside::Error &error);

private:
    void connectTo(const QList<QHostAddress> &found);
    void readHead();
    void read();
    void takeLine(const QByteArray &line);
    void watch();
    void end(const Error &error);
    [[nodiscard]] bool isOwnServer() const;

    Parts m_parts;
    QUrl m_url;
    QNetworkAccessManager *m_network; ///< a child, as is the reply
    QNetworkReply *m_reply = nullptr;
    QByteArray m_line; ///< the part of it that came
    QByteArray m_name; ///< of the event that is being read
    QByteArray m_data;
    int m_beats = 0; ///< how often something came
    bool m_hasEnded = false;
};

} // namespace aside::mastodon
