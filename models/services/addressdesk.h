// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/account.h"
#include "models/domain/addressing.h"
#include "models/domain/conversation.h"
#include "models/domain/message.h"
#include "models/mail/answering.h"
#include "models/ports/draftstore.h"

#include <QList>
#include <QObject>
#include <QStringList>

namespace aside {

/// Whom the reply of the open conversation goes to: where nobody says otherwise the customer. Saves what was
/// chosen with the draft. Counts for mail alone. Owned by the Composer.
class AddressDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AddressDesk)

public:
    AddressDesk(DraftStore &drafts, QObject *parent);

    /// Whose addresses are ours, and as whom one can write.
    void setAccounts(const QList<Account> &accounts);
    /// Waits for the draft of this conversation, or waits for it anew.
    void open(ConversationId id);
    void close();
    /// It was read.
    void takeDraft(const Draft &draft);
    /// What is answered.
    void setConversation(const ConversationRow &row, const QList<Message> &messages);

    /// Recipients can be chosen: it is mail, and there is something to answer.
    [[nodiscard]] bool isOffered() const;
    [[nodiscard]] const Addressing &addressing() const { return m_addressing; }
    /// All it goes to: what was chosen, else where the customer wants answers.
    [[nodiscard]] QList<Recipient> recipients() const;
    /// Somebody else is to get it than the customer alone, or nobody yet.
    [[nodiscard]] bool isChosen() const { return !m_addressing.isPlain(); }
    /// A letter that is passed on goes to nobody until somebody is named.
    [[nodiscard]] bool hasRecipients() const { return !recipients().isEmpty(); }
    /// As whom one can write; the account itself first, none where it is not known.
    [[nodiscard]] QList<mail::Mailbox> identities() const;
    /// The message an answer answers: the customer's last, else the last of all; with no id where there is
    /// none.
    [[nodiscard]] Message answered() const;
    [[nodiscard]] mail::Original original() const;

    void answerCustomer();
    void answerEverybody();
    /// Whoever it goes to is still to be named. Its text and files are for the caller to add.
    void forward(const Message &message);
    void choose(const Addressing &addressing);

Q_SIGNALS:
    void changed();
    void failed(const aside::Error &error);

private:
    [[nodiscard]] QStringList ownAddresses() const;
    [[nodiscard]] QList<Recipient> usual(mail::AnswerTo whom) const;
    void take(const Addressing &addressing);

    DraftStore &m_drafts;
    ConversationId m_conversation;
    ConversationRow m_row;
    QList<Message> m_messages;
    QList<Account> m_accounts;
    Addressing m_addressing;
    bool m_isAwaited = false; ///< what is read now is not older than what was chosen
};

} // namespace aside
