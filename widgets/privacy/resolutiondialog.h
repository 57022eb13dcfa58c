// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/privacy/privatetalk.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace aside {

class MoveStore;
class NoticeBar;

/// Asks what was done in private, and records it. What was written stays until it is recorded. Deletes
/// itself.
class ResolutionDialog : public QDialog
{
    Q_OBJECT
public:
    /// Of a conversation, either side of a move; `by` is the operator.
    ResolutionDialog(ConversationId id, const QString &by, MoveStore &moves, QWidget *parent);

Q_SIGNALS:
    void recorded(const aside::PrivateMove &move);

private:
    void build();
    void record();
    void take(const Result<PrivateMove> &move);

    ConversationId m_id;
    QString m_by;
    MoveStore &m_moves;
    NoticeBar *m_notice;
    QPlainTextEdit *m_what;
    QPushButton *m_cancel;
    QPushButton *m_record;
};

} // namespace aside
