// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/id.h"

#include <QList>
#include <QObject>

namespace aside {

class MainWindow;
class Profile;
struct ErasedPerson;

/// What a person may ask of whoever keeps data about them, in the window: all of it in a file, or none of it
/// any more. Both are asked about first and done away from the window's thread.
class WindowPersonFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowPersonFiles)

public:
    WindowPersonFiles(MainWindow &window, Profile &profile);

private:
    void askWhereTo();
    void write(PersonId person, const QString &path);
    void askToErase();
    void erase(PersonId person);
    void eraseNow(PersonId person, const QList<ConversationId> &talks);
    void tellWaiting(qint64 messages);
    /// `back` is shown again where nothing was erased.
    void tellErased(const Result<ErasedPerson> &erased, ConversationId back);

    MainWindow &m_window;
    Profile &m_profile;
};

} // namespace aside
