// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/platform/systemnetwork.h"
#include "app/profile.h"
#include "app/templates/templatefolders.h"
#include "models/check/replydesk.h"
#include "models/services/connectivity.h"
#include "tests/support/fakepictures.h"
#include "widgets/mainwindow.h"

#include <QEvent>
#include <QJsonObject>
#include <QListView>

#include <functional>
#include <memory>

namespace aside {

// What the programs share that measure a real window on a real profile.

[[nodiscard]] double megabytesInUse();
[[nodiscard]] double percentile(QList<double> values, double share);
/// How long frames took, and what the program has of the memory now.
[[nodiscard]] QJsonObject frames(const QList<double> &ms);
/// What the window's thread has worked so far: of a machine that does other things too, that says more.
[[nodiscard]] double workedMilliseconds();
/// As JSON on a line; the exit code.
int print(const QJsonObject &object);
/// Until nothing more is likely to happen.
void settle();

/// Calls back after each paint of a widget.
class PaintWatch : public QObject
{
public:
    PaintWatch(QWidget *widget, std::function<void()> painted)
        : QObject(widget)
        , m_painted(std::move(painted))
    {
        widget->installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            QMetaObject::invokeMethod(this, m_painted, Qt::QueuedConnection); // when it is on the screen
        }
        return QObject::eventFilter(watched, event);
    }

private:
    std::function<void()> m_painted;
};

/// A profile and its window; ends the program where there is none.
struct OpenWindow {
    std::unique_ptr<Profile> profile;
    test::FakePictures pictures; ///< nothing that is measured asks for any
    SystemNetworkState network;
    std::unique_ptr<Connectivity> connectivity;
    std::unique_ptr<CheckRunner> runner;
    std::unique_ptr<ReplyDesk> desk;
    std::unique_ptr<TemplateFolders> templates;
    std::unique_ptr<MainWindow> window;
    QListView *list = nullptr;

    explicit OpenWindow(const QString &directory);

    [[nodiscard]] bool isFilled() const;
    void waitUntilFilled() const;
    /// Opens it and waits until it is painted; answers with the milliseconds from the first to the last.
    [[nodiscard]] double open(ConversationId id) const;
};

} // namespace aside
