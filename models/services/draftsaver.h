// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/draftstore.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <chrono>
#include <optional>

namespace aside {

/// Brings texts to the disk, one after the other, soon after the last key. What could not be saved stays here
/// and is tried again. Owned by the Composer.
class DraftSaver final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftSaver)

public:
    DraftSaver(DraftStore &drafts, QObject *parent);
    /// Hands over what is not saved yet.
    ~DraftSaver() override;

    /// How long after the last key it saves; never later than 300 ms after the first unsaved one.
    void setDelay(std::chrono::milliseconds delay);
    /// Saves the text when the person pauses.
    void saveSoon(const DraftKey &key, const QString &text);
    /// Saves the text as soon as the store is free.
    void saveNow(const DraftKey &key, const QString &text);
    /// Puts more text below the draft in the store, tried until it is there.
    void append(const DraftKey &key, const QString &text);
    /// Moves a draft below the conversation's other one, when both are saved. Where that fails, all stays
    /// where it was.
    void move(const DraftKey &from, const QString &text);
    /// Ends the waiting for a pause and tries again what failed.
    void flush();

    /// The conversation is gone: nothing of it is saved any more, and that a save there fails is no news.
    void abandon(ConversationId id);
    /// It is there, perhaps again.
    void welcome(ConversationId id);

    /// A text on its way out is not saved meanwhile.
    void pause(const DraftKey &key);
    void resume(const DraftKey &key);
    /// This text need not be saved any more: true where it was still to be.
    bool forget(const DraftKey &key, const QString &text);

    [[nodiscard]] bool isSaving(const DraftKey &key) const;
    /// Nothing waits and nothing is under way.
    [[nodiscard]] bool isIdle() const;
    /// What is newer here than in the store.
    [[nodiscard]] std::optional<QString> newer(const DraftKey &key) const;
    /// As newer(), but what is being written already does not count.
    [[nodiscard]] bool isWaiting(const DraftKey &key) const;

Q_SIGNALS:
    void changed();
    /// A write ended, well or not.
    void ended();
    /// The store put `text` below this draft, which is `whole` now.
    void added(const aside::DraftKey &key, const QString &whole, const QString &text);
    void movedAway(const aside::DraftKey &from);
    void failed(const aside::Error &error);

private:
    struct Saving {
        DraftKey key;
        QString text;
    };

    /// What the store does with drafts it has, after the saves.
    struct Job {
        enum class Kind { Append, Move };

        Kind kind = Kind::Append;
        DraftKey key;
        QString text; ///< what is added, by either kind
    };

    void saveNext();
    bool saveOne();
    void doOne();
    [[nodiscard]] bool isFree(const Job &job) const;
    [[nodiscard]] QFuture<Result<Draft>> start(const Job &job);
    void take(const Result<Draft> &saved);
    void takeDone(const Result<Draft> &done);
    void retry(const Error &error);

    DraftStore &m_drafts;
    QHash<DraftKey, QString> m_unsaved;
    QSet<DraftKey> m_paused;
    QList<Job> m_jobs; ///< in the order they were asked for
    QSet<ConversationId> m_gone;
    std::optional<Saving> m_saving;
    std::optional<Job> m_doing; ///< never beside m_saving
    DraftKey m_typed; ///< the text that is being typed, while m_afterLastKey runs
    QTimer m_afterLastKey;
    QTimer m_afterFirstKey;
    QTimer m_retry;
};

} // namespace aside
