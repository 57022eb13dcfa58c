// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demo.h"

#include "app/demo/demofile.h"
#include "app/demo/demooutbox.h"
#include "models/core/clock.h"
#include "models/ports/consentstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/messagesink.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personrecords.h"
#include "models/ports/personstore.h"
#include "models/ports/promisestore.h"

#include <algorithm>

namespace aside {

namespace {

/// Any step may fail; the first that does ends the filling.
class Filling
{
public:
    template <typename T>
    void wait(const QFuture<Result<T>> &step)
    {
        if (const Result<T> done = step.result(); !done && m_result) {
            m_result = std::unexpected(done.error());
        }
    }
    void take(const Result<void> &step)
    {
        if (!step && m_result) {
            m_result = step;
        }
    }
    [[nodiscard]] Result<void> result() const { return m_result; }

private:
    Result<void> m_result;
};

Result<QList<ConversationRow>> allRows(ConversationStore &store)
{
    Result<QList<ConversationId>> ids = store.ids({}).result();
    if (!ids) {
        return std::unexpected(ids.error());
    }
    return store.rows(std::move(*ids)).result();
}

/// The store may have taken a "Re:" from the subject.
ConversationId idOf(const DemoConversation &wanted, const QList<ConversationRow> &rows)
{
    const auto found = std::ranges::find_if(rows, [&wanted](const ConversationRow &row) {
        return row.channel == wanted.channel && row.handle == wanted.handle
            && wanted.subject.endsWith(row.subject);
    });
    return found == rows.end() ? ConversationId{} : found->id;
}

IncomingBatch batchOf(const QList<DemoConversation> &conversations)
{
    IncomingBatch batch;
    for (const DemoConversation &conversation : conversations) {
        batch.messages.append(conversation.messages);
    }
    return batch;
}

Result<void> recordConsents(const DemoStores &stores, ConversationId id, const QList<DemoConsent> &consents)
{
    const Result<PersonCard> card = stores.persons.card(id).result();
    const Result<Thread> thread = stores.conversations.thread(id).result();
    if (!card || !thread) {
        return std::unexpected(!card ? card.error() : thread.error());
    }
    for (const DemoConsent &consent : consents) {
        ConsentEntry entry = consent.entry;
        entry.said.evidence = thread->messages.value(consent.evidence - 1).id;
        const Result<ConsentEntry> kept = stores.consents.record(card->id, entry).result();
        if (!kept) {
            return std::unexpected(kept.error());
        }
    }
    return {};
}

/// What we did with a conversation after it came in.
void work(const DemoStores &stores, ConversationId id, const DemoConversation &conversation, Filling &filling)
{
    if (!conversation.onItsWay.isEmpty()) {
        filling.take(sendDemoReply(stores, id, conversation));
    }
    for (const QString &version : conversation.replies) {
        filling.wait(stores.drafts.save(id, DraftKind::Reply, version));
    }
    if (!conversation.note.isEmpty()) {
        filling.wait(stores.drafts.save(id, DraftKind::Note, conversation.note));
    }
    if (conversation.promisedAt != Instant{}) {
        filling.wait(stores.promises.addPromise(id, conversation.promisedAt, conversation.promise));
    }
    if (!conversation.consents.isEmpty()) {
        filling.take(recordConsents(stores, id, conversation.consents));
    }
    for (const Triage &triage : conversation.triage) {
        filling.wait(stores.conversations.triage(triage, {id}));
    }
}

/// Who was found to be the customer of another conversation.
Result<void> mergeCustomers(const DemoStores &stores, ConversationId one, ConversationId other)
{
    const Result<PersonCard> person = stores.persons.card(one).result();
    const Result<PersonCard> into = stores.persons.card(other).result();
    if (!person || !into) {
        return std::unexpected(!person ? person.error() : into.error());
    }
    return stores.records.mergePersons(person->id, into->id, QStringLiteral("Anna"))
        .result()
        .transform([](const MergeReceipt &) { });
}

} // namespace

Result<void> fillDemo(const DemoStores &stores)
{
    const Result<QList<ConversationId>> before = stores.conversations.ids({}).result();
    if (!before || !before->isEmpty()) {
        return before.transform([](const QList<ConversationId> &) { });
    }
    const Result<QList<DemoConversation>> conversations = demoConversations(stores.clock.now());
    if (!conversations) {
        return std::unexpected(conversations.error());
    }
    Filling filling;
    filling.wait(stores.sink.apply(batchOf(*conversations)));
    filling.take(addDemoAccount(stores));
    const Result<QList<ConversationRow>> rows = allRows(stores.conversations);
    if (!rows) {
        return std::unexpected(rows.error());
    }
    for (const DemoConversation &conversation : *conversations) {
        work(stores, idOf(conversation, *rows), conversation, filling);
    }
    for (const DemoConversation &conversation : *conversations) {
        const auto other = std::ranges::find(*conversations, conversation.sameAs, &DemoConversation::id);
        if (!conversation.sameAs.isEmpty() && other != conversations->cend()) {
            filling.take(mergeCustomers(stores, idOf(conversation, *rows), idOf(*other, *rows)));
        }
    }
    return filling.result();
}

} // namespace aside
