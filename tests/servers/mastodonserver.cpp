// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/mastodonserver.h"

#include "tests/servers/mastodonwords.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimeZone>

#include <algorithm>

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 firstId = 116'000'000'000'000'001;

QString timeOf(qint64 id, qint64 beganAt)
{
    return QDateTime::fromSecsSinceEpoch(beganAt + (id - firstId), QTimeZone::UTC)
        .toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s);
}

bool isLess(const QString &one, const QString &other)
{
    return one.size() != other.size() ? one.size() < other.size() : one < other;
}

QJsonObject merged(QJsonObject into, const QJsonObject &more)
{
    for (auto each = more.begin(); each != more.end(); ++each) {
        into.insert(each.key(), each.value());
    }
    return into;
}

} // namespace

MastodonServer::MastodonServer(quint16 port)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QIODevice::readyRead, this, [this, socket] { read(*socket); });
            connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
        }
    });
    m_server.listen(QHostAddress::LocalHost, port);
}

QUrl MastodonServer::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()));
}

QString MastodonServer::write(const QString &person, const QString &text, const QJsonObject &more)
{
    const QString visibility = more.value("visibility"_L1).toString(u"public"_s);
    const QString id = keep(person, text, visibility, more);
    if (text.contains("@shop"_L1)) {
        m_notifications.append({QString::number(m_next++), id});
        say("notification", "{}");
    }
    return id;
}

void MastodonServer::edit(const QString &id, const QString &text)
{
    QJsonObject &status = m_statuses[id];
    status.insert(u"content"_s, u"<p>%1</p>"_s.arg(text.toHtmlEscaped()));
    status.insert(u"edited_at"_s, timeOf(m_next++, beganAt));
    say("status.update", QJsonDocument(status).toJson(QJsonDocument::Compact));
}

void MastodonServer::remove(const QString &id)
{
    m_statuses.remove(id);
    m_order.removeAll(id);
    m_notifications.removeIf([&](const auto &notification) { return notification.second == id; });
    say("delete", id.toLatin1());
}

QList<QJsonObject> MastodonServer::sent() const
{
    QList<QJsonObject> own;
    for (const QString &id : m_order) {
        if (const QJsonObject status = m_statuses.value(id);
            status.value("account"_L1)["username"_L1] == "shop"_L1) {
            own.append(status);
        }
    }
    return own;
}

QString MastodonServer::keep(const QString &person, const QString &text, const QString &visibility,
                             const QJsonObject &more)
{
    const QString id = QString::number(m_next++);
    const QString parent = more.value("in_reply_to_id"_L1).toString();
    const QJsonObject base = statusJson(id, timeOf(id.toLongLong(), beganAt));
    QJsonObject status = merged(base, more);
    status.insert(u"account"_s, more.contains(u"account"_s) ? more.value(u"account"_s) : accountOf(person));
    status.insert(u"visibility"_s, visibility == "direct"_L1 && saysPrivate ? u"private"_s : visibility);
    status.insert(u"content"_s, text.isEmpty() ? QString() : u"<p>%1</p>"_s.arg(text.toHtmlEscaped()));
    status.insert(u"mentions"_s, mentionsIn(text));
    status.insert(u"in_reply_to_id"_s, parent.isEmpty() ? QJsonValue() : QJsonValue(parent));
    status.insert(u"in_reply_to_account_id"_s, m_statuses.value(parent).value("account"_L1)["id"_L1]);
    if (parent.isEmpty()) {
        status.insert(u"in_reply_to_account_id"_s, QJsonValue());
    }
    m_statuses.insert(id, status);
    m_order.append(id);
    return id;
}

QJsonObject MastodonServer::accountOf(const QString &person) const
{
    return accountJson(person);
}

QJsonArray MastodonServer::mentionsIn(const QString &text) const
{
    static const QRegularExpression mention(u"(?<![\\w/])@(\\w+)(@[\\w.-]+\\w)?"_s);
    QJsonArray mentions;
    for (const QRegularExpressionMatch &match : mention.globalMatch(text)) {
        const QJsonObject account = accountJson(match.captured(1));
        mentions.append(QJsonObject{{u"id"_s, account.value("id"_L1)},
                                    {u"username"_s, account.value("username"_L1)},
                                    {u"acct"_s, account.value("acct"_L1)},
                                    {u"url"_s, account.value("url"_L1)}});
    }
    return mentions;
}

