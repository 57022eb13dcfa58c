// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/attachmentstrip.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/sizetext.h"
#include "widgets/theme/icons.h"
#include "widgets/thread/attachmentfile.h"
#include "widgets/thread/pictureloader.h"

#include <QLocale>
#include <QMenu>
#include <QResizeEvent>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace aside {

namespace {

constexpr int gap = 6;
constexpr int widestName = 260;
constexpr QSize iconSize(22, 22);
constexpr QSize thumbnail(180, 120);

constexpr auto wordsProperty = "words"; ///< all that a chip has to say

/// What the chip would take with all of its words.
QSize wantedBy(const QToolButton *chip)
{
    const QString words = chip->property(wordsProperty).toString();
    const int more = words.isEmpty()
        ? 0
        : chip->fontMetrics().horizontalAdvance(words) - chip->fontMetrics().horizontalAdvance(chip->text());
    return chip->sizeHint() + QSize(more + 1, 0); // a letter's width is no whole number
}

/// The words, cut in the middle where the chip is to be so narrow.
void fitWords(QToolButton *chip, int width)
{
    const QString words = chip->property(wordsProperty).toString();
    const int frame = chip->sizeHint().width() - chip->fontMetrics().horizontalAdvance(chip->text());
    if (!words.isEmpty()) {
        chip->setText(chip->fontMetrics().elidedText(words, Qt::ElideMiddle, width - frame));
    }
}

/// How a chip speaks of a file.
QString pattern(bool isProgram, bool isAtServer)
{
    if (isProgram && isAtServer) {
        //: %1 is a file name, %2 its size; it was not fetched yet, and opening it would run it
        return AttachmentStrip::tr("%1 (%2, at the mail server), runs as a program");
    }
    if (isAtServer) {
        //: %1 is a file name, %2 its size; it was not fetched yet
        return AttachmentStrip::tr("%1 (%2, at the mail server)");
    }
    if (isProgram) {
        //: %1 is a file name, %2 its size; opening the file would run it
        return AttachmentStrip::tr("%1 (%2), runs as a program");
    }
    //: %1 is a file name, %2 its size
    return AttachmentStrip::tr("%1 (%2)");
}

QString shownName(const Attachment &attachment)
{
    const QString name = oneLine(attachment.name);
    return name.isEmpty() ? AttachmentStrip::tr("without a name") : name;
}

} // namespace

AttachmentStrip::AttachmentStrip(PictureLoader &pictures, QWidget *parent)
    : QWidget(parent)
    , m_pictures(pictures)
    , m_all(new QToolButton(this))
{
    setObjectName(QStringLiteral("attachments"));
    m_all->setObjectName(QStringLiteral("allAttachments"));
    m_all->setAutoRaise(true);
    connect(m_all, &QToolButton::clicked, this, &AttachmentStrip::allAsked);
}

QToolButton *AttachmentStrip::chip(qsizetype at)
{
    while (m_chips.size() <= at) {
        auto *button = new QToolButton(this);
        button->setObjectName(QStringLiteral("attachment"));
        const qsizetype number = m_chips.size();
        connect(button, &QToolButton::clicked, this,
                [this, button, number] { popUp(button, m_attachments.at(number)); });
        m_chips.append(button);
    }
    return m_chips.at(at);
}

void AttachmentStrip::show(const QList<Attachment> &attachments, Chips chips)
{
    m_attachments = attachments;
    m_coming.removeIf([&](const auto &coming) {
        return std::ranges::none_of(attachments,
                                    [&](const Attachment &one) { return one.id == coming.key(); });
    });
    // One more than few is not worth a button.
    const bool showsAll = chips == Chips::All || attachments.size() <= few + 1;
    m_shown = showsAll ? attachments.size() : few;
    for (qsizetype i = 0; i < std::max(m_shown, m_chips.size()); ++i) {
        if (i < m_shown) {
            fill(chip(i), attachments.at(i));
        }
        m_chips.at(i)->setVisible(i < m_shown);
    }
    m_all->setVisible(!showsAll);
    m_all->setText(tr("Show all %n attachments", nullptr, static_cast<int>(attachments.size())));
    setVisible(!attachments.isEmpty());
    arrange(width(), true);
    for (qsizetype i = 0; i < m_shown; ++i) {
        if (m_coming.contains(attachments.at(i).id)) {
            sayProgress(m_chips.at(i), attachments.at(i));
        }
    }
}

