// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/feed/feedcursor.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace aside::feed {

using namespace Qt::StringLiterals;

namespace {

QString inText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromText(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

} // namespace

QByteArray FeedCursor::toBytes() const
{
    return QJsonDocument(QJsonObject{{u"feed"_s, feed},
                                     {u"place"_s, place},
                                     {u"etag"_s, inText(etag)},
                                     {u"modified"_s, inText(modified)},
                                     {u"digest"_s, inText(digest)},
                                     {u"next"_s, toMillis(nextAt)},
                                     {u"gone"_s, isGone}})
        .toJson(QJsonDocument::Compact);
}

Result<FeedCursor> FeedCursor::parse(const QByteArray &bytes, const QString &feed)
{
    if (bytes.isEmpty()) {
        return FeedCursor{.feed = feed, .place = feed};
    }
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject()) {
        return fail(Errc::InvalidInput, u"no cursor of a feed"_s);
    }
    const QJsonObject json = document.object();
    if (json.value(u"feed"_s).toString() != feed) {
        return FeedCursor{.feed = feed, .place = feed};
    }
    return FeedCursor{.feed = feed,
                      .place = json.value(u"place"_s).toString(),
                      .etag = fromText(json.value(u"etag"_s)),
                      .modified = fromText(json.value(u"modified"_s)),
                      .digest = fromText(json.value(u"digest"_s)),
                      .nextAt = fromMillis(json.value(u"next"_s).toInteger()),
                      .isGone = json.value(u"gone"_s).toBool()};
}

} // namespace aside::feed