void MastodonServer::read(QTcpSocket &socket)
{
    while (socket.isOpen()) { // not after it hung up
        const QByteArray there = socket.peek(socket.bytesAvailable());
        const qsizetype headSize = there.indexOf("\r\n\r\n") + 4;
        if (headSize < 4) {
            return;
        }
        QByteArrayList lines = there.first(headSize).split('\n');
        Request request;
        for (const QByteArray &line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0) {
                request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
            }
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (there.size() < headSize + length) {
            return;
        }
        const QByteArrayList words = lines.constFirst().split(' ');
        const QUrl url = QUrl::fromEncoded("http://here" + words.value(1));
        socket.read(headSize);
        request.method = QString::fromLatin1(words.constFirst());
        request.path = url.path();
        request.query = QUrlQuery(url);
        request.body = socket.read(length);
        handle(socket, request);
    }
}

void MastodonServer::handle(QTcpSocket &socket, const Request &request)
{
    const QString call = request.method + u' ' + request.path;
    calls.append(call);
    bool hangsUp = false;
    if (auto &scripts = m_scripts[call]; !scripts.empty()) {
        const Scripted scripted = scripts.front();
        scripts.pop_front();
        hangsUp = scripted.status == 0;
        if (!hangsUp) {
            socket.write(httpAnswer(scripted.status, scripted.type, scripted.headers, scripted.body));
            return;
        }
    }
    if (lacks.contains(request.path)) {
        socket.write(httpAnswer(404, "text/html", {}, "<h1>404 Not Found</h1>"));
    } else if (!answerSignIn(socket, request)) {
        if (request.headers.value("authorization") == "Bearer " + token) {
            answer(socket, request, hangsUp);
        } else {
            refuse(socket, 401, u"The access token is invalid"_s);
        }
    }
}

void MastodonServer::answer(QTcpSocket &socket, const Request &request, bool hangsUp)
{
    const QString &path = request.path;
    if (path == "/api/v1/accounts/verify_credentials"_L1) {
        respond(socket, 200, credentialsJson());
    } else if (path == "/api/v1/notifications"_L1) {
        giveNotifications(socket, request);
    } else if (path == "/api/v1/statuses"_L1 && request.method == "POST"_L1) {
        takeStatus(socket, request, hangsUp);
    } else if (path.startsWith("/api/v1/statuses"_L1)) {
        giveStatus(socket, request);
    } else if (path.endsWith("/statuses"_L1)) {
        QJsonArray own;
        for (const QJsonObject &status : sent()) {
            own.prepend(status);
        }
        respond(socket, 200, own);
    } else if (path == "/api/v2/media"_L1 || path == "/api/v1/media"_L1) {
        takeMedia(socket, request);
    } else if (path.startsWith("/api/v1/media/"_L1)) {
        giveMedia(socket, path.section(u'/', -1));
    } else if (path == "/api/v1/streaming/user"_L1) {
        listen(socket);
    } else {
        refuse(socket, 404, u"Record not found"_s);
    }
}

void MastodonServer::giveNotifications(QTcpSocket &socket, const Request &request)
{
    const QString least = request.query.queryItemValue(u"min_id"_s);
    const QString most = request.query.queryItemValue(u"max_id"_s);
    const auto limit = pagesWithoutLimit-- > 0
        ? m_notifications.size()
        : std::min<qsizetype>(request.query.queryItemValue(u"limit"_s).toInt(), 80);
    QList<std::pair<QString, QString>> there;
    for (const auto &each : std::as_const(m_notifications)) {
        if ((least.isEmpty() || isLess(least, each.first)) && (most.isEmpty() || isLess(each.first, most))) {
            there.append(each);
        }
    }
    // min_id begins at the oldest, all else at the newest.
    if (there.size() > limit) {
        there = least.isEmpty() ? there.last(limit) : there.first(limit);
    }
    QJsonArray page;
    for (const auto &[id, status] : std::as_const(there)) {
        page.prepend(notificationJson(id, m_statuses.value(status)));
    }
    QByteArray link;
    if (!there.isEmpty()) {
        const QByteArray base = url().toEncoded() + "/api/v1/notifications?limit=80&";
        link = "Link: <" + base + "max_id=" + there.constFirst().first.toLatin1() + ">; rel=\"next\", <"
            + base + "min_id=" + there.constLast().first.toLatin1() + ">; rel=\"prev\"\r\n";
    }
    respond(socket, 200, page, link);
}

QJsonArray MastodonServer::chain(const QString &id, bool isUp) const
{
    QJsonArray statuses;
    if (isUp) {
        QString parent = m_statuses.value(id).value("in_reply_to_id"_L1).toString();
        while (m_statuses.contains(parent)) {
            statuses.prepend(m_statuses.value(parent));
            parent = m_statuses.value(parent).value("in_reply_to_id"_L1).toString();
        }
        return statuses;
    }
    QSet<QString> below{id};
    for (const QString &each : m_order) {
        const QJsonObject status = m_statuses.value(each);
        if (below.contains(status.value("in_reply_to_id"_L1).toString())) {
            below.insert(each);
            statuses.append(status);
        }
    }
    return statuses;
}

