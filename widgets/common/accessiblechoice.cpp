// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/accessiblechoice.h"

#include <QAbstractItemView>

namespace aside {

namespace {

void followSelection(QAbstractItemView &view)
{
    const QItemSelection selection = view.selectionModel()->selection();
    const bool isOneRow = selection.size() == 1 && selection.constFirst().height() == 1;
    if (isOneRow && !view.selectionModel()->isSelected(view.currentIndex())) {
        view.selectionModel()->setCurrentIndex(selection.constFirst().topLeft(),
                                               QItemSelectionModel::NoUpdate);
    }
}

} // namespace

void letScreenReadersChoose(QAbstractItemView &view)
{
    const auto follow = [&view] {
        followSelection(view);
    };
    // Later: where a key or the mouse selected the row, it is about to become the current one anyway.
    QObject::connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, &view, follow,
                     Qt::QueuedConnection);
}

} // namespace aside
