// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/message.h"

#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <memory>

class QUrl;
class QWidget;

namespace aside {

class ConversationStore;

/// What an operator does with what came from outside: opens links, opens and saves files. Asks where there is
/// doubt; never runs anything; bytes are fetched and written off the UI thread.
class MessageActions : public QObject
{
    Q_OBJECT
public:
    /// `opener` is given checked addresses and files of ours only.
    MessageActions(ConversationStore &store, std::function<void(const QUrl &)> opener, QWidget *window);

    void openLink(const QString &address, const QString &text);
    void open(const Attachment &attachment);
    void saveAs(const Attachment &attachment);
    void save(const Attachment &attachment, const QString &path);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const aside::Error &error);

private:
    void fetchTo(const Attachment &attachment, const QString &path,
                 std::function<void(const QString &)> then);

    ConversationStore &m_store;
    std::function<void(const QUrl &)> m_opener;
    QWidget *m_window;
    std::unique_ptr<QTemporaryDir> m_opened; ///< copies for other programs; gone with the window
};

} // namespace aside
