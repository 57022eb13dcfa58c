// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/profile.h"
#include "app/window.h"
#include "models/core/clock.h"
#include "models/ports/accountstore.h"
#include "models/ports/conversationstore.h"
#include "models/ports/messagesink.h"
#include "tests/support/fakeadapter.h"
#include "tests/support/fakepictures.h"
#include "widgets/mainwindow.h"
#include "widgets/thread/conversationpane.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace aside::test {

/// What a test of the whole window begins with: a real profile in a folder that goes with it, one message of
/// Anna's, and the window on it.
class ProfileWindow
{
public:
    ProfileWindow()
    {
        qputenv("ASIDE_KEYCHAIN", "off");
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
    }

protected:
    /// `refusals` are the codes of writes that the test has refused, with | between them.
    void openProfile(const QString &refusals = QStringLiteral("nothing is refused"))
    {
        QTest::failOnWarning(QRegularExpression(
            QStringLiteral("^(?!This plugin does not support (propagateSizeHints|raise)|no keychain answered"
                           "|a write failed: \"(%1)\")")
                .arg(refusals)));
        m_folder = std::make_unique<QTemporaryDir>();
        auto profile = Profile::open(
            {.directory = m_folder->filePath(QStringLiteral("profile")), .encryption = Encryption::Plain});
        QVERIFY(profile);
        m_profile = std::move(*profile);
    }
    void addAccount(Channel channel, const QString &address)
    {
        QVERIFY(m_profile->accounts()
                    .addAccount({.id = {},
                                 .channel = channel,
                                 .name = QStringLiteral("Shop"),
                                 .identity = QStringLiteral("Lantern"),
                                 .address = address})
                    .result());
    }
    /// Anna Berg complains, an hour ago.
    [[nodiscard]] IncomingMessage complaint(Channel channel, Audience audience, const QString &handle) const
    {
        IncomingMessage message;
        message.channel = channel;
        message.audience = audience;
        message.remoteId = QStringLiteral("-100/1");
        message.authorName = QStringLiteral("Anna Berg");
        message.authorHandle = handle;
        message.sentAt = m_profile->clock().now() - std::chrono::hours(1);
        message.text = QStringLiteral("The lamp broke after a week.");
        return message;
    }
    /// The conversation that was not there before.
    [[nodiscard]] ConversationId apply(const IncomingMessage &message) const
    {
        const auto before = m_profile->conversations().ids({}).result().value_or(QList<ConversationId>());
        IncomingBatch batch;
        batch.messages = {message};
        const auto applied = m_profile->sink().apply(batch).result();
        const auto after = m_profile->conversations().ids({}).result().value_or(QList<ConversationId>());
        for (const ConversationId id : after) {
            if (applied && !before.contains(id)) {
                return id;
            }
        }
        return {};
    }
    void openWindow()
    {
        m_window = std::make_unique<Window>(
            *m_profile, Window::Edges{.pictures = m_pictures, .network = m_network, .channels = m_channels});
        m_window->usePreferences(*qApp, {.language = QStringLiteral("en"), .mode = ColorMode::Light});
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
    }
    void show(ConversationId id)
    {
        window().openConversation(id);
        QTRY_COMPARE(window().conversation().row().id, id);
    }
    [[nodiscard]] MainWindow &window() const { return m_window->window(); }
    void closeAll()
    {
        m_window.reset();
        m_profile.reset();
        m_folder.reset();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Profile> m_profile;
    FakePictures m_pictures;
    FakeNetwork m_network;
    ChannelRegistry m_channels;
    std::unique_ptr<Window> m_window;
};

} // namespace aside::test
