// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/messagetext.h"

#include "widgets/common/blankpicture.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/searchfold.h"
#include "widgets/richtext/safelink.h"
#include "widgets/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QHelpEvent>
#include <QTextBlock>
#include <QTextDocument>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype shortText = 2'000;
constexpr qsizetype spokenAlt = 200; ///< of the description of one picture

} // namespace

MessageText::MessageText(QWidget *parent)
    : QTextBrowser(parent)
{
    setObjectName(u"messageText"_s);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Else a browser that is not shown yet wraps to its own width while it is measured for another.
    setLineWrapMode(QTextEdit::FixedPixelWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setContextMenuPolicy(Qt::NoContextMenu);
    setUndoRedoEnabled(false);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    setTabChangesFocus(true);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        const QString address = url.toString(QUrl::FullyEncoded);
        if (const std::optional<SafeLink> link = safeLink(address)) {
            Q_EMIT linkChosen(link->address, textOfLink(address));
        }
    });
}

void MessageText::show(const MessageBody &body)
{
    QPalette colors = palette();
    colors.setColor(QPalette::Base, Qt::transparent);
    colors.setColor(QPalette::Text, currentTheme().text);
    colors.setColor(QPalette::Link, currentTheme().link);
    setPalette(colors);
    m_pictures.clear();
    setExtraSelections({});
    m_hasPictures = body.html.contains("<img"_L1);
    if (body.html.isEmpty()) {
        m_isNarrow = body.text.size() < shortText;
        document()->clear();
        setPlainText(body.text);
        markLinks(body.links);
    } else {
        m_isNarrow = body.html.size() < shortText && !m_hasPictures && !body.html.contains("<table"_L1);
        setHtml(body.html);
    }
    describePictures();
}

void MessageText::describePictures()
{
    QStringList shown;
    for (QTextBlock block = document()->begin(); m_hasPictures && block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QString words
                = oneLine(part.fragment().charFormat().stringProperty(QTextFormat::ImageAltText), spokenAlt);
            if (!words.isEmpty()) {
                shown.append(words);
            }
        }
    }
    setAccessibleDescription(shown.isEmpty() ? QString()
                                             //: For a screen reader: what the pictures of a message show
                                             : tr("Pictures: %1").arg(shown.join(QStringLiteral("; "))));
}

void MessageText::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        describePictures();
    }
}

void MessageText::markLinks(const QList<LinkRange> &links)
{
    QTextCursor cursor(document());
    cursor.beginEditBlock(); // one layout for all of them
    for (const LinkRange &link : links) {
        QTextCharFormat format;
        format.setAnchor(true);
        format.setAnchorHref(link.address);
        format.setForeground(palette().color(QPalette::Link));
        format.setFontUnderline(true);
        cursor.setPosition(static_cast<int>(link.from));
        cursor.setPosition(static_cast<int>(link.from + link.length), QTextCursor::KeepAnchor);
        cursor.setCharFormat(format);
    }
    cursor.endEditBlock();
}

void MessageText::setPicture(const QString &reference, const QImage &picture)
{
    const QUrl name(reference);
    if (m_pictures.value(name).cacheKey() == picture.cacheKey()) {
        return;
    }
    m_pictures.insert(name, picture);
    document()->addResource(QTextDocument::ImageResource, name, picture);
    document()->markContentsDirty(0, document()->characterCount());
}

QVariant MessageText::loadResource(int type, const QUrl &name)
{
    const QImage picture = type == QTextDocument::ImageResource ? m_pictures.value(name) : QImage();
    return picture.isNull() ? blankPicture() : picture;
}

void MessageText::highlight(const QString &words, int current)
{
    QList<QTextEdit::ExtraSelection> selections;
    int number = 0;
    const QString text = toPlainText();
    for (const qsizetype at : foldedMatches(text, words)) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(static_cast<int>(at));
        selection.cursor.setPosition(static_cast<int>(at + words.size()), QTextCursor::KeepAnchor);
        const bool isCurrent = number++ == current;
        selection.format.setBackground(isCurrent ? currentTheme().accent : currentTheme().warningBackground);
        selection.format.setForeground(isCurrent ? currentTheme().onAccent : currentTheme().warningText);
        selections.append(selection);
    }
    setExtraSelections(selections);
}

int MessageText::layOut(int width, int *used)
{
    setLineWrapColumnOrWidth(width);
    *used = width;
    if (m_isNarrow) {
        *used = std::clamp(static_cast<int>(document()->idealWidth()) + 1, 60, width);
        setLineWrapColumnOrWidth(*used);
    }
    return static_cast<int>(document()->size().height()) + 1;
}

QString MessageText::linkAt(const QPoint &position) const
{
    return anchorAt(viewport()->mapFrom(this, position));
}

QString MessageText::textOfLink(const QString &address) const
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QString words;
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextCharFormat format = part.fragment().charFormat();
            if (format.isAnchor() && format.anchorHref() == address) {
                words += part.fragment().text();
            }
        }
        if (!words.isEmpty()) {
            return words;
        }
    }
    return {};
}

bool MessageText::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString link = anchorAt(help->pos());
        const QString alt
            = document()->documentLayout()->formatAt(help->pos()).stringProperty(QTextFormat::ImageAltText);
        QToolTip::showText(help->globalPos(), escapedToolTip(link.isEmpty() ? alt : link), this);
        return true;
    }
    return QTextBrowser::viewportEvent(event);
}

/// The thread scrolls, not the text in it.
void MessageText::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace aside
