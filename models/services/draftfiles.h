// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/draftstore.h"

#include <QHash>
#include <QObject>
#include <QStringList>

namespace aside {

/// The files of the draft that is written now. Owned by the Composer, which says which draft that is.
class DraftFiles final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftFiles)

public:
    DraftFiles(DraftStore &drafts, QObject *parent);

    /// Shows the files of another draft, or asks anew for those of this one.
    void open(const DraftKey &key);
    void close();
    [[nodiscard]] const QList<DraftAttachment> &files() const { return m_files; }
    /// A file is on its way into the draft: what would be sent now goes without it.
    [[nodiscard]] bool isBusy() const;
    /// No file is on its way into any draft.
    [[nodiscard]] bool isIdle() const { return m_pending.isEmpty(); }

    void attach(const QStringList &paths);
    /// With what the picture shows.
    void attachDescribed(const QString &path, const QString &alt);
    /// Attaches what is still being made, such as a picture; no bytes: it could not be made.
    void attachLater(const QString &name, const QString &mimeType, const QFuture<QByteArray> &bytes);
    /// The files of a message as well, as they are passed on with a reply. `name` says in an error what they
    /// are.
    void attachFilesOf(MessageId message, const QString &name);
    void detach(DraftAttachmentId id);
    void describe(DraftAttachmentId id, const QString &alt);

Q_SIGNALS:
    void changed();
    /// The answer to open().
    void read(const aside::Draft &draft);
    /// The last file that was on its way has arrived, or never will.
    void becameIdle();
    void notAttached(const QString &name, const aside::Error &error);
    void failed(const aside::Error &error);

private:
    void begin(const DraftKey &key);
    void finish(const DraftKey &key, const QString &name, const Result<Draft> &draft);
    void take(const DraftKey &key, const Result<Draft> &draft);
    void show(const DraftKey &key, const Result<Draft> &draft);

    DraftStore &m_drafts;
    DraftKey m_key;
    QList<DraftAttachment> m_files;
    QHash<DraftKey, int> m_pending;
    quint64 m_changes = 0; ///< an answer to load() from before the last change is out of date
};

} // namespace aside
