// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/channel.h"
#include "models/domain/personmerge.h"
#include "models/domain/template.h"

#include <QString>

namespace aside {

class TemplateCatalog;

/// Which of the texts of a reserved folder is asked for.
struct VariantQuestion {
    QString prefix; ///< of the ids: "promises/ru/delay-"
    Channel channel = Channel::Email;
    Audience audience = Audience::Public;
    qint64 turn = 0; ///< talks take turns with the variants; the same talk gets the same one
    AnswerLength length = AnswerLength::Any; ///< the shortest of them, the longest, or whose turn it is
};

/// One of the variants, those for this channel before others; null where there is none for these readers. A
/// private text is never taken for the public.
[[nodiscard]] const Template *templateVariant(const TemplateCatalog &catalog,
                                              const VariantQuestion &question);

/// Which text about a promised date is asked for.
struct DelayQuestion {
    bool isLate = false; ///< its time is over
    QString language; ///< "ru", "en"
    Channel channel = Channel::Email;
    Audience audience = Audience::Public;
    qint64 turn = 0;
};

/// One of the texts "promises/LANGUAGE/delay-NAME" that say that a promised date moves, "late-NAME" where it
/// has passed.
[[nodiscard]] const Template *delayTemplate(const TemplateCatalog &catalog, const DelayQuestion &question);

} // namespace aside
