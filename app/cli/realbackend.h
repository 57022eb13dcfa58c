// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/session.h"
#include "app/platform/systemclock.h"

namespace aside::cli {

/// Real profiles and real files.
class RealBackend final : public Backend
{
public:
    [[nodiscard]] Result<std::unique_ptr<Session>> openProfile(const ProfileOptions &options) override;
    [[nodiscard]] QString profileDirectory(const QString &option) const override;
    [[nodiscard]] Result<std::unique_ptr<ImportSource>> openSource(const QString &path,
                                                                   const ImportOptions &options) override;
    [[nodiscard]] std::unique_ptr<SpellChecker> makeSpelling() const override;
    [[nodiscard]] const Clock &clock() const override { return m_clock; }

private:
    SystemClock m_clock;
};

} // namespace aside::cli
