// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/ingest/serversword.h"

#include "app/storage/dispatch.h"
#include "app/storage/recipients.h"
#include "app/storage/serverchanges.h"
#include "app/storage/serverplaces.h"

#include <utility>

namespace aside {

Result<void> ServersWord::takeNew(const IncomingMessage &message, MessageId id)
{
    if (message.failure) {
        m_failures.append(*message.failure);
    }
    return store(message, id);
}

Result<void> ServersWord::takeKnown(const IncomingMessage &message, MessageId id)
{
    if (message.place && message.place->flags.isRead && m_account.isValid()) {
        m_readElsewhere.append(id);
    }
    return store(message, id);
}

Result<void> ServersWord::store(const IncomingMessage &message, MessageId id)
{
    return storeRecipients(m_db, id, message.recipients).and_then([&]() -> Result<void> {
        if (!message.place || !m_account.isValid()) {
            return {};
        }
        return storePlace(m_db, m_account, id, *message.place);
    });
}

Result<QList<ConversationId>> ServersWord::finish(const QList<FolderNews> &news, Instant now)
{
    QList<ConversationId> touched;
    Result<void> done = takeReadElsewhere(touched).and_then([&] { return takeFailures(touched, now); });
    for (const FolderNews &one : news) {
        done = done.and_then([&] {
            return applyNews(m_db, m_account, one, now).transform([&](const QList<ConversationId> &changed) {
                touched += changed;
            });
        });
    }
    return done.transform([&] { return touched; });
}

Result<void> ServersWord::takeReadElsewhere(QList<ConversationId> &touched)
{
    for (const MessageId id : std::as_const(m_readElsewhere)) {
        const Result<ConversationId> home = takeReadMark(m_db, id, true);
        if (!home) {
            return std::unexpected(home.error());
        }
        if (home->isValid()) {
            touched.append(*home);
        }
    }
    return {};
}

Result<void> ServersWord::takeFailures(QList<ConversationId> &touched, Instant now)
{
    for (const DeliveryFailure &failure : std::as_const(m_failures)) {
        const Result<ConversationId> home = noteBounce(m_db, failure, now);
        if (!home) {
            return std::unexpected(home.error());
        }
        if (home->isValid()) {
            touched.append(*home);
            m_hasChangedOutbox = true;
        }
    }
    return {};
}

} // namespace aside
