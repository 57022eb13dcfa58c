// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/searchfield.h"

#include "widgets/theme/icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace aside {

namespace {

QAction *glassOf(QLineEdit &field)
{
    const QString name = QStringLiteral("searchGlass");
    if (auto *glass = field.findChild<QAction *>(name)) {
        return glass;
    }
    QAction *glass = field.addAction(themedIcon(QStringLiteral("search"), IconColor::Secondary),
                                     QLineEdit::LeadingPosition);
    glass->setObjectName(name);
    return glass;
}

} // namespace

void dressSearchField(QLineEdit &field)
{
    field.setClearButtonEnabled(true);
    glassOf(field)->setText(QCoreApplication::translate("SearchField", "Search"));
    // Qt makes this one and leaves it without words.
    if (auto *clear = field.findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction"))) {
        clear->setText(QCoreApplication::translate("SearchField", "Clear"));
    }
}

} // namespace aside
