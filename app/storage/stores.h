// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/blobs.h"
#include "app/storage/databasethread.h"
#include "app/storage/ingest/ingest.h"
#include "models/core/clock.h"
#include "models/domain/upgrade.h"
#include "models/ports/accountstore.h"
#include "models/ports/changefeed.h"
#include "models/ports/checkstore.h"
#include "models/ports/consentstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/dispatchstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/leftparts.h"
#include "models/ports/maintenance.h"
#include "models/ports/messagesink.h"
#include "models/ports/movestore.h"
#include "models/ports/outboxstore.h"
#include "models/ports/personrecords.h"
#include "models/ports/personstore.h"
#include "models/ports/promisestore.h"
#include "models/ports/replyclockstore.h"
#include "models/ports/searchindex.h"

#include <QString>

#include <memory>

namespace aside {

/// Where the storage works and with what.
struct StoreOptions {
    QString directory; ///< the profile
    Secret key; ///< empty: plain
    Access access = Access::ReadWrite;
    EarlierVersion earlier = EarlierVersion::Upgrade; ///< with ReadWrite; a reader refuses it always
    WorkingHours hours = {}; ///< by which deadlines are counted
};

/// The SQLite cache behind all storage ports. One thread owns the connection that writes; two more read, so
/// that a long search never delays opening a thread. Made and destroyed on the UI thread.
class SqliteStores final : public ConversationStore,
                           public DraftStore,
                           public OutboxStore,
                           public DispatchStore,
                           public MoveStore,
                           public AccountStore,
                           public PersonStore,
                           public PersonRecords,
                           public PromiseStore,
                           public ConsentStore,
                           public ReplyClockStore,
                           public CheckStore,
                           public SearchIndex,
                           public MessageSink,
                           public LeftPartStore,
                           public Maintenance
{
public:
    /// Opens or makes PROFILE/aside.db: checks it, backs it up before a migration, brings it to this version.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStores>> open(const StoreOptions &options,
                                                                    const Clock &clock);
    ~SqliteStores() override;

    [[nodiscard]] ChangeFeed &changes() { return m_changes; }

    [[nodiscard]] QFuture<Result<QList<ConversationId>>> ids(ListQuery query) override;
    [[nodiscard]] QFuture<Result<QList<ConversationRow>>> rows(QList<ConversationId> ids) override;
    [[nodiscard]] QFuture<Result<Thread>> thread(ConversationId id) override;
    [[nodiscard]] QFuture<Result<ThreadOutline>> outline(ConversationId id) override;
    [[nodiscard]] QFuture<Result<QList<Message>>> messagesById(QList<MessageId> ids) override;
    [[nodiscard]] QFuture<Result<QStringList>> textsById(QList<MessageId> ids) override;
    [[nodiscard]] QFuture<Result<InboxCounts>> counts() override;
    [[nodiscard]] QFuture<Result<QByteArray>> attachment(AttachmentId id) override;
    [[nodiscard]] QFuture<Result<TriageReceipt>> triage(Triage triage, QList<ConversationId> ids) override;
    [[nodiscard]] QFuture<Result<void>> revert(TriageReceipt receipt) override;
    [[nodiscard]] QFuture<Result<WakeReport>> wakeDue() override;

    [[nodiscard]] QFuture<Result<PersonCard>> card(ConversationId id) override;
    [[nodiscard]] QFuture<Result<QList<Recipient>>> known(QString beginning, int most) override;
    [[nodiscard]] QFuture<Result<void>> setNote(PersonId id, QString text) override;
    [[nodiscard]] QFuture<Result<void>> setRemoteImages(MessageId id, RemoteImages decision) override;

