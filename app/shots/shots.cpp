// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/shots.h"

#include "app/profile.h"
#include "app/shots/photographer.h"
#include "app/shots/stagenetwork.h"
#include "app/shots/stagepictures.h"
#include "app/window.h"
#include "widgets/inbox/inboxpane.h"

#include <QApplication>
#include <QDir>
#include <QTimer>

namespace aside {

namespace {

constexpr QSize windowSize(1280, 800);

} // namespace

int takeShots(QApplication &app, const QString &directory, const ShotFilter &filter)
{
    QDir().mkpath(directory);
    QList<Screen> screens = allScreens();
    screens.removeIf([&filter](const Screen &screen) { return !screen.fullName().startsWith(filter); });
    if (!writeGallery(directory, allScreens())) {
        return 1;
    }
    Photographer photographer(app, directory, std::move(screens));
    QObject::connect(
        &photographer, &Photographer::finished, &app,
        [](int failures) { QCoreApplication::exit(failures == 0 ? 0 : 1); }, Qt::QueuedConnection);
    QTimer::singleShot(0, &photographer, &Photographer::start);
    return QApplication::exec();
}

int takeScreenshot(QApplication &app, Profile &profile, const QString &file)
{
    QApplication::setCursorFlashTime(0);
    StagePictures pictures;
    StageNetwork network;
    const ChannelRegistry channels;
    Window window(profile, {.pictures = pictures, .network = network, .channels = channels});
    window.window().resize(windowSize);
    window.show();
    window.window().inbox().openFirst();
    Settled settled(profile);
    const auto take = [&window, &file] {
        QDir().mkpath(QFileInfo(file).absolutePath());
        QCoreApplication::exit(window.window().grab().save(file) ? 0 : 1);
    };
    QObject::connect(&settled, &Settled::settled, &app, take, Qt::QueuedConnection);
    QObject::connect(&settled, &Settled::gaveUp, &app, take, Qt::QueuedConnection);
    settled.wait();
    return QApplication::exec();
}

} // namespace aside
