// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/templates/gapfiller.h"

#include "models/core/clock.h"
#include "models/templates/templatevariables.h"
#include "widgets/common/foreigntext.h"
#include "widgets/templates/gaphighlighter.h"
#include "widgets/templates/gappopup.h"
#include "widgets/templates/templatewords.h"

#include <QDateTime>
#include <QKeyEvent>
#include <QLocale>
#include <QPlainTextEdit>
#include <QToolTip>

#include <algorithm>

namespace aside {

GapFiller::GapFiller(QPlainTextEdit *field, const Clock &clock)
    : QObject(field)
    , m_field(field)
    , m_clock(clock)
    , m_popup(new GapPopup(field->window()))
{
    new GapHighlighter(field->document());
    field->installEventFilter(this);
    connect(field, &QPlainTextEdit::selectionChanged, this, [this] {
        if (m_popup != nullptr && m_popup->isVisible() && !selected()) {
            closePopup();
        }
    });
    connect(m_popup, &GapPopup::choiceTaken, this, &GapFiller::fill);
    connect(m_popup, &GapPopup::dayTaken, this, [this](QDate day) { fill(inWords(day)); });
    connect(m_popup, &GapPopup::choicePointed, this, &GapFiller::announced);
    connect(m_popup, &GapPopup::dayPointed, this,
            [this](QDate day) { Q_EMIT announced(QLocale().toString(day, QLocale::LongFormat)); });
}

void GapFiller::addFields(const QList<TemplateField> &fields)
{
    for (const TemplateField &field : fields) {
        m_fields.removeIf([&](const TemplateField &one) { return one.label == field.label; });
        m_fields.append(field);
    }
}

QList<TemplateGap> GapFiller::gaps() const
{
    return gapsOf(m_field->toPlainText(), m_fields);
}

std::optional<TemplateGap> GapFiller::selected() const
{
    const QTextCursor cursor = m_field->textCursor();
    if (!cursor.selectedText().startsWith(gapOpen)) {
        return std::nullopt; // the usual case, without a look at the whole text
    }
    const QList<TemplateGap> all = gaps();
    const auto found = std::ranges::find_if(all, [&](const TemplateGap &gap) {
        return gap.range.start == cursor.selectionStart() && gap.range.end() == cursor.selectionEnd();
    });
    return found != all.cend() ? std::optional(*found) : std::nullopt;
}

bool GapFiller::goToFirst(qsizetype from)
{
    const QList<TemplateGap> all = gaps();
    const auto found
        = std::ranges::find_if(all, [from](const TemplateGap &gap) { return gap.range.end() > from; });
    if (found == all.cend()) {
        return false;
    }
    select(*found, found - all.cbegin() + 1, all.size());
    return true;
}

bool GapFiller::goOn()
{
    const std::optional<TemplateGap> current = selected();
    if (current && !current->isRequired) {
        drop(*current);
        return goToFirst(m_field->textCursor().position());
    }
    return goToFirst(m_field->textCursor().selectionEnd());
}

bool GapFiller::goBack()
{
    const QList<TemplateGap> all = gaps();
    const int from = m_field->textCursor().selectionStart();
    const auto behind
        = std::ranges::find_if(all, [from](const TemplateGap &gap) { return gap.range.start >= from; });
    if (behind == all.cbegin()) {
        return false;
    }
    select(*std::prev(behind), behind - all.cbegin(), all.size());
    return true;
}

void GapFiller::select(const TemplateGap &gap, qsizetype number, qsizetype count)
{
    closePopup();
    QTextCursor cursor = m_field->textCursor();
    cursor.setPosition(static_cast<int>(gap.range.start));
    const QRect begin = m_field->cursorRect(cursor);
    cursor.setPosition(static_cast<int>(gap.range.end()), QTextCursor::KeepAnchor);
    m_field->setTextCursor(cursor);
    m_field->ensureCursorVisible();
    const QRect at(m_field->viewport()->mapTo(m_field->window(), begin.topLeft()), begin.size());
    if (m_popup == nullptr) {
        return; // the window goes
    }
    if (gap.type == FieldType::Choice && !gap.choices.isEmpty()) {
        m_popup->showChoices(gap.choices, at);
    } else if (gap.type == FieldType::Date) {
        m_popup->showDays(today(), at);
    }
    Q_EMIT announced(gapWords(gap, number, count));
}

/// With the space before it, where another one or the end of the sentence follows.
void GapFiller::drop(const TemplateGap &gap)
{
    const QTextDocument *document = m_field->document();
    const int end = static_cast<int>(gap.range.end());
    int start = static_cast<int>(gap.range.start);
    const QChar next = document->characterAt(end);
    if (start > 0 && document->characterAt(start - 1) == u' '
        && (next.isSpace() || next.isPunct() || next == QChar::ParagraphSeparator)) {
        --start;
    }
    QTextCursor cursor = m_field->textCursor();
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    m_field->setTextCursor(cursor);
}

void GapFiller::fill(const QString &text)
{
    if (!selected()) {
        return; // it is gone meanwhile
    }
    QTextCursor cursor = m_field->textCursor();
    cursor.insertText(text);
    m_field->setTextCursor(cursor);
    m_field->setFocus(Qt::OtherFocusReason);
    goToFirst(cursor.position());
}

/// Letters into a number: said at once, before the gap is gone.
bool GapFiller::refuses(const QString &typed)
{
    if (typed.isEmpty() || !typed.front().isLetter()) {
        return false;
    }
    const std::optional<TemplateGap> gap = selected();
    if (!gap || gap->type != FieldType::Number) {
        return false;
    }
    const QString words = tr("A number goes here: type digits.");
    const QRect at = m_field->cursorRect();
    QToolTip::showText(m_field->viewport()->mapToGlobal(at.bottomLeft()), words, m_field);
    Q_EMIT announced(words);
    return true;
}

bool GapFiller::keyPressed(int key, Qt::KeyboardModifiers modifiers, const QString &text)
{
    const Qt::KeyboardModifiers held = modifiers & ~Qt::KeypadModifier;
    if (held == Qt::NoModifier && m_popup != nullptr && m_popup->keyPressed(key)) {
        return true;
    }
    if (key == Qt::Key_Tab && held == Qt::NoModifier) {
        closePopup();
        return goOn();
    }
    if (key == Qt::Key_Backtab) {
        closePopup();
        return goBack();
    }
    return (held == Qt::NoModifier || held == Qt::ShiftModifier) && refuses(text);
}

bool GapFiller::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<const QKeyEvent *>(event);
        if (keyPressed(key->key(), key->modifiers(), key->text())) {
            return true;
        }
    } else if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide) {
        closePopup();
    }
    return QObject::eventFilter(watched, event);
}

void GapFiller::closePopup()
{
    if (m_popup != nullptr) {
        m_popup->hide();
    }
}

QDate GapFiller::today() const
{
    return QDateTime::fromMSecsSinceEpoch(toMillis(m_clock.now())).date();
}

QString GapFiller::inWords(QDate day) const
{
    const QString language
        = m_language.isEmpty() ? QLocale::languageToCode(QLocale().language()) : m_language;
    return dateInWords(day, today(), language);
}

} // namespace aside
