// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/messageview.h"

#include "widgets/common/elidedlabel.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/names.h"
#include "widgets/common/words.h"
#include "widgets/theme/flatstyle.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"
#include "widgets/thread/attachmentstrip.h"
#include "widgets/thread/messagetext.h"
#include "widgets/thread/pictureloader.h"
#include "widgets/thread/remotebar.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QTextDocumentFragment>
#include <QToolButton>

#include <algorithm>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr int margin = 16;
constexpr int spacing = 4;
constexpr int dayAir = 10;
constexpr int radius = 10;
constexpr int widestBubble = 640;
constexpr double bubbleShare = 0.78;

QColor bubbleColor(const Theme &theme, Direction direction)
{
    switch (direction) {
    case Direction::Incoming:
        return theme.incomingBubble;
    case Direction::Outgoing:
        return theme.outgoingBubble;
    case Direction::Note:
        return theme.noteBubble;
    case Direction::Event:
        return theme.base;
    }
    Q_UNREACHABLE_RETURN(theme.base);
}

bool isOurs(Direction direction)
{
    return direction == Direction::Outgoing || direction == Direction::Note;
}

QToolButton *smallButton(const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    return button;
}

} // namespace

MessageView::MessageView(const PictureSources &pictures, QWidget *parent)
    : QWidget(parent)
    , m_pictures(pictures)
    , m_day(plainLabel(this))
    , m_header(new ElidedLabel(this))
    , m_recipients(smallButton(QStringLiteral("recipientsButton"), this))
    , m_details(plainLabel(this))
    , m_text(new MessageText(this))
    , m_history(smallButton(QStringLiteral("historyButton"), this))
    , m_whole(smallButton(QStringLiteral("wholeTextButton"), this))
    , m_page(smallButton(QStringLiteral("messagePageButton"), this))
    , m_note(plainLabel(this))
    , m_remote(new RemoteBar(this))
    , m_attachments(new AttachmentStrip(pictures.attached, this))
    , m_parts({m_recipients, m_details, m_text, m_history, m_whole, m_page, m_note, m_remote, m_attachments})
{
    setFocusPolicy(Qt::NoFocus);
    m_day->setAlignment(Qt::AlignCenter);
    m_day->setWordWrap(true); // where the text is large
    m_day->setForegroundRole(QPalette::PlaceholderText);
    m_day->setObjectName(QStringLiteral("daySeparator"));
    m_header->setForegroundRole(QPalette::PlaceholderText);
    m_header->setObjectName(QStringLiteral("messageHeader"));
    m_details->setWordWrap(true);
    m_details->setForegroundRole(QPalette::PlaceholderText);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setObjectName(QStringLiteral("messageDetails"));
    m_note->setWordWrap(true);
    m_note->setObjectName(QStringLiteral("messageNote"));
    connectParts();
}

void MessageView::connectParts()
{
    connect(m_text, &MessageText::linkChosen, this, &MessageView::linkChosen);
    connect(m_attachments, &AttachmentStrip::openAsked, this, &MessageView::openAsked);
    connect(m_attachments, &AttachmentStrip::saveAsked, this, &MessageView::saveAsked);
    connect(m_attachments, &AttachmentStrip::stopAsked, this, &MessageView::stopAsked);
    connect(m_remote, &RemoteBar::loadAsked, this, &MessageView::loadRemoteImages);
    connect(m_remote, &RemoteBar::decided, this,
            [this](RemoteImages decision) { Q_EMIT remoteImagesDecided(m_message.id, decision); });
    connect(m_whole, &QToolButton::clicked, this, [this] { Q_EMIT wholeTextAsked(m_message); });
    connect(m_page, &QToolButton::clicked, this,
            [this] { Q_EMIT linkChosen(m_message.page, m_message.page); });
    connect(m_recipients, &QToolButton::clicked, this, &MessageView::askForDetails);
    connect(m_history, &QToolButton::clicked, this, [this] {
        BodyView wanted = m_view;
        wanted.history = m_view.history == History::Folded ? History::Shown : History::Folded;
        Q_EMIT viewAsked(m_message.id, wanted);
    });
    connect(m_attachments, &AttachmentStrip::allAsked, this, [this] {
        BodyView wanted = m_view;
        wanted.chips = Chips::All;
        Q_EMIT viewAsked(m_message.id, wanted);
    });
}

