// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/mailtolink.h"
#include "models/ports/conversationstore.h"
#include "models/ports/searchindex.h"

#include <QObject>

namespace aside {

/// Finds the conversation a mailto: link can be answered in: with its first address, if possible with its
/// subject, and the newest of these.
class MailtoAnswer final : public QObject
{
    Q_OBJECT
public:
    MailtoAnswer(ConversationStore &conversations, SearchIndex &search, QObject *parent = nullptr);

    void look(const MailtoLink &link);

Q_SIGNALS:
    /// What of the link has found no place yet; the subject is gone where the conversation has it.
    void found(aside::ConversationId id, const aside::MailtoLink &link);
    /// Nobody with this address has written yet.
    void notFound(const QString &address);
    void failed(const aside::Error &error);

private:
    void choose(const MailtoLink &link, const Result<QList<ConversationRow>> &rows);

    ConversationStore &m_conversations;
    SearchIndex &m_search;
};

} // namespace aside
