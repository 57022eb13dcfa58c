// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/movetemplates.h"

#include "models/templates/templatecatalog.h"

namespace aside {

using namespace Qt::StringLiterals;

const Template *moveTemplate(const TemplateCatalog &catalog, const MoveTextQuestion &question)
{
    const auto prefix = u"private/%1/%2-"_s.arg(question.language, moveTextName(question.text));
    QList<const Template *> fitting;
    QList<const Template *> others; // written for other channels
    for (const auto &one : catalog.templates()) {
        const bool isForThem = !one.audience || *one.audience == question.audience;
        if (one.id.startsWith(prefix) && isForThem) {
            (one.fits(question.channel, question.audience) ? fitting : others).append(&one);
        }
    }
    const auto &variants = fitting.isEmpty() ? others : fitting;
    if (variants.isEmpty()) {
        return nullptr;
    }
    const auto count = static_cast<quint64>(variants.size());
    return variants.at(static_cast<qsizetype>(static_cast<quint64>(question.turn) % count));
}

} // namespace aside
