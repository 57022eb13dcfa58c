// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/draftstore.h"
#include "models/ports/outboxstore.h"
#include "models/services/addressdesk.h"
#include "models/services/draftfiles.h"
#include "models/services/draftsaver.h"
#include "models/services/draftsender.h"
#include "models/services/sentundo.h"

#include <QObject>
#include <QStringList>

#include <chrono>
#include <optional>

namespace aside {

/// Writes replies and notes: the text that is open, and in front of the parts that save every key soon after
/// it was pressed, hand a reply to the outbox or add a note to the conversation, and take them back. Texts
/// that could not be saved stay, whichever conversation is open, and are tried again.
class Composer final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Composer)

public:
    Composer(DraftStore &drafts, OutboxStore &outbox, QObject *parent = nullptr);

    /// How long after the last key it saves; never later than 300 ms after the first unsaved one.
    void setSaveDelay(std::chrono::milliseconds delay);
    /// Saves what is unsaved, then loads the draft of the conversation.
    void open(ConversationId id);
    /// Saves what is unsaved.
    void close();
    /// The open conversation went into another: goes there with the same kind of text, as soon as what was
    /// typed here is saved.
    void follow(ConversationId into);
    /// The open conversation is gone: gives what was written there, the text that was shown first, and
    /// forgets it.
    [[nodiscard]] QStringList abandon();
    /// Goes to the other text of the conversation; a conversation opens with its reply.
    void setKind(DraftKind kind);
    [[nodiscard]] DraftKind kind() const;
    /// Moves text and files below those of the conversation's other draft and goes there.
    void moveTo(DraftKind kind);
    [[nodiscard]] ConversationId conversation() const;
    [[nodiscard]] QString text() const;
    /// What the person typed.
    void setText(const QString &text);
    /// Puts more text below the draft of a conversation, whichever is open; nothing of the draft is lost.
    void append(ConversationId id, const QString &text);
    /// How long a reply can be taken back, from the next one on.
    void setUndoWindow(std::chrono::milliseconds undoWindow);
    /// What lies with the text.
    [[nodiscard]] DraftFiles &files() { return m_files; }
    /// Whom the reply goes to.
    [[nodiscard]] AddressDesk &addresses() { return m_addresses; }
    /// Hands the reply to the outbox, or adds the note. Does nothing while this text is already on its way or
    /// a file is on its way to it.
    void send();
    void send(const SendTerms &terms);
    /// The newest message of the open conversation that its author has before him.
    void setSeen(MessageId newest) { m_seen = newest; }
    void undo(OutboxId id);
    void undoNote(MessageId id);
    /// The store put this text back to the draft of the reply: shows it there, and loses nothing of what was
    /// typed meanwhile.
    void takeGivenBack(ConversationId id, const QString &text);
    /// The store may have changed the draft: shows it anew, unless something is typed that is newer.
    void refresh(ConversationId id);
    /// Ends the undo window of a reply.
    void release(OutboxId id);
    /// All versions of the text that is written now, newest first; says itself what failed.
    [[nodiscard]] QFuture<Result<QList<Draft>>> versions();
    /// All texts are on the disk, those of conversations left behind as well.
    [[nodiscard]] bool isSaved() const;

Q_SIGNALS:
    /// The text was replaced by another than the person typed: loaded, given back by undo, or sent (empty).
    void draftLoaded(const QString &text);
    void savedChanged();
    void held(const aside::OutboxItem &item);
    void withdrawn(const aside::OutboxItem &item);
    void released(const aside::OutboxItem &item);
    void noteAdded(const aside::Note &note);
    void noteTakenBack(const aside::Note &note);
    void failed(const aside::Error &error);

private:
    void goTo(DraftKind kind);
    void goOnFollowing();
    void load();
    void openParts(const DraftKey &key);
    void show(const QString &text);
    [[nodiscard]] DraftKey current() const;
    [[nodiscard]] std::optional<QString> localText(const DraftKey &key) const;
    void clearSent(const DraftKey &key, const QString &text);
    void moveWhenFilesAreThere();
    void takeAdded(const DraftKey &key, const QString &whole, const QString &text);
    void takeMovedAway(const DraftKey &from);
    void giveBack(const DraftKey &key, const QString &text);
    void replace(const DraftKey &key, const QString &text);
    void announceSaved();

    DraftStore &m_drafts;
    DraftFiles m_files;
    AddressDesk m_addresses;
    DraftSaver m_saver;
    DraftSender m_sender;
    SentUndo m_undo;
    ConversationId m_conversation;
    MessageId m_seen;
    ConversationId m_following; ///< where the open conversation went
    DraftKind m_kind = DraftKind::Reply;
    std::optional<DraftKind> m_moveTo; ///< when the files are there
    QString m_text;
    bool m_isKnown = false; ///< m_text is the draft: loaded, or typed over
    quint64 m_loads = 0; ///< only the answer to the latest counts
    bool m_wasSaved = true;
    std::chrono::milliseconds m_undoWindow = std::chrono::seconds(10);
};

} // namespace aside
