// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/outbox/outboxdelegate.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/inbox/avatar.h"
#include "widgets/outbox/connectionstatus.h"
#include "widgets/outbox/outboxview.h"
#include "widgets/theme/flatstyle.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>

namespace aside {

namespace {

constexpr int inset = 6;
constexpr int padding = 12;
constexpr int leading = 3;
constexpr int glyph = 16;
constexpr qsizetype longestText = 300;

/// One item while it is painted. Rectangles are thought left to right and mirrored last.
class ItemPainter
{
public:
    ItemPainter(QPainter *painter, const QStyleOptionViewItem &option)
        : m_painter(painter)
        , m_option(option)
        , m_theme(currentTheme())
        , m_lineHeight(option.fontMetrics.height())
    {
        const QRect inner = option.rect.adjusted(inset + padding, 0, -inset - padding, 0);
        const int top = inner.center().y() - ((3 * m_lineHeight + 2 * leading) / 2);
        m_avatar = QRect(inner.left(), top + 1, avatarSize, avatarSize);
        m_lines = QRect(m_avatar.right() + padding + 1, top, inner.right() - m_avatar.right() - padding,
                        m_lineHeight);
    }

    void paint(const OutboxItem &item)
    {
        paintGround();
        drawAvatar(m_painter, mirrored(m_avatar), item.person);
        drawHead(item);
        drawText(item);
        drawState(item);
    }

private:
    [[nodiscard]] QRect line(int number) const
    {
        return m_lines.translated(0, number * (m_lineHeight + leading));
    }
    [[nodiscard]] QRect mirrored(const QRect &rect) const
    {
        return QStyle::visualRect(m_option.direction, m_option.rect, rect);
    }

    void paintGround()
    {
        const QRectF ground = QRectF(m_option.rect).adjusted(inset, 1, -inset, -1);
        const bool isSelected = m_option.state.testFlag(QStyle::State_Selected);
        const bool isHovered = m_option.state.testFlag(QStyle::State_MouseOver);
        m_painter->setPen(Qt::NoPen);
        m_painter->setBrush(isSelected ? m_theme.selection : isHovered ? m_theme.hover : m_theme.base);
        m_painter->drawRoundedRect(ground, 8, 8);
        if (m_option.state.testFlag(QStyle::State_HasFocus)) {
            m_painter->setPen(QPen(m_theme.link, 2));
            m_painter->setBrush(Qt::NoBrush);
            m_painter->drawRoundedRect(ground.adjusted(1, 1, -1, -1), 7, 7);
        }
    }

    int draw(const QRect &rect, const QString &text, const QFont &font, const QColor &color)
    {
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
        m_painter->setFont(font);
        m_painter->setPen(color);
        const auto side = m_option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
        m_painter->drawText(mirrored(rect), int(Qt::AlignVCenter | Qt::AlignAbsolute | side), shown);
        return metrics.horizontalAdvance(shown);
    }

    void drawHead(const OutboxItem &item)
    {
        QRect rest = line(0);
        const QString when = timeLabel(item.createdAt);
        const int width = m_option.fontMetrics.horizontalAdvance(when) + 1;
        draw({rest.right() - width + 1, rest.top(), width, rest.height()}, when, m_option.font,
             m_theme.secondaryText);
        rest.setRight(rest.right() - width - padding);
        QFont bold = m_option.font;
        bold.setWeight(QFont::DemiBold);
        //: Head of an item in the outbox: for whom, on which channel, who can read it
        const QString head = OutboxView::tr("%1 · %2 · %3")
                                 .arg(isolated(oneLine(item.person, 60)), channelLabel(item.channel),
                                      audienceLabel(item.audience));
        draw(rest, head, bold, m_theme.text);
    }

    void drawText(const OutboxItem &item)
    {
        QRect rest = line(1);
        if (const QString files = outboxFiles(item); !files.isEmpty()) {
            const int wanted = m_option.fontMetrics.horizontalAdvance(files) + 1;
            const int width = item.text.isEmpty() ? rest.width() - glyph - 6 : qMin(wanted, rest.width() / 2);
            const QRect place(rest.right() - width + 1, rest.top(), width, rest.height());
            const QRect icon(place.left() - glyph - 6, rest.center().y() - glyph / 2, glyph, glyph);
            themedIcon(QStringLiteral("mail-attachment"), IconColor::Secondary)
                .paint(m_painter, mirrored(icon));
            draw(place, files, m_option.font, m_theme.secondaryText);
            rest.setRight(icon.left() - padding);
        }
        draw(rest, oneLine(item.text, longestText), m_option.font, m_theme.text);
    }