void MessageView::show(const Message &message, const BodyView &view, const QString &day)
{
    m_message = message;
    m_view = view;
    m_body = bodyOf(message, view);
    takeFonts();
    m_day->setText(day);
    m_day->setVisible(!day.isEmpty());
    m_fullHeader = headerText(Handle::Shown);
    const bool isOnTheRight = isOurs(message.direction) != isRightToLeft();
    m_header->setAlignment(Qt::AlignAbsolute | (isOnTheRight ? Qt::AlignRight : Qt::AlignLeft));
    if (m_body.html.isEmpty() && m_body.text.isEmpty()) {
        m_body.text = tr("(no text)");
    }
    m_text->show(m_body);
    m_text->setAccessibleName(tr("Message: %1").arg(m_fullHeader));
    setAccessibleName(spokenName(message));
    setAccessibleDescription(m_text->accessibleDescription());
    m_history->setVisible(m_body.hasHistory);
    m_history->setText(QStringLiteral("…"));
    const QString words = view.history == History::Folded ? tr("Show quoted text") : tr("Hide quoted text");
    m_history->setToolTip(words);
    m_history->setAccessibleName(words);
    m_whole->setVisible(m_body.isCut);
    m_whole->setText(tr("Show all"));
    showRecipients();
    showNote();
    showPage();
    paleWhenDeleted();
    m_images.clear();
    showPictures();
    showRemoteImages();
    arrange();
    update();
}

void MessageView::paleWhenDeleted()
{
    QPalette colours;
    if (toMillis(m_message.deletedAt) != 0) {
        colours.setColor(QPalette::Text, palette().color(QPalette::PlaceholderText));
    }
    m_text->setPalette(colours);
}

void MessageView::setProgress(AttachmentId id, std::optional<int> percent)
{
    m_attachments->setProgress(id, percent);
}

void MessageView::takeFonts()
{
    const QFont small = scaledFont(*this, 0.9, font().weight());
    for (QWidget *part : std::initializer_list<QWidget *>{m_day, m_header, m_recipients, m_details, m_page,
                                                          m_note, m_remote}) {
        if (part->font() != small) {
            part->setFont(small);
        }
    }
}

void MessageView::showPictures()
{
    QList<Attachment> others;
    for (const Attachment &attachment : std::as_const(m_message.attachments)) {
        const bool isInText
            = !attachment.contentId.isEmpty() && m_body.pictures.contains(attachment.contentId);
        const QImage picture
            = isInText && !attachment.isAtServer ? m_pictures.attached.picture(attachment) : QImage();
        if (!picture.isNull()) {
            m_text->setPicture(u"cid:"_s + attachment.contentId, picture);
        } else if (!isInText || attachment.isAtServer || m_pictures.attached.isRefused(attachment.id)) {
            others.append(attachment);
        }
    }
    m_attachments->show(others, m_view.chips);
}

QString MessageView::headerText(Handle wanted) const
{
    const QString name = authorName(m_message, 100);
    const QString handle = oneLine(m_message.handle, 100);
    const bool showsHandle = wanted == Handle::Shown && m_message.direction == Direction::Incoming
        && !handle.isEmpty() && handle != name;
    const QString who = showsHandle ? tr("%1 (%2)").arg(isolated(name), isolated(handle)) : isolated(name);
    const QString when = timeLabel(m_message.sentAt);
    switch (m_message.direction) {
    case Direction::Incoming:
        return tr("%1 · %2").arg(who, when);
    case Direction::Outgoing:
        return tr("%1 (we) · %2").arg(who, when);
    case Direction::Note:
        return wanted == Handle::Shown ? tr("Note (team only) · %1 · %2").arg(who, when)
                                       : tr("Note · %1 · %2").arg(who, when);
    case Direction::Event:
        return tr("Event · %1").arg(when);
    }
    Q_UNREACHABLE_RETURN(QString());
}

int MessageView::innerWidth(int widest, int *textHeight) const
{
    int used = 0;
    *textHeight = m_text->layOut(widest, &used);
    int inner = used;
    if (m_attachments->isVisibleTo(this)) {
        inner = std::max(inner, std::min(m_attachments->widthWanted(), widest));
    }
    for (const QToolButton *button : {m_recipients, m_page}) {
        if (button->isVisibleTo(this)) {
            inner = std::max(inner, std::min(button->sizeHint().width(), widest));
        }
    }
    if (m_details->isVisibleTo(this) || m_note->isVisibleTo(this) || m_remote->isVisibleTo(this)
        || m_whole->isVisibleTo(this)) {
        inner = widest;
    }
    if (inner != used) {
        *textHeight = m_text->layOut(inner, &used);
    }
    return inner;
}

