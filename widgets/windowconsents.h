// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/callanswer.h"
#include "models/core/error.h"
#include "models/core/id.h"
#include "models/domain/consent.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <optional>

namespace aside {

class ConversationPane;
class NoticeBar;
class PersonDrawer;
struct ConversationRow;
struct PersonCard;
struct ThreadOutline;
struct WindowServices;

/// What the window does about consents: records them, shows what proves them, and asks them before a number
/// is called. Owned by the MainWindow.
class WindowConsents final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowConsents)

public:
    struct Parts {
        const WindowServices &services;
        PersonDrawer &drawer;
        ConversationPane &conversation;
        NoticeBar &notice;
    };

    WindowConsents(const Parts &parts, QWidget *window);

    /// Shows a message, in its conversation.
    void showMessage(MessageId id);
    /// Asks whether to record what seems to be an answer to a request to phone.
    void askAbout(const CallAnswer &answer);

Q_SIGNALS:
    void conversationAsked(aside::ConversationId id);
    void failed(const aside::Error &error);
    void announced(const QString &words);

private:
    void askForConsent();
    void load(const std::function<void(const PersonCard &, const ThreadOutline &)> &then);
    void ask(const PersonCard &card, const QList<Message> &messages, const std::optional<CallAnswer> &answer);
    void record(PersonId person, const ConsentEntry &entry);
    void call(const QUrl &number);
    void reachMessage(const ConversationRow &row);

    Parts m_parts;
    QWidget *m_window;
    MessageId m_wanted; ///< that somebody goes to, once its conversation is on the screen
    ConversationId m_wantedIn;
};

} // namespace aside
