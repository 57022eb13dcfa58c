// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/template.h"

#include <QString>

namespace aside {

/// What is wrong with a template and what to do, in one sentence. Names from the file stand in it as they
/// are.
[[nodiscard]] QString templateFaultText(const TemplateProblem &problem);

} // namespace aside
