// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/conversations.h"
#include "app/storage/lists.h"
#include "tests/storage/storagefixture.h"

#include <QTest>

namespace aside::test {

/// A mailbox to triage, new for each test: one conversation that waits and one that is answered.
class TriageFixture : public QObject
{
protected:
    void makeMailbox();

    Database &db() { return m_cache->db(); }
    Instant now() { return m_cache->clock().now(); }
    ConversationRow row(ConversationId id) { return conversationRows(db(), {id})->constFirst(); }
    QList<ConversationId> in(View view) { return *conversationIds(db(), {.view = view}); }
    qint64 count(View view)
    {
        const auto counts = inboxCounts(db());
        return std::ranges::find(counts->views, view, &ViewCount::view)->count;
    }

    std::unique_ptr<Cache> m_cache;
    ConversationId m_anna; ///< two messages, both unread
    ConversationId m_bob; ///< answered and read
};

inline void TriageFixture::makeMailbox()
{
    using namespace Qt::StringLiterals;
    QTest::failOnWarning();
    m_cache = std::make_unique<Cache>();
    auto bob = mail(u"b1"_s, 2);
    bob.authorName = u"Bob"_s;
    bob.authorHandle = u"bob@example.org"_s;
    bob.isRead = true;
    auto answer = mail(u"b2"_s, 3, {u"b1"_s});
    answer.direction = Direction::Outgoing;
    answer.authorHandle = u"us@shop.example"_s;
    m_cache->apply({mail(u"a1"_s, 0), mail(u"a2"_s, 1, {u"a1"_s}), bob, answer});
    m_anna = m_cache->home(u"a1"_s);
    m_bob = m_cache->home(u"b1"_s);
}

} // namespace aside::test
