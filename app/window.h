// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/profile.h"
#include "app/templates/templatefolders.h"
#include "app/windowcheck.h"
#include "app/windowdelay.h"
#include "app/windowimports.h"
#include "app/windownotifications.h"
#include "app/windowpreferences.h"
#include "app/windowprivate.h"
#include "app/windowsending.h"
#include "app/windowurgency.h"
#include "models/services/mailtoanswer.h"
#include "widgets/mainwindow.h"
#include "widgets/windowplaces.h"

#include <QObject>

#include <memory>

namespace aside {

/// The window on one profile, wired: imports run, links of other programs are answered, and the
/// window's places are kept in PROFILE/window.
class Window : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Window)
public:
    /// What it reaches the world through; outlives the window.
    struct Edges {
        RemotePictures &pictures;
        NetworkState &network;
        const ChannelRegistry &channels;
    };

    Window(Profile &profile, const Edges &edges);
    ~Window() override;

    [[nodiscard]] MainWindow &window() { return *m_window; }
    /// Works by the preferences of the profile from now on, and tells the desktop what arrives.
    void usePreferences(QApplication &app, const LookOverrides &overrides);
    [[nodiscard]] Fetcher &fetcher() { return m_sending.fetcher(); }
    /// Accounts changed: what waits for one looks again.
    void lookAtAccounts();
    /// Goes to the view and the conversation of last time.
    void resumeSession();
    void show();
    void raise();
    /// From a second start of the program: to the front, and answer the mailto: link if it is one.
    void takeMessage(const QByteArray &message);
    /// Puts its text into the reply to the newest conversation with its address; sends nothing.
    void answerMailto(const QString &link);

Q_SIGNALS:
    /// Before it is done.
    void fetchAsked();

private:
    void startFetching();
    void answer(ConversationId id, const MailtoLink &link);
    void tellCheckProblem(const Error &error);
    void restorePlaces();
    void savePlaces() const;
    /// Makes a note of its own of what was written in a conversation that is gone.
    void keepTexts(const ConversationRow &gone, const QStringList &texts);

    Profile &m_profile;
    WindowSending m_sending;
    WindowCheck m_check;
    TemplateFolders m_templates;
    std::unique_ptr<MainWindow> m_window;
    WindowImports m_imports;
    WindowPrivate m_private;
    WindowUrgency m_urgency;
    WindowDelay m_delay;
    MailtoAnswer m_mailto;
    WindowPlaces m_places;
    std::unique_ptr<WindowPreferences> m_preferences;
    std::unique_ptr<WindowNotifications> m_notifications;
};

} // namespace aside
