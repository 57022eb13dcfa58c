// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace aside {

/// What the system says of the network. It may be wrong both ways: only trying tells.
enum class SystemNetwork : quint8 { Unknown, Offline, Online };

/// Asks the system. Lives on the UI thread.
class NetworkState : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual SystemNetwork state() const = 0;

Q_SIGNALS:
    void changed();
};

} // namespace aside
