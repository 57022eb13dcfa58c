// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/context.h"
#include "models/domain/template.h"
#include "models/templates/templatevariables.h"

#include <QStringList>

namespace aside::cli {

/// The values with those that the person set, "field=value". Wrong usage where there is no such field or
/// variable, or the value is none of its kind.
[[nodiscard]] Step<TemplateValues> withFields(CommandContext &context, const QStringList &settings,
                                              const Template &one, TemplateValues values);

} // namespace aside::cli
