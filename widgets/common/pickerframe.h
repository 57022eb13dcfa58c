// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QPointer>

class QLineEdit;
class QListView;

namespace aside {

/// What lies over the window for a moment to find one of many by a few letters: a field and a list that the
/// arrows walk while the field keeps the keyboard. Enter takes a row, Esc or a click elsewhere puts it away
/// and gives the keyboard back. Who derives from it lays the two out, fills the list and says what is taken.
class PickerFrame : public QFrame
{
    Q_OBJECT

public:
    explicit PickerFrame(QWidget *window);

protected:
    [[nodiscard]] QLineEdit &field() const { return *m_field; }
    [[nodiscard]] QListView &list() const { return *m_list; }

    /// Shows it in its place, with the keyboard in the field.
    void appear();
    /// Puts it away; the keyboard goes back to who had it.
    void leave();

    /// The row that is current was meant.
    virtual void choose() = 0;
    /// All words anew: the language is another one.
    virtual void retranslate() = 0;
    /// As much as it would like; the window may have less.
    [[nodiscard]] virtual QSize wantedSize() const = 0;

    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

    static constexpr int margin = 10; ///< pixels around what is inside

private:
    void place();
    void goTo(int row);
    bool keyPressed(int key);

    QLineEdit *m_field;
    QListView *m_list;
    QPointer<QWidget> m_focusBefore;
};

} // namespace aside
