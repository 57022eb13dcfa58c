// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/inbox/conversationdelegate.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/names.h"
#include "widgets/common/spokentext.h"
#include "widgets/common/words.h"
#include "widgets/inbox/avatar.h"
#include "widgets/inbox/rowchips.h"
#include "widgets/theme/flatstyle.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QTextLayout>

#include <array>

namespace aside {

namespace {

constexpr int inset = 6; ///< of the round ground in the row
constexpr int padding = 12; ///< of the contents in the row
constexpr int leading = 3; ///< between two lines
constexpr int glyph = 14;

QFont weighted(QFont font, QFont::Weight weight)
{
    font.setWeight(weight);
    return font;
}

/// How much of the text one line takes, whole words where that is possible.
qsizetype breakAt(const QString &text, const QFont &font, int width)
{
    QTextLayout layout(text, font);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid()) {
        line.setLineWidth(width);
    }
    layout.endLayout();
    return line.isValid() ? line.textLength() : text.size();
}

/// One row while it is painted. Rectangles are thought left to right and mirrored last.
class RowPainter
{
    Q_DECLARE_TR_FUNCTIONS(aside::ConversationList)

public:
    RowPainter(QPainter *painter, const QStyleOptionViewItem &option)
        : m_painter(painter)
        , m_option(option)
        , m_theme(currentTheme())
        , m_lineHeight(option.fontMetrics.height())
    {
        const QRect inner = option.rect.adjusted(inset + padding, 0, -inset - padding, 0);
        const int top = inner.center().y() - (((3 * m_lineHeight) + (2 * leading)) / 2);
        m_avatar = QRect(inner.left(), top + 1, avatarSize, avatarSize);
        const int textLeft = m_avatar.right() + padding + 1;
        m_lines = QRect(textLeft, top, inner.right() - textLeft + 1, m_lineHeight);
    }

    void paintGround();
    void paintRow(const ConversationRow &row);
    void paintUnfetched(int number);

private:
    [[nodiscard]] QRect line(int number) const
    {
        return m_lines.translated(0, number * (m_lineHeight + leading));
    }
    [[nodiscard]] QRect mirrored(const QRect &rect) const
    {
        return QStyle::visualRect(m_option.direction, m_option.rect, rect);
    }

