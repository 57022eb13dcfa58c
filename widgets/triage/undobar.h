// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTimer;

namespace aside {

/// One line that says what was done and offers to take it back, for a while.
class UndoBar : public QWidget
{
    Q_OBJECT

public:
    explicit UndoBar(QWidget *parent);

    void showDone(const QString &words);
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void undoAsked();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    QLabel *m_words;
    QPushButton *m_undo;
    QTimer *m_away;
};

} // namespace aside
