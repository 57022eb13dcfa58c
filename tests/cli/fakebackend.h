// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "models/ports/conversationstore.h"
#include "models/ports/draftstore.h"
#include "models/ports/maintenance.h"
#include "models/ports/outboxstore.h"
#include "models/ports/searchindex.h"
#include "tests/support/fakesink.h"
#include "tests/support/testclock.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>

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
    QList<OutboxItem> outbox;
    QList<SearchHit> hits;
    QList<CheckResult> checks;
    QStringList own;
    FakeSink sink;
    TestClock clock;
    std::optional<Error> failure; ///< every store answers with it
    QString lastQuery;
    View lastView = View::Inbox;
    Repair lastRepair = Repair::No;
};

class FakeConversations final : public ConversationStore
{
public:
    explicit FakeConversations(FakeProfile &profile)
        : m_profile(profile)
    {
    }
    QFuture<Result<QList<ConversationId>>> ids(View view) override
    {
        m_profile.lastView = view;
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
    QFuture<Result<QList<ViewCount>>> counts() override { return ready<QList<ViewCount>>({}); }
    QFuture<Result<QByteArray>> attachment(AttachmentId id) override
    {
        return m_profile.blobs.contains(id) ? ready<QByteArray>(m_profile.blobs.value(id))
                                            : ready<QByteArray>(fail(Errc::NotFound));
    }
    QFuture<Result<void>> setRead(ConversationId) override { return ready<void>({}); }
    QFuture<Result<void>> setState(ConversationId, ConversationState) override { return ready<void>({}); }

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
                          .version = int(of(id, kind).size()) + 1};
        m_profile.drafts.prepend(draft);
        return ready<Draft>(draft);
    }
    QFuture<Result<QList<Draft>>> versions(ConversationId id, DraftKind kind) override
    {
        return ready<QList<Draft>>(of(id, kind));
    }

private:
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
    QFuture<Result<OutboxItem>> hold(ConversationId id, QString text,
                                     std::chrono::milliseconds undoWindow) override
    {
        OutboxItem item;
        item.id = OutboxId{m_profile.outbox.size() + 1};
        item.conversation = id;
        item.person = QStringLiteral("Анна");
        item.text = text;
        item.createdAt = m_profile.clock.now();
        item.holdUntil = item.createdAt + undoWindow;
        m_profile.outbox.prepend(item);
        return ready<OutboxItem>(item);
    }
    QFuture<Result<OutboxItem>> withdraw(OutboxId id) override
    {
        const auto item = std::ranges::find(m_profile.outbox, id, &OutboxItem::id);
        if (item == m_profile.outbox.end()) {
            return ready<OutboxItem>(fail(Errc::NotFound));
        }
        if (item->state != OutboxState::Held && item->state != OutboxState::Queued) {
            return ready<OutboxItem>(fail(Errc::Conflict));
        }
        item->state = OutboxState::Withdrawn;
        return ready<OutboxItem>(*item);
    }
    QFuture<Result<QList<OutboxItem>>> queueDue() override
    {
        QList<OutboxItem> moved;
        for (OutboxItem &item : m_profile.outbox) {
            if (item.state == OutboxState::Held && item.holdUntil <= m_profile.clock.now()) {
                item.state = OutboxState::Queued;
                moved.append(item);
            }
        }
        return ready<QList<OutboxItem>>(moved);
    }
    QFuture<Result<QList<OutboxItem>>> items() override { return ready<QList<OutboxItem>>(m_profile.outbox); }

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

class FakeSession final : public cli::Session
{
public:
    explicit FakeSession(FakeProfile &profile)
        : m_profile(profile)
    {
    }
    ConversationStore &conversations() override { return m_conversations; }
    DraftStore &drafts() override { return m_drafts; }
    OutboxStore &outbox() override { return m_outbox; }
    SearchIndex &search() override { return m_search; }
    MessageSink &sink() override { return m_profile.sink; }
    Maintenance &maintenance() override { return m_maintenance; }
    const Clock &clock() const override { return m_profile.clock; }
    QStringList ownAddresses() const override { return m_profile.own; }
    Result<void> setOwnAddresses(const QStringList &addresses) override
    {
        m_profile.own = addresses;
        return {};
    }

private:
    FakeProfile &m_profile;
    FakeConversations m_conversations{m_profile};
    FakeDrafts m_drafts{m_profile};
    FakeOutbox m_outbox{m_profile};
    FakeSearch m_search{m_profile};
    FakeMaintenance m_maintenance{m_profile};
};

