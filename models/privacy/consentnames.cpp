// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/consentnames.h"

namespace aside {

QLatin1StringView consentToName(ConsentTo to)
{
    switch (to) {
    case ConsentTo::DirectMessage:
        return QLatin1StringView("dm");
    case ConsentTo::Phone:
        return QLatin1StringView("phone");
    case ConsentTo::Mailing:
        return QLatin1StringView("mailing");
    case ConsentTo::RemovalRequest:
        return QLatin1StringView("removal");
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("dm"));
}

QLatin1StringView consentStateName(ConsentState state)
{
    switch (state) {
    case ConsentState::None:
        return QLatin1StringView("none");
    case ConsentState::Asked:
        return QLatin1StringView("asked");
    case ConsentState::Given:
        return QLatin1StringView("given");
    case ConsentState::Refused:
        return QLatin1StringView("refused");
    case ConsentState::Revoked:
        return QLatin1StringView("revoked");
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("none"));
}

std::optional<ConsentTo> consentToFromName(QStringView name)
{
    for (const auto to :
         {ConsentTo::DirectMessage, ConsentTo::Phone, ConsentTo::Mailing, ConsentTo::RemovalRequest}) {
        if (name == consentToName(to)) {
            return to;
        }
    }
    return std::nullopt;
}

} // namespace aside
