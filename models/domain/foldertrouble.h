// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QString>

#include <optional>

namespace aside {

/// What of a folder at a server is not here although it should be; the rest of the account is.
struct FolderTrouble {
    QString folder{}; ///< as people know it, foreign text
    qint64 unread = 0; ///< letters that could not be read: they stay at the server and are tried again
    std::optional<Errc> fault{}; ///< the folder could not be brought over

    bool operator==(const FolderTrouble &) const = default;
};

} // namespace aside
