// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/adapter/outgoingletter.h"

#include "app/channels/email/compose/answering.h"
#include "app/channels/email/compose/mailboxcheck.h"

namespace aside::mail {

Letter letterOf(const OutgoingMessage &message, const Account &account, Instant now,
                std::chrono::seconds utcOffset)
{
    Letter letter;
    letter.from = {.name = account.identity, .address = account.address};
    letter.to = {{.name = message.toName, .address = message.to}};
    letter.subject = message.inReplyTo.isEmpty() ? message.subject : answerSubject(message.subject);
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

} // namespace aside::mail
