// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/windowplaces.h"

#include <QDataStream>
#include <QIODevice>

namespace aside {

namespace {

constexpr quint32 magic = 0x41536477; // "ASdw"
constexpr quint8 version = 2; // from 2 on with the order of the lists
constexpr qsizetype largest = 65'536;

} // namespace

QByteArray toBytes(const WindowPlaces &places)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_8);
    out << magic << version << places.geometry << places.columns << places.rows
        << static_cast<quint8>(places.view) << places.conversation.value << static_cast<quint8>(places.order);
    return bytes;
}

std::optional<WindowPlaces> placesFrom(const QByteArray &bytes)
{
    if (bytes.size() > largest) {
        return std::nullopt;
    }
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_8);
    quint32 readMagic = 0;
    quint8 readVersion = 0;
    quint8 view = 0;
    quint8 order = static_cast<quint8>(usualOrder);
    WindowPlaces places;
    in >> readMagic >> readVersion >> places.geometry >> places.columns >> places.rows >> view
        >> places.conversation.value;
    if (readVersion > 1) {
        in >> order;
    }
    const bool isOurs
        = in.status() == QDataStream::Ok && readMagic == magic && readVersion >= 1 && readVersion <= version;
    if (!isOurs || view > static_cast<quint8>(lastView) || order > static_cast<quint8>(SortOrder::ReplyBy)) {
        return std::nullopt;
    }
    places.view = static_cast<View>(view);
    places.order = static_cast<SortOrder>(order);
    return places;
}

} // namespace aside