/// A source that gives one step after another.
class FakeSource final : public ImportSource
{
public:
    FakeSource(QString key, QList<ImportStep> steps)
        : m_key(std::move(key))
        , m_steps(std::move(steps))
    {
    }
    QString key() const override { return m_key; }
    Result<void> resume(const QByteArray &cursor) override
    {
        m_at = cursor.toInt();
        return {};
    }
    Result<ImportStep> next() override
    {
        ImportStep step = m_steps.at(m_at++);
        step.cursor = QByteArray::number(m_at);
        step.atEnd = m_at == m_steps.size();
        return step;
    }

private:
    QString m_key;
    QList<ImportStep> m_steps;
    qsizetype m_at = 0;
};

class FakeBackend final : public cli::Backend
{
public:
    Result<std::unique_ptr<cli::Session>> openProfile(const ProfileOptions &options) override
    {
        opened.append(options);
        if (refuse && (!refuseOnly || *refuseOnly == options.access)) {
            return fail(*refuse);
        }
        return std::make_unique<FakeSession>(profile);
    }
    QString profileDirectory(const QString &option) const override
    {
        return option.isEmpty() ? QStringLiteral("/usual") : option;
    }
    Result<std::unique_ptr<ImportSource>> openSource(const QString &path,
                                                     const ImportOptions &options) override
    {
        importOptions = options;
        if (!sources.contains(path)) {
            return fail(Errc::NotFound);
        }
        return std::make_unique<FakeSource>(path, sources.value(path));
    }

    FakeProfile profile;
    QHash<QString, QList<ImportStep>> sources;
    ImportOptions importOptions;
    QList<ProfileOptions> opened;
    std::optional<Errc> refuse;
    std::optional<ProfileAccess> refuseOnly;
};

class FakeInterrupt final : public cli::Interrupt
{
public:
    void watch() override { watched = true; }
    bool asked() const override { return stop; }

    bool watched = false;
    bool stop = false;
};

/// asidectl in process.
class CommandLine
{
public:
    cli::ExitCode run(const QStringList &arguments)
    {
        QBuffer out;
        QBuffer err;
        QBuffer in(&input);
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        in.open(QIODevice::ReadOnly);
        cli::Output output({.out = out, .err = err, .width = width, .showsProgress = false},
                           cli::Format::Text);
        cli::CommandContext context{
            .backend = backend, .output = output, .input = in, .interrupt = interrupt, .profile = {}};
        const cli::ExitCode code = cli::runCommandLine(context, arguments);
        stdOut = out.data();
        stdErr = err.data();
        return code;
    }

    /// With --json in front.
    cli::ExitCode runJson(const QStringList &arguments)
    {
        return run(QStringList{QStringLiteral("--json")} + arguments);
    }
    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(stdOut).object(); }

    FakeBackend backend;
    FakeInterrupt interrupt;
    QByteArray input;
    QByteArray stdOut;
    QByteArray stdErr;
    int width = 0;
};

inline Message message(qint64 id, const QString &text)
{
    Message message;
    message.id = MessageId{id};
    message.conversation = ConversationId{7};
    message.author = QStringLiteral("Анна");
    message.handle = QStringLiteral("anna@mail.example");
    message.sentAt = fromMillis(1'700'000'000'000 + id * 60'000);
    message.remoteId = QStringLiteral("m%1@mail.example").arg(id);
    message.subject = QStringLiteral("Где заказ?");
    message.text = text;
    return message;
}

/// Conversation 7: two messages, the first with attachment 3.
inline Thread sampleThread()
{
    Thread thread;
    ConversationRow &row = thread.conversation;
    row.id = ConversationId{7};
    row.subject = QStringLiteral("Где заказ?");
    row.person = QStringLiteral("Анна");
    row.handle = QStringLiteral("anna@mail.example");
    row.preview = QStringLiteral("Завтра");
    row.lastAt = fromMillis(1'700'000'120'000);
    row.messages = 2;
    row.unread = 1;
    Message first = message(1, QStringLiteral("Где мой заказ?\nFrom here I wait"));
    first.attachments.append({.id = AttachmentId{3},
                              .name = QStringLiteral("чек.png"),
                              .mimeType = QStringLiteral("image/png"),
                              .contentId = {},
                              .sha256 = QByteArray(32, '\x01'),
                              .size = 4});
    Message second = message(2, QStringLiteral("Завтра"));
    second.parent = first.id;
    second.direction = Direction::Outgoing;
    second.author = QStringLiteral("Shop");
    second.handle = QStringLiteral("me@shop.example");
    thread.messages = {first, second};
    return thread;
}

} // namespace aside::test
