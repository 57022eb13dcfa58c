// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/outgoingletter.h"

#include "models/mail/answering.h"
#include "models/mail/mailbox.h"
#include "models/mail/mailboxcheck.h"

#include <QDateTime>

#include <algorithm>

namespace aside::mail {

namespace {

QList<Mailbox> named(const OutgoingMessage &message, RecipientKind kind)
{
    QList<Mailbox> mailboxes;
    for (const Recipient &one : message.recipients) {
        if (one.kind == kind) {
            mailboxes.append({.name = one.name, .address = one.address});
        }
    }
    return mailboxes;
}

/// An identity that the account has no more writes as the account.
Mailbox senderOf(const OutgoingMessage &message, const Account &account)
{
    const QList<Mailbox> identities = identitiesOf(account);
    const auto chosen = std::ranges::find_if(identities, [&](const Mailbox &each) {
        return each.address.compare(message.sender, Qt::CaseInsensitive) == 0;
    });
    return chosen != identities.cend() ? *chosen : identities.constFirst();
}

} // namespace

Letter letterOf(const OutgoingMessage &message, const Account &account, Instant now,
                std::chrono::seconds utcOffset)
{
    Letter letter;
    letter.from = senderOf(message, account);
    letter.to = named(message, RecipientKind::To);
    letter.cc = named(message, RecipientKind::Cc);
    letter.bcc = named(message, RecipientKind::Bcc);
    if (message.recipients.isEmpty()) {
        letter.to = {{.name = message.toName, .address = message.to}};
    }
    letter.subject = message.isForward ? forwardSubject(message.subject)
        : message.inReplyTo.isEmpty()  ? message.subject
                                       : answerSubject(message.subject);
    letter.messageId = message.wireId;
    letter.inReplyTo = message.inReplyTo;
    letter.references = message.references;
    letter.date = now;
    letter.utcOffset = utcOffset;
    letter.text = message.text;
    for (const OutgoingFile &file : message.files) {
        LetterFile added = fileOfBytes(file.name, file.mimeType, file.data);
        added.alt = file.alt;
        letter.files.append(added);
    }
    return letter;
}

Result<smtp::Envelope> envelopeOf(const Letter &letter)
{
    const Result<WireAddress> sender = wireAddress(letter.from.address);
    if (!sender) {
        return std::unexpected(sender.error());
    }
    smtp::Envelope envelope{.sender = sender->bytes, .recipients = {}};
    for (const QList<Mailbox> &mailboxes : {letter.to, letter.cc, letter.bcc}) {
        for (const Mailbox &mailbox : mailboxes) {
            const Result<WireAddress> recipient = wireAddress(mailbox.address);
            if (!recipient) {
                return std::unexpected(recipient.error());
            }
            envelope.recipients.append(recipient->bytes);
        }
    }
    return envelope;
}

std::chrono::seconds localOffset(Instant at)
{
    return std::chrono::seconds(
        QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()).offsetFromUtc());
}

} // namespace aside::mail
