// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/text/textrange.h"

#include <QList>
#include <QStringView>

namespace aside {

/// The sentences of the text, without the white space around them. A line break ends a sentence unless the
/// next line goes on in lower case; "т. е.", "г. Москва" and "e.g." do not.
[[nodiscard]] QList<TextRange> sentencesOf(QStringView text);

} // namespace aside
