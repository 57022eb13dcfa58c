// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/check/composercheck.h"

#include "models/check/replydesk.h"
#include "models/services/draftfiles.h"
#include "widgets/check/checkmarks.h"
#include "widgets/check/checkwords.h"
#include "widgets/check/findingspanel.h"
#include "widgets/check/reasondialog.h"
#include "widgets/check/substancegauge.h"
#include "widgets/common/foreigntext.h"

#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTextCursor>

#include <algorithm>
#include <utility>

namespace aside {

ComposerCheck::ComposerCheck(ReplyDesk &desk, DraftFiles &files, QPlainTextEdit *field, QWidget *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_files(files)
    , m_field(field)
    , m_marks(new CheckMarks(field))
    , m_panel(new FindingsPanel(parent))
    , m_gauge(new SubstanceGauge(parent))
{
    m_panel->hide();
    m_gauge->hide();
    connectParts();
}

void ComposerCheck::connectParts()
{
    connect(&m_desk, &ReplyDesk::reportChanged, this, &ComposerCheck::take);
    connect(m_panel, &FindingsPanel::chosen, this, &ComposerCheck::goTo);
    connect(m_panel, &FindingsPanel::fixAsked, this, &ComposerCheck::apply);
    connect(m_panel, &FindingsPanel::reasonAsked, this, &ComposerCheck::askReason);
    connect(m_panel, &FindingsPanel::offAsked, this, [this](qsizetype index) {
        if (const auto *chosen = finding(index)) {
            m_desk.switchRule(chosen->rule, RuleSwitch::Off);
        }
    });
    connect(m_marks, &CheckMarks::caretEntered, this, [this](qsizetype index) {
        m_marks->setCurrent(index);
        const QSignalBlocker quiet(m_panel);
        m_panel->choose(index);
    });
    connect(m_marks, &CheckMarks::menuOpens, this, [this](qsizetype index, QMenu *menu) {
        const auto *chosen = finding(index);
        auto *before = menu->actions().value(0);
        if (!chosen) {
            return;
        }
        for (const auto &fix : chosen->fixes) {
            auto *action = new QAction(menuText(titleOf(fix)), menu);
            connect(action, &QAction::triggered, this, [this, index, fix] { apply(index, fix); });
            menu->insertAction(before, action);
        }
        if (chosen->severity == Severity::Ask) {
            auto *reason = new QAction(tr("G&ive a reason…"), menu);
            connect(reason, &QAction::triggered, this, [this, index] { askReason(index); });
            menu->insertAction(before, reason);
        }
        menu->insertSeparator(before);
    });
}

void ComposerCheck::setDraft(DraftKind kind, const QString &text)
{
    m_kind = kind;
    m_desk.setDraft(kind, text, m_files.files());
    if (m_desk.isCurrent()) {
        m_marks->show(m_desk.report().findings); // the same text was put in anew, which takes marks away
    }
}

void ComposerCheck::take()
{
    const auto &report = m_desk.report();
    m_marks->show(report.findings);
    m_panel->show(report.findings);
    m_panel->setVisible(!report.findings.isEmpty());
    m_gauge->setShare(report.substance, m_desk.profile().settings.leastSubstance);
    m_gauge->setVisible(m_kind == DraftKind::Reply && !m_field->document()->isEmpty());
    announceCounts();
    Q_EMIT changed();
}

/// Told when there is more to answer than before; not at every key.
void ComposerCheck::announceCounts()
{
    const auto &findings = m_desk.report().findings;
    const auto open = std::ranges::count_if(findings, isOpen);
    if (open > m_said) {
        const auto newest = std::ranges::find_if(findings, isOpen);
        Q_EMIT announced(tr("%n to answer. %1", nullptr, static_cast<int>(open)).arg(questionOf(*newest)));
    }
    m_said = open;
}

QString ComposerCheck::todo() const
{
    const auto &findings = m_desk.report().findings;
    const auto stops = std::ranges::count(findings, Severity::Stop, &Finding::severity);
    const auto open = std::ranges::count_if(findings, isOpen);
    if (stops > 0) {
        const auto first = std::ranges::find(findings, Severity::Stop, &Finding::severity);
        if (stops == 1 && !first->fixes.isEmpty()) {
            //: On the send button. %1 is what a fix does, "Remove the number"
            return tr("First: %1").arg(titleOf(first->fixes.constFirst()));
        }
        return tr("Solve %n problem(s) first", nullptr, static_cast<int>(stops));
    }
    return open > 0 ? tr("Answer %n question(s) first", nullptr, static_cast<int>(open)) : QString();
}

qsizetype ComposerCheck::firstOpen() const
{
    const auto &findings = m_desk.report().findings;
    auto found = std::ranges::find(findings, Severity::Stop, &Finding::severity);
    if (found == findings.cend()) {
        found = std::ranges::find_if(findings, isOpen);
    }
    return found != findings.cend() ? found - findings.cbegin() : -1;
}

void ComposerCheck::goToFirst()
{
    const auto index = firstOpen();
    if (const auto *first = finding(index)) {
        m_panel->choose(index);
        goTo(index);
        Q_EMIT announced(questionOf(*first));
    }
}

void ComposerCheck::sendWhenAnswered(std::function<void()> send)
{
    const auto press = ++m_sends;
    m_desk.checked().then(this, [this, press, send = std::move(send)](const CheckReport &report) {
        if (press != m_sends) {
            return;
        }
        if (report.holdsBack()) {
            goToFirst();
        } else {
            send();
        }
    });
}

void ComposerCheck::goToNext()
{
    m_panel->chooseNext();
}

void ComposerCheck::goToPrevious()
{
    m_panel->choosePrevious();
}

/// Selects nothing: what is typed next would replace it.
void ComposerCheck::goTo(qsizetype index)
{
    const auto *chosen = finding(index);
    if (!chosen || !m_desk.isCurrent()) {
        return;
    }
    m_marks->setCurrent(index);
    if (chosen->file < 0) {
        auto caret = m_field->textCursor();
        caret.setPosition(static_cast<int>(chosen->range.start));
        const QSignalBlocker quiet(m_marks);
        m_field->setTextCursor(caret);
        m_field->ensureCursorVisible();
    }
    Q_EMIT announced(questionOf(*chosen));
}

const Finding *ComposerCheck::finding(qsizetype index) const
{
    const auto &findings = m_desk.report().findings;
    return index >= 0 && index < findings.size() ? &findings[index] : nullptr;
}

void ComposerCheck::applyFix()
{
    if (const auto *chosen = finding(m_panel->current())) {
        if (!chosen->fixes.isEmpty()) {
            apply(m_panel->current(), chosen->fixes.constFirst());
        }
    }
}

void ComposerCheck::apply(qsizetype index, const Fix &asked)
{
    const auto *chosen = finding(index);
    if (!chosen || !m_desk.isCurrent()) {
        return; // typed on meanwhile: the ranges are of another text
    }
    const Fix fix = asked; // the report goes when the text changes
    switch (fix.kind) {
    case FixKind::Edit:
        edit(fix);
        break;
    case FixKind::MakePromise:
        Q_EMIT promiseAsked();
        break;
    case FixKind::Attach:
        Q_EMIT attachAsked();
        break;
    case FixKind::AltText:
        Q_EMIT altTextAsked(chosen->file);
        break;
    case FixKind::RemoveFile:
        if (chosen->file >= 0 && chosen->file < m_files.files().size()) {
            m_files.detach(m_files.files().at(chosen->file).id);
        }
        break;
    case FixKind::AddWord:
        Q_EMIT wordAdded(fix.arguments.value(0));
        break;
    case FixKind::MoveToPrivate:
        Q_EMIT moveAsked();
        break;
    }
}

/// One step for the field's own undo.
void ComposerCheck::edit(const Fix &fix)
{
    QTextCursor cursor(m_field->document());
    cursor.beginEditBlock();
    for (const auto &change : fix.edits) {
        cursor.setPosition(static_cast<int>(change.range.start));
        cursor.setPosition(static_cast<int>(change.range.end()), QTextCursor::KeepAnchor);
        cursor.insertText(change.text);
    }
    cursor.endEditBlock();
    m_field->setFocus(Qt::OtherFocusReason);
}

void ComposerCheck::giveReason()
{
    askReason(m_panel->current() >= 0 ? m_panel->current() : firstOpen());
}

void ComposerCheck::askReason(qsizetype index)
{
    const auto *asked = finding(index);
    if (!asked || asked->severity != Severity::Ask) {
        return;
    }
    auto *dialog = new ReasonDialog(questionOf(*asked), asked->reason, m_field->window());
    connect(dialog, &ReasonDialog::reasonGiven, this,
            [this, about = *asked](const QString &reason) { m_desk.giveReason(about, reason); });
    m_desk.recentReasons(asked->rule).then(dialog, [dialog](const Result<QStringList> &recent) {
        dialog->setRecent(recent ? *recent : QStringList());
    });
    dialog->open();
}

void ComposerCheck::switchOff()
{
    if (const auto *chosen = finding(m_panel->current()); chosen && chosen->severity != Severity::Stop) {
        m_desk.switchRule(chosen->rule, RuleSwitch::Off);
    }
}

void ComposerCheck::takeColors()
{
    m_marks->takeColors();
}

} // namespace aside