void AttachmentStrip::fill(QToolButton *chip, const Attachment &attachment)
{
    const QString name = shownName(attachment);
    const QString size = sizeText(attachment.size);
    const FileKind kind = fileKind(attachment.name);
    const bool isProgram = kind == FileKind::Program;
    const QString elided = chip->fontMetrics().elidedText(name, Qt::ElideMiddle, widestName);
    const QString said = pattern(isProgram, attachment.isAtServer);
    const QString words = said.arg(elided, size).replace(u'&', QStringLiteral("&&"));
    chip->setProperty(wordsProperty, words);
    chip->setText(words);
    chip->setAccessibleName(tr("Attachment: %1").arg(said.arg(name, size)));
    chip->setToolTip(said.arg(name, size).toHtmlEscaped());
    const bool isShown = kind == FileKind::Picture && !attachment.isAtServer;
    const QImage picture = isShown ? m_pictures.picture(attachment) : QImage();
    if (picture.isNull()) {
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setIconSize(iconSize);
        chip->setIcon(themedIcon(fileKindIcon(kind)));
    } else {
        chip->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
        chip->setIconSize(picture.size().scaled(thumbnail, Qt::KeepAspectRatio).boundedTo(picture.size()));
        chip->setIcon(QIcon(QPixmap::fromImage(picture)));
    }
    if (m_pictures.isRefused(attachment.id)) {
        chip->setToolTip(tr("%1: this picture cannot be shown here.").arg(name.toHtmlEscaped()));
    }
}

void AttachmentStrip::popUp(QToolButton *chip, const Attachment &attachment)
{
    auto *menu = new QMenu(chip);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_coming.contains(attachment.id)) {
        menu->addAction(themedIcon(QStringLiteral("dialog-cancel")), tr("Stop fetching"), this,
                        [this, id = attachment.id] { Q_EMIT stopAsked(id); });
        menu->popup(chip->mapToGlobal(QPoint(0, chip->height())));
        return;
    }
    if (fileKind(attachment.name) != FileKind::Program) {
        menu->addAction(themedIcon(QStringLiteral("document-open")), tr("Open…"), this,
                        [this, attachment] { Q_EMIT openAsked(attachment); });
    }
    menu->addAction(themedIcon(QStringLiteral("document-save")), tr("Save as…"), this,
                    [this, attachment] { Q_EMIT saveAsked(attachment); });
    menu->popup(chip->mapToGlobal(QPoint(0, chip->height())));
}

void AttachmentStrip::setProgress(AttachmentId id, std::optional<int> percent)
{
    if (percent) {
        m_coming.insert(id, *percent);
    } else if (m_coming.remove(id) == 0) {
        return;
    }
    for (qsizetype i = 0; i < m_shown; ++i) {
        if (m_attachments.at(i).id == id) {
            sayProgress(m_chips.at(i), m_attachments.at(i));
        }
    }
}

/// In the room that the chip has: what comes must not move what is read.
void AttachmentStrip::sayProgress(QToolButton *chip, const Attachment &attachment)
{
    const auto coming = m_coming.constFind(attachment.id);
    if (coming == m_coming.constEnd()) {
        fill(chip, attachment);
        fitWords(chip, chip->width());
        return;
    }
    const QString name = shownName(attachment);
    //: %1 is a file name, %2 how much of it has come
    const QString said = tr("%2 % of %1").arg(name, QString::number(*coming));
    const int frame = chip->sizeHint().width() - chip->fontMetrics().horizontalAdvance(chip->text());
    const QString shown = QString(said).replace(u'&', QStringLiteral("&&"));
    chip->setText(chip->fontMetrics().elidedText(shown, Qt::ElideRight, chip->width() - frame));
    chip->setAccessibleName(said);
    chip->setToolTip(said.toHtmlEscaped());
}

int AttachmentStrip::arrange(int width, bool isReal) const
{
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    const auto put = [&](QToolButton *button) {
        const QSize size = wantedBy(button).boundedTo({std::max(width, 1), 1'000});
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += rowHeight + gap;
            rowHeight = 0;
        }
        if (isReal) {
            fitWords(button, size.width());
            button->setGeometry(
                QStyle::visualRect(layoutDirection(), QRect(0, 0, width, 0), QRect(QPoint(x, y), size)));
        }
        x += size.width() + gap;
        rowHeight = std::max(rowHeight, size.height());
    };
    for (qsizetype i = 0; i < m_shown; ++i) {
        put(m_chips.at(i));
    }
    if (m_all->isVisibleTo(this)) {
        put(m_all);
    }
    return y + rowHeight;
}

int AttachmentStrip::heightForWidth(int width) const
{
    return arrange(width, false);
}

int AttachmentStrip::widthWanted() const
{
    int width = 0;
    for (qsizetype i = 0; i < std::min<qsizetype>(m_shown, 3); ++i) {
        width += wantedBy(m_chips.at(i)).width() + gap;
    }
    return width;
}

void AttachmentStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(event->size().width(), true);
}

} // namespace aside
