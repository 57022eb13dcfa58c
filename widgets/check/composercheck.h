// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"
#include "models/domain/draft.h"
#include "models/domain/finding.h"

#include <QObject>

#include <functional>

class QPlainTextEdit;

namespace aside {

class CheckMarks;
class DraftFiles;
class FindingsPanel;
class ReplyDesk;
class SubstanceGauge;
struct CheckReport;

/// The reply check in the composer: underlines, the list beside the text, the gauge, and what the send button
/// says while something is to be answered. The check itself is the desk's.
class ComposerCheck : public QObject
{
    Q_OBJECT
public:
    ComposerCheck(ReplyDesk &desk, DraftFiles &files, QPlainTextEdit *field, QWidget *parent);

    [[nodiscard]] FindingsPanel &panel() { return *m_panel; }
    [[nodiscard]] SubstanceGauge &gauge() { return *m_gauge; }

    /// What is written now.
    void setDraft(DraftKind kind, const QString &text);
    /// What is to be done before the reply can leave, in words for the button; empty: nothing.
    [[nodiscard]] QString todo() const;
    /// Goes to the first thing that is to be done.
    void goToFirst();
    /// Once the text that is written now was looked at: `send` where nothing is to be answered, else goes to
    /// the first question.
    void sendWhenAnswered(std::function<void()> send);

    void goToNext();
    void goToPrevious();
    /// Of the finding that is chosen.
    void applyFix();
    void giveReason();
    void switchOff();
    void takeColors();

Q_SIGNALS:
    /// todo() may say something else.
    void changed();
    void announced(const QString &words);
    /// A fix asks for it.
    void promiseAsked();
    void moveAsked();
    void attachAsked();
    void altTextAsked(qsizetype file);
    void wordAdded(const QString &word);

private:
    void connectParts();
    void take();
    void announceCounts();
    void goTo(qsizetype index);
    void apply(qsizetype index, const Fix &fix);
    void edit(const Fix &fix);
    void askReason(qsizetype index);
    [[nodiscard]] const Finding *finding(qsizetype index) const;
    [[nodiscard]] qsizetype firstOpen() const;

    ReplyDesk &m_desk;
    DraftFiles &m_files;
    QPlainTextEdit *m_field;
    CheckMarks *m_marks;
    FindingsPanel *m_panel;
    SubstanceGauge *m_gauge;
    DraftKind m_kind = DraftKind::Reply; ///< of what is written now
    qsizetype m_said = 0; ///< open findings that a screen reader was told of
    quint64 m_sends = 0; ///< only the latest press sends
};

} // namespace aside
