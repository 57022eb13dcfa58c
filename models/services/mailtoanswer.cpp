// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/mailtoanswer.h"

#include <QRegularExpression>

namespace aside {

namespace {

constexpr int mostCandidates = 50;

/// Without what answers and forwards put before it, and without regard to case.
QString bareSubject(const QString &subject)
{
    static const QRegularExpression prefixes(QStringLiteral("^((re|fwd?|aw|отв|ответ)\\s*:\\s*)+"),
                                             QRegularExpression::CaseInsensitiveOption
                                                 | QRegularExpression::UseUnicodePropertiesOption);
    QString bare = subject.simplified();
    return bare.remove(prefixes).toCaseFolded();
}

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
    const QString subject = bareSubject(link.subject);
    const ConversationRow *best = nullptr;
    bool hasSubject = false;
    for (const ConversationRow &row : *rows) {
        const bool isAbout = !subject.isEmpty() && bareSubject(row.subject) == subject;
        if (same(row)
            && (best == nullptr || (isAbout && !hasSubject)
                || (isAbout == hasSubject && row.lastAt > best->lastAt))) {
            best = &row;
            hasSubject = isAbout;
        }
    }
    if (best == nullptr) {
        Q_EMIT notFound(link.to.constFirst());
        return;
    }
    MailtoLink rest = link;
    if (hasSubject) {
        rest.subject.clear();
    }
    Q_EMIT found(best->id, rest);
}

} // namespace aside
