// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/sendoutcome.h"

#include <array>

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

QLatin1StringView lookName(LookKind look)
{
    switch (look) {
    case LookKind::Other:
        return {};
    case LookKind::SentFolders:
        return QLatin1StringView("sent-folders");
    case LookKind::NoSentFolder:
        return QLatin1StringView("no-sent-folder");
    case LookKind::LateAnswer:
        return QLatin1StringView("late-answer");
    }
    Q_UNREACHABLE_RETURN({});
}

QString LookTrace::toText() const
{
    return look == LookKind::Other ? words : QString(lookName(look)) + u'\n' + words;
}

LookTrace LookTrace::parse(const QString &text)
{
    constexpr std::array named{LookKind::SentFolders, LookKind::NoSentFolder, LookKind::LateAnswer};
    for (const LookKind look : named) {
        const QString beginning = QString(lookName(look)) + u'\n';
        if (text.startsWith(beginning)) {
            return {.look = look, .words = text.sliced(beginning.size())};
        }
    }
    return {.look = LookKind::Other, .words = text};
}

} // namespace aside
