// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/draft.h"
#include "models/domain/finding.h"

#include <QList>
#include <QString>

namespace aside {

class CheckedText;

/// The same for the same question about the same words, wherever they stand and however they are spaced. A
/// question about the whole text, or about a file, keeps its reason while the text is edited.
[[nodiscard]] QString fingerprintOf(const Finding &finding, const CheckedText &text,
                                    const QList<DraftAttachment> &files);

} // namespace aside
