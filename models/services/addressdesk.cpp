// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/addressdesk.h"

#include <algorithm>
#include <utility>

namespace aside {

namespace {

QList<mail::Mailbox> mailboxesOf(const Message &message, RecipientKind kind)
{
    QList<mail::Mailbox> mailboxes;
    for (const Recipient &one : message.recipients) {
        if (one.kind == kind) {
            mailboxes.append({.name = one.name, .address = one.address});
        }
    }
    return mailboxes;
}

void append(QList<Recipient> &to, const QList<mail::Mailbox> &mailboxes, RecipientKind kind)
{
    for (const mail::Mailbox &one : mailboxes) {
        to.append({.kind = kind, .name = one.name, .address = one.address});
    }
}

} // namespace

AddressDesk::AddressDesk(DraftStore &drafts, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
{
}

void AddressDesk::setAccounts(const QList<Account> &accounts)
{
    if (accounts != m_accounts) {
        m_accounts = accounts;
        Q_EMIT changed();
    }
}

void AddressDesk::open(ConversationId id)
{
    if (id != m_conversation) {
        close();
        m_conversation = id;
    }
    m_isAwaited = true;
}

void AddressDesk::takeDraft(const Draft &draft)
{
    if (m_isAwaited && draft.kind == DraftKind::Reply && draft.conversation == m_conversation) {
        take(draft.addressing);
    }
}

void AddressDesk::close()
{
    m_isAwaited = false;
    m_conversation = {};
    m_row = {};
    m_messages.clear();
    take({});
}

void AddressDesk::setConversation(const ConversationRow &row, const QList<Message> &messages)
{
    m_row = row;
    m_messages = messages;
    Q_EMIT changed();
}

bool AddressDesk::isOffered() const
{
    return m_row.channel == Channel::Email && m_row.audience == Audience::Private && answered().id.isValid();
}

Message AddressDesk::answered() const
{
    const auto last = std::find_if(m_messages.crbegin(), m_messages.crend(), [](const Message &message) {
        return message.direction == Direction::Incoming;
    });
    if (last != m_messages.crend()) {
        return *last;
    }
    const auto ours = std::find_if(m_messages.crbegin(), m_messages.crend(), [](const Message &message) {
        return message.direction == Direction::Outgoing;
    });
    return ours != m_messages.crend() ? *ours : Message{};
}

mail::Original AddressDesk::original() const
{
    const Message message = answered();
    return {.from = {.name = message.author, .address = message.handle},
            .replyTo = mailboxesOf(message, RecipientKind::ReplyTo),
            .to = mailboxesOf(message, RecipientKind::To),
            .cc = mailboxesOf(message, RecipientKind::Cc),
            .messageId = message.remoteId,
            .inReplyTo = {},
            .references = {},
            .subject = message.subject,
            .sentAt = message.sentAt,
            .text = message.text};
}

/// Those of all accounts, and as whom we wrote here before: what was imported may have no account.
QStringList AddressDesk::ownAddresses() const
{
    QStringList own;
    for (const Account &account : m_accounts) {
        if (account.channel == Channel::Email) {
            for (const mail::Mailbox &identity : mail::identitiesOf(account)) {
                own.append(identity.address);
            }
        }
    }
    for (const Message &message : m_messages) {
        if (message.direction == Direction::Outgoing && !message.handle.isEmpty()) {
            own.append(message.handle);
        }
    }
    return own;
}

QList<Recipient> AddressDesk::usual(mail::AnswerTo whom) const
{
    if (!isOffered()) {
        return {};
    }
    const mail::Recipients found = mail::recipientsOf(original(), whom, ownAddresses());
    QList<Recipient> all;
    append(all, found.to, RecipientKind::To);
    append(all, found.cc, RecipientKind::Cc);
    all.removeIf([](const Recipient &one) { return one.address.isEmpty(); });
    return all;
}

QList<Recipient> AddressDesk::recipients() const
{
    const bool isOpen = m_addressing.forwarded.isValid() || !m_addressing.recipients.isEmpty();
    return isOpen ? m_addressing.recipients : usual(mail::AnswerTo::Sender);
}

QList<mail::Mailbox> AddressDesk::identities() const
{
    QList<mail::Mailbox> all;
    for (const Account &account : m_accounts) {
        const bool isIts = account.id == m_row.account;
        if (account.channel == Channel::Email && (isIts || (!m_row.account.isValid() && all.isEmpty()))) {
            all = mail::identitiesOf(account);
        }
    }
    return all;
}

void AddressDesk::answerCustomer()
{
    choose({});
}

void AddressDesk::answerEverybody()
{
    if (isOffered()) {
        choose({.recipients = usual(mail::AnswerTo::Everybody), .sender = m_addressing.sender});
    }
}

void AddressDesk::forward(const Message &message)
{
    choose({.forwarded = message.id, .sender = m_addressing.sender});
}

void AddressDesk::choose(const Addressing &addressing)
{
    if (!m_conversation.isValid() || addressing == m_addressing) {
        return;
    }
    m_isAwaited = false; // what was asked for before is out of date
    take(addressing);
    m_drafts.address(m_conversation, addressing).then(this, [this](const Result<Draft> &draft) {
        if (!draft) {
            Q_EMIT failed(draft.error());
        }
    });
}

void AddressDesk::take(const Addressing &addressing)
{
    if (addressing != m_addressing) {
        m_addressing = addressing;
        Q_EMIT changed();
    }
}

} // namespace aside
