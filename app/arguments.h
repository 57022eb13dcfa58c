// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/preferences.h"

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QCoreApplication>

#include <optional>

namespace aside {

/// How the program was started.
struct Arguments {
    QString profile;
    QString language;
    QString screenshot;
    QString shots;
    QString only;
    QString mailto;
    std::optional<ColorMode> mode;
    bool isDemo = false;
};

/// What the program understands. Made after the words are loaded.
class CommandLine
{
public:
    CommandLine();

    /// Ends the program where the words ask for help or the version, or make no sense.
    [[nodiscard]] Arguments process(const QCoreApplication &app);
    /// Asked for help or the version: says so, and ends the program. Needs no display.
    void answerQuestion(const QStringList &words);

private:
    QCommandLineParser m_parser;
    QCommandLineOption m_profile{QStringLiteral("profile"),
                                 QCoreApplication::translate("main", "Use this profile folder."),
                                 QStringLiteral("DIR")};
    QCommandLineOption m_language{QStringLiteral("language"),
                                  QCoreApplication::translate("main", "en or ru."), QStringLiteral("CODE")};
    QCommandLineOption m_theme{QStringLiteral("theme"),
                               QCoreApplication::translate("main", "light, dark or system."),
                               QStringLiteral("NAME")};
    QCommandLineOption m_demo{
        QStringLiteral("demo"),
        QCoreApplication::translate("main", "Fill an empty profile with made-up conversations.")};
    QCommandLineOption m_screenshot{
        QStringLiteral("screenshot"),
        QCoreApplication::translate("main", "Save a picture of the window and end."), QStringLiteral("FILE")};
    QCommandLineOption m_shots{QStringLiteral("shots"),
                               QCoreApplication::translate("main", "Save pictures of every screen and end."),
                               QStringLiteral("DIR")};
    QCommandLineOption m_only{QStringLiteral("only"),
                              QCoreApplication::translate("main", "Of these, the ones whose name begins so."),
                              QStringLiteral("NAME")};
    QCommandLineOption m_help;
    QCommandLineOption m_version;
};

} // namespace aside
