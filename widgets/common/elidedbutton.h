// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPushButton>

namespace aside {

/// A button whose words may hold a long name: they end in "…" where there is no room, and a screen reader and
/// the tool tip have them all.
class ElidedButton : public QPushButton
{
    Q_OBJECT
public:
    explicit ElidedButton(QWidget *parent);

    /// Plain words; "&" is no shortcut.
    void setWords(const QString &words);
    [[nodiscard]] QString words() const { return m_words; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] int frame() const;
    void elide();

    QString m_words;
};

} // namespace aside
