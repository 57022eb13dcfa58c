// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/pendingbubble.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/common/wrappingrow.h"
#include "widgets/outbox/connectionstatus.h"
#include "widgets/outbox/outboxdelegate.h"
#include "widgets/theme/flatstyle.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace aside {

namespace {

constexpr int radius = 10;
constexpr int glyph = 16;
constexpr qsizetype mostText = 4'000;

bool canBeTakenBack(OutboxState state)
{
    return state == OutboxState::Held || state == OutboxState::Queued;
}

QColor stateColor(const OutboxItem &item)
{
    return wantsDecision(item) && !waitsForHand(item) ? currentTheme().danger : currentTheme().text;
}

} // namespace

PendingBubble::PendingBubble(const OutboxItem &item, QWidget *parent)
    : QWidget(parent)
    , m_item(item)
    , m_state(plainLabel(this))
    , m_text(plainLabel(this))
    , m_files(plainLabel(this))
    , m_takeBack(new QPushButton(this))
    , m_outbox(new QPushButton(this))
{
    m_state->setObjectName(QStringLiteral("pendingState"));
    m_text->setObjectName(QStringLiteral("pendingText"));
    m_files->setObjectName(QStringLiteral("pendingFiles"));
    m_takeBack->setObjectName(QStringLiteral("pendingTakeBack"));
    m_outbox->setObjectName(QStringLiteral("pendingOutbox"));
    m_state->setText(stateWords());
    m_text->setText(forDisplay(m_item.text, mostText));
    m_text->setVisible(!m_item.text.isEmpty());
    m_files->setText(filesWords());
    m_files->setVisible(!m_item.attachments.isEmpty());
    m_takeBack->setText(tr("Take back"));
    m_takeBack->setVisible(canBeTakenBack(m_item.state));
    m_outbox->setText(tr("Show in the outbox"));
    //: To a screen reader: a reply that is on its way; %1 is how far it is, %2 how it begins
    setAccessibleName(tr("Reply, %1: %2").arg(stateWords(), oneLine(m_item.text)));
    build();
    connect(m_takeBack, &QPushButton::clicked, this, [this] { Q_EMIT takeBackAsked(m_item.id); });
    connect(m_outbox, &QPushButton::clicked, this, &PendingBubble::outboxAsked);
}

void PendingBubble::build()
{
    for (QLabel *label : {m_state, m_text, m_files}) {
        label->setWordWrap(true);
    }
    QPalette colors = m_state->palette();
    colors.setColor(QPalette::WindowText, stateColor(m_item));
    m_state->setPalette(colors);
    m_state->setForegroundRole(QPalette::WindowText); // else that of the thread's ground
    auto *buttons = new WrappingRow;
    buttons->setSpacing(glyph / 2);
    buttons->addWidget(m_takeBack);
    buttons->addWidget(m_outbox);
    auto *column = new QVBoxLayout(this);
    const int padding = FlatStyle::air(FlatStyle::BubbleAir, this);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(padding / 2);
    column->addLayout(buildState());
    column->addWidget(m_text);
    column->addWidget(m_files);
    column->addLayout(buttons);
}

QBoxLayout *PendingBubble::buildState()
{
    auto *icon = new QLabel(this);
    icon->setPixmap(themedIcon(outboxStateIcon(m_item.state), IconColor::Secondary).pixmap(glyph));
    icon->setAccessibleName(outboxStateLabel(m_item.state)); // a picture of the words beside it
    auto *line = new QHBoxLayout;
    line->addWidget(icon, 0, Qt::AlignTop);
    line->addWidget(m_state, 1);
    return line;
}

QString PendingBubble::stateWords() const
{
    const QString reason = outboxReason(m_item);
    const QString state = outboxStateLabel(m_item.state);
    return reason.isEmpty() ? state : QStringLiteral("%1 · %2").arg(state, reason);
}

QString PendingBubble::filesWords() const
{
    QStringList names;
    for (const DraftAttachment &file : m_item.attachments) {
        names.append(oneLine(file.name, 100));
    }
    return tr("Attached: %1").arg(names.join(QStringLiteral(", ")));
}

int PendingBubble::widthWithin(int widest) const
{
    const QMargins air = layout()->contentsMargins();
    const int inner = widest - air.left() - air.right();
    int used = std::max(m_outbox->sizeHint().width()
                            + (m_takeBack->isHidden() ? 0 : m_takeBack->sizeHint().width() + air.left()),
                        glyph + air.left() + m_state->fontMetrics().horizontalAdvance(m_state->text()));
    for (const QLabel *label : {m_text, m_files}) {
        if (!label->isHidden()) {
            const QRect lines
                = label->fontMetrics().boundingRect(QRect(0, 0, inner, 1), Qt::TextWordWrap, label->text());
            used = std::max(used, lines.width() + 2);
        }
    }
    return std::min(widest, used + air.left() + air.right());
}

void PendingBubble::paintEvent(QPaintEvent *)
{
    const Theme &theme = currentTheme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme.base);
    painter.setPen(QPen(theme.accent, 1, Qt::DashLine)); // not said yet: only the line of a bubble
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace aside
