// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/levels.h"

#include "models/check/checkcontext.h"

namespace aside {

std::optional<Severity> severityOf(const Rule &rule, const CheckContext &context)
{
    const bool isPublic = context.audience == Audience::Public;
    const auto delivered = isPublic ? rule.inPublic : rule.severity;
    if (!context.settings || context.settings->levels.isEmpty()) {
        return delivered;
    }
    const QString id(rule.id);
    const QString channel(channelName(context.channel));
    const QString audience(audienceName(context.audience));
    for (const auto &key :
         {id + u'@' + channel + u'/' + audience, id + u'@' + channel, id + u'@' + audience, id}) {
        const auto level = context.settings->levels.constFind(key);
        if (level != context.settings->levels.cend()) {
            return *level;
        }
    }
    return delivered;
}

} // namespace aside
