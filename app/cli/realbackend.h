// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/session.h"

namespace aside::cli {

/// Real profiles and real files.
class RealBackend final : public Backend
{
public:
    [[nodiscard]] Result<std::unique_ptr<Session>> openProfile(const ProfileOptions &options) override;
    [[nodiscard]] QString profileDirectory(const QString &option) const override;
    [[nodiscard]] Result<std::unique_ptr<ImportSource>> openSource(const QString &path,
                                                                   const ImportOptions &options) override;
};

} // namespace aside::cli
