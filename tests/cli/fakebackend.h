// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/commands.h"
#include "app/cli/session.h"
#include "tests/cli/fakeprofile.h"
#include "tests/cli/nodispatch.h"
#include "tests/cli/nomoves.h"

#include <QBuffer>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

namespace aside::test {

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
    DispatchStore &dispatch() override { return m_dispatch; }
    ChangeFeed &changes() override { return m_changes; }
    MoveStore &moves() override { return m_moves; }
    CheckStore &checks() override { return m_profile.answers; }
    PersonStore &persons() override { return m_persons; }
    PersonRecords &personRecords() override { return m_profile.records; }
    ConsentStore &consents() override { return m_profile.consents; }
    PromiseStore &promises() override { return m_profile.stores; }
    SearchIndex &search() override { return m_search; }
    MessageSink &sink() override { return m_profile.sink; }
    Maintenance &maintenance() override { return m_maintenance; }
    AccountStore &accounts() override { return m_profile.accounts; }
    SecretStore &secrets() override { return m_profile.secrets; }
    const ChannelRegistry &channels() override { return m_profile.channels; }
    QFuture<Result<SignInTrial>> trySigningIn(const Account &) override { return ready(m_profile.trial); }
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
    NoDispatch m_dispatch;
    ChangeFeed m_changes;
    NoMoves m_moves;
    FakePersons m_persons{m_profile};
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

    Result<Secret> askSecret(const QString &question) override
    {
        questions.append(question);
        return typed;
    }
    std::unique_ptr<SpellChecker> makeSpelling() const override { return nullptr; }
    const Clock &clock() const override { return profile.clock; }

    FakeProfile profile;
    QStringList questions; ///< that a person was asked
    Result<Secret> typed = fail(Errc::NotFound); ///< their answer
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