void MastodonServer::giveStatus(QTcpSocket &socket, const Request &request)
{
    const QString id = request.path.section(u'/', 4, 4);
    if (id.isEmpty()) {
        QJsonArray statuses;
        const QStringList ids
            = request.query.allQueryItemValues(u"id[]"_s) + request.query.allQueryItemValues(u"id%5B%5D"_s);
        for (const QString &each : ids) {
            if (m_statuses.contains(each)) {
                statuses.append(m_statuses.value(each));
            }
        }
        respond(socket, 200, statuses);
    } else if (!m_statuses.contains(id)) {
        refuse(socket, 404, u"Record not found"_s);
    } else if (request.path.endsWith("/context"_L1)) {
        respond(socket, 200,
                QJsonObject{{u"ancestors"_s, chain(id, true)}, {u"descendants"_s, chain(id, false)}});
    } else {
        respond(socket, 200, m_statuses.value(id));
    }
}

void MastodonServer::takeStatus(QTcpSocket &socket, const Request &request, bool hangsUp)
{
    const QJsonObject asked = QJsonDocument::fromJson(request.body).object();
    const QByteArray key = request.headers.value("idempotency-key");
    const QString parent = asked.value("in_reply_to_id"_L1).toString();
    bodies.append(asked);
    keys.append(key);
    if (takesKeys && m_keys.contains(key)) {
        respond(socket, 200, m_statuses.value(m_keys.value(key)));
        return;
    }
    if (!parent.isEmpty() && !m_statuses.contains(parent)) {
        refuse(socket, 404, u"The post you are trying to reply to does not appear to exist."_s);
        return;
    }
    const QString warning = asked.value("spoiler_text"_L1).toString();
    if (asked.value("status"_L1).toString().size() + warning.size() > 500) {
        refuse(socket, 422, u"Validation failed: Text character limit of 500 exceeded"_s);
        return;
    }
    QJsonObject more;
    if (!parent.isEmpty()) {
        more.insert(u"in_reply_to_id"_s, parent);
    }
    more.insert(u"spoiler_text"_s, warning);
    QJsonArray media;
    for (const QJsonValue &id : asked.value("media_ids"_L1).toArray()) {
        media.append(mediaJson(id.toString(), {}));
    }
    more.insert(u"media_attachments"_s, media);
    const QString id = keep(u"shop"_s, asked.value("status"_L1).toString(),
                            asked.value("visibility"_L1).toString(u"public"_s), more);
    m_keys.insert(key, id);
    if (hangsUp) {
        socket.abort();
    } else {
        respond(socket, 200, m_statuses.value(id));
    }
}

void MastodonServer::takeMedia(QTcpSocket &socket, const Request &request)
{
    const auto fields = formFields(request.headers.value("content-type"), request.body);
    uploads.append({.fileName = fields.fileName,
                    .description = QString::fromUtf8(fields.values.value(u"description"_s)),
                    .content = fields.values.value(u"file"_s)});
    const QString id = QString::number(m_next++);
    m_media.insert(id, slowness);
    respond(socket, slowness > 0 ? 202 : 200, mediaJson(id, slowness > 0 ? QString() : url().toString()));
}

void MastodonServer::giveMedia(QTcpSocket &socket, const QString &id)
{
    if (!m_media.contains(id)) {
        refuse(socket, 404, u"Record not found"_s);
    } else {
        const bool isReady = --m_media[id] <= 0;
        respond(socket, isReady ? 200 : 206, mediaJson(id, isReady ? url().toString() : QString()));
    }
}

void MastodonServer::listen(QTcpSocket &socket)
{
    m_listener = &socket;
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n:)\n");
}

void MastodonServer::say(const QByteArray &event, const QByteArray &data)
{
    if (m_listener) {
        m_listener->write("event: " + event + "\ndata: " + data + "\n\n:thump\n");
    }
}

void MastodonServer::hangUp()
{
    if (m_listener) {
        m_listener->disconnectFromHost();
    }
}

void MastodonServer::respond(QTcpSocket &socket, int status, const QJsonValue &json,
                             const QByteArray &headers) const
{
    const QJsonDocument document
        = json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    const QByteArray limits = "X-RateLimit-Limit: 300\r\nX-RateLimit-Remaining: " + QByteArray::number(left)
        + "\r\nX-RateLimit-Reset: 2026-09-21T15:00:00.000000Z\r\n";
    socket.write(httpAnswer(status, "application/json; charset=utf-8", limits + headers,
                            document.toJson(QJsonDocument::Compact)));
}

void MastodonServer::refuse(QTcpSocket &socket, int status, const QString &words) const
{
    respond(socket, status, QJsonObject{{u"error"_s, words}});
}

} // namespace aside::test
