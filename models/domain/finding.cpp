// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/finding.h"

namespace aside {

using namespace Qt::StringLiterals;

QLatin1StringView severityName(Severity severity)
{
    switch (severity) {
    case Severity::Hint:
        return "hint"_L1;
    case Severity::Ask:
        return "ask"_L1;
    case Severity::Stop:
        return "stop"_L1;
    }
    return {};
}

std::optional<Severity> severityFromName(QStringView name)
{
    for (const auto severity : {Severity::Hint, Severity::Ask, Severity::Stop}) {
        if (name == severityName(severity)) {
            return severity;
        }
    }
    return std::nullopt;
}

QString applied(const Fix &fix, QString text)
{
    for (const auto &edit : fix.edits) {
        text.replace(edit.range.start, edit.range.length, edit.text);
    }
    return text;
}

} // namespace aside
