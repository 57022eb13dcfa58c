// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/mailtolink.h"

#include <QByteArray>

#include <algorithm>

namespace aside {

namespace {

constexpr qsizetype largest = 65'536;
constexpr qsizetype mostAddresses = 50;
constexpr qsizetype longestSubject = 1000;

/// A plus stays a plus in mailto. What is not UTF-8 becomes replacement characters.
QString decoded(const QString &part)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(part.toUtf8()));
}

/// One line, without anything a header could be smuggled in with.
QString singleLine(QString text)
{
    for (QChar &each : text) {
        if (each.category() == QChar::Other_Control) {
            each = u' ';
        }
    }
    return text.simplified();
}

QString severalLines(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n")).replace(u'\r', u'\n');
    text.removeIf(
        [](QChar each) { return each.category() == QChar::Other_Control && each != u'\n' && each != u'\t'; });
    return text;
}

bool looksLikeAnAddress(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    return at > 0 && at < text.size() - 1 && !text.contains(u' ');
}

void addAddresses(QStringList &addresses, const QString &encoded)
{
    // Commas that divide are not encoded.
    for (const QString &each : encoded.split(u',', Qt::SkipEmptyParts)) {
        const QString address = singleLine(decoded(each));
        if (looksLikeAnAddress(address) && addresses.size() < mostAddresses) {
            addresses.append(address);
        }
    }
}

void takeField(MailtoLink &link, const QString &name, const QString &value)
{
    if (name == u"to") {
        addAddresses(link.to, value);
    } else if (name == u"cc") {
        addAddresses(link.cc, value);
    } else if (name == u"subject") {
        link.subject = singleLine(decoded(value)).left(longestSubject);
    } else if (name == u"body") {
        link.body = severalLines(decoded(value));
    }
}

} // namespace

Result<MailtoLink> parseMailto(const QString &text)
{
    static const QString scheme = QStringLiteral("mailto:");
    if (!text.startsWith(scheme, Qt::CaseInsensitive)) {
        return fail(Errc::InvalidInput, QStringLiteral("not a mailto link"));
    }
    if (text.size() > largest) {
        return fail(Errc::TooLarge, QStringLiteral("a mailto link of %1 characters").arg(text.size()));
    }
    const QString rest = text.sliced(scheme.size());
    const qsizetype question = rest.indexOf(u'?');
    MailtoLink link;
    addAddresses(link.to, question < 0 ? rest : rest.first(question));
    if (question >= 0) {
        for (const QString &field : rest.sliced(question + 1).split(u'&', Qt::SkipEmptyParts)) {
            const qsizetype equals = field.indexOf(u'=');
            if (equals > 0) {
                takeField(link, decoded(field.first(equals)).toLower(), field.sliced(equals + 1));
            }
        }
    }
    if (link.to.isEmpty()) {
        return fail(Errc::Empty, QStringLiteral("a mailto link without an address"));
    }
    return link;
}

} // namespace aside
