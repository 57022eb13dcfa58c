// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/accountstore.h"
#include "models/ports/changefeed.h"
#include "models/ports/conversationstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/messagesink.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personstore.h"
#include "models/ports/promisestore.h"
#include "models/ports/searchindex.h"
#include "tests/support/testclock.h"

#include <QHash>
#include <QPromise>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace aside::test {

/// All stores in memory, on the thread of the test. Answers at once, or when the test says so; what an
/// answer says is decided when it is asked for. Writes are announced on `changes`.
class FakeStores final : public ConversationStore,
                         public DraftStore,
                         public OutboxStore,
                         public AccountStore,
                         public PersonStore,
                         public PromiseStore,
                         public SearchIndex,
                         public MessageSink
{
public:
    enum class Answers { AtOnce, HeldBack };

    void addConversation(ConversationRow row, QList<Message> messages = {});
    /// As a commit would.
    void announce(QList<ConversationId> conversations, bool outboxChanged = false);
    void announceChanges(const ChangeSet &set);
    /// The next call of any kind fails; several are kept in order.
    void failNext(Error error);
    void setAnswers(Answers answers);
    /// Gives what was held back so far, in the order asked.
    void answerAll();
    [[nodiscard]] qsizetype heldBack() const;
    /// How many calls began so ("save", "ids", "rows", "hold").
    [[nodiscard]] qsizetype count(const QString &call) const;
    /// The current reply draft.
    [[nodiscard]] QString draft(ConversationId id) const;

    QList<ConversationRow> conversations; ///< in the order of the views
    QHash<ConversationId, QList<Message>> messages;
    QHash<ConversationId, QList<Draft>> replies; ///< versions, the oldest first
    QHash<ConversationId, QList<Draft>> notes;
    QList<OutboxItem> outbox; ///< the newest first
    OutboxFreeze frozen;
    QList<Account> accountList;
    QHash<AttachmentId, QByteArray> attachments;
    QList<IncomingBatch> batches;
    QHash<ConversationId, PersonCard> cards; ///< those that are more than their conversation
    QHash<PersonId, QString> notesAbout;
    QList<Promise> promised; ///< in the order they were made
    QHash<OutboxId, QList<qsizetype>> decided; ///< places of dates in sent replies
    QStringList calls; ///< "save 1 text", "rows 64", …
    TestClock clock;
    ChangeFeed changes;

    [[nodiscard]] QFuture<Result<QList<ConversationId>>> ids(ListQuery query) override;
    [[nodiscard]] QFuture<Result<QList<ConversationRow>>> rows(QList<ConversationId> ids) override;
    [[nodiscard]] QFuture<Result<Thread>> thread(ConversationId id) override;
    /// Has no more messages in full than it says there.
    [[nodiscard]] QFuture<Result<ThreadOutline>> outline(ConversationId id) override;
    [[nodiscard]] QFuture<Result<QList<Message>>> messagesById(QList<MessageId> ids) override;
    [[nodiscard]] QFuture<Result<QStringList>> textsById(QList<MessageId> ids) override;
    [[nodiscard]] QFuture<Result<InboxCounts>> counts() override;
    [[nodiscard]] QFuture<Result<QByteArray>> attachment(AttachmentId id) override;
    /// Blocks the conversation alone: there are no handles here.
    [[nodiscard]] QFuture<Result<TriageReceipt>> triage(Triage triage, QList<ConversationId> ids) override;
    [[nodiscard]] QFuture<Result<void>> revert(TriageReceipt receipt) override;
    [[nodiscard]] QFuture<Result<WakeReport>> wakeDue() override;

    [[nodiscard]] QFuture<Result<PersonCard>> card(ConversationId id) override;
    /// Of the conversations whose person or handle begins so.
    [[nodiscard]] QFuture<Result<QList<Recipient>>> known(QString beginning, int most) override;
    [[nodiscard]] QFuture<Result<void>> setNote(PersonId id, QString text) override;
    /// For all messages with the same handle.
    [[nodiscard]] QFuture<Result<void>> setRemoteImages(MessageId id, RemoteImages decision) override;

    [[nodiscard]] QFuture<Result<Promise>> addPromise(ConversationId id, Instant dueAt,
                                                      QString words) override;
    [[nodiscard]] QFuture<Result<Promise>> keepPromise(PromiseId id) override;
    [[nodiscard]] QFuture<Result<QList<Promise>>> promises(ConversationId id) override;
    [[nodiscard]] QFuture<Result<QList<Promise>>> promiseList(PromiseScope scope) override;
    [[nodiscard]] QFuture<Result<QList<SentReply>>> sentReplies(ConversationId id) override;
    [[nodiscard]] QFuture<Result<Promise>> acceptDate(AcceptedDate date) override;
    [[nodiscard]] QFuture<Result<void>> dismissDate(OutboxId reply, qsizetype place) override;
    [[nodiscard]] QFuture<Result<bool>> noteReminder(PromiseId id, PromiseReminder reminder) override;

    [[nodiscard]] QFuture<Result<Draft>> load(ConversationId id, DraftKind kind) override;
    [[nodiscard]] QFuture<Result<Draft>> save(ConversationId id, DraftKind kind, QString text) override;
    [[nodiscard]] QFuture<Result<Draft>> append(ConversationId id, DraftKind kind, QString text) override;
    [[nodiscard]] QFuture<Result<Draft>> move(ConversationId id, DraftKind from) override;
    [[nodiscard]] QFuture<Result<QList<Draft>>> versions(ConversationId id, DraftKind kind) override;
    /// Keeps names and sizes; the files are not read.
    [[nodiscard]] QFuture<Result<Draft>> attach(ConversationId id, DraftKind kind, QString path) override;
    [[nodiscard]] QFuture<Result<Draft>> attachData(ConversationId id, DraftKind kind,
                                                    NewAttachment data) override;
    [[nodiscard]] QFuture<Result<Draft>> address(ConversationId id, Addressing addressing) override;
    [[nodiscard]] QFuture<Result<Draft>> attachFilesOf(ConversationId id, MessageId message) override;
    [[nodiscard]] QFuture<Result<Draft>> detach(DraftAttachmentId id) override;
    [[nodiscard]] QFuture<Result<Draft>> describe(DraftAttachmentId id, QString alt) override;
    [[nodiscard]] QFuture<Result<Note>> addNote(ConversationId id, QString text) override;
    [[nodiscard]] QFuture<Result<Note>> takeBackNote(MessageId id) override;

    [[nodiscard]] QFuture<Result<OutboxItem>> hold(ConversationId id, QString text, SendTerms terms) override;
    [[nodiscard]] QFuture<Result<OutboxItem>> withdraw(OutboxId id) override;
    [[nodiscard]] QFuture<Result<OutboxItem>> release(OutboxId id) override;
    [[nodiscard]] QFuture<Result<OutboxItem>> sendAnyway(OutboxId id, MessageId seen) override;
    [[nodiscard]] QFuture<Result<OutboxItem>> schedule(OutboxId id, Instant at) override;
    [[nodiscard]] QFuture<Result<OutboxItem>> settle(OutboxId id, Settlement settlement) override;
    [[nodiscard]] QFuture<Result<OutboxItem>> takeToPost(OutboxId id) override;
    [[nodiscard]] QFuture<Result<OutboxItem>> notePosted(OutboxId id, PostProof proof) override;
    [[nodiscard]] QFuture<Result<OutboxFreeze>> setFreeze(FreezeSwitch to) override;
    [[nodiscard]] QFuture<Result<OutboxFreeze>> freeze() override;
    [[nodiscard]] QFuture<Result<QList<OutboxItem>>> queueDue() override;
    [[nodiscard]] QFuture<Result<QList<OutboxItem>>> items() override;
    [[nodiscard]] QFuture<Result<OutboxItem>> item(OutboxId id) override;
    /// None is kept.
    [[nodiscard]] QFuture<Result<QList<OutboxStep>>> history(OutboxId id) override;

    [[nodiscard]] QFuture<Result<QList<Account>>> accounts() override;
    [[nodiscard]] QFuture<Result<Account>> addAccount(Account account) override;
    [[nodiscard]] QFuture<Result<Account>> changeAccount(Account account) override;
    [[nodiscard]] QFuture<Result<void>> removeAccount(AccountId id) override;
    [[nodiscard]] QFuture<Result<Account>> pauseAccount(AccountId id,
                                                        std::optional<AccountPause> pause) override;

    /// A message, subject or person that contains the query, whatever the case.
    [[nodiscard]] QFuture<Result<QList<SearchHit>>> search(QString query, int limit) override;
    [[nodiscard]] QFuture<Result<QList<ConversationId>>> searchConversations(QString query,
                                                                             int limit) override;

    [[nodiscard]] QFuture<Result<ApplyReport>> apply(IncomingBatch batch) override;
    [[nodiscard]] QFuture<Result<QByteArray>> cursor(QString source) override;

private:
    template <typename T>
    QFuture<Result<T>> answer(const QString &call, const std::function<Result<T>()> &work);
    [[nodiscard]] ConversationRow *find(ConversationId id);
    [[nodiscard]] std::optional<Message> findMessage(MessageId id) const;
    [[nodiscard]] QList<Draft> &drafts(ConversationId id, DraftKind kind);
    std::optional<TriageChange> apply(const Triage &triage, ConversationRow &row);
    void updatePromise(ConversationId id);
    Draft &current(ConversationId id, DraftKind kind);
    Draft *withFile(DraftAttachmentId id);
    Draft write(ConversationId id, DraftKind kind, const QString &text);
    QFuture<Result<OutboxItem>> moveBy(const QString &call, OutboxId id, OutboxEvent event);

    QList<Error> m_failures;
    Answers m_answers = Answers::AtOnce;
    QList<std::function<void()>> m_heldBack;
    qint64 m_lastOutboxId = 0;
    qint64 m_lastFileId = 0;
    qint64 m_lastNoteId = 1000;
};

template <typename T>
QFuture<Result<T>> FakeStores::answer(const QString &call, const std::function<Result<T>()> &work)
{
    calls.append(call);
    const Result<T> result = m_failures.isEmpty() ? work() : std::unexpected(m_failures.takeFirst());
    if (m_answers == Answers::AtOnce) {
        return QtFuture::makeReadyValueFuture(result);
    }
    // Shared because std::function wants to be copied and a promise cannot be.
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    m_heldBack.append([promise, result] {
        promise->addResult(result);
        promise->finish();
    });
    return promise->future();
}

} // namespace aside::test
