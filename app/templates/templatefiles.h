// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/templates/templatepaths.h"
#include "models/domain/template.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace aside {

class TemplateCatalog;

/// A template file, before it is read.
struct TemplateEntry {
    QString id;
    QString path;
    qint64 size = 0;
    qint64 modifiedAt = 0; ///< milliseconds

    bool operator==(const TemplateEntry &) const = default;
};

/// What lies below a folder. Hidden files and folders are none of ours.
struct TemplateListing {
    QList<TemplateEntry> files; ///< by id
    QStringList folders; ///< with the folder itself
    QList<TemplateProblem> problems;

    bool operator==(const TemplateListing &) const = default;
};

/// The most templates of a folder, and how deep they may lie.
inline constexpr qsizetype mostTemplates = 20'000;
inline constexpr int deepestFolder = 16;

/// Links that leave the folder are not followed and told as problems. A folder that is not there is empty.
[[nodiscard]] TemplateListing listTemplates(const QString &folder);

/// Reads all templates. Shared with whoever looks at them. May be called on any thread, and takes a while.
[[nodiscard]] std::shared_ptr<const TemplateCatalog> readTemplates(const TemplatePlaces &places);

/// Those that come with the program, whatever became of them in a profile. As readTemplates().
[[nodiscard]] std::shared_ptr<const TemplateCatalog> deliveredTemplates();

/// Where a file lies that goes with a template: its path counts from the template's own folder.
/// Errc::NotFound where it is gone, Errc::InvalidInput where it leads out of the folder.
[[nodiscard]] Result<QString> attachmentPath(const QString &folder, const QString &id, const QString &path);

} // namespace aside
