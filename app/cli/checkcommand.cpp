// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/checkfacts.h"
#include "app/cli/checkoutput.h"
#include "app/cli/commands.h"
#include "app/cli/files.h"
#include "app/cli/printable.h"
#include "app/cli/words.h"
#include "models/check/phrasebook.h"
#include "models/check/rulewords.h"
#include "widgets/common/errortext.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace aside::cli {

using namespace Qt::StringLiterals;

namespace {

// As checkers answer everywhere: 0 clean, 1 findings, 2 could not check.
constexpr auto withFindings = ExitCode::Failed;
constexpr auto couldNotCheck = ExitCode::Usage;

enum class Shape : quint8 { Text, Json, Sarif };

Step<Shape> shapeOption(CommandContext &context, const QCommandLineParser &parser)
{
    const auto wanted = parser.value(u"format"_s);
    const bool isJson = parser.isSet(u"json"_s);
    if (wanted == "json"_L1 || (isJson && !parser.isSet(u"format"_s))) {
        context.output.setFormat(Format::Json);
        return Shape::Json;
    }
    if (isJson) {
        return std::unexpected(context.output.usage(Words::tr("--json and --format exclude each other.")));
    }
    if (wanted == "sarif"_L1) {
        return Shape::Sarif;
    }
    if (wanted != "text"_L1) {
        return std::unexpected(context.output.usage(
            Words::tr("There is no format \"%1\". Formats are: %2.").arg(wanted, u"text, json, sarif"_s)));
    }
    return Shape::Text;
}

Step<CheckAssumptions> assumptions(CommandContext &context, const QCommandLineParser &parser)
{
    CheckAssumptions said;
    if (const auto wanted = parser.value(u"channel"_s); !wanted.isEmpty()) {
        said.channel = channelFromName(wanted);
        if (!said.channel) {
            return std::unexpected(
                context.output.usage(Words::tr("There is no channel \"%1\".").arg(wanted)));
        }
    }
    if (const auto wanted = parser.value(u"audience"_s); !wanted.isEmpty()) {
        if (wanted != audienceName(Audience::Public) && wanted != audienceName(Audience::Private)) {
            return std::unexpected(context.output.usage(
                Words::tr("The audience is public or private, not \"%1\".").arg(wanted)));
        }
        said.audience = wanted == audienceName(Audience::Public) ? Audience::Public : Audience::Private;
    }
    const auto languages = RuleWords::delivered().languages();
    said.language = parser.value(u"language"_s);
    if (!said.language.isEmpty() && !languages.contains(said.language)) {
        return std::unexpected(
            context.output.usage(Words::tr("There is no language \"%1\". Languages are: %2.")
                                     .arg(said.language, languages.join(", "_L1))));
    }
    return said;
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    for (QDirIterator entries(folder, {u"*.md"_s, u"*.txt"_s}, QDir::Files | QDir::NoSymLinks,
                              QDirIterator::Subdirectories);
         entries.hasNext();) {
        files.append(entries.next());
    }
    std::ranges::sort(files);
    return files;
}

CheckedFile failed(const QString &name, Errc code, const QString &words)
{
    return {.name = name, .failure = CheckFailure{.code = code, .words = words}};
}

/// Checks what the person named, one after the other.
class Run
{
public:
    Run(CommandContext &context, FileCheck &check)
        : m_context(context)
        , m_check(check)
    {
    }

    QList<CheckedFile> check(const QStringList &names)
    {
        for (const auto &name : names) {
            if (name == "-"_L1) {
                add(name, readInput(m_context.input));
            } else if (QFileInfo(name).isDir()) {
                addFolder(name);
            } else {
                add(name, readFile(name));
            }
        }
        return std::move(m_files);
    }

private:
    void addFolder(const QString &folder)
    {
        const auto names = filesBelow(folder);
        if (names.isEmpty()) {
            m_files.append(
                failed(folder, Errc::Empty, Words::tr("There is no .md or .txt file in this folder.")));
        }
        for (const auto &name : names) {
            add(name, readFile(name));
        }
    }

