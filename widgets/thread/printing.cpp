// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/printing.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/names.h"
#include "widgets/common/sizetext.h"
#include "widgets/common/spokentext.h"
#include "widgets/common/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QImage>
#include <QLocale>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextBoundaryFinder>
#include <QTextCursor>
#include <QTextDocument>
#include <QUrl>

#include <algorithm>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr double bodySize = 10.0;
constexpr double headingSize = 15.0;
constexpr int emojiPoints = 48; ///< drawn larger than shown, so that paper shows no edges

/// Where the words of this file are found by translators.
struct Printing {
    Q_DECLARE_TR_FUNCTIONS(aside::Printing)
};

bool isEmoji(const QString &character)
{
    const QList<uint> points = character.toUcs4();
    const uint first = points.constFirst();
    const bool isPicture = (first >= 0x1f300 && first <= 0x1faff) || (first >= 0x1f1e6 && first <= 0x1f1ff);
    return isPicture || points.contains(0xfe0f);
}

QImage pictureOf(const QString &emoji)
{
    QFont font(u"Noto Color Emoji"_s);
    font.setPixelSize(emojiPoints);
    const QFontMetrics metrics(font);
    QImage image(std::max(1, metrics.horizontalAdvance(emoji)), std::max(1, metrics.height()),
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setFont(font);
    painter.drawText(0, metrics.ascent(), emoji);
    return image;
}

QTextCharFormat lettersOf(double size, QFont::Weight weight, const QColor &color)
{
    QTextCharFormat format;
    format.setFontPointSize(size);
    format.setFontWeight(weight);
    format.setForeground(color);
    return format;
}

void insertText(QTextCursor &cursor, const QString &text, const QTextCharFormat &format)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype written = 0;
    qsizetype from = 0;
    while (from < text.size()) {
        const qsizetype to = finder.toNextBoundary();
        if (to < 0) {
            break;
        }
        if (const QString one = text.sliced(from, to - from); one.size() > 1 && isEmoji(one)) {
            cursor.insertText(text.sliced(written, from - written), format);
            const QUrl name(u"emoji:"_s + QString::fromLatin1(one.toUtf8().toHex()));
            cursor.document()->addResource(QTextDocument::ImageResource, name, pictureOf(one));
            QTextImageFormat image;
            image.setName(name.toString());
            image.setHeight(format.fontPointSize() * 1.25);
            image.setVerticalAlignment(QTextCharFormat::AlignMiddle);
            cursor.insertImage(image);
            written = to;
        }
        from = to;
    }
    cursor.insertText(text.sliced(written), format);
}

/// A paragraph after what is there.
void addBlock(QTextCursor &cursor, const QString &text, const QTextCharFormat &format, double above)
{
    QTextBlockFormat block;
    block.setTopMargin(above);
    if (cursor.document()->isEmpty()) {
        cursor.setBlockFormat(block);
    } else {
        cursor.insertBlock(block);
    }
    insertText(cursor, forDisplay(text, text.size()), format);
}

QString roleText(Direction direction)
{
    switch (direction) {
    case Direction::Incoming:
        return Printing::tr("Received");
    case Direction::Outgoing:
        return Printing::tr("Sent");
    case Direction::Note:
        return Printing::tr("Note, team only");
    case Direction::Event:
        return Printing::tr("Event");
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace

void writeConversation(QTextDocument &document, const Thread &thread)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    font.setPointSizeF(bodySize);
    document.setDefaultFont(font);
    document.setUndoRedoEnabled(false);
    const QTextCharFormat body = lettersOf(bodySize, QFont::Normal, Qt::black);
    const QTextCharFormat detail = lettersOf(bodySize - 1, QFont::Normal, Qt::darkGray);
    const QTextCharFormat strong = lettersOf(bodySize, QFont::Bold, Qt::black);
    const ConversationRow &row = thread.conversation;
    const QString person = personName(row);
    const QString subject = oneLine(row.subject);
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    addBlock(cursor, subject.isEmpty() ? person : subject, lettersOf(headingSize, QFont::Bold, Qt::black), 0);
    addBlock(cursor, u"%1 · %2 · %3"_s.arg(person, channelLabel(row.channel), audienceLabel(row.audience)),
             detail, 4);
    for (const Message &message : thread.messages) {
        const QString name = authorName(message);
        const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMillis(message.sentAt)),
                                                QLocale::LongFormat);
        addBlock(cursor, name, strong, 14);
        addBlock(cursor, u"%1 · %2"_s.arg(when, roleText(message.direction)), detail, 0);
        const bool isTheirs = message.direction == Direction::Incoming;
        addBlock(cursor, isTheirs ? spokenText(row.channel, message.text) : message.text, body, 4);
        for (const Attachment &attachment : message.attachments) {
            //: %1 is a file name, %2 its size
            addBlock(
                cursor,
                Printing::tr("Attached: %1 (%2)").arg(oneLine(attachment.name), sizeText(attachment.size)),
                detail, 2);
        }
    }
    cursor.endEditBlock();
}

void printConversation(QPagedPaintDevice &device, const Thread &thread)
{
    QTextDocument document;
    writeConversation(document, thread);
    document.print(&device);
}

} // namespace aside
