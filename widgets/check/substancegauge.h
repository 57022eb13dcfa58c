// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace aside {

/// How much of a reply answers: a small bar with its number. Below the team's threshold it says so by a mark
/// as well as by its colour.
class SubstanceGauge : public QWidget
{
    Q_OBJECT
public:
    explicit SubstanceGauge(QWidget *parent);

    /// 0 to 1.
    void setShare(double share, double least);
    [[nodiscard]] QSize sizeHint() const override;
    /// Of the words, the number alone.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString number() const;
    [[nodiscard]] QString words() const;
    void retranslate();

    double m_share = 1.0;
    double m_least = 0.0;
};

} // namespace aside
