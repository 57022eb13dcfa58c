// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/shots/stage.h"

#include <QList>
#include <QString>

#include <functional>

namespace aside {

/// A step on the way to a screen; the next one waits until the window has come to rest.
using Step = std::function<void(Stage &)>;

/// Something the program can show: ./dev shots takes its picture, and tst_layout looks for clipped words.
struct Screen {
    QString group;
    QString name;
    QList<Step> steps;
    Stage::Play play = Stage::Play::Demo;

    [[nodiscard]] QString fullName() const { return group + u'-' + name; }
};

/// Every screen. A new one is one line here.
[[nodiscard]] QList<Screen> allScreens();

} // namespace aside
