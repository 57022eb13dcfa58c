// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/vk/vkcursor.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace aside::vk {

using namespace Qt::StringLiterals;

QByteArray Cursor::toBytes() const
{
    QJsonObject json{{u"ts"_s, ts}, {u"at"_s, at}};
    if (skip > 0) {
        json.insert(u"skip"_s, skip);
    }
    if (fill) {
        json.insert(u"fill"_s, *fill);
        json.insert(u"since"_s, since);
    }
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Cursor> Cursor::parse(const QByteArray &bytes)
{
    if (bytes.isEmpty()) {
        return Cursor();
    }
    const QJsonObject json = QJsonDocument::fromJson(bytes).object();
    if (json.value(u"ts").toString().isEmpty()) {
        return std::nullopt;
    }
    Cursor cursor{.ts = json.value(u"ts").toString(),
                  .skip = static_cast<qsizetype>(std::max<qint64>(json.value(u"skip").toInteger(), 0)),
                  .at = json.value(u"at").toInteger(),
                  .since = json.value(u"since").toInteger()};
    if (json.contains(u"fill")) {
        cursor.fill = std::max<qint64>(json.value(u"fill").toInteger(), 0);
    }
    return cursor;
}

} // namespace aside::vk
