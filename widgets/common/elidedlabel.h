// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace aside {

/// One line of plain text that ends in "…" where there is no room, and never makes the window wide.
class ElidedLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ElidedLabel(QWidget *parent);

    [[nodiscard]] QSize minimumSizeHint() const override;
    /// The text as it is shown now.
    [[nodiscard]] QString shownText() const;
    /// Words that may be missing: where they do not fit nothing is shown instead of a part.
    void setOptional(bool isOptional) { m_isOptional = isOptional; }
    [[nodiscard]] bool isOptional() const { return m_isOptional; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_isOptional = false;
};

} // namespace aside
