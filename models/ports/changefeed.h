// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/conversation.h"

#include <QObject>

namespace aside {

/// Tells, after each commit, what changed. Lives on the UI thread.
class ChangeFeed : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

Q_SIGNALS:
    void changed(const aside::ChangeSet &changes);
};

} // namespace aside
