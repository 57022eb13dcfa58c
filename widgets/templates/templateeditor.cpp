// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/templateeditor.h"

#include "models/templates/templatescan.h"
#include "models/templates/templatevariables.h"
#include "widgets/check/checkwords.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/templatefaulttext.h"
#include "widgets/templates/templatehighlighter.h"
#include "widgets/templates/templatewords.h"
#include "widgets/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

QStringList variableNames()
{
    QStringList names;
    for (const TemplateVariable &variable : templateVariables()) {
        names.append(QString(variable.name));
    }
    return names;
}

bool isNameLetter(QChar letter)
{
    return letter.isLetterOrNumber() || letter == u'_' || letter == u'.';
}

QTextCharFormat underline(QTextCharFormat::UnderlineStyle style, const QColor &color)
{
    QTextCharFormat format;
    format.setUnderlineStyle(style);
    format.setUnderlineColor(color);
    return format;
}

} // namespace

TemplateEditor::TemplateEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_completer(new QCompleter(this))
    , m_names(new QStringListModel(m_completer))
{
    setTabChangesFocus(true); // no keyboard trap
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new TemplateHighlighter(document());
    m_completer->setWidget(this);
    m_completer->setModel(m_names);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->popup()->setObjectName(QStringLiteral("templateNames"));
    m_completer->popup()->setAccessibleName(tr("Names that fit here"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &TemplateEditor::complete);
}

void TemplateEditor::showMarks(const QList<TemplateProblem> &problems, const QList<Finding> &findings)
{
    m_problems = problems;
    m_findings = findings;
    const Theme &theme = currentTheme();
    QList<QTextEdit::ExtraSelection> marks;
    const auto mark = [&](const TextRange &range, const QTextCharFormat &format) {
        const int last = document()->characterCount() - 1;
        QTextCursor place(document());
        place.setPosition(std::clamp(static_cast<int>(range.start), 0, last));
        place.setPosition(std::clamp(static_cast<int>(range.end()), 0, last), QTextCursor::KeepAnchor);
        if (!place.hasSelection()) {
            place.select(QTextCursor::LineUnderCursor);
        }
        marks.append({.cursor = place, .format = format});
    };
    for (const Finding &finding : findings) {
        mark(finding.range, underline(QTextCharFormat::DashUnderline, theme.warningText));
    }
    for (const TemplateProblem &problem : problems) {
        mark(problem.range, underline(QTextCharFormat::WaveUnderline, theme.danger));
    }
    setExtraSelections(marks);
}

void TemplateEditor::goTo(qsizetype place)
{
    QTextCursor caret = textCursor();
    caret.setPosition(std::clamp(static_cast<int>(place), 0, document()->characterCount() - 1));
    setTextCursor(caret);
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

/// What fits where the caret stands, by what is open before it on its line.
QStringList TemplateEditor::namesAtCaret() const
{
    const QString line = textCursor().block().text().first(textCursor().positionInBlock());
    const qsizetype variable = line.lastIndexOf("{{"_L1);
    const qsizetype tag = line.lastIndexOf("{%"_L1);
    const qsizetype open = std::max(variable, tag);
    if (open < 0 || line.indexOf(variable > tag ? "}}"_L1 : "%}"_L1, open) >= 0) {
        return {};
    }
    const QString inside = line.sliced(open + 2);
    const QString before = inside.chopped(prefix().size()).trimmed();
    if (before.endsWith(u'|')) {
        return templateFilters();
    }
    if (tag > variable && before.isEmpty()) {
        return templateTags();
    }
    const bool isName = before.isEmpty() || tag > variable;
    return isName ? m_fields + variableNames() : QStringList();
}

QString TemplateEditor::prefix() const
{
    const QString line = textCursor().block().text().first(textCursor().positionInBlock());
    qsizetype start = line.size();
    while (start > 0 && isNameLetter(line.at(start - 1))) {
        --start;
    }
    return line.sliced(start);
}

void TemplateEditor::offerNames()
{
    const QString written = prefix();
    m_names->setStringList(namesAtCaret());
    m_completer->setCompletionPrefix(written);
    const bool isWhole = m_completer->completionCount() == 1 && m_completer->currentCompletion() == written;
    if (m_completer->completionCount() == 0 || isWhole) {
        m_completer->popup()->hide();
        return;
    }
    QRect at = cursorRect();
    at.setWidth(m_completer->popup()->sizeHintForColumn(0)
                + m_completer->popup()->verticalScrollBar()->sizeHint().width() + 16);
    m_completer->complete(at);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void TemplateEditor::complete(const QString &name)
{
    QTextCursor caret = textCursor();
    caret.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>(prefix().size()));
    caret.insertText(name);
    setTextCursor(caret);
}

void TemplateEditor::keyPressEvent(QKeyEvent *event)
{
    const bool isOpen = m_completer->popup()->isVisible();
    const int key = event->key();
    if (isOpen
        && (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Tab || key == Qt::Key_Escape)) {
        event->ignore(); // the list's
        return;
    }
    if (key == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        offerNames();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    if (!event->text().isEmpty() && event->text().front().isPrint()) {
        offerNames();
    } else if (isOpen && key == Qt::Key_Backspace) {
        offerNames();
    }
}

bool TemplateEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<const QHelpEvent *>(event);
        showToolTip(viewport()->mapFrom(this, help->pos()), help->globalPos());
        return true;
    }
    return QPlainTextEdit::event(event);
}

void TemplateEditor::showToolTip(const QPoint &at, const QPoint &onScreen)
{
    const int place = cursorForPosition(at).position();
    const auto holds = [place](const auto &one) {
        return one.range.start <= place && place <= one.range.end();
    };
    const auto problem = std::ranges::find_if(m_problems, holds);
    const auto finding = std::ranges::find_if(m_findings, holds);
    QString words;
    if (problem != m_problems.cend()) {
        words = templateFaultText(*problem);
    } else if (finding != m_findings.cend()) {
        words = questionOf(*finding);
    }
    QToolTip::showText(onScreen, escapedToolTip(words), this);
}

void TemplateEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_completer->popup()->setAccessibleName(tr("Names that fit here"));
    }
}

} // namespace aside
