// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/template.h"

#include <QHash>
#include <QList>
#include <QString>

namespace aside {

/// Where somebody wants to use a template.
struct TemplatePlace {
    Channel channel = Channel::Email;
    Audience audience = Audience::Private;
    QString language{}; ///< of the conversation; empty: not known

    bool operator==(const TemplatePlace &) const = default;
};

/// Why a template is in the list.
enum class TemplateMatch : quint8 { Key, Title, Body };

struct RankedTemplate {
    qsizetype index = 0; ///< in the list that was ranked
    TemplateMatch match = TemplateMatch::Title;
    bool fits = true; ///< the channel, the audience and the language

    bool operator==(const RankedTemplate &) const = default;
};

/// The templates that `query` may mean, the best first: what fits the place before what does not, then keys
/// before titles before bodies, then the likeness, then how often a template was used. An empty query gives
/// all of them. May be called on any thread.
[[nodiscard]] QList<RankedTemplate> rankTemplates(const QList<Template> &templates, const QString &query,
                                                  const TemplatePlace &place,
                                                  const QHash<QString, int> &uses = {});

} // namespace aside
