// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"
#include "models/domain/outboxitem.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace aside {

class AudienceBadge;
class Clock;
class Composer;

/// Where the reply is written. The button says what it does and who will read it; after sending, a bar counts
/// the undo window down. The text itself belongs to the Composer.
class ComposerPanel : public QWidget
{
    Q_OBJECT
public:
    ComposerPanel(Composer &composer, const Clock &clock, QWidget *parent);

    /// Empties the field before the Composer opens another conversation.
    void reset();
    /// The conversation that is answered.
    void setConversation(const ConversationRow &row);
    void send();
    /// Takes back what was sent last, while its undo window runs.
    void undoSend();
    [[nodiscard]] bool canUndoSend() const;
    void focusText();

Q_SIGNALS:
    void announced(const QString &words);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildLayout();
    void connectComposer();
    void retranslate();
    void showHeld(const OutboxItem &item);
    void hideUndo();
    void tick();

    Composer &m_composer;
    const Clock &m_clock;
    ConversationRow m_row;
    OutboxItem m_held;
    QPlainTextEdit *m_text;
    QPushButton *m_send;
    QLabel *m_state;
    AudienceBadge *m_audience;
    QWidget *m_undoBar;
    QLabel *m_undoText;
    QPushButton *m_undo;
    QTimer *m_countdown;
};

} // namespace aside
