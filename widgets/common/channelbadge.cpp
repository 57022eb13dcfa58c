// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/channelbadge.h"

#include "widgets/common/words.h"
#include "widgets/theme/icons.h"

#include <QEvent>
#include <QPainter>

namespace aside {

ChannelBadge::ChannelBadge(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("channelBadge"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
}

void ChannelBadge::show(Channel channel)
{
    m_channel = channel;
    retranslate();
    update();
}

QSize ChannelBadge::sizeHint() const
{
    return {fontMetrics().height(), fontMetrics().height()};
}

void ChannelBadge::retranslate()
{
    setAccessibleName(channelLabel(m_channel));
    setToolTip(channelLabel(m_channel));
}

void ChannelBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    themedIcon(channelIconName(m_channel)).paint(&painter, rect());
}

void ChannelBadge::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange) {
        updateGeometry();
    }
}

} // namespace aside
