// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/check/checkwords.h"

#include "models/check/rulewords.h"
#include "widgets/common/foreigntext.h"
#include "widgets/theme/icons.h"

#include <QCoreApplication>
#include <QLocale>

namespace aside {

QString checkLanguage()
{
    return QLocale::languageToCode(QLocale().language());
}

QString questionOf(const Finding &finding)
{
    return oneLine(RuleWords::delivered().question(finding, checkLanguage()));
}

QString titleOf(const Fix &fix)
{
    return oneLine(RuleWords::delivered().title(fix, checkLanguage()), 60);
}

QString severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Stop:
        return QCoreApplication::translate("Check", "Problem");
    case Severity::Ask:
        return QCoreApplication::translate("Check", "Question");
    case Severity::Hint:
        return QCoreApplication::translate("Check", "Hint");
    }
    return {};
}

QIcon severityIcon(Severity severity)
{
    switch (severity) {
    case Severity::Stop:
        return themedIcon(QStringLiteral("data-error"));
    case Severity::Ask:
        return themedIcon(QStringLiteral("data-warning"));
    case Severity::Hint:
        return themedIcon(QStringLiteral("data-information"), IconColor::Secondary);
    }
    return {};
}

bool isOpen(const Finding &finding)
{
    return finding.severity == Severity::Stop
        || (finding.severity == Severity::Ask && finding.reason.isEmpty());
}

} // namespace aside
