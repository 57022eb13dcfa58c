// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/profile.h"
#include "app/shots/stagemail.h"
#include "app/shots/stagenetwork.h"
#include "app/shots/stagepictures.h"
#include "app/window.h"

#include <QPixmap>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace aside {

/// What a screen plays on: a fresh window on a profile of the demo (or an empty one) that is thrown away.
/// Its verbs find things by their objectName, as a test would; what is not there becomes a problem.
class Stage
{
public:
    /// Stories: the demo, and talks on their way from public to private.
    enum class Play { Demo, Empty, Stories };

    [[nodiscard]] static Result<std::unique_ptr<Stage>> open(Play play);

    [[nodiscard]] Profile &profile() { return *m_profile; }
    [[nodiscard]] MainWindow &window() { return m_window->window(); }
    /// A new window of its usual size, in the language and the colours of now.
    void raiseCurtain();
    void dropCurtain();

    /// The network is gone, until the curtain falls.
    void cutNetwork() { m_network.set(SystemNetwork::Offline); }
    /// Everything from right to left, until the curtain falls.
    void mirror();
    /// An account that is there until the curtain falls.
    void addAccount(const Account &account);
    void openConversation(const QString &handle);
    /// Takes back what the conversation has on its way to private, so that it can begin anew.
    void takeBackMoves(const QString &handle);
    /// A command of the window, by its id.
    void trigger(const QString &id);
    void click(const QString &button);
    void type(const QString &field, const QString &text);
    /// The menu of the menu bar that has the command.
    void popUpMenuWith(const QString &command);
    /// An entry of a menu that is open, counted from 0, or from the last one as -1.
    void choose(const QString &menu, int entry);

    template <typename T>
    T *part(const QString &name)
    {
        for (QWidget *top : topLevels()) {
            if (T *found = findIn<T>(top, name)) {
                return found;
            }
        }
        m_problems.append(QStringLiteral("nothing here is called %1").arg(name));
        return nullptr;
    }

    /// The window with all that lies over it.
    [[nodiscard]] QPixmap picture();
    /// What did not work since the curtain was raised.
    [[nodiscard]] QStringList problems() const { return m_problems; }
    /// The window and all that is open over it.
    [[nodiscard]] QList<QWidget *> topLevels() const;

private:
    Stage() = default;

    template <typename T>
    T *findIn(QWidget *top, const QString &name)
    {
        T *self = qobject_cast<T *>(top);
        return self != nullptr && self->objectName() == name ? self : top->findChild<T *>(name);
    }

    QTemporaryDir m_directory;
    std::unique_ptr<Profile> m_profile;
    StagePictures m_pictures;
    StageNetwork m_network;
    StageMail m_mail;
    QList<AccountId> m_accounts; ///< that a screen brought along
    ChannelRegistry m_channels; ///< none: nothing of the demo leaves
    std::unique_ptr<Window> m_window;
    QHash<QString, ConversationId> m_byHandle;
    QStringList m_problems;
};

} // namespace aside
