// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/applicationchannels.h"
#include "app/channels/email/oauth/keptsignins.h"
#include "app/profile.h"
#include "app/window.h"
#include "tests/servers/mailservers.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/fakepictures.h"
#include "tests/support/fakesecrets.h"
#include "widgets/inbox/inboxpane.h"
#include "widgets/mainwindow.h"
#include "widgets/outbox/connectionstatus.h"

#include <QApplication>
#include <QListView>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <utility>

namespace aside::test {

/// The window on a profile of its own, with all that it needs to reach servers of mail.
struct MailWindow {
    QTemporaryDir folder;
    FakeSecrets secrets;
    FakePictures pictures;
    FakeNetwork network;
    std::unique_ptr<Profile> profile;
    std::unique_ptr<mail::KeptSignIns> signIns;
    std::unique_ptr<ChannelRegistry> channels;
    std::unique_ptr<Window> window; // goes first

    /// The profile alone, so that accounts can be added.
    [[nodiscard]] bool openProfile(const mail::OAuthEdge &oauth)
    {
        Result<std::unique_ptr<Profile>> opened = Profile::open(
            {.directory = folder.filePath(QStringLiteral("profile")), .encryption = Encryption::Plain});
        if (!opened) {
            return false;
        }
        profile = std::move(*opened);
        signIns = std::make_unique<mail::KeptSignIns>(secrets, oauth, profile->clock());
        return true;
    }
    void show(const MailServers &servers)
    {
        channels = std::make_unique<ChannelRegistry>(makeChannels({.signIns = *signIns,
                                                                   .clock = profile->clock(),
                                                                   .mailEdge = servers.edge(),
                                                                   .ownAddresses = {}}));
        window = std::make_unique<Window>(
            *profile, Window::Edges{.pictures = pictures, .network = network, .channels = *channels});
        window->usePreferences(*qApp, {.language = QStringLiteral("en"), .mode = ColorMode::Light});
        window->show();
    }
    /// The line at the bottom.
    [[nodiscard]] QString status() const { return window->window().connection().text(); }
    [[nodiscard]] int shownRows() const
    {
        const auto *list = window->window().inbox().findChild<QListView *>();
        return list != nullptr ? list->model()->rowCount() : -1;
    }
};

/// What no test of such a window may say, but for what it cannot help.
inline void failOnMailWarning()
{
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise)|no keychain answered)")));
}

/// Away from the keychain and the desktop of whoever runs the test.
inline void leaveTheDesktopAlone()
{
    qputenv("ASIDE_KEYCHAIN", "off");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
}

} // namespace aside::test
