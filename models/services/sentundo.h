// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/draftstore.h"
#include "models/ports/outboxstore.h"

#include <QObject>

namespace aside {

/// Takes back what was sent while that can be, or ends its undo window. Owned by the Composer.
class SentUndo final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SentUndo)

public:
    SentUndo(DraftStore &drafts, OutboxStore &outbox, QObject *parent);

    void takeBack(OutboxId id);
    void takeBack(MessageId note);
    /// Ends the undo window of a reply.
    void release(OutboxId id);

Q_SIGNALS:
    /// The text is a draft again.
    void returned(const aside::DraftKey &key, const QString &text);
    void withdrawn(const aside::OutboxItem &item);
    void noteTakenBack(const aside::Note &note);
    void released(const aside::OutboxItem &item);
    void failed(const aside::Error &error);

private:
    DraftStore &m_drafts;
    OutboxStore &m_outbox;
};

} // namespace aside
