// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/core/logging.h"

namespace aside {

Q_LOGGING_CATEGORY(logInbox, "aside.inbox", QtInfoMsg)
Q_LOGGING_CATEGORY(logStorage, "aside.storage", QtInfoMsg)
Q_LOGGING_CATEGORY(logImport, "aside.import", QtInfoMsg)
Q_LOGGING_CATEGORY(logSearch, "aside.search", QtInfoMsg)
Q_LOGGING_CATEGORY(logOutbox, "aside.outbox", QtInfoMsg)
Q_LOGGING_CATEGORY(logPlatform, "aside.platform", QtInfoMsg)
Q_LOGGING_CATEGORY(logWidgets, "aside.widgets", QtInfoMsg)
Q_LOGGING_CATEGORY(logHttp, "aside.http", QtInfoMsg)
Q_LOGGING_CATEGORY(logEmail, "aside.channel.email", QtInfoMsg)

} // namespace aside
