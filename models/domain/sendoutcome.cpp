// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/sendoutcome.h"

namespace aside {

QLatin1StringView evidenceName(Evidence evidence)
{
    switch (evidence) {
    case Evidence::None:
        return QLatin1StringView("none");
    case Evidence::Found:
        return QLatin1StringView("found");
    case Evidence::NotFound:
        return QLatin1StringView("not-found");
    case Evidence::CannotTell:
        return QLatin1StringView("cannot-tell");
    }
    Q_UNREACHABLE_RETURN(QLatin1StringView("none"));
}

} // namespace aside