MessageView::Layout MessageView::layoutFor(int width) const
{
    Layout layout;
    const int widest
        = std::max(120, std::min(widestBubble, static_cast<int>((width - 2 * margin) * bubbleShare)));
    const int padding = FlatStyle::air(FlatStyle::BubbleAir, this);
    int textHeight = 0;
    const int inner = innerWidth(widest - 2 * padding, &textHeight);
    const int left = isOurs(m_message.direction) ? width - margin - inner - 2 * padding : margin;
    const int headerHeight = m_header->fontMetrics().height();
    int above = spacing;
    if (!m_day->text().isEmpty()) {
        const int room = width - 2 * margin;
        const bool isNarrow = m_day->fontMetrics().horizontalAdvance(m_day->text()) > room;
        layout.day = QRect(margin, dayAir, room, isNarrow ? m_day->heightForWidth(room) : headerHeight);
        above = layout.day.bottom() + 1 + dayAir;
    }
    layout.header = QRect(margin, above, width - 2 * margin, headerHeight);
    const int top = layout.header.bottom() + 1 + spacing;
    int bottom = top + padding;
    for (const QWidget *part : m_parts) {
        QRect place(left + padding, bottom, inner, 0);
        if (part == m_text) {
            place.setHeight(textHeight);
        } else if (part->isVisibleTo(this)) {
            place.setHeight(isButton(part) ? part->sizeHint().height() : part->heightForWidth(inner));
            place.setWidth(isButton(part) ? part->sizeHint().width() : inner);
            place.translate(0, spacing);
        }
        bottom = std::max(bottom, place.bottom() + 1);
        layout.parts.append(place);
    }
    layout.bubble = QRect(left, top, inner + 2 * padding, bottom + padding - top);
    layout.height = layout.bubble.bottom() + 1 + 2 * FlatStyle::air(FlatStyle::MessageGap, this);
    mirror(layout, width);
    return layout;
}

bool MessageView::isButton(const QWidget *part) const
{
    return part == m_recipients || part == m_history || part == m_whole || part == m_page;
}

/// Rectangles are thought left to right: what comes in stands where a line begins.
void MessageView::mirror(Layout &layout, int width) const
{
    const QRect whole(0, 0, width, layout.height);
    layout.bubble = QStyle::visualRect(layoutDirection(), whole, layout.bubble);
    for (QRect &part : layout.parts) {
        part = QStyle::visualRect(layoutDirection(), whole, part);
    }
}

int MessageView::heightForWidth(int width) const
{
    return layoutFor(width).height;
}

void MessageView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void MessageView::arrange()
{
    m_layout = layoutFor(width());
    m_day->setGeometry(m_layout.day);
    m_header->setGeometry(m_layout.header);
    const bool isWide = m_header->fontMetrics().horizontalAdvance(m_fullHeader) <= m_layout.header.width();
    m_header->setText(isWide ? m_fullHeader : headerText(Handle::Hidden)); // the time is to be seen
    m_header->setToolTip(isWide ? QString() : escapedToolTip(m_fullHeader));
    for (qsizetype i = 0; i < m_parts.size(); ++i) {
        m_parts.at(i)->setGeometry(m_layout.parts.at(i));
    }
}

void MessageView::setCurrent(bool isCurrent)
{
    if (m_isCurrent != isCurrent) {
        m_isCurrent = isCurrent;
        update();
    }
}

void MessageView::paintEvent(QPaintEvent *)
{
    const Theme &theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(bubbleColor(theme, m_message.direction));
    painter.setPen(m_message.direction == Direction::Note ? QPen(theme.noteBorder, 1, Qt::DashLine)
                                                          : QPen(Qt::NoPen));
    painter.drawRoundedRect(m_layout.bubble, radius, radius);
    if (m_isCurrent) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.accent, 2));
        painter.drawRoundedRect(m_layout.bubble.adjusted(1, 1, -1, -1), radius - 1, radius - 1);
    }
    if (!m_layout.day.isEmpty()) {
        const int half = (m_day->fontMetrics().horizontalAdvance(m_day->text()) / 2) + dayAir;
        const int y = m_layout.day.center().y();
        const int middle = m_layout.day.center().x();
        painter.fillRect(QRect(QPoint(m_layout.day.left(), y), QPoint(middle - half, y)), theme.line);
        painter.fillRect(QRect(QPoint(middle + half, y), QPoint(m_layout.day.right(), y)), theme.line);
    }
}

void MessageView::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto copy = [](const QString &text) {
        return [text] {
            QGuiApplication::clipboard()->setText(text);
        };
    };
    const QString selected = m_text->textCursor().selection().toPlainText();
    QAction *copySelected
        = menu->addAction(themedIcon(QStringLiteral("edit-copy")), tr("Copy"), this, copy(selected));
    copySelected->setEnabled(!selected.isEmpty());
    menu->addAction(tr("Copy message"), this, copy(m_message.text));
    if (const QString link = m_text->linkAt(m_text->mapFrom(this, event->pos())); !link.isEmpty()) {
        menu->addAction(tr("Copy link"), this, copy(link));
    }
    if (m_body.hasHtml) {
        const bool isPlain = m_view.format == Format::Plain;
        menu->addAction(isPlain ? tr("Show formatted") : tr("Show as plain text"), this, [this, isPlain] {
            BodyView wanted = m_view;
            wanted.format = isPlain ? Format::AsSent : Format::Plain;
            Q_EMIT viewAsked(m_message.id, wanted);
        });
    }
    if (!m_message.recipients.isEmpty()) {
        menu->addAction(m_view.details == Details::Shown ? tr("Hide recipients") : tr("Show recipients"),
                        this, &MessageView::askForDetails);
    }
    menu->popup(event->globalPos());
}

} // namespace aside
