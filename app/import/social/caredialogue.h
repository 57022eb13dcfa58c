// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/incoming.h"

#include <QJsonObject>

namespace aside {

/// The messages of one customer-care dialogue; what is broken in it stands beside them.
struct CareDialogue {
    QList<IncomingMessage> messages;
    QList<Error> broken;
};

[[nodiscard]] CareDialogue readCareDialogue(const QJsonObject &json);

} // namespace aside
