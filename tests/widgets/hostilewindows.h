// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/message.h"
#include "tests/widgets/hostilewalk.h"

#include <QApplication>
#include <QMetaMethod>
#include <QScrollBar>

namespace aside::test {

/// A file all of whose words are hostile.
inline Attachment attachmentOf(qint64 id, const QString &text)
{
    return {.id = AttachmentId{id},
            .name = text + QStringLiteral(".png"),
            .mimeType = text,
            .contentId = text,
            .sha256 = {},
            .size = 5};
}

/// Every page of a list, so that each row is painted once.
inline void leafThrough(QAbstractItemView *view)
{
    QScrollBar *bar = view->verticalScrollBar();
    for (int at = 0; at <= bar->maximum(); at += std::max(1, bar->pageStep())) {
        bar->setValue(at);
        view->viewport()->grab();
    }
}

inline void look(QWidget &top)
{
    top.show();
    top.grab();
    for (QAbstractItemView *view : top.findChildren<QAbstractItemView *>()) {
        leafThrough(view);
    }
    const QString faults = faultsIn(top) + faultsInRows(top);
    QVERIFY2(faults.isEmpty(), qPrintable(faults));
}

/// The pop-ups and dialogs that are open now; they are closed again.
inline void lookAtWhatOpened(QWidget *window, int fewest)
{
    int seen = 0;
    for (QWidget *top : QApplication::topLevelWidgets()) {
        if (top != window && top->isVisible()) {
            ++seen;
            look(*top);
            top->close();
        }
    }
    QCOMPARE_GE(seen, fewest);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

/// Runs every other test of an object once more, and proves that viewing opens no file and no connection.
inline void verifyTestsOpenNothing(const QMetaObject *tests, int fewest)
{
    QStringList others;
    const QString self = QString::fromLatin1(QTest::currentTestFunction());
    for (int i = tests->methodOffset(); i < tests->methodCount(); ++i) {
        const QString name = QString::fromLatin1(tests->method(i).name());
        if (name != self && name != QLatin1String("init") && name != QLatin1String("initTestCase")) {
            others.append(name);
        }
    }
    QCOMPARE_GE(others.size(), fewest);
    verifyOpensNothing(others);
}

} // namespace aside::test
