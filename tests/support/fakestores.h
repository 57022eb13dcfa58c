// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/changefeed.h"
#include "models/ports/conversationstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/messagesink.h"
#include "models/ports/outboxstore.h"
#include "models/ports/searchindex.h"
#include "tests/support/testclock.h"

#include <QHash>
#include <QPromise>
#include <QStringList>

#include <functional>
#include <memory>

namespace aside::test {

/// All stores in memory, on the thread of the test. Answers at once, or when the test says so; what an
/// answer says is decided when it is asked for. Writes are announced on `changes`.
class FakeStores final : public ConversationStore,
                         public DraftStore,
                         public OutboxStore,
                         public SearchIndex,
                         public MessageSink
{
public:
    enum class Answers { AtOnce, HeldBack };

    void addConversation(ConversationRow row, QList<Message> messages = {});
    /// As a commit would.
    void announce(QList<ConversationId> conversations, bool outboxChanged = false);
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
    QHash<AttachmentId, QByteArray> attachments;
    QList<IncomingBatch> batches;
    QStringList calls; ///< "save 1 text", "rows 64", …
    TestClock clock;
    ChangeFeed changes;

    [[nodiscard]] QFuture<Result<QList<ConversationId>>> ids(View view) override;
    [[nodiscard]] QFuture<Result<QList<ConversationRow>>> rows(QList<ConversationId> ids) override;
    [[nodiscard]] QFuture<Result<Thread>> thread(ConversationId id) override;
    [[nodiscard]] QFuture<Result<QList<ViewCount>>> counts() override;
    [[nodiscard]] QFuture<Result<QByteArray>> attachment(AttachmentId id) override;
    [[nodiscard]] QFuture<Result<void>> setRead(ConversationId id) override;
    [[nodiscard]] QFuture<Result<void>> setState(ConversationId id, ConversationState state) override;

    [[nodiscard]] QFuture<Result<Draft>> load(ConversationId id, DraftKind kind) override;
    [[nodiscard]] QFuture<Result<Draft>> save(ConversationId id, DraftKind kind, QString text) override;
    [[nodiscard]] QFuture<Result<QList<Draft>>> versions(ConversationId id, DraftKind kind) override;

    [[nodiscard]] QFuture<Result<OutboxItem>> hold(ConversationId id, QString text,
                                                   std::chrono::milliseconds undoWindow) override;
    [[nodiscard]] QFuture<Result<OutboxItem>> withdraw(OutboxId id) override;
    [[nodiscard]] QFuture<Result<QList<OutboxItem>>> queueDue() override;
    [[nodiscard]] QFuture<Result<QList<OutboxItem>>> items() override;

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
    [[nodiscard]] QList<Draft> &drafts(ConversationId id, DraftKind kind);
    Draft write(ConversationId id, DraftKind kind, const QString &text);

    QList<Error> m_failures;
    Answers m_answers = Answers::AtOnce;
    QList<std::function<void()>> m_heldBack;
    qint64 m_lastOutboxId = 0;
};

} // namespace aside::test
