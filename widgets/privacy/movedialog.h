// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/preparedmove.h"
#include "models/core/error.h"
#include "widgets/privacy/halffield.h"

#include <QDialog>

#include <chrono>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace aside {

class ElidedButton;
class MoveStore;
class NoticeBar;

/// What the dialog works with; all of it outlives it.
struct MoveDialogParts {
    MoveStore &moves;
    HalfServices halves;
    std::chrono::milliseconds undoWindow; ///< of the preferences
};

/// "Move to private": both halves side by side, each for its own readers, what the platform allows and what
/// happens next, and one button that begins it. Where there is no private way it says why and offers the
/// answer in public. The end in public is shown the same way, and either half can be left out of it. What was
/// written is never dropped without asking.
class MoveDialog : public QDialog
{
    Q_OBJECT
public:
    MoveDialog(const PreparedMove &move, const MoveQuestion &question, const MoveDialogParts &parts,
               QWidget *parent);

    /// What was written before; an empty one leaves its half as it is drafted.
    void goOnWith(const QString &publicText, const QString &privateText);
    void reject() override;

Q_SIGNALS:
    /// It is on its way; `words` say what happens now.
    void started(const aside::PrivateMove &move, const QString &words);
    /// With what was written in both halves, for who undoes it.
    void left(const aside::PrivateMove &move, const QString &publicText, const QString &privateText);
    /// The person wants to go on later. A private text never goes where everybody reads it.
    void textsKept(aside::ConversationId id, const QString &publicText, const QString &privateText);
    void announced(const QString &words);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void nameParts();
    void build();
    void addHalves(const MoveQuestion &question);
    void arrange();
    void showClosedWays(bool areShown);
    void updateButton();
    void send();
    void start();
    void take(const Result<PrivateMove> &started);
    void tell(const Error &error);
    void copyTexts();
    void askToKeep();
    [[nodiscard]] bool isClosing() const;
    [[nodiscard]] bool isTooLate() const;
    [[nodiscard]] PreparedMove chosen() const;
    [[nodiscard]] bool isEdited() const;
    [[nodiscard]] QList<HalfField *> halves() const;

    PreparedMove m_move;
    MoveDialogParts m_parts;
    QLabel *m_reason;
    QWidget *m_sides;
    QBoxLayout *m_row;
    HalfField *m_public = nullptr;
    HalfField *m_private = nullptr;
    QLabel *m_next;
    QToolButton *m_others;
    QLabel *m_closed;
    NoticeBar *m_notice;
    QPushButton *m_cancel;
    ElidedButton *m_send;
    bool m_isStarting = false;
};

} // namespace aside
