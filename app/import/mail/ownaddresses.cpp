// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/ownaddresses.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <array>

namespace aside {
namespace {

using namespace Qt::StringLiterals;

/// Domains where strangers live side by side: taking part says nothing about whose mail it is.
constexpr std::array freeMail{
    "aol.com"_L1,      "bk.ru"_L1,       "fastmail.com"_L1,   "gmail.com"_L1,      "gmx.com"_L1,
    "gmx.de"_L1,       "gmx.net"_L1,     "googlemail.com"_L1, "hotmail.com"_L1,    "hotmail.co.uk"_L1,
    "hotmail.fr"_L1,   "icloud.com"_L1,  "inbox.ru"_L1,       "internet.ru"_L1,    "laposte.net"_L1,
    "list.ru"_L1,      "live.com"_L1,    "live.ru"_L1,        "mac.com"_L1,        "mail.com"_L1,
    "mail.ru"_L1,      "me.com"_L1,      "msn.com"_L1,        "narod.ru"_L1,       "orange.fr"_L1,
    "outlook.com"_L1,  "pm.me"_L1,       "proton.me"_L1,      "protonmail.com"_L1, "qq.com"_L1,
    "rambler.ru"_L1,   "rambler.ua"_L1,  "seznam.cz"_L1,      "t-online.de"_L1,    "tut.by"_L1,
    "tutanota.com"_L1, "ukr.net"_L1,     "vk.com"_L1,         "web.de"_L1,         "xmail.ru"_L1,
    "ya.ru"_L1,        "yahoo.co.jp"_L1, "yahoo.co.uk"_L1,    "yahoo.com"_L1,      "yahoo.de"_L1,
    "yahoo.fr"_L1,     "yandex.by"_L1,   "yandex.com"_L1,     "yandex.kz"_L1,      "yandex.ru"_L1,
    "yandex.ua"_L1,    "zoho.com"_L1,    "126.com"_L1,        "163.com"_L1,
};

QString domainOf(const QString &address)
{
    return address.sliced(address.lastIndexOf(u'@') + 1);
}

bool isFreeMail(const QString &domain)
{
    return std::ranges::any_of(freeMail, [&](QLatin1StringView known) { return known == domain; });
}

/// The names that are in at least nine of ten messages.
QStringList common(const QHash<QString, qsizetype> &counts, qsizetype messages)
{
    QStringList names;
    for (const auto &[name, count] : counts.asKeyValueRange()) {
        if (count * 10 >= messages * 9) {
            names.append(name);
        }
    }
    return names;
}

} // namespace

void AddressSample::add(const QStringList &addresses)
{
    if (!isFull()) {
        m_messages.append(addresses);
    }
}

QStringList guessOwnAddresses(const QList<QStringList> &messages)
{
    constexpr qsizetype fewest = 5;
    if (messages.size() < fewest) {
        return {};
    }
    QHash<QString, qsizetype> addresses;
    QHash<QString, qsizetype> domains;
    for (const QStringList &message : messages) {
        QSet<QString> seen;
        QSet<QString> seenDomains;
        for (const QString &written : message) {
            const QString address = written.toLower();
            if (address.contains(u'@')) {
                seen.insert(address);
                seenDomains.insert(domainOf(address));
            }
        }
        for (const QString &address : std::as_const(seen)) {
            ++addresses[address];
        }
        for (const QString &domain : std::as_const(seenDomains)) {
            ++domains[domain];
        }
    }
    const QStringList owners = common(addresses, messages.size());
    if (owners.size() == 1) {
        return owners;
    }
    QStringList homes = common(domains, messages.size());
    homes.removeIf(isFreeMail);
    const bool isOneHouse = homes.size() == 1 && std::ranges::all_of(owners, [&](const QString &owner) {
                                return domainOf(owner) == homes.first();
                            });
    return isOneHouse ? QStringList{u'@' + homes.first()} : QStringList();
}

} // namespace aside
