// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/mail/mailbox.h"

#include "models/mail/mailboxcheck.h"

#include <algorithm>

namespace aside::mail {

namespace {

using namespace Qt::StringLiterals;

/// The parts between separators that stand neither in quotes nor in angle brackets.
QStringList entriesOf(const QString &text)
{
    QStringList entries{QString()};
    bool isQuoted = false;
    bool isBracketed = false;
    for (const QChar c : text) {
        const bool separates = c == u',' || c == u';' || c == u'\n' || c == u'\r';
        if (separates && !isQuoted && !isBracketed) {
            entries.append(QString());
            continue;
        }
        isQuoted = c == u'"' ? !isQuoted : isQuoted;
        isBracketed = !isQuoted && (c == u'<' || (isBracketed && c != u'>'));
        entries.last().append(c);
    }
    return entries;
}

QString withoutQuotes(QString name)
{
    name = name.simplified();
    if (name.size() >= 2 && name.startsWith(u'"') && name.endsWith(u'"')) {
        name = name.sliced(1, name.size() - 2);
    }
    return name.replace(u"\\\""_s, u"\""_s);
}

Mailbox mailboxOf(const QString &entry)
{
    const qsizetype open = entry.lastIndexOf(u'<');
    const qsizetype close = entry.indexOf(u'>', open + 1);
    if (open < 0 || close < 0) {
        return {.name = {}, .address = entry.trimmed()};
    }
    return {.name = withoutQuotes(entry.first(open)),
            .address = entry.sliced(open + 1, close - open - 1).trimmed()};
}

bool isKnown(const QList<Mailbox> &mailboxes, const QString &address)
{
    return std::ranges::any_of(mailboxes, [&](const Mailbox &each) {
        return each.address.compare(address, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

MailboxList parseMailboxes(const QString &text)
{
    MailboxList list;
    for (const QString &entry : entriesOf(text)) {
        if (entry.trimmed().isEmpty()) {
            continue;
        }
        const Mailbox mailbox = mailboxOf(entry);
        if (!wireAddress(mailbox.address)) {
            list.wrong.append(entry.trimmed());
        } else if (!isKnown(list.mailboxes, mailbox.address)) {
            list.mailboxes.append(mailbox);
        }
    }
    return list;
}

QString toField(const QList<Mailbox> &mailboxes)
{
    QStringList entries;
    for (const Mailbox &mailbox : mailboxes) {
        QString name = mailbox.name.simplified();
        if (name.contains(u',') || name.contains(u';') || name.contains(u'<') || name.contains(u'"')) {
            name = u'"' + name.remove(u'"') + u'"';
        }
        entries.append(name.isEmpty() ? mailbox.address : name + u" <"_s + mailbox.address + u'>');
    }
    return entries.join(u", "_s);
}

QList<Mailbox> identitiesOf(const Account &account)
{
    QList<Mailbox> identities{{.name = account.identity, .address = account.address}};
    for (const Mailbox &more : parseMailboxes(account.settings.value(u"identities"_s)).mailboxes) {
        if (!isKnown(identities, more.address)) {
            identities.append(more);
        }
    }
    return identities;
}

} // namespace aside::mail
