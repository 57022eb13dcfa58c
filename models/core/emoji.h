// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

namespace aside {

/// True for what a person sees as one emoji: `grapheme` is one grapheme, with its selectors, joiners and skin
/// tones. Digits, arrows and marks such as © count where a selector makes pictures of them.
[[nodiscard]] bool isEmoji(QStringView grapheme);

} // namespace aside
