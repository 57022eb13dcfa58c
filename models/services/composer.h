// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/draftstore.h"
#include "models/ports/outboxstore.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace aside {

/// Writes replies: keeps every key on the disk soon after it was pressed, and hands the text to the outbox.
/// Texts that could not be saved stay here, whichever conversation is open, and are tried again.
class Composer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Composer)

public:
    Composer(DraftStore &drafts, OutboxStore &outbox, QObject *parent = nullptr);
    /// Hands over what is not saved yet.
    ~Composer() override;

    /// How long after the last key it saves; never later than 300 ms after the first unsaved one.
    void setSaveDelay(std::chrono::milliseconds delay);
    /// Saves what is unsaved, then loads the draft of the conversation.
    void open(ConversationId id);
    /// Saves what is unsaved.
    void close();
    [[nodiscard]] ConversationId conversation() const;
    [[nodiscard]] QString text() const;
    /// What the person typed.
    void setText(const QString &text);
    /// Does nothing while the text of this conversation is already on its way.
    void send(std::chrono::milliseconds undoWindow = std::chrono::seconds(10));
    void undo(OutboxId id);
    /// All texts are on the disk, those of conversations left behind as well.
    [[nodiscard]] bool isSaved() const;

Q_SIGNALS:
    /// The text was replaced by another than the person typed: loaded, given back by undo, or sent (empty).
    void draftLoaded(const QString &text);
    void savedChanged();
    void held(const aside::OutboxItem &item);
    void withdrawn(const aside::OutboxItem &item);
    void failed(const aside::Error &error);

private:
    struct Saving {
        ConversationId id;
        QString text;
    };
    struct Sending {
        QString text;
        std::chrono::milliseconds undoWindow{};
        bool isBegun = false;
        bool wasUnsaved = false;
    };

    void load();
    void show(const QString &text);
    [[nodiscard]] std::optional<QString> localText(ConversationId id) const;
    void flush();
    void saveNext();
    void takeSaved(const Result<Draft> &saved);
    void sendNext();
    void takeHeld(ConversationId id, const Result<OutboxItem> &item);
    void giveBack(const OutboxItem &item);
    void announceSaved();

    DraftStore &m_drafts;
    OutboxStore &m_outbox;
    ConversationId m_conversation;
    QString m_text;
    bool m_isKnown = false; ///< m_text is the draft: loaded, or typed over
    quint64 m_loads = 0; ///< only the answer to the latest counts
    QHash<ConversationId, QString> m_unsaved;
    std::optional<Saving> m_saving;
    QHash<ConversationId, Sending> m_sending;
    QTimer m_afterLastKey;
    QTimer m_afterFirstKey;
    QTimer m_retry;
    bool m_wasSaved = true;
};

} // namespace aside
