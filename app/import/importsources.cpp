// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/importsources.h"

namespace aside {

Result<std::unique_ptr<ImportSource>> openImport(const QString &path, const ImportOptions &options)
{
    Q_UNUSED(path)
    Q_UNUSED(options)
    return fail(Errc::UnknownFormat);
}

} // namespace aside
