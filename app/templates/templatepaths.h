// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/template.h"

#include <QFileDevice>
#include <QString>
#include <QStringView>

namespace aside {

/// Where the templates of a profile lie.
struct TemplatePlaces {
    QString mine; ///< PROFILE/templates
    QString team; ///< the team's folder, with templates/ and proposals/ in it; empty: none

    bool operator==(const TemplatePlaces &) const = default;
};

/// The folder of the templates of this scope; empty: there is none.
[[nodiscard]] QString templateFolder(const TemplatePlaces &places, TemplateScope scope);

/// The id is a path below a folder, and no way out of it.
[[nodiscard]] bool isTemplateId(QStringView id);

/// A path below the folder. Errc::InvalidInput where a link on the way leads out.
[[nodiscard]] Result<QString> pathInside(const QString &folder, const QString &path);

/// The file of a template. Errc::InvalidInput where the id is none, or leads out of the folder.
[[nodiscard]] Result<QString> templateFilePath(const QString &folder, const QString &id);

/// Why the last operation on the file failed.
[[nodiscard]] Errc writeError(const QFileDevice &file);

/// Writes the file whole or not at all; makes the folders above it.
[[nodiscard]] Result<void> writeWhole(const QString &path, const QByteArray &bytes);

} // namespace aside
