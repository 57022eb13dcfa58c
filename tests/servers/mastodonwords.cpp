// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/servers/mastodonwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace aside::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

QJsonObject with(QJsonObject json, const QJsonObject &more)
{
    for (auto each = more.begin(); each != more.end(); ++each) {
        json.insert(each.key(), each.value());
    }
    return json;
}

constexpr auto media = R"("media_attachments": {"supported_mime_types": ["image/png"],
    "description_limit": 1500, "image_size_limit": 16777216, "image_matrix_limit": 33177600,
    "video_size_limit": 103809024, "video_frame_rate_limit": 120, "video_matrix_limit": 8294400},
    "polls": {"max_options": 4, "max_characters_per_option": 50, "min_expiration": 300,
    "max_expiration": 2629746},
    "statuses": {"max_characters": 500, "max_media_attachments": 4, "characters_reserved_per_url": 23})";

} // namespace

QJsonObject accountJson(const QString &person)
{
    const QString url = u"https://masto.example/@"_s + person;
    return with(parsed(R"({"avatar": "https://masto.example/a.png",
                           "avatar_static": "https://masto.example/a.png",
                           "header": "https://masto.example/h.png",
                           "header_static": "https://masto.example/h.png",
                           "bot": false, "created_at": "2024-01-01T00:00:00.000Z", "emojis": [],
                           "fields": [], "followers_count": 12, "following_count": 3, "group": false,
                           "indexable": true, "locked": false, "note": "", "statuses_count": 5})"),
                {{u"id"_s, u"1099511627776%1"_s.arg(qHash(person, 7) % 1'000'000)},
                 {u"username"_s, person},
                 {u"acct"_s, person},
                 {u"display_name"_s, person.left(1).toUpper() + person.mid(1)},
                 {u"uri"_s, url},
                 {u"url"_s, url}});
}

QJsonObject credentialsJson()
{
    return with(accountJson(u"shop"_s),
                parsed(R"({"role": {"id": "-99", "name": "", "color": "", "permissions": "0",
                                    "highlighted": false},
                           "source": {"fields": [], "follow_requests_count": 0, "indexable": true,
                                      "note": "", "privacy": "public", "sensitive": false}})"));
}

QJsonObject statusJson(const QString &id, const QString &time)
{
    const QString url = u"https://masto.example/s/"_s + id;
    return with(parsed(R"({"emojis": [], "favourites_count": 0, "media_attachments": [], "mentions": [],
                           "reblogs_count": 0, "replies_count": 0, "sensitive": false,
                           "spoiler_text": "", "tags": []})"),
                {{u"id"_s, id}, {u"created_at"_s, time}, {u"uri"_s, url}, {u"url"_s, url}});
}

QJsonObject notificationJson(const QString &id, const QJsonObject &status)
{
    return {{u"id"_s, id},
            {u"type"_s, u"mention"_s},
            {u"group_key"_s, u"ungrouped-"_s + id},
            {u"created_at"_s, status.value("created_at"_L1)},
            {u"account"_s, status.value("account"_L1)},
            {u"status"_s, status}};
}

QJsonObject mediaJson(const QString &id, const QString &server)
{
    return {{u"id"_s, id},
            {u"type"_s, u"image"_s},
            {u"url"_s, server.isEmpty() ? QJsonValue() : QJsonValue(server + u"/media/"_s + id + u".png"_s)}};
}

QJsonObject instanceJson(const QString &version)
{
    return with(
        parsed(R"({"domain": "masto.example", "title": "Masto", "source_url": "https://masto.example/src",
               "description": "", "usage": {"users": {"active_month": 1}}, "icon": [], "languages": ["en"],
               "thumbnail": {"url": "https://masto.example/t.png"}, "contact": {"email": "a@masto.example"},
               "registrations": {"enabled": false, "approval_required": false}, "rules": [],
               "api_versions": {"mastodon": 6},
               "configuration": {"accounts": {"max_featured_tags": 10, "max_pinned_statuses": 5},
               "translation": {"enabled": false}, "urls": {}, )"
               + QByteArray(media) + "}}"),
        {{u"version"_s, version}});
}

QJsonObject oldInstanceJson(const QString &version)
{
    return with(
        parsed(R"({"uri": "masto.example", "title": "Masto", "description": "", "short_description": "",
               "email": "a@masto.example", "languages": ["en"], "registrations": false,
               "approval_required": false, "invites_enabled": false, "rules": [],
               "stats": {"user_count": 1, "status_count": 1, "domain_count": 1},
               "urls": {"streaming_api": "wss://masto.example"},
               "configuration": {"accounts": {"max_featured_tags": 10}, )"
               + QByteArray(media) + "}}"),
        {{u"version"_s, version}});
}

QJsonObject applicationJson(const QString &redirect)
{
    return with(parsed(R"({"id": "9007199254740993", "name": "Aside", "client_id": "client",
                           "client_secret": "client-secret", "vapid_key": "key",
                           "scopes": ["read:accounts"]})"),
                {{u"redirect_uri"_s, redirect}, {u"redirect_uris"_s, QJsonArray{redirect}}});
}

QJsonObject discoveryJson(const QString &server)
{
    const auto at = [&](const QString &path) {
        return server + path;
    };
    return with(parsed(R"({"code_challenge_methods_supported": ["S256"],
                           "grant_types_supported": ["authorization_code"],
                           "response_modes_supported": ["query"], "response_types_supported": ["code"],
                           "scopes_supported": ["read", "write"],
                           "token_endpoint_auth_methods_supported": ["client_secret_post"],
                           "service_documentation": "https://docs.masto.example/"})"),
                {{u"issuer"_s, at(u"/"_s)},
                 {u"authorization_endpoint"_s, at(u"/oauth/authorize"_s)},
                 {u"token_endpoint"_s, at(u"/oauth/token"_s)},
                 {u"revocation_endpoint"_s, at(u"/oauth/revoke"_s)},
                 {u"userinfo_endpoint"_s, at(u"/oauth/userinfo"_s)},
                 {u"app_registration_endpoint"_s, at(u"/api/v1/apps"_s)}});
}

QByteArray httpAnswer(int status, const QByteArray &type, const QByteArray &headers, const QByteArray &body)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Status\r\nContent-Type: " + type + "\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

FormFields formFields(const QByteArray &type, const QByteArray &body)
{
    static const QRegularExpression boundaryForm(u"boundary=\"?([^\";]+)"_s);
    static const QRegularExpression nameForm(u"[; ]name=\"([^\"]*)\""_s);
    static const QRegularExpression fileForm(u"filename=\"([^\"]*)\""_s);
    const QByteArray boundary = "--" + boundaryForm.match(QString::fromLatin1(type)).captured(1).toLatin1();
    FormFields fields;
    qsizetype at = body.indexOf(boundary);
    while (at >= 0) {
        const qsizetype from = at + boundary.size() + 2;
        const qsizetype end = body.indexOf("\r\n" + boundary, from);
        const qsizetype middle = body.indexOf("\r\n\r\n", from);
        if (end < 0 || middle < 0) {
            break;
        }
        const QString head = QString::fromUtf8(body.sliced(from, middle - from));
        fields.values.insert(nameForm.match(head).captured(1), body.sliced(middle + 4, end - middle - 4));
        if (const auto file = fileForm.match(head); file.hasMatch()) {
            fields.fileName = file.captured(1);
        }
        at = end + 2;
    }
    return fields;
}

} // namespace aside::test
