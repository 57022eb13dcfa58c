// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/templatefaulttext.h"

#include <QCoreApplication>

namespace aside {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Templates)
};

} // namespace

QString templateFaultText(const TemplateProblem &problem)
{
    switch (problem.fault) {
    case TemplateFault::Unreadable:
        return Words::tr("The file cannot be read.");
    case TemplateFault::TooLarge:
        return Words::tr("The file is too large for a template.");
    case TemplateFault::NotUtf8:
        return Words::tr("The file is not in UTF-8. Save it in that encoding.");
    case TemplateFault::NoFrontMatter:
        return Words::tr("A template begins with a line of +++ and its title.");
    case TemplateFault::OpenFrontMatter:
        return Words::tr("The second line of +++ is missing.");
    case TemplateFault::BadToml:
        return Words::tr("This is not written as TOML wants it: %1").arg(problem.detail);
    case TemplateFault::NoTitle:
        return Words::tr("The title is missing.");
    case TemplateFault::WrongType:
        return Words::tr("“%1” holds a value of the wrong kind.").arg(problem.detail);
    case TemplateFault::UnknownKey:
        return Words::tr("Nothing is called “%1” here.").arg(problem.detail);
    case TemplateFault::UnknownChannel:
        return Words::tr("There is no channel “%1”.").arg(problem.detail);
    case TemplateFault::UnknownAudience:
        return Words::tr("The audience is public, private or any, not “%1”.").arg(problem.detail);
    case TemplateFault::UnknownFieldType:
        return Words::tr("A field is a text, date, choice or number, not “%1”.").arg(problem.detail);
    case TemplateFault::NoChoices:
        return Words::tr("The field “%1” has nothing to choose from.").arg(problem.detail);
    case TemplateFault::OutsideFolder:
        return Words::tr("“%1” lies outside the folder of templates.").arg(problem.detail);
    case TemplateFault::MissingFile:
        return Words::tr("There is no file “%1”.").arg(problem.detail);
    case TemplateFault::UnknownVariable:
        return Words::tr("Nobody knows “%1”: a variable or a field is called otherwise.").arg(problem.detail);
    case TemplateFault::UnknownTag:
        return Words::tr("There is no tag “%1”.").arg(problem.detail);
    case TemplateFault::UnknownFilter:
        return Words::tr("There is no filter “%1”.").arg(problem.detail);
    case TemplateFault::OpenTag:
        return Words::tr("A bracket is opened and not closed on this line.");
    case TemplateFault::OpenBlock:
        return Words::tr("“%1” has no end.").arg(problem.detail);
    case TemplateFault::StrayTag:
        return Words::tr("“%1” ends what was not begun.").arg(problem.detail);
    case TemplateFault::BadInclude:
        return Words::tr("An include names one template in quotes.");
    case TemplateFault::MissingInclude:
        return Words::tr("There is no template “%1” to include.").arg(problem.detail);
    case TemplateFault::IncludeLoop:
        return Words::tr("The template includes itself through “%1”.").arg(problem.detail);
    case TemplateFault::TooDeep:
        return Words::tr("Too many templates include one another.");
    case TemplateFault::TooLong:
        return Words::tr("The text it makes is too long.");
    case TemplateFault::Render:
        return Words::tr("It cannot be filled in: %1").arg(problem.detail);
    }
    return {};
}

} // namespace aside
