// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/channelcapabilities.h"

#include <QWidget>

namespace aside {

/// How many letters are left for a text, as its channel counts. Warns near the limit and says how many are
/// too many, by words and a mark as well as by the colour; where there is no limit it is not there. What is
/// too long is stopped by the reply check.
class LengthCounter final : public QWidget
{
    Q_OBJECT
public:
    explicit LengthCounter(QWidget *parent);

    /// A limit of 0 is none.
    void setLength(qsizetype length, int limit, LengthUnit unit);
    [[nodiscard]] QString words() const;
    [[nodiscard]] QSize sizeHint() const override;
    /// Of the words, the number alone.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] qsizetype left() const { return m_limit - m_length; }
    [[nodiscard]] bool warns() const;
    [[nodiscard]] QString number() const;
    void retranslate();

    qsizetype m_length = 0;
    int m_limit = 0;
    LengthUnit m_unit = LengthUnit::Utf16;
};

} // namespace aside
