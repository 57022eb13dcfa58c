// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QFuture>
#include <QList>

namespace aside {

/// Something `doctor` looks at.
enum class Check {
    Database, ///< integrity of the file and its indexes
    ForeignKeys, ///< rows that refer to nothing
    SearchIndex, ///< the index holds what the messages hold
    Blobs, ///< every attachment is there and whole
    OrphanBlobs, ///< files nobody refers to
    Settings, ///< settings.toml can be read
    Key, ///< the key lies in the keychain, not in a file
    Templates, ///< PROFILE/templates is a folder that can be read
    Permissions, ///< only the owner can read the profile
};

enum class Health { Ok, Warning, Broken, Repaired };

struct CheckResult {
    Check check = Check::Database;
    Health health = Health::Ok;
    qint64 count = 0; ///< how many things are affected
    QString detail; ///< English, for JSON and the log; no text of customers

    bool operator==(const CheckResult &) const = default;
};

enum class Repair { No, Yes };

/// Examines a profile and repairs what can be repaired without losing anything.
class Maintenance
{
public:
    Maintenance() = default;
    virtual ~Maintenance() = default;
    Maintenance(const Maintenance &) = delete;
    Maintenance &operator=(const Maintenance &) = delete;

    [[nodiscard]] virtual QFuture<Result<QList<CheckResult>>> examine(Repair repair) = 0;
};

} // namespace aside
