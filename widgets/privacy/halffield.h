// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/passingchecks.h"
#include "models/check/preparedmove.h"
#include "models/check/replydesk.h"
#include "models/services/draftfiles.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;

namespace aside {

class AudienceBadge;
class ElidedLabel;
class CheckRunner;
class ComposerCheck;
class DraftStore;

/// What a half is checked with; all of it outlives the field.
struct HalfServices {
    CheckRunner &runner;
    CheckStore &checks;
    PersonStore &persons;
    DraftStore &drafts;
    const Clock &clock;
};

/// One half of a move to private: who reads it, its text, and the questions of the reply check about it as
/// the composer has them. Keeps nothing: what is written is its owner's to keep.
class HalfField : public QWidget
{
    Q_OBJECT
public:
    HalfField(const WrittenHalf &half, const MoveQuestion &question, const HalfServices &services,
              QWidget *parent);

    [[nodiscard]] QString text() const;
    /// As the person would.
    void setText(const QString &text);
    [[nodiscard]] bool isEdited() const { return text() != m_half.text; }
    /// The person may choose to send the other half alone.
    void allowLeavingOut();
    void focusText();
    [[nodiscard]] bool isLeftOut() const;
    /// What goes along with the text.
    [[nodiscard]] DraftChecks checks() const { return m_checks.checks(); }
    [[nodiscard]] ComposerCheck &check() { return *m_check; }

Q_SIGNALS:
    /// text(), or what is to be done about it.
    void changed();
    void announced(const QString &words);

private:
    void build();
    void showPromises();
    void retranslate();

    WrittenHalf m_half;
    WorkCalendar m_calendar;
    const Clock &m_clock;
    PassingChecks m_checks;
    ReplyDesk m_desk;
    DraftFiles m_files; ///< none: files go with a draft
    AudienceBadge *m_readers;
    ElidedLabel *m_place;
    QCheckBox *m_send; ///< hidden where it has to go along
    QPlainTextEdit *m_text;
    ComposerCheck *m_check;
    QLabel *m_problem;
    QLabel *m_promises;
};

} // namespace aside
