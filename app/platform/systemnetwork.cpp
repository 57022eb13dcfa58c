// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/systemnetwork.h"

#include <QNetworkInformation>

namespace aside {

namespace {

SystemNetwork meaning(QNetworkInformation::Reachability reachability)
{
    switch (reachability) {
    case QNetworkInformation::Reachability::Disconnected:
        return SystemNetwork::Offline;
    case QNetworkInformation::Reachability::Site:
    case QNetworkInformation::Reachability::Online:
        return SystemNetwork::Online;
    case QNetworkInformation::Reachability::Local: // our own server may be reachable even so
    case QNetworkInformation::Reachability::Unknown:
        return SystemNetwork::Unknown;
    }
    Q_UNREACHABLE_RETURN(SystemNetwork::Unknown);
}

} // namespace

SystemNetworkState::SystemNetworkState(QObject *parent)
    : NetworkState(parent)
{
    if (QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        connect(QNetworkInformation::instance(), &QNetworkInformation::reachabilityChanged, this,
                &SystemNetworkState::read);
        read();
    }
}

void SystemNetworkState::read()
{
    const SystemNetwork now = meaning(QNetworkInformation::instance()->reachability());
    if (now != m_state) {
        m_state = now;
        Q_EMIT changed();
    }
}

} // namespace aside