    [[nodiscard]] QFuture<Result<PersonCard>> personById(PersonId id) override;
    [[nodiscard]] QFuture<Result<QList<PersonName>>> findPersons(QString beginning, int most) override;
    [[nodiscard]] QFuture<Result<MergeReceipt>> mergePersons(PersonId person, PersonId into,
                                                             QString by) override;
    [[nodiscard]] QFuture<Result<MergeReceipt>> separatePerson(PersonId person, QString by) override;
    [[nodiscard]] QFuture<Result<MergeReceipt>> keepApart(PersonId person, PersonId other,
                                                          QString by) override;
    [[nodiscard]] QFuture<Result<MergeReceipt>> reconsider(PersonId person, PersonId other,
                                                           QString by) override;
    [[nodiscard]] QFuture<Result<QList<PersonDecided>>> decisions(PersonId id) override;
    [[nodiscard]] QFuture<Result<QList<ConversationId>>> conversationsWith(PersonId id) override;
    [[nodiscard]] QFuture<Result<ErasedPerson>> erasePerson(PersonId id) override;
    [[nodiscard]] QFuture<Result<QList<MergeSuggestion>>> suggestions(PersonId id) override;
    [[nodiscard]] QFuture<Result<void>> setPreference(PersonId id, PersonPreference preference) override;

    [[nodiscard]] QFuture<Result<Promise>> addPromise(ConversationId id, Instant dueAt,
                                                      QString words) override;
    [[nodiscard]] QFuture<Result<Promise>> keepPromise(PromiseId id) override;
    [[nodiscard]] QFuture<Result<QList<Promise>>> promises(ConversationId id) override;
    [[nodiscard]] QFuture<Result<QList<Promise>>> promiseList(PromiseScope scope) override;
    [[nodiscard]] QFuture<Result<QList<SentReply>>> sentReplies(ConversationId id) override;
    [[nodiscard]] QFuture<Result<Promise>> acceptDate(AcceptedDate date) override;
    [[nodiscard]] QFuture<Result<void>> dismissDate(OutboxId reply, qsizetype place) override;
    [[nodiscard]] QFuture<Result<bool>> noteReminder(PromiseId id, PromiseReminder reminder) override;

    [[nodiscard]] QFuture<Result<bool>> followHours(WorkingHours hours) override;
    [[nodiscard]] QFuture<Result<QList<MoodQuestion>>> moodQuestions(int most) override;
    [[nodiscard]] QFuture<Result<void>> setMoods(QList<MoodAnswer> answers) override;

    [[nodiscard]] QFuture<Result<QList<ConsentEntry>>> ledger(PersonId person) override;
    [[nodiscard]] QFuture<Result<ConsentEntry>> record(PersonId person, ConsentEntry entry) override;

    [[nodiscard]] QFuture<Result<Draft>> load(ConversationId id, DraftKind kind) override;
    [[nodiscard]] QFuture<Result<Draft>> save(ConversationId id, DraftKind kind, QString text) override;
    [[nodiscard]] QFuture<Result<Draft>> append(ConversationId id, DraftKind kind, QString text) override;
    [[nodiscard]] QFuture<Result<Draft>> move(ConversationId id, DraftKind from) override;
    [[nodiscard]] QFuture<Result<QList<Draft>>> versions(ConversationId id, DraftKind kind) override;
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
    [[nodiscard]] QFuture<Result<QList<OutboxStep>>> history(OutboxId id) override;

    [[nodiscard]] QFuture<Result<QList<OutboxItem>>> recover() override;
    [[nodiscard]] QFuture<Result<OutgoingMessage>> outgoing(OutboxId id) override;
    [[nodiscard]] QFuture<Result<OutboxItem>> begin(OutboxId id) override;
    [[nodiscard]] QFuture<Result<OutboxItem>> finish(OutboxId id, SendOutcome outcome, Instant next) override;
    [[nodiscard]] QFuture<Result<OutboxItem>> noteLook(OutboxId id, Reconciliation found) override;
    [[nodiscard]] QFuture<Result<OutboxItem>> noteCopy(OutboxId id, CopyFiling filing) override;

