// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/realbackend.h"
#include "app/cli/terminalpassphrase.h"
#include "app/platform/terminal.h"

#include <QFile>
#include <QGuiApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QTranslator>

#include <cstdio>
#include <memory>
#include <utility>

using namespace aside;
using namespace aside::cli;

namespace {

/// Only pages need fonts, and then without a screen; everything else does without.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    if (!needsFonts(arguments)) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

int run(const QStringList &arguments)
{
    QFile in;
    QFile out;
    QFile err;
    const bool opened = in.open(stdin, QIODevice::ReadOnly) && out.open(stdout, QIODevice::WriteOnly)
        && err.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered);
    if (!opened) {
        return std::to_underlying(ExitCode::Failed);
    }
    Output output(
        {.out = out, .err = err, .width = terminalWidth(), .showsProgress = isTerminal(StandardStream::Err)},
        Format::Text);
    TerminalPassphrase person;
    RealBackend backend(&person);
    SignalInterrupt interrupt;
    CommandContext context{
        .backend = backend, .output = output, .input = in, .interrupt = interrupt, .profile = {}};
    const ExitCode code = runCommandLine(context, arguments);
    if (const auto finished = output.finish(); !finished) {
        output.setFormat(Format::Text);
        return std::to_underlying(output.failure({}, finished.error().code));
    }
    return std::to_underlying(code);
}

} // namespace

int main(int argc, char **argv)
{
    const std::unique_ptr<QCoreApplication> application = makeApplication(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("asidectl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ASIDE_VERSION));

    // People read stderr here; QT_LOGGING_RULES brings the rest back.
    QLoggingCategory::setFilterRules(QStringLiteral("aside.*=false\naside.*.critical=true"));

    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("aside"), QStringLiteral("_"),
                        QStringLiteral(":/aside/i18n"))) {
        QCoreApplication::installTranslator(&translator);
    }
    return run(QCoreApplication::arguments().sliced(1));
}
