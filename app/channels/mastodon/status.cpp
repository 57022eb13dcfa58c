// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/mastodon/status.h"

#include "models/domain/contentwarning.h"

#include <QDateTime>
#include <QFileInfo>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace aside::mastodon {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 120;

std::optional<Instant> instantOf(const JsonValue &text, Instant now)
{
    const QDateTime at = QDateTime::fromString(text.text(), Qt::ISODateWithMs);
    if (!at.isValid()) {
        return std::nullopt;
    }
    // A clock that goes wrong at the other side must not put a message above all others for years.
    return std::clamp(fromMillis(at.toMSecsSinceEpoch()), Instant{}, now);
}

bool isOwn(const JsonValue &account, const Me &me)
{
    const QString url = account[u"url"].text();
    return account[u"id"].id() == me.id || (!url.isEmpty() && url == me.url);
}

QString nameOf(const JsonValue &account)
{
    const QString name = account[u"display_name"].text().simplified();
    return name.isEmpty() ? account[u"username"].text() : name;
}

struct Other {
    QString id{};
    QString address{};
};

/// Whom one of our own is for.
Other addresseeOf(const JsonValue &status, const Reading &reading)
{
    Other other{.id = status[u"in_reply_to_account_id"].id()};
    if (other.id == reading.me.id) {
        other.id.clear();
    }
    for (const JsonValue &mention : status[u"mentions"].items()) {
        if (isOwn(mention, reading.me)) {
            continue;
        }
        if (other.id.isEmpty() || mention[u"id"].id() == other.id || other.address.isEmpty()) {
            other.address = addressOf(mention, reading.domain);
        }
        if (other.id.isEmpty()) {
            other.id = mention[u"id"].id();
        }
    }
    return other;
}

void fillPeople(IncomingMessage &message, const JsonValue &status, const Reading &reading)
{
    const JsonValue &author = status[u"account"];
    message.authorName = nameOf(author);
    message.authorHandle = addressOf(author, reading.domain);
    message.reach = std::max<qint64>(author[u"followers_count"].integer().value_or(0), 0);
    Other other{.id = author[u"id"].id(), .address = message.authorHandle};
    if (isOwn(author, reading.me)) {
        message.direction = Direction::Outgoing;
        message.isRead = true;
        other = addresseeOf(status, reading);
        message.personHandle = other.address;
    } else {
        message.personName = message.authorName;
        message.personHandle = message.authorHandle;
    }
    if (message.audience == Audience::Private && !other.id.isEmpty()) {
        message.conversationKey = reading.server + u"/direct/"_s + reading.me.id + u'/' + other.id;
    }
}

QString pollText(const JsonValue &poll)
{
    QString text;
    for (const JsonValue &option : poll[u"options"].items()) {
        text += u"\n- "_s + option[u"title"].text();
    }
    return text;
}

/// A warning stands in front of what it warns of.
void fillText(IncomingMessage &message, const JsonValue &status, const Reading &reading)
{
    const QString warning = status[u"spoiler_text"].text().simplified();
    const QString content = status[u"content"].text();
    message.html = content;
    message.text = (reading.toText(content) + pollText(status[u"poll"])).trimmed();
    if (!warning.isEmpty()) {
        const QString shown = writeWarning({.warning = warning}).trimmed();
        message.html = u"<p>"_s + shown.toHtmlEscaped() + u"</p>"_s + content;
        message.text = writeWarning({.warning = warning, .text = message.text}).trimmed();
    }
    if (message.text.isEmpty() && message.attachments.isEmpty()) {
        message.text = status[u"url"].text(); // there is something that we cannot show
    }
}

QString mimeTypeOf(const QString &kind, const QString &suffix)
{
    static const QList<std::pair<QString, QString>> known{
        {u"jpg"_s, u"image/jpeg"_s},  {u"jpeg"_s, u"image/jpeg"_s}, {u"png"_s, u"image/png"_s},
        {u"webp"_s, u"image/webp"_s}, {u"gif"_s, u"image/gif"_s},   {u"mp4"_s, u"video/mp4"_s},
        {u"webm"_s, u"video/webm"_s}, {u"mp3"_s, u"audio/mpeg"_s},  {u"ogg"_s, u"audio/ogg"_s}};
    for (const auto &[ending, type] : known) {
        if (ending == suffix) {
            return type;
        }
    }
    return kind == "image"_L1 ? u"image/jpeg"_s : u"application/octet-stream"_s;
}

/// What a picture shows is its name here.
IncomingAttachment attachmentOf(const JsonValue &media)
{
    const QString url = media[media[u"url"].text().isEmpty() ? u"remote_url" : u"url"].text();
    const QFileInfo file(QUrl(url).path());
    const QString shown = media[u"description"].text().simplified().left(longestName);
    const QString ending = file.suffix().toLower();
    const QString named = ending.isEmpty() ? shown : shown + u'.' + ending;
    const QString name = shown.isEmpty() ? file.fileName() : named;
    return {.name = name,
            .mimeType = mimeTypeOf(media[u"type"].text(), ending),
            .contentId = {},
            .data = {},
            .part = ServerPart{.section = url, .encoding = PartEncoding::None, .size = 0}};
}

void addMedia(IncomingMessage &message, const JsonValue &status)
{
    for (const JsonValue &media : status[u"media_attachments"].items()) {
        const IncomingAttachment attachment = attachmentOf(media);
        if (attachment.part && !attachment.part->section.isEmpty()) { // else the server has not made it yet
            message.attachments.append(attachment);
        }
    }
    if (!message.attachments.isEmpty()) {
        // By this what was left at the server is asked for.
        message.place = ServerPlace{
            .folder = message.remoteId, .uidValidity = 1, .uid = 1, .flags = {.isRead = message.isRead}};
    }
}

} // namespace

QString remoteId(const QString &server, const QString &id)
{
    return server + u'/' + id;
}

QString idAt(const QString &server, const QString &remoteId)
{
    const QString prefix = server + u'/';
    return remoteId.startsWith(prefix) ? remoteId.sliced(prefix.size()) : QString();
}

bool isLater(const QString &id, const QString &other)
{
    return id.size() != other.size() ? id.size() > other.size() : id > other;
}

QString addressOf(const JsonValue &account, const QString &domain)
{
    const QString address = account[u"acct"].text();
    return address.isEmpty() || address.contains(u'@') ? address : address + u'@' + domain;
}

std::optional<IncomingMessage> messageOf(const JsonValue &status, const Reading &reading)
{
    const QString id = status[u"id"].id();
    if (id.isEmpty() || id.contains(u'/') || status[u"reblog"].isObject()) {
        return std::nullopt;
    }
    IncomingMessage message;
    message.channel = Channel::Mastodon;
    const QString seenBy = status[u"visibility"].text();
    message.audience
        = seenBy == "public"_L1 || seenBy == "unlisted"_L1 ? Audience::Public : Audience::Private;
    message.remoteId = remoteId(reading.server, id);
    if (const QString answered = status[u"in_reply_to_id"].id(); !answered.isEmpty()) {
        message.references = {remoteId(reading.server, answered)};
    }
    message.sentAt = instantOf(status[u"created_at"], reading.now).value_or(reading.now);
    message.editedAt = instantOf(status[u"edited_at"], reading.now);
    fillPeople(message, status, reading);
    addMedia(message, status);
    fillText(message, status, reading);
    return message;
}

} // namespace aside::mastodon
