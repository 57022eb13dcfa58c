// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/channel.h"

#include <QWidget>

namespace aside {

/// The sign of a channel, as high as the letters beside it, with its name for screen readers and as a tool
/// tip. Drawn in the colours of the palette, so that it is seen on light and on dark.
class ChannelBadge final : public QWidget
{
    Q_OBJECT
public:
    explicit ChannelBadge(QWidget *parent);

    void show(Channel channel);
    [[nodiscard]] Channel channel() const { return m_channel; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Channel m_channel = Channel::Email;
};

} // namespace aside
