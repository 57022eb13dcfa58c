// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/storage/migrations.h"
#include "models/services/channelregistry.h"
#include "models/services/connectivity.h"
#include "models/services/dispatcher.h"
#include "tests/storage/sqldesk.h"
#include "tests/storage/storagefixture.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/testclock.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <memory>
#include <optional>

namespace aside::test {

/// A profile's database in a file, the dispatcher over it, and a server that outlives them. reopen() is the
/// next start of the program, however the last one ended.
class DispatchWorld
{
public:
    explicit DispatchWorld(quint32 seed = 1)
        : m_seed(seed)
    {
        channels.add(Channel::Email, [this](const Account &) -> Result<std::unique_ptr<ChannelAdapter>> {
            return std::make_unique<FakeAdapter>(server);
        });
        open();
    }

    ~DispatchWorld() { close(); }
    DispatchWorld(const DispatchWorld &) = delete;
    DispatchWorld &operator=(const DispatchWorld &) = delete;

    void reopen()
    {
        close();
        open();
    }

    /// Until nothing moves any more without time passing.
    void settle()
    {
        for (int quiet = 0, rounds = 0; quiet < 4; ++rounds) {
            if (rounds > 10'000) {
                qFatal("it never settles");
            }
            const int before = desk->steps();
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            quiet = desk->steps() == before ? quiet + 1 : 0;
        }
    }

    void look()
    {
        dispatcher->look();
        settle();
    }

    void pass(std::chrono::milliseconds time)
    {
        clock.advance(time);
        desk->queueDue();
        look();
    }

    Account addAccount(const QString &address)
    {
        const auto added
            = desk->addAccount(
                      {.id = {}, .channel = Channel::Email, .name = {}, .identity = {}, .address = address})
                  .result();
        if (!added) {
            qFatal("no account");
        }
        return *added;
    }

    /// The customer's first message is in the store.
    ConversationId conversation(const QString &id, AccountId account)
    {
        IncomingBatch batch;
        batch.account = account;
        batch.messages.append(mail(id, 0));
        (void)desk->apply(batch).result();
        auto select = db->prepare("SELECT conversation_id FROM message WHERE remote_id = ?1");
        return select->bind(1, id).step().value_or(false) ? ConversationId{select->integer(0)}
                                                          : ConversationId{};
    }

    OutboxItem write(ConversationId id, const QString &text)
    {
        const auto held = desk->hold(id, text, {}).result();
        if (!held) {
            qFatal("not held: %s", qPrintable(held.error().detail));
        }
        (void)desk->queueDue().result();
        return item(held->id);
    }

    OutboxItem item(OutboxId id) { return loadItem(*db, id).value_or(OutboxItem()); }
    QList<OutboxItem> items() { return outboxItems(*db).value_or(QList<OutboxItem>()); }

    FakeServer server;
    FakeNetwork network;
    TestClock clock;
    ChannelRegistry channels;
    std::optional<Database> db;
    std::unique_ptr<SqlDesk> desk;
    std::unique_ptr<Connectivity> connectivity;
    std::unique_ptr<Dispatcher> dispatcher;

private:
    void open()
    {
        auto opened = Database::open(m_folder.filePath(QStringLiteral("aside.db")), {.key = Secret()});
        if (!opened || !migrate(*opened)) {
            qFatal("no database");
        }
        db.emplace(std::move(*opened));
        desk = std::make_unique<SqlDesk>(*db, m_blobs, clock);
        connectivity = std::make_unique<Connectivity>(network, clock);
        dispatcher = std::make_unique<Dispatcher>(Dispatcher::Parts{.outbox = *desk,
                                                                    .dispatch = *desk,
                                                                    .accounts = *desk,
                                                                    .sink = *desk,
                                                                    .changes = desk->changes,
                                                                    .channels = channels,
                                                                    .connectivity = *connectivity,
                                                                    .clock = clock},
                                                  QRandomGenerator(m_seed));
        dispatcher->start();
        settle();
    }

    void close()
    {
        dispatcher.reset();
        connectivity.reset();
        desk.reset();
        db.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    quint32 m_seed;
    QTemporaryDir m_folder;
    BlobStore m_blobs{m_folder.filePath(QStringLiteral("blobs")), Secret()};
};

} // namespace aside::test