    [[nodiscard]] QFuture<Result<PrivateMove>> start(MoveOrder order) override;
    [[nodiscard]] QFuture<Result<QList<PrivateMove>>> movesOf(ConversationId id) override;
    [[nodiscard]] QFuture<Result<QList<PrivateMove>>> awaited() override;
    [[nodiscard]] QFuture<Result<QList<ArrivalProposal>>> arrivals(ConversationId talk) override;
    [[nodiscard]] QFuture<Result<QList<ArrivalProposal>>> expected(ConversationId talk) override;
    [[nodiscard]] QFuture<Result<void>> rejectArrival(PrivateMoveId id, ConversationId talk) override;
    [[nodiscard]] QFuture<Result<PrivateMove>> confirmArrival(PrivateMoveId id, ConversationId talk,
                                                              SendTerms terms) override;
    [[nodiscard]] QFuture<Result<PrivateMove>> takeBack(PrivateMoveId id) override;
    [[nodiscard]] QFuture<Result<PrivateMove>> resolve(ConversationId id, QString what, QString by) override;
    [[nodiscard]] QFuture<Result<int>> approaches(ConversationId id) override;

    [[nodiscard]] QFuture<Result<QList<Account>>> accounts() override;
    [[nodiscard]] QFuture<Result<Account>> addAccount(Account account) override;
    [[nodiscard]] QFuture<Result<Account>> changeAccount(Account account) override;
    [[nodiscard]] QFuture<Result<void>> removeAccount(AccountId id) override;
    [[nodiscard]] QFuture<Result<Account>> pauseAccount(AccountId id,
                                                        std::optional<AccountPause> pause) override;

    [[nodiscard]] QFuture<Result<DraftChecks>> draftChecks(ConversationId id) override;
    [[nodiscard]] QFuture<Result<DraftChecks>> checksOf(OutboxId id) override;
    [[nodiscard]] QFuture<Result<void>> giveReason(ConversationId id, GivenReason reason) override;
    [[nodiscard]] QFuture<Result<void>> switchRule(ConversationId id, QString rule, RuleSwitch to) override;
    [[nodiscard]] QFuture<Result<QStringList>> recentReasons(QString rule, int limit) override;
    [[nodiscard]] QFuture<Result<void>> useTemplate(ConversationId id, QString templateId,
                                                    QString rendered) override;
    [[nodiscard]] QFuture<Result<QHash<QString, TemplateStatistics>>>
    templateStatistics(std::chrono::days span) override;

    [[nodiscard]] QFuture<Result<QList<SearchHit>>> search(QString query, int limit) override;
    [[nodiscard]] QFuture<Result<QList<ConversationId>>> searchConversations(QString query,
                                                                             int limit) override;

    [[nodiscard]] QFuture<Result<ApplyReport>> apply(IncomingBatch batch) override;
    [[nodiscard]] QFuture<Result<QByteArray>> cursor(QString source) override;
    [[nodiscard]] QFuture<Result<QList<ServerChange>>> pendingChanges(AccountId account, int most) override;
    [[nodiscard]] QFuture<Result<void>> endChanges(QList<qint64> ids) override;

    [[nodiscard]] QFuture<Result<LeftPart>> leftPart(AttachmentId id) override;
    [[nodiscard]] QFuture<Result<void>> keepPart(AttachmentId id, std::shared_ptr<QFile> content) override;

    [[nodiscard]] QFuture<Result<QList<CheckResult>>> examine(Repair repair) override;

private:
    SqliteStores(const StoreOptions &options, const Clock &clock);
    [[nodiscard]] Result<void> start(const StoreOptions &options);
    void announce(ChangeSet changes);

    /// Runs a write and announces, after its commit, what `changesOf` makes of the answer.
    template <typename Work, typename ChangesOf>
    auto write(Work work, ChangesOf changesOf);

    const Clock &m_clock;
    ChangeFeed m_changes;
    BlobStore m_blobs;
    std::unique_ptr<Ingest> m_ingest; ///< lives on the writer's thread
    std::unique_ptr<DatabaseThread> m_reader;
    std::unique_ptr<DatabaseThread> m_searcher;
    std::unique_ptr<DatabaseThread> m_writer; ///< finishes what was handed in when it goes
};

} // namespace aside
