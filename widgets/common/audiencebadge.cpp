// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/audiencebadge.h"

#include "widgets/common/elidedlabel.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/theme/icons.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace aside {

namespace {

constexpr int iconSize = 16;
constexpr int gap = 6;
constexpr int air = 4;
constexpr int stripMargin = 16;

} // namespace

AudienceBadge::AudienceBadge(Shape shape, QWidget *parent)
    : QWidget(parent)
    , m_shape(shape)
    , m_icon(new QLabel(this))
    , m_words(shape == Shape::Strip ? new ElidedLabel(this) : plainLabel(this))
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_words->setFont(strong);
    m_words->setObjectName(QStringLiteral("audienceWords"));
    const int side = shape == Shape::Strip ? stripMargin : 2 * air;
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(side, air, side + air, air);
    row->setSpacing(gap);
    row->addWidget(m_icon);
    row->addWidget(m_words, 1);
    takeColors();
}

void AudienceBadge::show(Audience audience, const QString &words)
{
    m_audience = audience;
    m_isForTeam = false;
    m_words->setText(words);
    m_icon->setAccessibleName(audienceLabel(audience));
    takeColors();
    update();
}

void AudienceBadge::showTeam(const QString &words)
{
    m_audience = Audience::Private;
    m_isForTeam = true;
    m_words->setText(words);
    m_icon->setAccessibleName(words);
    takeColors();
    update();
}

QString AudienceBadge::words() const
{
    return m_words->text();
}

void AudienceBadge::takeColors()
{
    const Theme &theme = currentTheme();
    const bool isPublic = m_audience == Audience::Public;
    QPalette colors = m_words->palette();
    const QColor privateText = m_isForTeam ? theme.text : theme.privateBadgeText;
    colors.setColor(QPalette::WindowText, isPublic ? theme.publicBadgeText : privateText);
    m_words->setPalette(colors);
    const QString privateIcon = m_isForTeam ? QStringLiteral("note") : QStringLiteral("lock");
    m_icon->setPixmap(themedIcon(isPublic ? QStringLiteral("globe") : privateIcon)
                          .pixmap(QSize(iconSize, iconSize), devicePixelRatio()));
}

void AudienceBadge::paintEvent(QPaintEvent *)
{
    const Theme &theme = currentTheme();
    const bool isPublic = m_audience == Audience::Public;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor &privateBadge = m_isForTeam ? theme.noteBubble : theme.privateBadge;
    painter.setBrush(isPublic ? theme.publicBadge : privateBadge);
    if (m_shape == Shape::Pill) {
        painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
        return;
    }
    painter.drawRect(rect());
    if (isPublic || m_isForTeam) { // a hard edge: nobody takes this field for the private one
        painter.setBrush(isPublic ? theme.publicBadgeText : theme.noteBorder);
        painter.drawRect(QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, air, height())));
    }
}

void AudienceBadge::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        takeColors();
    }
}

} // namespace aside
