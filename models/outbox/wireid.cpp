// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/outbox/wireid.h"

#include <QByteArray>
#include <QUuid>

#include <algorithm>

namespace aside {

namespace {

/// What stands behind the @, if it may stand in a Message-ID.
QString domainOf(const QString &address)
{
    const QString domain = address.mid(address.lastIndexOf(u'@') + 1).toLower();
    const bool isPlain = !domain.isEmpty() && std::ranges::all_of(domain, [](QChar letter) {
        return letter.unicode() < 128 && (letter.isLetterOrNumber() || letter == u'.' || letter == u'-');
    });
    return isPlain && address.contains(u'@') ? domain : QStringLiteral("aside.invalid");
}

QString number(const QString &key)
{
    // The second half of a UUID of version 7 is random but for the two bits of the variant.
    const QByteArray bytes = QUuid::fromString(key).toRfc4122();
    quint64 value = 0;
    for (const char byte : bytes.last(8)) {
        value = (value << 8U) | static_cast<quint8>(byte);
    }
    return QString::number(std::max<quint64>(value & 0x7fff'ffff'ffff'ffffU, 1));
}

} // namespace

QString wireIdFor(Channel channel, const QString &key, const QString &address)
{
    switch (channel) {
    case Channel::Email:
        return key + u'@' + domainOf(address);
    case Channel::Vk:
        return number(key);
    case Channel::Telegram:
    case Channel::X:
    case Channel::Mastodon:
    case Channel::Facebook:
    case Channel::Instagram:
    case Channel::Discourse:
    case Channel::Feed:
    case Channel::Phone:
    case Channel::Manual:
    case Channel::Max:
    case Channel::Ok:
    case Channel::Bluesky:
    case Channel::Matrix:
    case Channel::Youtube:
    case Channel::Reviews:
        return key;
    }
    Q_UNREACHABLE_RETURN(key);
}

} // namespace aside
