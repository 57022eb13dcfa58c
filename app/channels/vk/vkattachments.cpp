// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/vk/vkattachments.h"

#include <algorithm>

namespace aside::vk {

using namespace Qt::StringLiterals;

namespace {

void addFile(IncomingMessage &message, const QString &address, const QString &name, const QString &type,
             qint64 size)
{
    message.attachments.append({.name = name,
                                .mimeType = type,
                                .contentId = {},
                                .data = {},
                                .part = ServerPart{.section = address,
                                                   .encoding = PartEncoding::None,
                                                   .size = std::max<qint64>(size, 0)}});
}

/// Of the copies that VK keeps, the largest.
QString pictureAddress(const JsonValue &photo)
{
    if (const QString original = photo[u"orig_photo"][u"url"].text(); !original.isEmpty()) {
        return original;
    }
    const QList<JsonValue> &sizes = photo[u"sizes"].items();
    const auto largest = std::ranges::max_element(sizes, {}, [](const JsonValue &size) {
        return size[u"width"].number().value_or(0) * size[u"height"].number().value_or(0);
    });
    return largest == sizes.end() ? QString() : (*largest)[u"url"].text();
}

bool addAsFile(IncomingMessage &message, const QString &type, const JsonValue &what)
{
    const QString id = what[u"id"].id();
    if (type == "photo"_L1) {
        const QString address = pictureAddress(what);
        if (!address.isEmpty()) {
            addFile(message, address, u"photo-%1.jpg"_s.arg(id), u"image/jpeg"_s, 0);
        }
        return !address.isEmpty();
    }
    if (type == "doc"_L1 && !what[u"url"].text().isEmpty()) {
        const QString title = what[u"title"].text();
        addFile(message, what[u"url"].text(), title.isEmpty() ? u"file-%1"_s.arg(id) : title,
                u"application/octet-stream"_s, what[u"size"].integer().value_or(0));
        return true;
    }
    if (type == "audio_message"_L1 && !what[u"link_ogg"].text().isEmpty()) {
        addFile(message, what[u"link_ogg"].text(), u"voice-%1.ogg"_s.arg(id), u"audio/ogg"_s, 0);
        return true;
    }
    if (type == "graffiti"_L1 && !what[u"url"].text().isEmpty()) {
        addFile(message, what[u"url"].text(), u"graffiti-%1.png"_s.arg(id), u"image/png"_s, 0);
        return true;
    }
    return false;
}

/// Something at VK by its address: "video-1_5".
QString addressOf(const QString &type, const JsonValue &what)
{
    const QString owner = what[u"owner_id"].id().isEmpty() ? what[u"to_id"].id() : what[u"owner_id"].id();
    const QString id = what[u"id"].id();
    return owner.isEmpty() || id.isEmpty() ? QString() : u"https://vk.com/%1%2_%3"_s.arg(type, owner, id);
}

QString wordsOf(const QString &type, const JsonValue &what)
{
    if (type == "link"_L1) {
        return what[u"url"].text();
    }
    if (type == "audio"_L1) {
        return u"♪ %1 – %2"_s.arg(what[u"artist"].text(), what[u"title"].text());
    }
    if (type == "poll"_L1) {
        return what[u"question"].text();
    }
    if (type == "wall_reply"_L1) {
        return u"https://vk.com/wall%1_%2?reply=%3"_s.arg(what[u"owner_id"].id(), what[u"post_id"].id(),
                                                          what[u"id"].id());
    }
    if (type == "sticker"_L1 || type == "gift"_L1) {
        return u"[%1]"_s.arg(type);
    }
    const QString title = what[u"title"].text();
    const QString address = addressOf(type, what);
    const QString words = QString(title + u' ' + address).simplified();
    return words.isEmpty() ? u"[%1]"_s.arg(type) : words;
}

void addLine(QString &text, const QString &line)
{
    if (!line.isEmpty()) {
        text += (text.isEmpty() ? QString() : u"\n"_s) + line;
    }
}

} // namespace

void addAttachments(IncomingMessage &message, const JsonValue &json)
{
    for (const JsonValue &attachment : json[u"attachments"].items()) {
        const QString type = attachment[u"type"].text();
        const JsonValue &what = attachment[type];
        if (!type.isEmpty() && !addAsFile(message, type, what)) {
            addLine(message.text, wordsOf(type, what));
        }
    }
    const JsonValue &point = json[u"geo"][u"coordinates"];
    if (const auto north = point[u"latitude"].number(), east = point[u"longitude"].number(); north && east) {
        addLine(message.text,
                u"geo:%1,%2"_s.arg(QString::number(*north, 'f', 6), QString::number(*east, 'f', 6)));
    }
    for (const JsonValue &forwarded : json[u"fwd_messages"].items()) {
        addLine(message.text, u"> "_s + forwarded[u"text"].text().replace(u'\n', u"\n> "_s));
        addAttachments(message, forwarded);
    }
}

} // namespace aside::vk
