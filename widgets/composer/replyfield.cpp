// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composer/replyfield.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>

namespace aside {

namespace {

constexpr int fewestLines = 4;

} // namespace

ReplyField::ReplyField(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true); // no keyboard trap
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &ReplyField::grow);
    grow();
}

void ReplyField::setTallest(int height)
{
    if (height != m_tallest) {
        m_tallest = height;
        grow();
    }
}

void ReplyField::grow()
{
    // A plain text document counts its height in lines.
    const int lines = qMax(fewestLines, qRound(document()->size().height()));
    const int frame = 2 * (frameWidth() + qRound(document()->documentMargin()));
    const int fewest = fewestLines * fontMetrics().lineSpacing() + frame;
    const int wanted = lines * fontMetrics().lineSpacing() + frame;
    const int height = qBound(fewest, wanted, qMax(fewest, m_tallest));
    if (height != minimumHeight()) {
        setMinimumHeight(height);
    }
}

void ReplyField::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Undo) && document()->isEmpty() && !document()->isUndoAvailable()) {
        Q_EMIT undoAskedWhileEmpty();
        event->accept();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void ReplyField::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        grow();
    }
}

} // namespace aside
