// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/applicationchannels.h"
#include "models/ports/conversationstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/maintenance.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personstore.h"
#include "models/ports/searchindex.h"
#include "tests/support/fakechecks.h"
#include "tests/support/fakeconsents.h"
#include "tests/support/fakepersonrecords.h"
#include "tests/support/fakesecrets.h"
#include "tests/support/fakesink.h"
#include "tests/support/fakestores.h"
#include "tests/support/outboxlist.h"
#include "tests/support/testclock.h"

#include <algorithm>
#include <optional>

namespace aside::test {

template <typename T>
QFuture<Result<T>> ready(Result<T> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

/// What the profile of a test holds. It outlives the sessions on it.
struct FakeProfile {
    QList<Thread> threads;
    QHash<AttachmentId, QByteArray> blobs;
    QList<Draft> drafts; ///< newest first
    OutboxFreeze freeze;
    MessageId seen; ///< of the last sendAnyway()
    PostProof proof; ///< of the last notePosted()
    Instant scheduledAt{};
    QList<OutboxStep> history; ///< of every item
    QList<OutboxItem> outbox;
    QList<SearchHit> hits;
    PersonCard card; ///< of everybody
    FakeConsents consents; ///< of everybody
    FakeStores stores; ///< no promises
    FakePersonRecords records;
    QList<CheckResult> checks;
    FakeChecks answers; ///< to the reply check
    QStringList own;
    FakeSink sink;
    FakeStores accounts; ///< of these alone
    FakeSecrets secrets;
    ChannelRegistry channels;
    Result<SignInTrial> trial = fail(Errc::Network); ///< of every account
    TestClock clock;
    std::optional<Error> failure; ///< every store answers with it
    QString lastQuery;
    ListQuery lastList;
    Repair lastRepair = Repair::No;
};

class FakeConversations final : public ConversationStore
{
public:
    explicit FakeConversations(FakeProfile &profile)
        : m_profile(profile)
    {
    }
    QFuture<Result<QList<ConversationId>>> ids(ListQuery query) override
    {
        m_profile.lastList = query;
        if (m_profile.failure) {
            return ready<QList<ConversationId>>(std::unexpected(*m_profile.failure));
        }
        QList<ConversationId> all;
        for (const Thread &thread : std::as_const(m_profile.threads)) {
            all.append(thread.conversation.id);
        }
        return ready<QList<ConversationId>>(all);
    }
    QFuture<Result<QList<ConversationRow>>> rows(QList<ConversationId> ids) override
    {
        QList<ConversationRow> all;
        for (const Thread &thread : std::as_const(m_profile.threads)) {
            if (ids.contains(thread.conversation.id)) {
                all.append(thread.conversation);
            }
        }
        return ready<QList<ConversationRow>>(all);
    }
    QFuture<Result<Thread>> thread(ConversationId id) override
    {
        for (const Thread &thread : std::as_const(m_profile.threads)) {
            if (thread.conversation.id == id) {
                return ready<Thread>(thread);
            }
        }
        return ready<Thread>(fail(Errc::NotFound));
    }
    QFuture<Result<ThreadOutline>> outline(ConversationId) override
    {
        return ready<ThreadOutline>(fail(Errc::NotFound));
    }
    QFuture<Result<QList<Message>>> messagesById(QList<MessageId>) override
    {
        return ready<QList<Message>>({});
    }
    QFuture<Result<QStringList>> textsById(QList<MessageId>) override { return ready<QStringList>({}); }
    QFuture<Result<InboxCounts>> counts() override { return ready<InboxCounts>({}); }
    QFuture<Result<QByteArray>> attachment(AttachmentId id) override
    {
        return m_profile.blobs.contains(id) ? ready<QByteArray>(m_profile.blobs.value(id))
                                            : ready<QByteArray>(fail(Errc::NotFound));
    }
    QFuture<Result<TriageReceipt>> triage(Triage, QList<ConversationId>) override
    {
        return ready<TriageReceipt>({});
    }
    QFuture<Result<void>> revert(TriageReceipt) override { return ready<void>({}); }
    QFuture<Result<WakeReport>> wakeDue() override { return ready<WakeReport>({}); }

private:
    FakeProfile &m_profile;
};

class FakeDrafts final : public DraftStore
{
public:
    explicit FakeDrafts(FakeProfile &profile)
        : m_profile(profile)
    {
    }
    QFuture<Result<Draft>> load(ConversationId id, DraftKind kind) override
    {
        const QList<Draft> all = of(id, kind);
        const Draft none{
            .id = {}, .conversation = id, .kind = kind, .text = {}, .updatedAt = {}, .version = 0};
        return ready<Draft>(all.isEmpty() ? none : all.constFirst());
    }
    QFuture<Result<Draft>> save(ConversationId id, DraftKind kind, QString text) override
    {
        if (m_profile.failure) {
            return ready<Draft>(std::unexpected(*m_profile.failure));
        }
        const Draft draft{.id = DraftId{id.value * 2 + (kind == DraftKind::Note ? 1 : 0)},
                          .conversation = id,
                          .kind = kind,
                          .text = text,
                          .updatedAt = m_profile.clock.now(),
                          .version = int(of(id, kind).size()) + 1,
                          .attachments = of(id, kind).value(0).attachments};
        m_profile.drafts.prepend(draft);
        return ready<Draft>(draft);
    }
    // No command appends to a draft or moves it.
    QFuture<Result<Draft>> append(ConversationId, DraftKind, QString) override
    {
        return ready<Draft>(fail(Errc::Internal));
    }
    QFuture<Result<Draft>> move(ConversationId, DraftKind) override
    {
        return ready<Draft>(fail(Errc::Internal));
    }
    QFuture<Result<QList<Draft>>> versions(ConversationId id, DraftKind kind) override
    {
        return ready<QList<Draft>>(of(id, kind));
    }
    /// The file is there if its name does not begin with "missing", and too large if with "film".
    QFuture<Result<Draft>> attach(ConversationId id, DraftKind kind, QString path) override
    {
        if (path.startsWith(QLatin1StringView("missing"))) {
            return ready<Draft>(fail(Errc::NotFound));
        }
        if (path.startsWith(QLatin1StringView("film"))) {
            return ready<Draft>(fail(Errc::TooLarge));
        }
        Draft &draft = current(id, kind);
        draft.attachments.append({.id = DraftAttachmentId{draft.attachments.size() + 1},
                                  .name = path,
                                  .mimeType = QStringLiteral("text/plain"),
                                  .sha256 = {},
                                  .size = 1200,
                                  .alt = {}});
        return ready<Draft>(draft);
    }
    // No command makes a file, takes one away or adds a note.
    QFuture<Result<Draft>> attachData(ConversationId, DraftKind, NewAttachment) override
    {
        return ready<Draft>({});
    }
    QFuture<Result<Draft>> address(ConversationId, Addressing) override
    {
        return ready<Draft>(fail(Errc::Internal));
    }
    QFuture<Result<Draft>> attachFilesOf(ConversationId, MessageId) override
    {
        return ready<Draft>(fail(Errc::Internal));
    }
    QFuture<Result<Draft>> detach(DraftAttachmentId) override { return ready<Draft>({}); }
    QFuture<Result<Draft>> describe(DraftAttachmentId id, QString alt) override
    {
        Draft &draft = m_profile.drafts.first();
        std::ranges::find(draft.attachments, id, &DraftAttachment::id)->alt = alt;
        return ready<Draft>(draft);
    }
    QFuture<Result<Note>> addNote(ConversationId, QString) override
    {
        return ready<Note>(fail(Errc::Internal));
    }
    QFuture<Result<Note>> takeBackNote(MessageId) override { return ready<Note>(fail(Errc::Internal)); }

private:
    /// The newest draft of the profile, made where there is none of this kind.
    Draft &current(ConversationId id, DraftKind kind)
    {
        if (of(id, kind).isEmpty()) {
            m_profile.drafts.prepend({.id = DraftId{1}, .conversation = id, .kind = kind, .text = {}});
        }
        return m_profile.drafts.first();
    }
    QList<Draft> of(ConversationId id, DraftKind kind) const
    {
        QList<Draft> all = m_profile.drafts;
        all.removeIf([=](const Draft &draft) { return draft.conversation != id || draft.kind != kind; });
        return all;
    }

    FakeProfile &m_profile;
};

class FakeOutbox final : public OutboxStore
{
public:
    explicit FakeOutbox(FakeProfile &profile)
        : m_profile(profile)
    {
    }
    QFuture<Result<OutboxItem>> hold(ConversationId id, QString text, SendTerms terms) override
    {
        OutboxItem item;
        item.id = OutboxId{m_profile.outbox.size() + 1};
        item.conversation = id;
        item.person = QStringLiteral("Анна");
        item.text = text;
        for (const Draft &draft : std::as_const(m_profile.drafts)) {
            if (draft.conversation == id && draft.kind == DraftKind::Reply) {
                item.attachments = draft.attachments;
                break;
            }
        }
        setTerms(item, terms, m_profile.clock.now());
        m_profile.outbox.prepend(item);
        return ready<OutboxItem>(item);
    }
    QFuture<Result<OutboxItem>> withdraw(OutboxId id) override { return move(id, OutboxEvent::Withdraw); }
    QFuture<Result<OutboxItem>> release(OutboxId id) override
    {
        const auto item = std::ranges::find(m_profile.outbox, id, &OutboxItem::id);
        const bool hasMoved = item != m_profile.outbox.end() && item->holdReason == HoldReason::ThreadMoved;
        return hasMoved ? ready<OutboxItem>(fail(Errc::Conflict)) : move(id, OutboxEvent::Released);
    }
    QFuture<Result<OutboxItem>> sendAnyway(OutboxId id, MessageId seen) override
    {
        m_profile.seen = seen;
        return move(id, OutboxEvent::Released);
    }
    QFuture<Result<OutboxItem>> schedule(OutboxId id, Instant at) override
    {
        m_profile.scheduledAt = at;
        return move(id, OutboxEvent::Scheduled);
    }
    QFuture<Result<OutboxItem>> settle(OutboxId id, Settlement settlement) override
    {
        return move(id,
                    settlement == Settlement::Sent ? OutboxEvent::DecidedSent : OutboxEvent::DecidedUnsent);
    }
    QFuture<Result<OutboxItem>> takeToPost(OutboxId id) override
    {
        return move(id, OutboxEvent::TakenToPost);
    }
    QFuture<Result<OutboxItem>> notePosted(OutboxId id, PostProof proof) override
    {
        m_profile.proof = proof;
        return move(id, OutboxEvent::Posted);
    }
    QFuture<Result<OutboxFreeze>> setFreeze(FreezeSwitch to) override
    {
        m_profile.freeze.since
            = to == FreezeSwitch::Freeze ? std::optional(m_profile.clock.now()) : std::nullopt;
        moveFrozen(m_profile.outbox, to);
        return freeze();
    }
    QFuture<Result<OutboxFreeze>> freeze() override { return ready<OutboxFreeze>(m_profile.freeze); }
    QFuture<Result<QList<OutboxItem>>> queueDue() override
    {
        return ready<QList<OutboxItem>>(moveDue(m_profile.outbox, m_profile.clock.now()));
    }
    QFuture<Result<QList<OutboxItem>>> items() override { return ready<QList<OutboxItem>>(m_profile.outbox); }
    QFuture<Result<OutboxItem>> item(OutboxId id) override
    {
        const auto item = std::ranges::find(m_profile.outbox, id, &OutboxItem::id);
        return item == m_profile.outbox.end() ? ready<OutboxItem>(fail(Errc::NotFound))
                                              : ready<OutboxItem>(*item);
    }
    QFuture<Result<QList<OutboxStep>>> history(OutboxId) override
    {
        return ready<QList<OutboxStep>>(m_profile.history);
    }

private:
    QFuture<Result<OutboxItem>> move(OutboxId id, OutboxEvent event)
    {
        return ready<OutboxItem>(moveItem(m_profile.outbox, id, event));
    }

    FakeProfile &m_profile;
};

/// Everybody is the same person, of whom nothing is known unless a test says so.
class FakePersons final : public PersonStore
{
public:
    explicit FakePersons(FakeProfile &profile)
        : m_profile(profile)
    {
    }
    QFuture<Result<PersonCard>> card(ConversationId) override { return ready<PersonCard>(m_profile.card); }
    QFuture<Result<QList<Recipient>>> known(QString, int) override
    {
        return ready<QList<Recipient>>(QList<Recipient>());
    }
    QFuture<Result<void>> setNote(PersonId, QString) override { return ready<void>({}); }
    QFuture<Result<void>> setRemoteImages(MessageId, RemoteImages) override { return ready<void>({}); }

private:
    FakeProfile &m_profile;
};

class FakeSearch final : public SearchIndex
{
public:
    explicit FakeSearch(FakeProfile &profile)
        : m_profile(profile)
    {
    }
    QFuture<Result<QList<SearchHit>>> search(QString query, int limit) override
    {
        m_profile.lastQuery = query;
        QList<SearchHit> hits = m_profile.hits;
        if (limit > 0 && hits.size() > limit) {
            hits.resize(limit);
        }
        return ready<QList<SearchHit>>(hits);
    }
    QFuture<Result<QList<ConversationId>>> searchConversations(QString, int) override
    {
        return ready<QList<ConversationId>>({});
    }

private:
    FakeProfile &m_profile;
};

class FakeMaintenance final : public Maintenance
{
public:
    explicit FakeMaintenance(FakeProfile &profile)
        : m_profile(profile)
    {
    }
    QFuture<Result<QList<CheckResult>>> examine(Repair repair) override
    {
        m_profile.lastRepair = repair;
        return ready<QList<CheckResult>>(m_profile.checks);
    }

private:
    FakeProfile &m_profile;
};

} // namespace aside::test
