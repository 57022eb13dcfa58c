// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mailaddress.h"

#include "app/import/mail/encodedwords.h"
#include "app/import/mail/mailcharset.h"

#include <KMime/HeaderParsing>
#include <KMime/Types>

#include <algorithm>

namespace aside {
namespace {

using namespace Qt::StringLiterals;

/// Without the quotes some put around it, the domain in lower case.
QString plainAddress(const QString &written)
{
    QString address = cleanLine(written);
    while (address.size() > 2 && address.startsWith(u'\'') && address.endsWith(u'\'')) {
        address = address.sliced(1, address.size() - 2);
    }
    const qsizetype at = address.lastIndexOf(u'@');
    return at < 0 ? address : address.first(at) + address.sliced(at).toLower();
}

/// Outlook writes 'a@b.example' or a@b.example as the name: that is no name.
QString personName(const QString &raw, const QString &address)
{
    QString name = cleanLine(raw);
    if (name.size() >= 2 && name.startsWith(u'\'') && name.endsWith(u'\'')) {
        name = name.sliced(1, name.size() - 2).trimmed();
    }
    return name.compare(address, Qt::CaseInsensitive) == 0 ? QString() : name;
}

bool isAddressCharacter(char c)
{
    return c > ' ' && c != '<' && c != '>' && c != ',' && c != ';' && c != '"' && c != '(' && c != ')'
        && c != 127;
}

QString searchedName(QByteArray raw)
{
    raw.removeIf([](char c) { return c == '"' || c == '<' || c == '>' || c == ',' || c == ';'; });
    return QString::fromUtf8(raw);
}

/// Anything with an @ in it; its name is what stands before the angle bracket.
QList<MailAddress> searchAddresses(const QByteArray &raw)
{
    constexpr qsizetype most = 1000;
    QList<MailAddress> found;
    qsizetype nameFrom = 0;
    for (qsizetype at = raw.indexOf('@'); at >= 0 && found.size() < most; at = raw.indexOf('@', at + 1)) {
        qsizetype from = at;
        while (from > nameFrom && isAddressCharacter(raw[from - 1])) {
            --from;
        }
        qsizetype to = at + 1;
        while (to < raw.size() && isAddressCharacter(raw[to])) {
            ++to;
        }
        if (from < at && to > at + 1) {
            const QByteArray between = raw.sliced(nameFrom, from - nameFrom);
            const QString address = plainAddress(QString::fromUtf8(raw.sliced(from, to - from)));
            QString name = personName(searchedName(between), address);
            if (between.trimmed() == "<" && !found.isEmpty()) {
                name = personName(found.takeLast().address, address); // somebody's address stood for a name
            }
            found.append({.name = name, .address = address});
            nameFrom = to;
            at = to - 1;
        }
    }
    return found;
}

/// The grammar reads quoted bytes as Latin-1 and knows no addresses beyond ASCII: both travel as "=C3=B8".
QByteArray toAscii(const QByteArray &utf8)
{
    QByteArray ascii;
    ascii.reserve(utf8.size());
    for (const char c : utf8) {
        if (c == '=' || (static_cast<unsigned char>(c) & 0x80U) != 0) {
            ascii += '=' + QByteArray(1, c).toHex();
        } else {
            ascii += c;
        }
    }
    return ascii;
}

QString fromAscii(const QString &ascii)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(ascii.toUtf8(), '='));
}

QList<MailAddress> parseAddresses(const QByteArray &utf8)
{
    KMime::Types::AddressList list;
    const QByteArray raw = toAscii(utf8);
    const char *cursor = raw.constData();
    if (!KMime::HeaderParsing::parseAddressList(cursor, cursor + raw.size(), list)) {
        return {};
    }
    QList<MailAddress> found;
    for (const auto &entry : list) {
        for (const auto &mailbox : entry.mailboxList) {
            const QString address = plainAddress(fromAscii(mailbox.addrSpec().asString()));
            if (!address.isEmpty()) {
                found.append({.name = personName(fromAscii(mailbox.name()), address), .address = address});
            }
        }
    }
    return found;
}

} // namespace

QList<MailAddress> readAddresses(QByteArrayView raw, QByteArrayView charset)
{
    // Recipients beyond this are a mailing gone wrong, and the grammar below is not made for megabytes.
    constexpr qsizetype longest = 64 * 1024;
    const QByteArray quoted = quoteWords(raw.first(std::min(raw.size(), longest)).trimmed(), charset);
    if (quoted.isEmpty()) {
        return {};
    }
    QList<MailAddress> found = parseAddresses(quoted);
    if (found.isEmpty()) {
        found = searchAddresses(quoted);
    }
    if (found.isEmpty() && !quoted.contains('<')) {
        // A name alone ("Mail Delivery System") still says who wrote.
        found.append({.name = cleanLine(QString::fromUtf8(quoted)).remove(u'"'), .address = {}});
    }
    return found;
}

} // namespace aside
