// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/services/fetcher.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/fakestores.h"

#include <QCoreApplication>
#include <QPointer>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace aside::test {

/// The other side of all adapters of a test.
struct FetchServer {
    std::optional<Error> fault; ///< of every fetch
    QList<FolderTrouble> troubles; ///< of every fetch that succeeds
    bool holdsBack = false; ///< answers when the test says so
    bool pushes = true; ///< adapters can listen
    int made = 0;
    int fetches = 0;
    int listens = 0;
    std::vector<std::shared_ptr<QPromise<Result<FetchStep>>>> owed; // shared with the adapter, which may go
    QPointer<ChannelAdapter> newest;
    QList<IncomingMessage> messages; ///< of every fetch that succeeds
    QList<RateLeft> rates;
    QByteArray exchanges;

    [[nodiscard]] Result<FetchStep> answer() const
    {
        FetchStep step;
        step.troubles = troubles;
        step.batch.messages = messages;
        return fault ? Result<FetchStep>(std::unexpected(*fault)) : step;
    }
    void answerAll()
    {
        for (const auto &promise : std::exchange(owed, {})) {
            promise->addResult(answer());
            promise->finish();
        }
    }
};

class PlayedAdapter final : public ChannelAdapter
{
public:
    explicit PlayedAdapter(FetchServer &server)
        : m_server(server)
    {
        ++server.made;
        server.newest = this;
    }

    QFuture<Result<void>> open() override { return QtFuture::makeReadyValueFuture(Result<void>()); }
    QFuture<Result<FetchStep>> fetch(QByteArray) override
    {
        ++m_server.fetches;
        const auto promise = std::make_shared<QPromise<Result<FetchStep>>>();
        promise->start();
        m_server.owed.push_back(promise);
        if (!m_server.holdsBack) {
            m_server.answerAll();
        }
        return promise->future();
    }
    bool canListen() const override { return m_server.pushes; }
    void listen() override { ++m_server.listens; }
    QFuture<SendOutcome> send(OutgoingMessage) override
    {
        return QtFuture::makeReadyValueFuture(SendOutcome(Unknown()));
    }
    QFuture<Result<Reconciliation>> reconcile(OutgoingMessage) override
    {
        return QtFuture::makeReadyValueFuture(Result<Reconciliation>(fail(Errc::Network)));
    }
    QList<RateLeft> ratesLeft() const override { return m_server.rates; }
    QByteArray exchanges() const override { return m_server.exchanges; }

private:
    FetchServer &m_server;
};

inline Account account(qint64 id, Channel channel = Channel::Email)
{
    Account one;
    one.id = AccountId{id};
    one.channel = channel;
    one.address = QStringLiteral("op%1@shop.example").arg(id);
    return one;
}

/// A fetcher with everything around it.
struct FetchDesk {
    FakeStores stores;
    FakeNetwork network;
    FetchServer server;
    ChannelRegistry channels;
    Connectivity connectivity{network, stores.clock};
    std::unique_ptr<Fetcher> fetcher;

    FetchDesk()
    {
        stores.accountList = {account(1)};
        channels.add(Channel::Email, [this](const Account &) -> Result<std::unique_ptr<ChannelAdapter>> {
            return std::make_unique<PlayedAdapter>(server);
        });
        fetcher = std::make_unique<Fetcher>(Fetcher::Parts{.accounts = stores,
                                                           .sink = stores,
                                                           .changes = stores.changes,
                                                           .channels = channels,
                                                           .connectivity = connectivity,
                                                           .clock = stores.clock},
                                            QRandomGenerator(1));
    }

    /// Whatever is due now.
    void look()
    {
        stores.announceChanges({.conversations = {}, .accountsChanged = true});
        QCoreApplication::processEvents();
    }
    void wait(std::chrono::milliseconds time)
    {
        stores.clock.advance(time);
        look();
    }
    [[nodiscard]] FetchState state() const { return fetcher->states().value(0); }
};

} // namespace aside::test