    void add(const QString &name, const Result<QByteArray> &bytes)
    {
        m_files.append(bytes ? m_check.check(name, *bytes)
                             : failed(name, bytes.error().code, errorText(bytes.error().code)));
    }

    CommandContext &m_context;
    FileCheck &m_check;
    QList<CheckedFile> m_files;
};

void tellPhraseProblems(Output &output, const PhraseBook &phrases)
{
    for (const auto &problem : phrases.problems()) {
        //: A file, its line, what is wrong with a phrase in it, the phrase
        output.note(Words::tr("%1:%2: %3 %4")
                        .arg(printableLine(problem.file), QString::number(problem.line),
                             phraseFaultText(problem.fault), printableLine(problem.excerpt)));
    }
}

ExitCode answer(Output &output, Shape shape, const QList<CheckedFile> &files)
{
    switch (shape) {
    case Shape::Text:
        printFindings(output, files);
        break;
    case Shape::Json:
        output.json(findingsJson(files));
        break;
    case Shape::Sarif:
        output.json(findingsSarif(files));
        break;
    }
    if (std::ranges::any_of(files, [](const CheckedFile &file) { return file.failure.has_value(); })) {
        return couldNotCheck;
    }
    const bool isOpen = std::ranges::any_of(files, [](const CheckedFile &file) {
        return std::ranges::any_of(file.findings, &PlacedFinding::isOpen);
    });
    return isOpen ? withFindings : ExitCode::Ok;
}

ExitCode listRules(CommandContext &context, Shape shape)
{
    if (shape == Shape::Sarif) {
        return context.output.usage(Words::tr("--list-rules is printed as text or json."));
    }
    shape == Shape::Json ? context.output.json(rulesJson()) : printRules(context.output);
    return ExitCode::Ok;
}

} // namespace

Command checkCommand()
{
    return {.name = u"check"_s,
            .synopsis = u"[--channel CHANNEL] [--audience public|private] [--language LANGUAGE] "
                        "[--format text|json|sarif] [--list-rules] FILE|DIR|-…"_s,
            .summary = Words::tr("Checks replies and templates; answers 0 clean, 1 findings, 2 not checked."),
            .options = {{u"channel"_s, Words::tr("The channel they are written for."), u"CHANNEL"_s},
                        {u"audience"_s, Words::tr("Who will read them: public or private."), u"AUDIENCE"_s},
                        {u"language"_s, Words::tr("The language they are written in."), u"LANGUAGE"_s},
                        {u"format"_s, Words::tr("text, json or sarif."), u"FORMAT"_s, u"text"_s},
                        {u"list-rules"_s, Words::tr("List the rules instead.")}},
            .atLeast = 0,
            .atMost = -1,
            .run = &runCheck};
}

ExitCode runCheck(CommandContext &context, const QStringList &arguments)
{
    const auto parser = parse(context, checkCommand(), arguments);
    if (!parser) {
        return parser.error();
    }
    const auto shape = shapeOption(context, **parser);
    if (!shape) {
        return couldNotCheck;
    }
    if ((*parser)->isSet(u"list-rules"_s)) {
        return listRules(context, *shape);
    }
    const auto names = (*parser)->positionalArguments();
    if (names.isEmpty()) {
        return context.output.usage(Words::tr("Please name a file, a folder or \"-\"."));
    }
    const auto said = assumptions(context, **parser);
    const auto profile = said ? checkFacts(context) : std::unexpected(said.error());
    if (!profile) {
        return couldNotCheck;
    }
    const auto phrases = PhraseBook::load(checkFolders(context, *profile, u"phrases"_s));
    tellPhraseProblems(context.output, *phrases);
    const auto spelling = context.backend.makeSpelling();
    FileCheck check(*profile, *said, phrases, spelling.get());
    return answer(context.output, *shape, Run(context, check).check(names));
}

} // namespace aside::cli
