// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>
#include <QSplitter>

namespace aside {

/// The columns of the window. The drawer takes the place of the views where there is no room for both, and
/// gives it back.
class Columns : public QSplitter
{
    Q_OBJECT
public:
    explicit Columns(QWidget *parent);

    /// Both are among the columns.
    void setParts(QWidget *views, QWidget *drawer);
    void setDrawerVisible(bool isVisible);

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fit();
    [[nodiscard]] int widthWanted() const;

    QPointer<QWidget> m_views;
    QPointer<QWidget> m_drawer;
    bool m_madeRoom = false; ///< the views are hidden for the drawer's sake
};

} // namespace aside
