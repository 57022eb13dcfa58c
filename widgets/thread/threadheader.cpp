// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/threadheader.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace aside {

namespace {

constexpr int margin = 16;
constexpr int gap = 8;
constexpr int badgeIconSize = 16;

/// A label that gives way instead of making the window wide.
QLabel *elastic(QWidget *parent)
{
    QLabel *label = plainLabel(parent);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

} // namespace

ThreadHeader::ThreadHeader(QWidget *parent)
    : QWidget(parent)
    , m_subject(elastic(this))
    , m_details(elastic(this))
    , m_badgeIcon(new QLabel(this))
    , m_badge(plainLabel(this))
    , m_badgeBox(new QWidget(this))
    , m_close(new QToolButton(this))
{
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    large.setWeight(QFont::DemiBold);
    m_subject->setFont(large);
    m_subject->setObjectName(QStringLiteral("threadSubject"));
    m_details->setForegroundRole(QPalette::PlaceholderText);
    m_badge->setObjectName(QStringLiteral("audienceBadge"));
    m_close->setObjectName(QStringLiteral("closeConversationButton"));
    m_close->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);

    auto *badge = new QHBoxLayout(m_badgeBox);
    badge->setContentsMargins(gap, gap / 2, gap, gap / 2);
    badge->setSpacing(gap / 2);
    badge->addWidget(m_badgeIcon);
    badge->addWidget(m_badge);
    m_badgeBox->setAutoFillBackground(true);

    auto *words = new QVBoxLayout;
    words->setSpacing(gap / 4);
    words->addWidget(m_subject);
    words->addWidget(m_details);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margin, gap, gap, gap);
    row->setSpacing(gap);
    row->addLayout(words, 1);
    row->addWidget(m_badgeBox, 0, Qt::AlignVCenter);
    row->addWidget(m_close, 0, Qt::AlignVCenter);
    connect(m_close, &QToolButton::clicked, this, [this] {
        const bool open = m_row.state != ConversationState::Closed;
        Q_EMIT stateAsked(open ? ConversationState::Closed : ConversationState::Open);
    });
}

void ThreadHeader::show(const ConversationRow &row)
{
    m_row = row;
    const QString subject = oneLine(row.subject.isEmpty() ? row.preview : row.subject);
    m_subject->setText(subject.isEmpty() ? tr("(no subject)") : subject);
    m_subject->setToolTip(escapedToolTip(row.subject));
    const QString person = oneLine(row.person, 60);
    const QString handle = oneLine(row.handle, 60);
    const QString who = handle.isEmpty() || handle == person ? person : tr("%1 (%2)").arg(person, handle);
    m_details->setText(
        tr("%1 · %2 · %n message(s)", nullptr, row.messages).arg(who, channelLabel(row.channel)));

    const Theme &theme = currentTheme();
    const bool isPublic = row.audience == Audience::Public;
    QPalette colors = palette();
    colors.setColor(QPalette::Window, isPublic ? theme.publicBadge : theme.privateBadge);
    colors.setColor(QPalette::WindowText, isPublic ? theme.publicBadgeText : theme.privateBadgeText);
    m_badgeBox->setPalette(colors);
    m_badgeIcon->setPixmap(themedIcon(isPublic ? QStringLiteral("globe") : QStringLiteral("lock"))
                               .pixmap(badgeIconSize, badgeIconSize));
    m_badge->setText(audienceLabel(row.audience));
    const bool open = row.state != ConversationState::Closed;
    m_close->setText(open ? tr("Close conversation") : tr("Reopen"));
    m_close->setIcon(themedIcon(open ? QStringLiteral("dialog-ok") : QStringLiteral("edit-undo")));
    m_close->setAccessibleName(m_close->text());
}

} // namespace aside
