// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/template.h"

#include <QByteArray>

#include <expected>

namespace aside {

/// The largest template file, in bytes.
inline constexpr qsizetype largestTemplate = 256LL * 1024;

/// Reads one template file: TOML between two lines of +++, then the body. The body's tags are looked through
/// as well, so that what is read can be rendered. `id` is the path below the folder without ".md". May be
/// called on any thread.
[[nodiscard]] std::expected<Template, TemplateProblem> readTemplate(const QString &id,
                                                                    const QByteArray &bytes);

/// All that can be seen to be wrong with a file without other templates, by place; for who writes it.
[[nodiscard]] QList<TemplateProblem> templateProblems(const QString &id, const QByteArray &bytes);

} // namespace aside
