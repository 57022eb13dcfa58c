// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composer/replyfield.h"

#include "widgets/common/contentalignment.h"
#include "widgets/composer/filetray.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QKeyEvent>
#include <QMimeData>

namespace aside {

namespace {

constexpr int fewestLines = 4;

} // namespace

ReplyField::ReplyField(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setTabChangesFocus(true); // no keyboard trap
    alignByContent(this);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &ReplyField::grow);
    grow();
}

QSize ReplyField::sizeHint() const
{
    return {QPlainTextEdit::sizeHint().width(), minimumHeight()};
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
    const int before = minimumHeight();
    if (height != before) {
        setMinimumHeight(height);
    }
    if (height < before) {
        Q_EMIT shrunk();
    }
}

bool ReplyField::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || QPlainTextEdit::canInsertFromMimeData(source);
}

void ReplyField::insertFromMimeData(const QMimeData *source)
{
    if (const QStringList files = localFiles(*source); !files.isEmpty()) {
        Q_EMIT filesGiven(files);
    } else if (source->hasImage() && !source->hasText()) {
        Q_EMIT pictureGiven(qvariant_cast<QImage>(source->imageData()));
    } else {
        QPlainTextEdit::insertFromMimeData(source);
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
