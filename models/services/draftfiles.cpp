// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/draftfiles.h"

#include <QFileInfo>

namespace aside {

DraftFiles::DraftFiles(DraftStore &drafts, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
{
}

void DraftFiles::open(const DraftKey &key)
{
    if (key != m_key) {
        close();
        m_key = key;
    }
    const quint64 asked = ++m_changes;
    m_drafts.load(key.conversation, key.kind).then(this, [this, asked](const Result<Draft> &draft) {
        if (asked != m_changes) {
            return;
        }
        if (!draft) {
            Q_EMIT failed(draft.error());
            return;
        }
        if (draft->attachments != m_files) {
            m_files = draft->attachments;
            Q_EMIT changed();
        }
        Q_EMIT read(*draft);
    });
}

void DraftFiles::close()
{
    ++m_changes;
    m_key = {};
    m_files.clear();
    Q_EMIT changed();
}

bool DraftFiles::isBusy() const
{
    return m_pending.contains(m_key);
}

void DraftFiles::attach(const QStringList &paths)
{
    if (!m_key.conversation.isValid()) {
        return;
    }
    for (const QString &path : paths) {
        begin(m_key);
        m_drafts.attach(m_key.conversation, m_key.kind, path)
            .then(this, [this, key = m_key, name = QFileInfo(path).fileName()](const Result<Draft> &draft) {
                finish(key, name, draft);
            });
    }
}

void DraftFiles::attachDescribed(const QString &path, const QString &alt)
{
    if (!m_key.conversation.isValid()) {
        return;
    }
    begin(m_key);
    const QString name = QFileInfo(path).fileName();
    m_drafts.attach(m_key.conversation, m_key.kind, path)
        .then(this, [this, key = m_key, name, alt](const Result<Draft> &draft) {
            if (!draft || draft->attachments.isEmpty() || alt.isEmpty()) {
                finish(key, name, draft);
                return;
            }
            m_drafts.describe(draft->attachments.constLast().id, alt)
                .then(this,
                      [this, key, name](const Result<Draft> &described) { finish(key, name, described); });
        });
}

void DraftFiles::attachLater(const QString &name, const QString &mimeType, const QFuture<QByteArray> &bytes)
{
    if (!m_key.conversation.isValid()) {
        return;
    }
    begin(m_key);
    QFuture<QByteArray>(bytes).then(this, [this, key = m_key, name, mimeType](const QByteArray &made) {
        if (made.isEmpty()) {
            finish(key, name, fail(Errc::TooLarge, QStringLiteral("a picture could not be written")));
            return;
        }
        m_drafts.attachData(key.conversation, key.kind, {.name = name, .mimeType = mimeType, .data = made})
            .then(this, [this, key, name](const Result<Draft> &draft) { finish(key, name, draft); });
    });
}

void DraftFiles::attachFilesOf(MessageId message, const QString &name)
{
    if (!m_key.conversation.isValid()) {
        return;
    }
    begin(m_key);
    m_drafts.attachFilesOf(m_key.conversation, message)
        .then(this, [this, key = m_key, name](const Result<Draft> &draft) { finish(key, name, draft); });
}

void DraftFiles::detach(DraftAttachmentId id)
{
    ++m_changes;
    m_drafts.detach(id).then(this, [this, key = m_key](const Result<Draft> &draft) { take(key, draft); });
}

void DraftFiles::describe(DraftAttachmentId id, const QString &alt)
{
    ++m_changes;
    m_drafts.describe(id, alt).then(this,
                                    [this, key = m_key](const Result<Draft> &draft) { take(key, draft); });
}

void DraftFiles::begin(const DraftKey &key)
{
    ++m_changes;
    ++m_pending[key];
    Q_EMIT changed();
}

void DraftFiles::finish(const DraftKey &key, const QString &name, const Result<Draft> &draft)
{
    if (--m_pending[key] == 0) {
        m_pending.remove(key);
    }
    show(key, draft);
    if (!draft) {
        Q_EMIT notAttached(name, draft.error());
    }
    if (m_pending.isEmpty()) {
        Q_EMIT becameIdle();
    }
}

void DraftFiles::take(const DraftKey &key, const Result<Draft> &draft)
{
    show(key, draft);
    if (!draft) {
        Q_EMIT failed(draft.error());
    }
}

void DraftFiles::show(const DraftKey &key, const Result<Draft> &draft)
{
    if (key == m_key && key.conversation.isValid()) {
        ++m_changes;
        if (draft) {
            m_files = draft->attachments;
        }
        Q_EMIT changed();
    }
}

} // namespace aside
