// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/accountsetups.h"
#include "app/platform/systemclock.h"
#include "app/windowaccounts.h"
#include "tests/app/mailwindow.h"
#include "tests/servers/mastodonserver.h"
#include "tests/servers/prismdoor.h"
#include "tests/support/waiting.h"
#include "tests/widgets/accountfixture.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>

#include <functional>
#include <memory>
#include <utility>

namespace aside::test {

/// A door in front of a server of Mastodon, where the description of the interface and Prism are there; else
/// the way is open. One for a test program.
class MastodonGate
{
public:
    MastodonGate()
        : m_port(MastodonServer().port())
    {
        const QByteArray description = mastodonDescription();
        QFile file(m_folder.filePath(QStringLiteral("mastodon.json")));
        if (description.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(description) <= 0) {
            return;
        }
        file.close();
        auto door = std::make_unique<PrismDoor>(m_port);
        if (const QString whyNot = door->start(file.fileName()); whyNot.isEmpty()) {
            m_door = std::move(door);
        } else {
            qInfo("no door: %s", qPrintable(whyNot));
        }
    }

    /// Where the server listens.
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QUrl url() const
    {
        return m_door ? m_door->url() : QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
    }
    [[nodiscard]] bool isChecking() const { return m_door != nullptr; }
    /// What was not as the interface is described, since it was asked last.
    [[nodiscard]] QStringList takeRefused()
    {
        return m_door ? std::exchange(m_door->refused, {}) : QStringList();
    }

private:
    QTemporaryDir m_folder;
    quint16 m_port;
    std::unique_ptr<PrismDoor> m_door;
};

template <typename T>
[[nodiscard]] T valueOf(QFuture<Result<T>> future)
{
    const bool isThere = waitFor([&] { return future.isFinished(); }) && future.resultCount() > 0;
    return isThere ? future.result().value_or(T()) : T();
}

/// The window of a shop at a server of Mastodon, and a person with a browser.
class MastodonDesk
{
public:
    SystemClock clock;
    MastodonServer server;
    QNetworkAccessManager browser;
    std::function<QUrl(const QUrl &page)> person; ///< where whoever signs in is sent; none: nobody goes on
    QList<QUrl> pages; ///< that were open in the browser
    FakeFinder finder;
    FakeProbe probe;
    std::unique_ptr<AccountSetups> setups;
    MailWindow world; // goes first

    explicit MastodonDesk(quint16 port = 0)
        : server(port)
        , person([this](const QUrl &page) { return server.consent(page); })
        , setups(makeSetups(systemEdge(), clock, "<p>Done"))
    {
        QObject::connect(setups.get(), &AccountSetups::pageReady, &browser, [this](const QUrl &page) {
            pages.append(page);
            if (person) {
                QNetworkReply *reply = browser.get(QNetworkRequest(person(page)));
                QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
            }
        });
    }

    [[nodiscard]] bool openProfile() { return world.openProfile({.mail = {}, .network = nullptr}); }
    /// An account that is there before the window is.
    [[nodiscard]] Account addShop(const QUrl &url)
    {
        Account shop;
        shop.channel = Channel::Mastodon;
        shop.name = QStringLiteral("Shop");
        shop.identity = QStringLiteral("Lantern");
        shop.address = QStringLiteral("@shop@masto.example");
        shop.settings.insert(QStringLiteral("server"), url.toString());
        Account added = valueOf(world.profile->accounts().addAccount(shop));
        auto kept = world.signIns->keep(added.id, {.password = Secret(server.token)});
        return waitFor([&] { return kept.isFinished(); }) && kept.result() ? added : Account();
    }
    void show()
    {
        world.channels = std::make_unique<ChannelRegistry>(
            makeChannels({.signIns = *world.signIns, .clock = world.profile->clock(), .ownAddresses = {}}));
        world.window = std::make_unique<Window>(
            *world.profile,
            Window::Edges{.pictures = world.pictures, .network = world.network, .channels = *world.channels});
        connectAccounts(*world.window, *world.profile,
                        {.finder = finder, .probe = probe, .signIns = *world.signIns, .setups = *setups});
        world.window->usePreferences(*qApp, {.language = QStringLiteral("en"), .mode = ColorMode::Light});
        world.window->show();
    }
    [[nodiscard]] MainWindow &window() const { return world.window->window(); }
    [[nodiscard]] QList<Account> accounts() const { return valueOf(world.profile->accounts().accounts()); }
};

} // namespace aside::test
