// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/sentundo.h"

namespace aside {

SentUndo::SentUndo(DraftStore &drafts, OutboxStore &outbox, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
    , m_outbox(outbox)
{
}

void SentUndo::takeBack(OutboxId id)
{
    m_outbox.withdraw(id).then(this, [this](const Result<OutboxItem> &item) {
        if (!item) {
            Q_EMIT failed(item.error());
            return;
        }
        Q_EMIT returned({.conversation = item->conversation, .kind = DraftKind::Reply}, item->text);
        Q_EMIT withdrawn(*item);
    });
}

void SentUndo::takeBack(MessageId note)
{
    m_drafts.takeBackNote(note).then(this, [this](const Result<Note> &taken) {
        if (!taken) {
            Q_EMIT failed(taken.error());
            return;
        }
        Q_EMIT returned({.conversation = taken->conversation, .kind = DraftKind::Note}, taken->text);
        Q_EMIT noteTakenBack(*taken);
    });
}

void SentUndo::release(OutboxId id)
{
    m_outbox.release(id).then(this, [this](const Result<OutboxItem> &item) {
        if (!item) {
            Q_EMIT failed(item.error());
            return;
        }
        Q_EMIT released(*item);
    });
}

} // namespace aside
