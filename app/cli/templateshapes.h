// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/templates/templatecatalog.h"
#include "models/templates/templaterenderer.h"

#include <QJsonObject>
#include <QString>

namespace aside::cli {

// The JSON of templates, described in docs/asidectl.md. Stable: fields are added, never changed.

[[nodiscard]] QString scopeName(TemplateScope scope);
[[nodiscard]] QJsonObject templateJson(const Template &one);
[[nodiscard]] QJsonObject catalogJson(const TemplateCatalog &catalog);
[[nodiscard]] QJsonObject renderedJson(const RenderedTemplate &made);

} // namespace aside::cli
