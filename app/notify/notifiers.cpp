// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/notify/notifiers.h"

#include "app/notify/tray.h"
#include "app/notify/traynotifier.h"
#include "models/core/logging.h"

#ifdef ASIDE_KNOTIFICATIONS
#include "app/notify/desktopnotifier.h"
#endif

namespace aside {

std::unique_ptr<Notifier> makeNotifier(Tray &tray)
{
#ifdef ASIDE_KNOTIFICATIONS
    if (DesktopNotifier::isAvailable()) {
        return std::make_unique<DesktopNotifier>();
    }
#endif
    qCInfo(logPlatform) << "notifications go through the tray";
    return std::make_unique<TrayNotifier>(tray);
}

} // namespace aside
