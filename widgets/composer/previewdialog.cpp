// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composer/previewdialog.h"

#include "models/check/channelpreview.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTextCursor>

namespace aside {

namespace {

constexpr int margin = 16;
constexpr QSize usualSize(520, 380);

void markLinks(QPlainTextEdit &field, const QList<TextRange> &links)
{
    QTextCharFormat format;
    format.setForeground(field.palette().link());
    format.setFontUnderline(true);
    for (const TextRange &range : links) {
        QTextCursor cursor(field.document());
        cursor.setPosition(static_cast<int>(range.start));
        cursor.setPosition(static_cast<int>(range.end()), QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
}

QTextCharFormat formatOf(MarkKind kind)
{
    QTextCharFormat format;
    switch (kind) {
    case MarkKind::Bold:
        format.setFontWeight(QFont::Bold);
        break;
    case MarkKind::Italic:
        format.setFontItalic(true);
        break;
    case MarkKind::Struck:
        format.setFontStrikeOut(true);
        break;
    case MarkKind::Code:
    case MarkKind::Block:
        format.setFontFamilies(QFontDatabase::systemFont(QFontDatabase::FixedFont).families());
        format.setFontFixedPitch(true);
        break;
    case MarkKind::Link: // as all links
        break;
    }
    return format;
}

void showMarks(QPlainTextEdit &field, const QList<TextMark> &marks)
{
    for (const TextMark &mark : marks) {
        QTextCharFormat format = formatOf(mark.kind);
        if (mark.kind == MarkKind::Link) {
            format.setToolTip(escapedToolTip(mark.target));
        }
        QTextCursor cursor(field.document());
        cursor.setPosition(static_cast<int>(mark.range.start));
        cursor.setPosition(static_cast<int>(mark.range.end()), QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
}

} // namespace

PreviewDialog::PreviewDialog(Channel channel, const ChannelPreview &preview, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("previewDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    //: %1 is the name of a channel
    setWindowTitle(tr("As it looks on %1").arg(channelLabel(channel)));
    auto *field = new QPlainTextEdit(this);
    field->setObjectName(QStringLiteral("previewText"));
    field->setAccessibleName(windowTitle());
    field->setReadOnly(true);
    field->setTabChangesFocus(true);
    field->setPlainText(preview.text);
    markLinks(*field, preview.links);
    showMarks(*field, preview.marks);
    QLabel *notes = plainLabel(this);
    notes->setObjectName(QStringLiteral("previewNotes"));
    notes->setWordWrap(true);
    notes->setText(notesText(preview));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(margin, margin, margin, margin);
    rows->addWidget(field, 1);
    rows->addWidget(notes);
    rows->addWidget(buttons);
    resize(usualSize.expandedTo({fontMetrics().averageCharWidth() * 60, fontMetrics().lineSpacing() * 18}));
}

QString PreviewDialog::notesText(const ChannelPreview &preview)
{
    QStringList lines;
    for (const ChannelPreview::Note note : preview.notes) {
        switch (note) {
        case ChannelPreview::Note::MarkupStays:
            lines.append(tr("Signs for bold, code or links are seen as they are typed."));
            break;
        case ChannelPreview::Note::LinksAreCut:
            lines.append(tr("Links are shown shorter than they are."));
            break;
        case ChannelPreview::Note::LinesAreJoined:
            lines.append(tr("Several empty lines become one."));
            break;
        case ChannelPreview::Note::NamesAreLinks:
            lines.append(tr("Whoever is named here is told of it."));
            break;
        case ChannelPreview::Note::NumberButton:
            lines.append(tr("A button goes along that shares their phone number with you."));
            break;
        case ChannelPreview::Note::WarningComesFirst:
            lines.append(tr("Readers see the warning first, and open the text behind it themselves."));
            break;
        case ChannelPreview::Note::EndsAreTrimmed:
            lines.append(tr("Empty lines before and after the text are left out."));
            break;
        }
    }
    return lines.isEmpty() ? tr("It looks as you wrote it.") : lines.join(u'\n');
}

} // namespace aside
