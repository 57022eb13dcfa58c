// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/threadheader.h"

#include "widgets/common/audiencebadge.h"
#include "widgets/common/channelbadge.h"
#include "widgets/common/elidedlabel.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/theme/theme.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

namespace aside {

namespace {

constexpr int margin = 16;
constexpr int gap = 8;
constexpr double subjectScale = 1.25;

QString whoWords(const QString &person, const QString &handle)
{
    if (person.isEmpty() || handle.isEmpty() || handle == person) {
        return isolated(person.isEmpty() ? handle : person);
    }
    return ThreadHeader::tr("%1 (%2)").arg(isolated(person), isolated(handle));
}

} // namespace

ThreadHeader::ThreadHeader(QWidget *parent)
    : QWidget(parent)
    , m_subject(new ElidedLabel(this))
    , m_details(new ElidedLabel(this))
    , m_channel(new ChannelBadge(m_details))
    , m_badge(new AudienceBadge(AudienceBadge::Shape::Pill, this))
    , m_buttons(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    m_subject->setFont(scaledFont(*this, subjectScale, QFont::DemiBold));
    m_subject->setObjectName(QStringLiteral("threadSubject"));
    m_details->setForegroundRole(QPalette::PlaceholderText);
    m_badge->setObjectName(QStringLiteral("audienceBadge"));
    m_close->setObjectName(QStringLiteral("closeConversationButton"));
    m_close->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    auto *words = new QVBoxLayout;
    words->setSpacing(gap / 4);
    words->addWidget(m_subject);
    words->addWidget(m_details);
    m_details->installEventFilter(this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margin, gap, gap, gap + 1);
    row->setSpacing(gap);
    row->addLayout(words, 1);
    row->addWidget(m_badge, 0, Qt::AlignVCenter);
    row->addLayout(m_buttons);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    m_buttons->setContentsMargins(0, 0, 0, 0);
    m_buttons->setSpacing(0);
}

void ThreadHeader::addDue(QAction *due)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("dueCommandButton"));
    button->setDefaultAction(due);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setVisible(due->isEnabled());
    m_buttons->addWidget(button);
    connect(due, &QAction::enabledChanged, button, [this, button](bool isEnabled) {
        button->setVisible(isEnabled);
        m_buttons->invalidate(); // it counts what is visible
        fitMark(); // it takes what the subject leaves
    });
}

void ThreadHeader::setCommands(QAction *close, QAction *reopen, const QList<QAction *> &others, QAction *due)
{
    m_closeAction = close;
    m_reopenAction = reopen;
    if (due != nullptr) {
        addDue(due);
    }
    for (QAction *action : others) {
        auto *button = new QToolButton(this);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        m_buttons->addWidget(button);
    }
    m_close->setDefaultAction(close);
}

void ThreadHeader::setMark(QWidget *mark)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_badge), mark, 0, Qt::AlignVCenter);
    m_mark = mark;
}

void ThreadHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitMark();
}

/// In the margin of the words: with large text they give way to everything else, and it with them.
void ThreadHeader::placeChannel()
{
    const int side = m_channel->sizeHint().width();
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const int margin = side + (gap / 2);
    m_details->setContentsMargins(isMirrored ? 0 : margin, 0, isMirrored ? margin : 0, 0);
    const QRect place(0, (m_details->height() - side) / 2, side, side);
    m_channel->setGeometry(QStyle::visualRect(layoutDirection(), m_details->rect(), place));
}

bool ThreadHeader::eventFilter(QObject *watched, QEvent *event)
{
    const bool isMoved = event->type() == QEvent::Resize || event->type() == QEvent::FontChange
        || event->type() == QEvent::LayoutDirectionChange;
    if (watched == m_details && isMoved) {
        placeChannel();
    }
    return QWidget::eventFilter(watched, event);
}

void ThreadHeader::fitMark()
{
    if (m_mark == nullptr) {
        return;
    }
    constexpr int subjectLetters = 24;
    const int others = m_badge->sizeHint().width() + m_buttons->sizeHint().width()
        + m_close->sizeHint().width() + margin + (4 * gap);
    const int room = width() - others - (fontMetrics().averageCharWidth() * subjectLetters);
    m_mark->setMaximumWidth(std::max(m_mark->minimumSizeHint().width(), room));
}

/// A talk without a subject has the person's name for its title: the last words would change with each
/// message.
void ThreadHeader::show(const ConversationRow &row)
{
    m_row = row;
    const QString subject = oneLine(row.subject);
    const QString title
        = subject.isEmpty() ? oneLine(row.person.isEmpty() ? row.handle : row.person) : subject;
    m_subject->setText(title.isEmpty() ? tr("(no subject)") : title);
    m_subject->setToolTip(escapedToolTip(row.subject));
    const QString handle = oneLine(row.handle, 60);
    const QString who = whoWords(subject.isEmpty() ? QString() : oneLine(row.person, 60),
                                 subject.isEmpty() && handle == title ? QString() : handle);
    m_details->setText(
        who.isEmpty()
            ? tr("%1 · %n message(s)", nullptr, row.messages).arg(channelLabel(row.channel))
            : tr("%1 · %2 · %n message(s)", nullptr, row.messages).arg(who, channelLabel(row.channel)));

    m_channel->show(row.channel);
    m_badge->show(row.audience, audienceLabel(row.audience));
    if (m_closeAction != nullptr) {
        const bool isOpen = row.state == ConversationState::Open;
        m_close->setDefaultAction(isOpen ? m_closeAction : m_reopenAction);
    }
}

void ThreadHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, currentTheme().line);
}

void ThreadHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange && m_row.id.isValid()) {
        show(m_row);
    } else if (event->type() == QEvent::FontChange) {
        m_subject->setFont(scaledFont(*this, subjectScale, QFont::DemiBold));
    }
}

} // namespace aside
