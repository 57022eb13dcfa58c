// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/personmerge.h"
#include "models/domain/template.h"
#include "models/privacy/privatemove.h"

namespace aside {

class TemplateCatalog;

/// Which text of the reserved folder is asked for.
struct MoveTextQuestion {
    MoveText text = MoveText::Answer;
    QString language; ///< "ru", "en"
    Channel channel = Channel::Email;
    Audience audience = Audience::Public;
    qint64 turn = 0; ///< talks take turns with the variants; the same talk gets the same one
    AnswerLength length = AnswerLength::Any; ///< as the person likes it
};

/// One of the variants "private/LANGUAGE/KIND-NAME", those for this channel before others; null where there
/// is none for these readers. A private text is never taken for the public.
[[nodiscard]] const Template *moveTemplate(const TemplateCatalog &catalog, const MoveTextQuestion &question);

} // namespace aside
