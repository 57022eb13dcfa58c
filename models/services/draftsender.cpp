// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/draftsender.h"

namespace aside {

DraftSender::DraftSender(DraftStore &drafts, OutboxStore &outbox, DraftSaver &saver, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
    , m_outbox(outbox)
    , m_saver(saver)
{
    connect(&m_saver, &DraftSaver::ended, this, &DraftSender::sendNext);
}

void DraftSender::send(const DraftKey &key, const QString &text, const SendTerms &terms)
{
    if (isSending(key)) {
        return;
    }
    m_saver.pause(key);
    m_sending.insert(key, {.text = text, .terms = terms});
    sendNext();
    Q_EMIT changed();
}

bool DraftSender::isSending(const DraftKey &key) const
{
    return m_sending.contains(key);
}

bool DraftSender::isIdle() const
{
    return m_sending.isEmpty();
}

std::optional<QString> DraftSender::text(const DraftKey &key) const
{
    const auto sending = m_sending.constFind(key);
    return sending != m_sending.cend() ? std::optional(sending->text) : std::nullopt;
}

void DraftSender::sendNext()
{
    for (const DraftKey &key : m_sending.keys()) {
        const auto sending = m_sending.find(key);
        if (sending == m_sending.end() || sending->isBegun || m_saver.isSaving(key)) {
            continue;
        }
        sending->isBegun = true;
        sending->wasUnsaved = m_saver.forget(key, sending->text);
        begin(key, *sending);
    }
}

void DraftSender::begin(const DraftKey &key, const Sending &sending)
{
    if (key.kind == DraftKind::Note) {
        m_drafts.addNote(key.conversation, sending.text).then(this, [this, key](const Result<Note> &note) {
            finish(key, note.transform([](const Note &) { }));
            if (note) {
                Q_EMIT noteAdded(*note);
            }
        });
        return;
    }
    m_outbox.hold(key.conversation, sending.text, sending.terms)
        .then(this, [this, key](const Result<OutboxItem> &item) {
            finish(key, item.transform([](const OutboxItem &) { }));
            if (item) {
                Q_EMIT held(*item);
            }
        });
}

void DraftSender::finish(const DraftKey &key, const Result<void> &done)
{
    const Sending sent = m_sending.take(key);
    if (done) {
        m_saver.forget(key, sent.text);
        Q_EMIT left(key, sent.text);
    } else {
        if (sent.wasUnsaved && !m_saver.isWaiting(key)) { // else a newer text waits
            m_saver.saveNow(key, sent.text);
        }
        Q_EMIT failed(done.error());
    }
    m_saver.resume(key);
    Q_EMIT changed();
}

} // namespace aside
