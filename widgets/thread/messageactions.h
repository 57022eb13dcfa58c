// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/message.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTemporaryDir>

#include <functional>
#include <memory>

class QUrl;
class QWidget;

namespace aside {

class AttachmentSource;
class ConversationStore;

/// What an operator does with what came from outside: opens links, opens and saves files. Asks where there is
/// doubt; never runs anything; bytes are fetched and written off the UI thread. A file that is at its server
/// is brought first.
class MessageActions : public QObject
{
    Q_OBJECT
public:
    /// `opener` is given checked addresses and files of ours only.
    MessageActions(ConversationStore &store, std::function<void(const QUrl &)> opener, QWidget *window);

    /// Who brings what was left at servers; nobody without it.
    void setSource(AttachmentSource *source);

    void openLink(const QString &address, const QString &text);
    void open(const Attachment &attachment);
    void saveAs(const Attachment &attachment);
    void save(const Attachment &attachment, const QString &path);

Q_SIGNALS:
    void saved(const QString &path);
    void failed(const aside::Error &error);
    /// A file could not be brought, in words.
    void notBrought(const QString &words);

private:
    using Written = std::function<void(const QString &path)>;

    /// What is to be done with a file once it is here.
    struct Wish {
        Attachment attachment;
        QString path;
        Written then;
    };

    void takeArrived(AttachmentId id);
    void takeFailed(AttachmentId id, const Error &error);
    void write(const Attachment &attachment, const QString &path, Written then);
    void fetchTo(const Attachment &attachment, const QString &path, Written then);

    ConversationStore &m_store;
    std::function<void(const QUrl &)> m_opener;
    QWidget *m_window;
    QPointer<AttachmentSource> m_source;
    QMultiHash<AttachmentId, Wish> m_wishes; ///< of what is on its way
    std::unique_ptr<QTemporaryDir> m_opened; ///< copies for other programs; gone with the window
};

} // namespace aside
