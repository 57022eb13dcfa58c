// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/draftstore.h"
#include "models/ports/outboxstore.h"
#include "models/services/draftsaver.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace aside {

/// Hands replies to the outbox and adds notes to their conversation, each when the save before it has ended.
/// Owned by the Composer.
class DraftSender final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftSender)

public:
    DraftSender(DraftStore &drafts, OutboxStore &outbox, DraftSaver &saver, QObject *parent);

    /// Does nothing while a text of this key is on its way. The terms count for a reply.
    void send(const DraftKey &key, const QString &text, const SendTerms &terms);
    [[nodiscard]] bool isSending(const DraftKey &key) const;
    [[nodiscard]] bool isIdle() const;
    /// The text that is on its way.
    [[nodiscard]] std::optional<QString> text(const DraftKey &key) const;

Q_SIGNALS:
    void changed();
    /// The text is no draft any more.
    void left(const aside::DraftKey &key, const QString &text);
    void held(const aside::OutboxItem &item);
    void noteAdded(const aside::Note &note);
    void failed(const aside::Error &error);

private:
    struct Sending {
        QString text;
        SendTerms terms;
        bool isBegun = false;
        bool wasUnsaved = false;
    };

    void sendNext();
    void begin(const DraftKey &key, const Sending &sending);
    void finish(const DraftKey &key, const Result<void> &done);

    DraftStore &m_drafts;
    OutboxStore &m_outbox;
    DraftSaver &m_saver;
    QHash<DraftKey, Sending> m_sending;
};

} // namespace aside
