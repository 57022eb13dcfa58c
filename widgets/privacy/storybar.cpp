// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/privacy/storybar.h"

#include "widgets/common/flowrow.h"
#include "widgets/common/foreigntext.h"
#include "widgets/privacy/movewords.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace aside {

namespace {

constexpr int margin = 16;
constexpr int gap = 8;
constexpr int fewestLetters = 36; // of the words beside the buttons

} // namespace

StoryBar::StoryBar(QWidget *parent)
    : QWidget(parent)
    , m_words(plainLabel(this))
    , m_step(new QPushButton(this))
    , m_go(new QPushButton(this))
    , m_buttons(new FlowRow(gap))
    , m_parts(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    setObjectName(QStringLiteral("storyBar"));
    m_words->setObjectName(QStringLiteral("storyWords"));
    m_words->setWordWrap(true);
    m_go->setObjectName(QStringLiteral("otherSideButton"));
    m_step->setObjectName(QStringLiteral("storyStepButton"));
    m_buttons->addWidget(m_step);
    m_buttons->addWidget(m_go);
    m_parts->setContentsMargins(margin, gap / 2, gap, gap / 2 + 1);
    m_parts->setSpacing(gap);
    m_parts->addWidget(m_words, 1);
    m_parts->addLayout(m_buttons);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    connect(m_step, &QPushButton::clicked, this, &StoryBar::takeStep);
    connect(m_go, &QPushButton::clicked, this, [this] {
        Q_EMIT otherSideAsked(m_move.conversation == m_here ? m_move.talk : m_move.conversation);
    });
    hide();
}

void StoryBar::show(const QList<PrivateMove> &moves, ConversationId here, Instant now,
                    const ClosingStory &end)
{
    const auto told = std::ranges::find_if(
        moves, [&](const PrivateMove &one) { return !storyWords(one, here, now).isEmpty(); });
    if (told == moves.cend()) {
        clear();
        return;
    }
    m_move = *told;
    m_end = end;
    m_here = here;
    m_now = now;
    retranslate();
    setVisible(true);
}

void StoryBar::clear()
{
    m_move = {};
    hide();
}

void StoryBar::retranslate()
{
    const bool isPublic = m_move.conversation == m_here;
    const auto ending = endWords(m_end, m_now);
    m_words->setText(ending.isEmpty() ? storyWords(m_move, m_here, m_now)
                                      : storyWords(m_move, m_here, m_now) + u' ' + ending);
    m_step->setText(stepWords());
    m_step->setVisible(!m_step->text().isEmpty());
    m_go->setText(isPublic ? tr("Private conversation") : tr("Public conversation"));
    m_go->setVisible((isPublic ? m_move.talk : m_move.conversation).isValid());
    placeButtons();
}

bool StoryBar::canStopWaiting() const
{
    return m_move.state == MoveState::Awaited && m_move.conversation == m_here;
}

bool StoryBar::isStopped() const
{
    return m_move.state == MoveState::Leaving && m_move.isStopped;
}

void StoryBar::takeStep()
{
    if (isStopped()) {
        Q_EMIT outboxAsked();
    } else if (canStopWaiting()) {
        Q_EMIT takeBackAsked(m_move.id);
    } else {
        Q_EMIT endAsked();
    }
}

QString StoryBar::stepWords() const
{
    if (isStopped()) {
        return tr("Outbox");
    }
    if (canStopWaiting()) {
        return tr("Stop waiting");
    }
    switch (m_end.state) {
    case ClosingState::Due:
        return tr("Close the public side…");
    case ClosingState::Unsolved:
        return tr("What was done…");
    default:
        return {};
    }
}

/// Beside the words, or below them where they would leave the words no room.
void StoryBar::placeButtons()
{
    const int left = width() - m_buttons->sizeHint().width() - 2 * margin;
    const bool isBeside = left > fewestLetters * fontMetrics().averageCharWidth();
    m_parts->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

/// As narrow as it can be with the buttons below.
QSize StoryBar::minimumSizeHint() const
{
    return {m_buttons->minimumSize().width() + 2 * margin, m_parts->minimumSize().height()};
}

void StoryBar::resizeEvent(QResizeEvent *event)
{
    placeButtons();
    QWidget::resizeEvent(event);
}

void StoryBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, currentTheme().line);
}

void StoryBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_move.id.isValid()) {
        retranslate();
    }
}

} // namespace aside
