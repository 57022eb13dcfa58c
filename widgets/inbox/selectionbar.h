// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QToolButton;

namespace aside {

/// Above the list while several conversations are selected: how many, and what can be done with all of them
/// at once.
class SelectionBar : public QWidget
{
    Q_OBJECT

public:
    explicit SelectionBar(QWidget *parent);

    /// A button for each.
    void setCommands(const QList<QAction *> &actions);
    /// Hides itself below two.
    void showCount(qsizetype count);

Q_SIGNALS:
    void clearAsked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    QLabel *m_words;
    QWidget *m_buttons;
    QToolButton *m_clear;
    qsizetype m_count = 0;
};

} // namespace aside
