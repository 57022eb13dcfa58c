// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/movetemplates.h"

#include "models/templates/templatevariants.h"

namespace aside {

using namespace Qt::StringLiterals;

const Template *moveTemplate(const TemplateCatalog &catalog, const MoveTextQuestion &question)
{
    const auto prefix = u"private/%1/%2-"_s.arg(question.language, moveTextName(question.text));
    return templateVariant(catalog,
                           {.prefix = prefix,
                            .channel = question.channel,
                            .audience = question.audience,
                            .turn = question.turn,
                            .length = question.length});
}

} // namespace aside