    void drawState(const OutboxItem &item)
    {
        QRect rest = line(2);
        const QRect icon(rest.left(), rest.center().y() - glyph / 2, glyph, glyph);
        themedIcon(outboxStateIcon(item.state), IconColor::Secondary).paint(m_painter, mirrored(icon));
        rest.setLeft(icon.right() + 6);
        const QString reason = outboxReason(item);
        const QString state = outboxStateLabel(item.state);
        const QString words = reason.isEmpty() ? state : QStringLiteral("%1 · %2").arg(state, reason);
        draw(rest, words, m_option.font, outboxStateColor(item));
    }

    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
    const Theme &m_theme;
    int m_lineHeight;
    QRect m_avatar;
    QRect m_lines; ///< the first of three
};

} // namespace

QString outboxHoldReason(const OutboxItem &item)
{
    switch (item.holdReason) {
    case HoldReason::UndoWindow:
        return OutboxView::tr("It can still be taken back.");
    case HoldReason::Schedule: {
        const QDateTime at = QDateTime::fromMSecsSinceEpoch(toMillis(item.holdUntil));
        //: %1 is the date and time that was chosen for a reply
        return OutboxView::tr("It leaves on %1.").arg(QLocale().toString(at, QLocale::ShortFormat));
    }
    case HoldReason::Freeze:
        return OutboxView::tr("Everything public is frozen.");
    case HoldReason::ThreadMoved:
        return OutboxView::tr("The customer wrote since you wrote this.");
    case HoldReason::Review:
        return OutboxView::tr("A lead reads it first.");
    case HoldReason::NotSent:
        return OutboxView::tr("You found that it was not sent.");
    case HoldReason::OtherHalf:
        return item.audience == Audience::Public
            ? OutboxView::tr("It leaves once the private message has arrived.")
            : OutboxView::tr("It leaves once the public line is there.");
    case HoldReason::Consent:
        return OutboxView::tr("The customer does not allow it.");
    case HoldReason::ByHand:
        return item.record.attempts == 0 ? OutboxView::tr("You post it: programs cannot write there.")
                                         : OutboxView::tr("You took the text. Is it posted?");
    }
    Q_UNREACHABLE_RETURN({});
}

QString outboxReason(const OutboxItem &item)
{
    if (item.state == OutboxState::Queued && !item.hasAccount) {
        return OutboxView::tr("No account can send this yet; it waits here.");
    }
    if (item.state == OutboxState::Held) {
        return outboxHoldReason(item);
    }
    const bool isServers = item.state == OutboxState::Refused || item.state == OutboxState::Queued;
    return isServers ? oneLine(item.record.serverWords, longestText) : QString();
}

QColor outboxStateColor(const OutboxItem &item)
{
    const Theme &theme = currentTheme();
    return waitsForHand(item) ? theme.text : wantsDecision(item) ? theme.danger : theme.secondaryText;
}

QString outboxFiles(const OutboxItem &item)
{
    if (item.attachments.isEmpty()) {
        return {};
    }
    const auto more = static_cast<int>(item.attachments.size()) - 1;
    const QString first = oneLine(item.attachments.constFirst().name, 60);
    //: Files that go with a reply; %1 is the name of the first
    return more == 0 ? first : OutboxView::tr("%1 and %n more file(s)", nullptr, more).arg(first);
}

QString outboxStateIcon(OutboxState state)
{
    switch (state) {
    case OutboxState::Held:
        return QStringLiteral("media-playback-pause");
    case OutboxState::Queued:
        return QStringLiteral("clock");
    case OutboxState::Sending:
        return QStringLiteral("document-send");
    case OutboxState::Sent:
        return QStringLiteral("checkmark");
    case OutboxState::Refused:
        return QStringLiteral("data-error");
    case OutboxState::Uncertain:
        return QStringLiteral("data-warning");
    case OutboxState::Withdrawn:
        return QStringLiteral("edit-undo");
    }
    Q_UNREACHABLE_RETURN({});
}

OutboxDelegate::OutboxDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void OutboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // each text runs as its own letters do
    ItemPainter(painter, option).paint(index.data(outboxItemRole).value<OutboxItem>());
    painter->restore();
}

QSize OutboxDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int air = FlatStyle::air(FlatStyle::RowAir, option.widget);
    return {avatarSize * 6, qMax(3 * option.fontMetrics.height() + 2 * leading, avatarSize) + air};
}

} // namespace aside
