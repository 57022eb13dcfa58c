// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/messageview.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/theme/theme.h"

#include <QImage>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QTextBrowser>
#include <QTextDocument>

#include <algorithm>

namespace aside {

namespace {

constexpr int margin = 16;
constexpr int padding = 12;
constexpr int spacing = 4;
constexpr int dayAir = 10;
constexpr int radius = 10;
constexpr int widestBubble = 640;
constexpr double bubbleShare = 0.78;

/// A text browser that can show nothing but the text it was given: no file, no address is ever opened by it.
class PlainBrowser final : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int, const QUrl &) override
    {
        return QImage(1, 1, QImage::Format_ARGB32); // an empty answer would make Qt open the file
    }
};

QTextBrowser *makeText(QWidget *parent)
{
    auto *text = new PlainBrowser(parent);
    text->setFrameShape(QFrame::NoFrame);
    text->setOpenLinks(false);
    text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Else a browser that is not shown yet wraps to its own width while it is measured for another.
    text->setLineWrapMode(QTextEdit::FixedPixelWidth);
    text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text->viewport()->setAutoFillBackground(false);
    text->document()->setDocumentMargin(0);
    text->setTabChangesFocus(true);
    return text;
}

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

} // namespace

MessageView::MessageView(QWidget *parent)
    : QWidget(parent)
    , m_day(plainLabel(this))
    , m_header(plainLabel(this))
    , m_text(makeText(this))
    , m_attachments(plainLabel(this))
{
    setFocusPolicy(Qt::NoFocus);
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    m_day->setFont(small);
    m_day->setAlignment(Qt::AlignCenter);
    m_day->setForegroundRole(QPalette::PlaceholderText);
    m_day->setObjectName(QStringLiteral("daySeparator"));
    m_header->setFont(small);
    m_attachments->setFont(small);
    m_attachments->setWordWrap(true);
    m_header->setForegroundRole(QPalette::PlaceholderText);
    m_text->setObjectName(QStringLiteral("messageText"));
}

void MessageView::show(const Message &message, const QString &day)
{
    m_message = message;
    m_day->setText(day);
    m_day->setVisible(!day.isEmpty());
    const QString header = headerText(message);
    m_header->setText(header);
    m_header->setAlignment(isOurs(message.direction) ? Qt::AlignRight : Qt::AlignLeft);
    m_text->setPlainText(forDisplay(message.text.isEmpty() ? tr("(no text)") : message.text));
    m_text->setAccessibleName(tr("Message: %1").arg(header));
    setAccessibleName(header);
    const QString attachments = attachmentText();
    m_attachments->setText(attachments);
    m_attachments->setVisible(!attachments.isEmpty());
    QPalette colors = palette();
    colors.setColor(QPalette::Base, Qt::transparent);
    m_text->setPalette(colors);
    arrange();
    update();
}

QString MessageView::headerText(const Message &message) const
{
    const QString who = oneLine(message.author.isEmpty() ? message.handle : message.author);
    const QString when = timeLabel(message.sentAt);
    switch (message.direction) {
    case Direction::Incoming:
        return tr("%1 · %2").arg(who, when);
    case Direction::Outgoing:
        return tr("%1 (we) · %2").arg(who, when);
    case Direction::Note:
        return tr("Note (team only) · %1 · %2").arg(who, when);
    case Direction::Event:
        return tr("Event · %1").arg(when);
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString MessageView::attachmentText() const
{
    QStringList lines;
    for (const Attachment &attachment : m_message.attachments) {
        //: %1 is a file name, %2 its size
        lines.append(tr("Attachment: %1 (%2)")
                         .arg(oneLine(attachment.name.isEmpty() ? tr("without a name") : attachment.name),
                              locale().formattedDataSize(attachment.size)));
    }
    return lines.join(u'\n');
}

MessageView::Layout MessageView::layoutFor(int width) const
{
    Layout layout;
    const int widest
        = std::max(120, std::min(widestBubble, static_cast<int>((width - 2 * margin) * bubbleShare)));
    QTextDocument *document = m_text->document();
    m_text->setLineWrapColumnOrWidth(widest - 2 * padding);
    const int used = static_cast<int>(document->idealWidth()) + 1;
    int inner = std::clamp(used, 60, widest - 2 * padding);
    if (m_attachments->isVisibleTo(this)) {
        inner = std::max(inner, std::min(m_attachments->sizeHint().width(), widest - 2 * padding));
    }
    m_text->setLineWrapColumnOrWidth(inner);
    const int textHeight = static_cast<int>(document->size().height()) + 1;
    const int left = isOurs(m_message.direction) ? width - margin - inner - 2 * padding : margin;
    const int headerHeight = m_header->fontMetrics().height();
    int above = spacing;
    if (!m_day->text().isEmpty()) {
        layout.day = QRect(margin, dayAir, width - 2 * margin, headerHeight);
        above = layout.day.bottom() + 1 + dayAir;
    }
    layout.header = QRect(margin, above, width - 2 * margin, headerHeight);
    const int top = layout.header.bottom() + 1 + spacing;
    layout.text = QRect(left + padding, top + padding, inner, textHeight);
    int bottom = layout.text.bottom() + 1;
    if (m_attachments->isVisibleTo(this)) {
        layout.attachments
            = QRect(left + padding, bottom + spacing, inner, m_attachments->heightForWidth(inner));
        bottom = layout.attachments.bottom() + 1;
    }
    layout.bubble = QRect(left, top, inner + 2 * padding, bottom + padding - top);
    layout.height = layout.bubble.bottom() + 1 + 2 * spacing;
    return layout;
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
    m_text->setGeometry(m_layout.text);
    m_attachments->setGeometry(m_layout.attachments);
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
    if (!m_layout.day.isEmpty()) {
        const int half = (m_day->fontMetrics().horizontalAdvance(m_day->text()) / 2) + padding;
        const QPoint middle = m_layout.day.center();
        painter.fillRect(
            QRect(QPoint(m_layout.day.left(), middle.y()), QPoint(middle.x() - half, middle.y())),
            theme.line);
        painter.fillRect(
            QRect(QPoint(middle.x() + half, middle.y()), QPoint(m_layout.day.right(), middle.y())),
            theme.line);
    }
}

} // namespace aside
