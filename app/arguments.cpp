// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/arguments.h"

namespace aside {

CommandLine::CommandLine()
    : m_help(m_parser.addHelpOption())
    , m_version(m_parser.addVersionOption())
{
    m_parser.setApplicationDescription(QCoreApplication::translate("main", "Answer customers, calmly."));
    m_parser.addOptions({m_profile, m_language, m_theme, m_demo, m_screenshot, m_shots, m_only});
    m_parser.addPositionalArgument(
        QStringLiteral("mailto"),
        QCoreApplication::translate("main", "Answer the newest mail of this address."),
        QStringLiteral("[mailto:ADDRESS]"));
}

void CommandLine::answerQuestion(const QStringList &words)
{
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions); // -platformtheme is no -h
    m_parser.parse(words); // what it does not know may be Qt's own, and is not judged here
    if (m_parser.isSet(m_version)) {
        m_parser.showVersion();
    }
    if (m_parser.isSet(m_help)) {
        m_parser.showHelp();
    }
}

Arguments CommandLine::process(const QCoreApplication &app)
{
    m_parser.process(app);
    const QString look = m_parser.value(m_theme);
    std::optional<ColorMode> mode;
    if (m_parser.isSet(m_theme)) {
        mode = look == u"dark" ? ColorMode::Dark : (look == u"light" ? ColorMode::Light : ColorMode::System);
    }
    return {.profile = m_parser.value(m_profile),
            .language = m_parser.value(m_language),
            .screenshot = m_parser.value(m_screenshot),
            .shots = m_parser.value(m_shots),
            .only = m_parser.value(m_only),
            .mailto = m_parser.positionalArguments().value(0),
            .mode = mode,
            .isDemo = m_parser.isSet(m_demo)};
}

} // namespace aside
