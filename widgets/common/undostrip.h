// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLayout;
class QPushButton;

namespace aside {

/// How a line looks that says what was done and offers to take it back. When it comes and goes is the
/// business of who derives from it.
class UndoStrip : public QWidget
{
    Q_OBJECT

public:
    explicit UndoStrip(QWidget *parent);

Q_SIGNALS:
    void undoAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

    [[nodiscard]] QLabel &label() { return *m_words; }
    [[nodiscard]] const QLabel &label() const { return *m_words; }
    [[nodiscard]] QPushButton &undoButton() { return *m_undo; }
    /// For more buttons, behind the one that undoes.
    [[nodiscard]] QLayout &buttons() { return *m_buttons; }
    /// For what lies below the line.
    [[nodiscard]] QBoxLayout &column() { return *m_column; }

private:
    QLabel *m_words;
    QPushButton *m_undo;
    QLayout *m_buttons;
    QBoxLayout *m_column;
};

} // namespace aside
