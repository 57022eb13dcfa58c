// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/id.h"
#include "models/templates/templaterunner.h"

#include <QObject>

#include <memory>

namespace aside {

class MainWindow;
struct ThreadOutline;

/// Drafts the message that a promised date moves: below what is written in its conversation already, with the
/// new date to fill in.
class WindowDelay : public QObject
{
    Q_OBJECT
public:
    explicit WindowDelay(MainWindow &window);

    /// Opens the conversation first.
    void askFor(ConversationId id);

private:
    void ask();
    void choose(const ThreadOutline &thread);
    void render(const ThreadOutline &thread, const TemplateJob &job);
    void put(ConversationId id, const QString &templateId, const TemplateResult &rendered);
    void giveUp(const Error &error);

    MainWindow &m_window;
    TemplateRunner m_runner;
    ConversationId m_wanted{}; ///< as soon as it is shown
    bool m_isAsking = false;
};

} // namespace aside