    int drawText(const QRect &rect, const QString &text, const QFont &font, const QColor &color);
    void drawIcon(const QRect &rect, const QString &name, IconColor color);
    void drawOnTheRight(QRect *rest, const QString &text, const QFont &font, const QColor &color);
    void drawWhoAndWhen(const ConversationRow &row);
    void drawSubject(const ConversationRow &row);
    [[nodiscard]] static QString previewOf(const ConversationRow &row);
    void drawPreview(const ConversationRow &row);
    void drawMarks(const ConversationRow &row, QRect *rest);
    void drawChips(const ConversationRow &row, QRect *rest);
    [[nodiscard]] QString outboxMark() const;
    [[nodiscard]] int marksWidth(const ConversationRow &row) const;
    [[nodiscard]] int wordsWidth() const;
    void drawPill(const QRect &rect, const QColor &ground);
    void drawUnread(int unread, QRect *rest);
    void drawAudience(Audience audience, QRect *rest);

    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
    const Theme &m_theme;
    int m_lineHeight;
    QRect m_avatar;
    QRect m_lines; ///< the first of three
    QColor m_ground;
    QString m_rest; ///< of the preview, for the third line
};

void RowPainter::paintGround()
{
    const QRectF ground = QRectF(m_option.rect).adjusted(inset, 1, -inset, -1);
    const bool isSelected = m_option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = m_option.state.testFlag(QStyle::State_MouseOver);
    m_ground = isSelected ? m_theme.selection : isHovered ? m_theme.hover : m_theme.base;
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(m_ground);
    m_painter->drawRoundedRect(ground, 8, 8);
    if (m_option.state.testFlag(QStyle::State_HasFocus)) {
        m_painter->setPen(QPen(m_theme.link, 2));
        m_painter->setBrush(Qt::NoBrush);
        m_painter->drawRoundedRect(ground.adjusted(1, 1, -1, -1), 7, 7);
    }
}

void RowPainter::paintRow(const ConversationRow &row)
{
    drawAvatar(m_painter, mirrored(m_avatar), row.person.isEmpty() ? row.handle : row.person);

    constexpr int badge = 18;
    QRect spot(0, 0, badge, badge);
    spot.moveBottomRight(m_avatar.bottomRight() + QPoint(5, 5));
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(m_ground);
    m_painter->drawEllipse(mirrored(spot));
    drawIcon(spot.adjusted(2, 2, -2, -2), channelIconName(row.channel), IconColor::Text);

    drawWhoAndWhen(row);
    drawSubject(row);
    drawPreview(row);
}

void RowPainter::paintUnfetched(int number)
{
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(m_theme.line);
    m_painter->drawEllipse(mirrored(m_avatar));
    const int thickness = qMax(6, m_lineHeight / 2);
    const std::array shares{38 + (number * 7 % 20), 66 + (number * 5 % 24), 52 + (number * 11 % 30)};
    for (int i = 0; i < 3; ++i) {
        QRect bar = line(i);
        bar.setTop(bar.center().y() - (thickness / 2));
        bar.setSize({bar.width() * shares.at(size_t(i)) / 100, thickness});
        m_painter->drawRoundedRect(mirrored(bar), 4, 4);
    }
}

int RowPainter::drawText(const QRect &rect, const QString &text, const QFont &font, const QColor &color)
{
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
    m_painter->setFont(font);
    m_painter->setPen(color);
    const auto side = m_option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    m_painter->drawText(mirrored(rect), int(Qt::AlignVCenter | Qt::AlignAbsolute | side) | Qt::TextSingleLine,
                        shown);
    return qMin(rect.width(), metrics.horizontalAdvance(shown));
}

void RowPainter::drawIcon(const QRect &rect, const QString &name, IconColor color)
{
    themedIcon(name, color).paint(m_painter, mirrored(rect));
}

void RowPainter::drawOnTheRight(QRect *rest, const QString &text, const QFont &font, const QColor &color)
{
    const int width = QFontMetrics(font).horizontalAdvance(text) + 1;
    drawText({rest->right() - width + 1, rest->top(), width, rest->height()}, text, font, color);
    rest->setRight(rest->right() - width - 8);
}

void RowPainter::drawWhoAndWhen(const ConversationRow &row)
{
    QRect rest = line(0);
    const auto now
        = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const bool isUnread = row.unread > 0;
    const QString when = whenLabel(row.lastAt, now);
    drawOnTheRight(&rest, when, m_option.font, isUnread ? m_theme.link : m_theme.secondaryText);
    drawText(rest, personName(row), weighted(m_option.font, isUnread ? QFont::Bold : QFont::Medium),
             m_theme.text);
}

QString RowPainter::previewOf(const ConversationRow &row)
{
    const QString words = oneLine(spokenPreview(row));
    //: Before the first words of our own last message; %1 are those words
    return row.lastDirection == Direction::Outgoing ? tr("You: %1").arg(isolated(words)) : words;
}

void RowPainter::drawSubject(const ConversationRow &row)
{
    QRect rest = line(1);
    if (row.hasAttachments) {
        const QRect spot(rest.right() - glyph + 1, rest.center().y() - (glyph / 2), glyph, glyph);
        drawIcon(spot, QStringLiteral("mail-attachment"), IconColor::Secondary);
        rest.setRight(spot.left() - 6);
    }
    const QFont font = weighted(m_option.font, row.unread > 0 ? QFont::DemiBold : QFont::Normal);
    QString words = oneLine(row.subject);
    m_rest = row.lastNote ? oneLine(*row.lastNote) : previewOf(row);
    if (words.isEmpty() && row.lastNote) {
        words = row.lastDirection == Direction::Note ? QString() : previewOf(row);
    } else if (words.isEmpty()) { // the text takes both lines
        words = m_rest.first(breakAt(m_rest, font, rest.width()));
        m_rest = m_rest.sliced(words.size()).trimmed();
    }
    drawText(rest, words, font, m_theme.text);
}

void RowPainter::drawPreview(const ConversationRow &row)
{
    QRect rest = line(2);
    drawUnread(row.unread, &rest);
    drawAudience(row.audience, &rest);
    drawChips(row, &rest);
    drawMarks(row, &rest);
    drawText(rest, m_rest, m_option.font, m_theme.secondaryText);
}

void RowPainter::drawMarks(const ConversationRow &row, QRect *rest)
{
    if (row.hasOutbox) {
        drawIcon({rest->left(), rest->center().y() - (glyph / 2), glyph, glyph}, QStringLiteral("clock"),
                 IconColor::Accent);
        rest->setLeft(rest->left() + glyph + 5);
        rest->setLeft(rest->left() + drawText(*rest, outboxMark(), m_option.font, m_theme.link) + 5);
    }
    if (row.hasDraft) {
        //: Before the first words of a conversation: somebody began a reply
        rest->setLeft(rest->left() + drawText(*rest, tr("Draft:"), m_option.font, m_theme.draftText) + 5);
    }
    if (row.lastNote) {
        drawIcon({rest->left(), rest->center().y() - (glyph / 2), glyph, glyph}, QStringLiteral("note"),
                 IconColor::Secondary);
        rest->setLeft(rest->left() + glyph + 5);
        //: Before the first words of a note for the team, the last that was written in a conversation
        rest->setLeft(rest->left() + drawText(*rest, tr("Note:"), m_option.font, m_theme.noteText) + 5);
    }
}

/// What drawMarks() will take.
int RowPainter::marksWidth(const ConversationRow &row) const
{
    const QFontMetrics &metrics = m_option.fontMetrics;
    const int outbox = row.hasOutbox ? glyph + 10 + metrics.horizontalAdvance(outboxMark()) : 0;
    const int draft = row.hasDraft ? metrics.horizontalAdvance(tr("Draft:")) + 5 : 0;
    return outbox + draft + (row.lastNote ? glyph + 10 + metrics.horizontalAdvance(tr("Note:")) : 0);
}

/// The room that the first words need to say anything.
int RowPainter::wordsWidth() const
{
    constexpr int letters = 12;
    const QFontMetrics &metrics = m_option.fontMetrics;
    return std::min(metrics.horizontalAdvance(m_rest), letters * metrics.averageCharWidth()) + 6;
}

QString RowPainter::outboxMark() const
{
    //: Before the first words of a conversation, where it has any: a reply waits in the outbox
    return m_rest.isEmpty() ? tr("Reply in the outbox") : tr("Outbox:");
}

void RowPainter::drawChips(const ConversationRow &row, QRect *rest)
{
    const auto now
        = std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    const QFont font = weighted(smaller(m_option.font), QFont::Medium);
    const int kept = marksWidth(row) + wordsWidth();
    for (RowChip chip : rowChips(row, now, m_theme)) {
        const int icon = chip.icon.isEmpty() ? 0 : glyph + 2;
        int width = QFontMetrics(font).horizontalAdvance(chip.text) + icon + 15;
        if (width > rest->width() - kept && icon > 0) {
            chip.text.clear();
            width = icon + 11;
        }
        if (width > rest->width() - kept) {
            return; // the words of the customer come first
        }
        const QRect pill(rest->right() - width + 1, rest->top(), width, m_lineHeight);
        drawPill(pill, chip.ground);
        if (icon > 0) {
            drawIcon({pill.left() + 6, pill.center().y() - (glyph / 2), glyph, glyph}, chip.icon,
                     IconColor::Secondary);
        }
        drawText(pill.adjusted(icon + 7, 0, -6, 0), chip.text, font, chip.ink);
        rest->setRight(pill.left() - 6);
    }
}

void RowPainter::drawPill(const QRect &rect, const QColor &ground)
{
    m_painter->setPen(Qt::NoPen);
    m_painter->setBrush(ground);
    m_painter->drawRoundedRect(mirrored(rect), rect.height() / 2.0, rect.height() / 2.0);
}

void RowPainter::drawUnread(int unread, QRect *rest)
{
    if (unread <= 0) {
        return;
    }
    constexpr int most = 99;
    const QFont font = weighted(smaller(m_option.font), QFont::Bold);
    //: More unread messages than fit into the small mark
    const QString number = unread > most ? tr("99+") : m_option.locale.toString(unread);
    const int height = m_lineHeight;
    const int words = QFontMetrics(font).horizontalAdvance(number);
    const int width = qMax(height, words + 10);
    const QRect pill(rest->right() - width + 1, rest->top(), width, height);
    drawPill(pill, m_theme.accent);
    m_painter->setFont(font);
    m_painter->setPen(m_theme.onAccent);
    m_painter->drawText(mirrored(pill), Qt::AlignCenter, number);
    rest->setRight(pill.left() - 8);
}

void RowPainter::drawAudience(Audience audience, QRect *rest)
{
    if (audience == Audience::Private) {
        const QRect spot(rest->right() - glyph + 1, rest->center().y() - (glyph / 2), glyph, glyph);
        drawIcon(spot, QStringLiteral("lock"), IconColor::Secondary);
        rest->setRight(spot.left() - 8);
        return;
    }
    const QFont font = weighted(smaller(m_option.font), QFont::DemiBold);
    const QString words = audienceLabel(audience);
    const int width = QFontMetrics(font).horizontalAdvance(words) + glyph + 20;
    const QRect pill(rest->right() - width + 1, rest->top(), width, m_lineHeight);
    drawPill(pill, m_theme.publicBadge);
    const QRect spot(pill.left() + 7, pill.center().y() - (glyph / 2), glyph, glyph);
    drawIcon(spot, QStringLiteral("globe"), IconColor::Text);
    drawText(pill.adjusted(glyph + 11, 0, -6, 0), words, font, m_theme.publicBadgeText);
    rest->setRight(pill.left() - 8);
}

} // namespace

ConversationDelegate::ConversationDelegate(int rowRole, int loadedRole, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_rowRole(rowRole)
    , m_loadedRole(loadedRole)
{
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // each text runs as its own letters do
    RowPainter row(painter, option);
    row.paintGround();
    if (index.data(m_loadedRole).toBool()) {
        row.paintRow(index.data(m_rowRole).value<ConversationRow>());
    } else {
        row.paintUnfetched(index.row());
    }
    painter->restore();
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    Q_UNUSED(index)
    const int air = FlatStyle::air(FlatStyle::RowAir, option.widget);
    return {avatarSize * 6, qMax((3 * option.fontMetrics.height()) + (2 * leading), avatarSize) + air};
}

} // namespace aside
