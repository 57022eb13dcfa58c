// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace aside {

/// Whether the space at the end of a soft line belongs to the text (RFC 3676, "delsp").
enum class SoftSpace { Keep, Drop };

/// format=flowed with LF line ends → paragraphs on one line each.
[[nodiscard]] QString unflow(const QString &text, SoftSpace space);

} // namespace aside
