// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/template.h"

#include <QStringView>

#include <expected>

namespace aside {

/// The file of a template, below its folder.
[[nodiscard]] QString templatePath(const QString &id);

/// Reads the front matter, which begins on line `firstLine` of the file. The body is left empty.
[[nodiscard]] std::expected<Template, TemplateProblem> readTemplateHead(const QString &id, QStringView head,
                                                                        int firstLine);

} // namespace aside
