// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace aside {

class RuleWords;

/// docs/reply-check.md, or docs/ru/reply-check.md: every rule of allRules() with its words, in Markdown.
[[nodiscard]] QString rulesPage(const RuleWords &words, const QString &language);

} // namespace aside
