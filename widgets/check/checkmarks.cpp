// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/check/checkmarks.h"

#include "widgets/check/checkwords.h"
#include "widgets/common/foreigntext.h"
#include "widgets/theme/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <memory>

namespace aside {

namespace {

QTextCharFormat markFor(const Finding &finding, const Theme &theme)
{
    QTextCharFormat format;
    if (!finding.reason.isEmpty() || finding.severity == Severity::Hint) {
        format.setUnderlineStyle(QTextCharFormat::DotLine);
        format.setUnderlineColor(theme.secondaryText);
    } else if (finding.severity == Severity::Ask) {
        format.setUnderlineStyle(QTextCharFormat::DashUnderline);
        format.setUnderlineColor(theme.warningText);
    } else {
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(theme.danger);
    }
    return format;
}

/// Whether the same would be drawn at the same places.
bool isSame(const QTextEdit::ExtraSelection &one, const QTextEdit::ExtraSelection &other)
{
    return one.cursor.selectionStart() == other.cursor.selectionStart()
        && one.cursor.selectionEnd() == other.cursor.selectionEnd() && one.format == other.format;
}

} // namespace

CheckMarks::CheckMarks(QPlainTextEdit *field)
    : QObject(field)
    , m_field(field)
{
    field->viewport()->installEventFilter(this);
    field->installEventFilter(this);
    connect(field->verticalScrollBar(), &QScrollBar::valueChanged, this, &CheckMarks::paint);
    connect(field, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        const auto found = findingAt(m_field->textCursor().position());
        if (found && *found != m_current) {
            Q_EMIT caretEntered(*found);
        }
    });
}

void CheckMarks::show(const QList<Finding> &findings)
{
    m_findings = findings;
    m_places.clear();
    m_current = -1;
    const auto last = m_field->document()->characterCount() - 1;
    for (const auto &finding : findings) {
        QTextCursor place(m_field->document());
        place.setPosition(qBound(0, static_cast<int>(finding.range.start), last));
        place.setPosition(qBound(0, static_cast<int>(finding.range.end()), last), QTextCursor::KeepAnchor);
        m_places.append(place);
    }
    paint();
}

void CheckMarks::setCurrent(qsizetype index)
{
    if (index != m_current) {
        m_current = index;
        paint();
    }
}

void CheckMarks::takeColors()
{
    paint();
}

TextRange CheckMarks::inSight() const
{
    const QRect view = m_field->viewport()->rect();
    const int first = m_field->cursorForPosition(view.topLeft()).position();
    const int last = m_field->cursorForPosition(view.bottomRight()).position();
    const int page = last - first + 1;
    return {.start = first - page, .length = 3LL * page};
}

void CheckMarks::paint()
{
    const auto &theme = currentTheme();
    const auto sight = inSight();
    QList<QTextEdit::ExtraSelection> marks;
    for (qsizetype i = 0; i < m_findings.size(); ++i) {
        // What is about all of the text would underline all of it.
        const auto &finding = m_findings[i];
        const bool isWhole
            = finding.range.start == 0 && finding.range.length >= m_field->document()->characterCount() - 1;
        const bool isSeen
            = m_places[i].selectionStart() < sight.end() && m_places[i].selectionEnd() > sight.start;
        if (!isSeen || !m_places[i].hasSelection() || (isWhole && i != m_current) || finding.file >= 0) {
            continue;
        }
        QTextEdit::ExtraSelection mark{.cursor = m_places[i], .format = markFor(finding, theme)};
        if (i == m_current) {
            mark.format.setBackground(theme.selection);
        }
        marks.append(mark);
    }
    if (!std::ranges::equal(marks, m_field->extraSelections(), isSame)) {
        m_field->setExtraSelections(marks);
    }
}

std::optional<qsizetype> CheckMarks::findingAt(int place) const
{
    std::optional<qsizetype> found;
    for (qsizetype i = 0; i < m_findings.size(); ++i) {
        const auto &cursor = m_places[i];
        const bool holds = cursor.hasSelection() && cursor.selectionStart() <= place
            && place <= cursor.selectionEnd() && m_findings[i].file < 0;
        if (holds && (!found || m_findings[i].severity > m_findings[*found].severity)) {
            found = i;
        }
    }
    return found;
}

bool CheckMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_field->viewport()) {
        // Once the field has laid its text out for the new size.
        QMetaObject::invokeMethod(this, &CheckMarks::paint, Qt::QueuedConnection);
    }
    if (event->type() == QEvent::ToolTip && watched == m_field->viewport()) {
        const auto *help = static_cast<const QHelpEvent *>(event);
        const auto found = findingAt(m_field->cursorForPosition(help->pos()).position());
        QToolTip::showText(help->globalPos(),
                           found ? escapedToolTip(questionOf(m_findings[*found])) : QString(), m_field);
        return true;
    }
    if (event->type() == QEvent::ContextMenu) {
        const auto *menu = static_cast<const QContextMenuEvent *>(event);
        const bool byKey = menu->reason() == QContextMenuEvent::Keyboard;
        const auto at = byKey ? m_field->viewport()->mapToGlobal(m_field->cursorRect().bottomLeft())
                              : menu->globalPos();
        const int place = byKey
            ? m_field->textCursor().position()
            : m_field->cursorForPosition(m_field->viewport()->mapFromGlobal(at)).position();
        showMenu(at, place);
        return true;
    }
    return QObject::eventFilter(watched, event);
}

void CheckMarks::showMenu(QPoint at, int place)
{
    auto *menu = m_field->createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto found = findingAt(place)) {
        Q_EMIT menuOpens(*found, menu);
    }
    menu->popup(at);
}

} // namespace aside
