// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/template.h"
#include "models/ports/checkstore.h"
#include "models/templates/templateranking.h"
#include "models/templates/templaterenderer.h"
#include "models/templates/templatevariables.h"

#include <QString>

namespace aside {

[[nodiscard]] QString scopeLabel(TemplateScope scope);
/// Why a template does not fit where it would be used; empty where it does.
[[nodiscard]] QString misfitWords(const Template &one, const TemplatePlace &place);
/// "Used 12 times; 3 of them changed; …".
[[nodiscard]] QString statisticsWords(const TemplateStatistics &statistics);
/// What is to be filled in, for a screen reader: "Carrier, a choice, can be left out. 2 of 3".
[[nodiscard]] QString gapWords(const TemplateGap &gap, qsizetype number, qsizetype count);
/// What a variable stands for.
[[nodiscard]] QString valueLabel(TemplateValue value);

} // namespace aside
