// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/outboxitem.h"

#include <QString>

namespace aside {

/// What is known of a reply whose outcome is not: one translated sentence or two. Needs no widget.
[[nodiscard]] QString evidenceText(const SendRecord &record);
/// What that rests on, with `words` in their place: foreign text, fit for where it is to be shown. Empty
/// where there is nothing to say.
[[nodiscard]] QString lookText(LookKind look, const QString &words);

} // namespace aside
