// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/channeladapter.h"
#include "models/ports/networkstate.h"

#include <QHash>
#include <QList>
#include <QPromise>

#include <memory>
#include <vector>

namespace aside::test {

/// What the fake server does with a message and says of it.
enum class Play : quint8 {
    Accept,
    AcceptAndLose, ///< it has it, and its answer is lost
    LoseBefore, ///< the connection breaks before it has it, and nobody can tell
    Refuse,
    ItemLater, ///< not this one now
    AccountLater, ///< nothing of this account now
    AcceptSilently, ///< it has it, and answers when the test says so
    LoseSilently, ///< it has it not, and answers when the test says so
};

/// The other side of FakeAdapter: what has arrived, and what is there to be fetched. Outlives crashes.
class FakeServer
{
public:
    QList<Play> plays; ///< for the next messages; Accept when there is none
    RetryLater later; ///< what ItemLater and AccountLater say besides
    std::optional<Error> fault; ///< fetching, looking and sending end with it, and nothing leaves
    std::optional<Evidence> says; ///< of every look; none: the truth
    bool wantsCopies = false; ///< what it accepts asks for a copy
    QList<CopyFiling> copyFaults; ///< of the next copies
    QStringList copies; ///< keys of those that are filed
    QList<IncomingMessage> mailbox;
    QList<FolderTrouble> troubles; ///< of each complete fetch

    QList<OutgoingMessage> received; ///< in the order they arrived
    QStringList calls; ///< "fetch", "send KEY", "look KEY", "copy KEY"

    [[nodiscard]] int count(const QString &wireId) const;
    [[nodiscard]] qsizetype countCalls(const QString &begin) const;
    /// Answers what was not answered yet.
    void answerAll();
    [[nodiscard]] bool owesAnswers() const { return !m_owed.empty(); }

private:
    friend class FakeAdapter;
    struct Owed {
        std::shared_ptr<QPromise<SendOutcome>> promise; // shared with the adapter, which may go first
        SendOutcome outcome;
    };

    QFuture<SendOutcome> receive(const OutgoingMessage &message);

    std::vector<Owed> m_owed;
};

/// An adapter without a network: each call is one word with the server.
class FakeAdapter final : public ChannelAdapter
{
    Q_OBJECT

public:
    explicit FakeAdapter(FakeServer &server);

    QFuture<Result<void>> open() override;
    QFuture<Result<FetchStep>> fetch(QByteArray cursor) override;
    bool canListen() const override { return false; }
    void listen() override { }
    QFuture<SendOutcome> send(OutgoingMessage message) override;
    QFuture<Result<CopyFiling>> fileCopy(OutgoingMessage message) override;
    QFuture<Result<Reconciliation>> reconcile(OutgoingMessage message) override;

private:
    FakeServer &m_server;
};

/// A network that is as the test says.
class FakeNetwork final : public NetworkState
{
    Q_OBJECT

public:
    [[nodiscard]] SystemNetwork state() const override { return m_state; }
    void set(SystemNetwork state);

private:
    SystemNetwork m_state = SystemNetwork::Online;
};

} // namespace aside::test
