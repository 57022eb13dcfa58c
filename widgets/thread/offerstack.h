// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QScrollArea>

class QVBoxLayout;

namespace aside {

/// What lies between the header and the messages: as high as it needs to be, and a third of the pane at most,
/// so that the messages and the reply keep their room; the rest is scrolled to. Nothing where all in it is
/// hidden.
class OfferStack final : public QScrollArea
{
    Q_OBJECT

public:
    explicit OfferStack(QWidget *pane);

    /// Above those that are there.
    void add(QWidget *offer);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QVBoxLayout *m_offers;
};

} // namespace aside
