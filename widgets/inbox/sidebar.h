// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/listquery.h"

#include <QListView>

namespace aside {

class SidebarModel;

/// The views, channels and tags of the program with their counts.
class Sidebar : public QListView
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    void setCounts(const InboxCounts &counts);
    /// Marks the line of a list as chosen, without saying so.
    void select(const ListQuery &query);

    [[nodiscard]] QSize sizeHint() const override;
    /// The names of the views can be read; those of channels and tags may be cut.
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void listChosen(const aside::ListQuery &query);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;

private:
    class Delegate;

    void retranslate();

    SidebarModel *m_model; ///< child
    ListQuery m_chosen;
};

} // namespace aside
