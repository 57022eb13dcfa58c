// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/conversationstore.h"

#include <QObject>
#include <QQueue>

#include <optional>

namespace aside {

/// Triages conversations, takes back what was done and does it again. What is asked for is done in that
/// order, one after the other, so that an undo pressed at once still means the step before it.
class TriageDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TriageDesk)

public:
    /// The oldest steps beyond so many are forgotten.
    static constexpr qsizetype stepsKept = 100;

    explicit TriageDesk(ConversationStore &store, QObject *parent = nullptr);
    ~TriageDesk() override;

    void apply(const Triage &triage, const QList<ConversationId> &ids);
    /// Takes the last step back; nothing where there is none.
    void undo();
    /// Does again what was taken back last; nothing where there is none, or where a new step came after.
    void redo();

    /// What undo() would take back now, and redo() do again.
    [[nodiscard]] std::optional<TriageReceipt> undoable() const;
    [[nodiscard]] std::optional<TriageReceipt> redoable() const;

Q_SIGNALS:
    /// The receipt may be empty: everything was so already.
    void done(const aside::TriageReceipt &receipt);
    void undone(const aside::TriageReceipt &receipt);
    void redone(const aside::TriageReceipt &receipt);
    void failed(const aside::Error &error);
    /// undoable() or redoable() answers something else.
    void stepsChanged();

private:
    enum class Kind : quint8 { Apply, Undo, Redo };
    struct Request {
        Kind kind = Kind::Apply;
        Triage triage{};
        QList<ConversationId> ids{};
    };

    void ask(const Request &request);
    void next();
    void begin(const Request &request);
    void beginUndo();
    void beginRedo();
    void takeDone(const Result<TriageReceipt> &receipt);
    void takeUndone(const TriageReceipt &step, const Result<void> &reverted);
    void takeRedone(const Result<TriageReceipt> &receipt);
    void remember(const TriageReceipt &receipt);

    ConversationStore &m_store;
    QQueue<Request> m_requests;
    bool m_isBusy = false;
    QList<TriageReceipt> m_done; ///< the latest last
    QList<TriageReceipt> m_undone;
};

} // namespace aside
