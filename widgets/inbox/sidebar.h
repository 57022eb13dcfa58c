// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/listquery.h"

#include <QList>
#include <QListView>

namespace aside {

/// The views of the program with their counts.
class Sidebar : public QListView
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    /// The views it offers, in its order.
    [[nodiscard]] static QList<View> views();

    void setCounts(const QList<ViewCount> &counts);
    void select(View view);

    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void viewChosen(aside::View view);

protected:
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void changeEvent(QEvent *event) override;

private:
    class Model;
    class Delegate;

    void retranslate();

    Model *m_model; ///< child
};

} // namespace aside
