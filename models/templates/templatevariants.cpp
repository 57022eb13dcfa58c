// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/templates/templatevariants.h"

#include "models/templates/templatecatalog.h"

#include <algorithm>

namespace aside {

using namespace Qt::StringLiterals;

const Template *templateVariant(const TemplateCatalog &catalog, const VariantQuestion &question)
{
    QList<const Template *> fitting;
    QList<const Template *> others; // written for other channels
    for (const auto &one : catalog.templates()) {
        const bool isForThem = !one.audience || *one.audience == question.audience;
        if (one.id.startsWith(question.prefix) && isForThem) {
            (one.fits(question.channel, question.audience) ? fitting : others).append(&one);
        }
    }
    const auto &variants = fitting.isEmpty() ? others : fitting;
    if (variants.isEmpty()) {
        return nullptr;
    }
    const auto length = [](const Template *one) {
        return one->body.size();
    };
    if (question.length == AnswerLength::Short) {
        return *std::ranges::min_element(variants, {}, length);
    }
    if (question.length == AnswerLength::Detailed) {
        return *std::ranges::max_element(variants, {}, length);
    }
    const auto count = static_cast<quint64>(variants.size());
    return variants.at(static_cast<qsizetype>(static_cast<quint64>(question.turn) % count));
}

const Template *delayTemplate(const TemplateCatalog &catalog, const DelayQuestion &question)
{
    const auto kind = question.isLate ? u"late"_s : u"delay"_s;
    return templateVariant(catalog,
                           {.prefix = u"promises/%1/%2-"_s.arg(question.language, kind),
                            .channel = question.channel,
                            .audience = question.audience,
                            .turn = question.turn});
}

} // namespace aside
