// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/mastodon/cursor.h"

#include "app/channels/mastodon/status.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace aside::mastodon {

using namespace Qt::StringLiterals;

void Cursor::watch(const Watched &status)
{
    watched.removeIf([&](const Watched &known) { return known.id == status.id; });
    watched.append(status);
    if (watched.size() > mostWatched) {
        watched.erase(std::ranges::min_element(
            watched, [](const QString &id, const QString &other) { return isLater(other, id); },
            &Watched::id));
    }
}

QByteArray Cursor::toBytes() const
{
    QJsonArray statuses;
    for (const Watched &status : watched) {
        statuses.append(QJsonArray{status.id, toMillis(status.changed)});
    }
    const QJsonObject json{{u"server"_s, server},
                           {u"me"_s, me},
                           {u"latest"_s, latest},
                           {u"back"_s, back},
                           {u"watched"_s, statuses}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Cursor> Cursor::parse(const QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        return Cursor{};
    }
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonObject json = document.object();
    if (!document.isObject() || !json.value("latest"_L1).isString()) {
        return fail(Errc::InvalidInput, u"no cursor of Mastodon's"_s);
    }
    Cursor cursor{.server = json.value("server"_L1).toString(),
                  .me = json.value("me"_L1).toString(),
                  .latest = json.value("latest"_L1).toString(),
                  .back = json.value("back"_L1).toString()};
    for (const QJsonValue &status : json.value("watched"_L1).toArray()) {
        cursor.watch({.id = status[0].toString(), .changed = fromMillis(status[1].toInteger())});
    }
    return cursor;
}

} // namespace aside::mastodon
