// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/mailtoanswer.h"

#include <algorithm>

namespace aside {

namespace {

constexpr int mostCandidates = 50;

} // namespace

MailtoAnswer::MailtoAnswer(ConversationStore &conversations, SearchIndex &search, QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_search(search)
{
}

void MailtoAnswer::look(const MailtoLink &link)
{
    QString address = link.to.constFirst();
    address.remove(u'"');
    const QString query = QStringLiteral("from:\"%1\"").arg(address);
    m_search.searchConversations(query, mostCandidates)
        .then(this, [this, link](const Result<QList<ConversationId>> &ids) {
            if (!ids) {
                Q_EMIT failed(ids.error());
                return;
            }
            m_conversations.rows(*ids).then(
                this, [this, link](const Result<QList<ConversationRow>> &rows) { choose(link, rows); });
        });
}

void MailtoAnswer::choose(const MailtoLink &link, const Result<QList<ConversationRow>> &rows)
{
    if (!rows) {
        Q_EMIT failed(rows.error());
        return;
    }
    // The search finds words, so another address may contain this one.
    const auto same = [&link](const ConversationRow &row) {
        return row.channel == Channel::Email
            && row.handle.compare(link.to.constFirst(), Qt::CaseInsensitive) == 0;
    };
    const ConversationRow *newest = nullptr;
    for (const ConversationRow &row : *rows) {
        if (same(row) && (newest == nullptr || row.lastAt > newest->lastAt)) {
            newest = &row;
        }
    }
    if (newest != nullptr) {
        Q_EMIT found(newest->id, link);
    } else {
        Q_EMIT notFound(link.to.constFirst());
    }
}

} // namespace aside
