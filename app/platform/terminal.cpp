// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/terminal.h"

#include <QtEnvironmentVariables>
#include <QtSystemDetection>

#ifdef Q_OS_WIN
#include <io.h>
#include <stdio.h>
#else
#include <sys/ioctl.h>
#include <unistd.h>
#endif

namespace aside {

namespace {

constexpr int usualWidth = 80;

#ifdef Q_OS_WIN
int systemWidth()
{
    return 0;
}
#else
int systemWidth()
{
    winsize size{};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}
#endif

} // namespace

bool isTerminal(StandardStream stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stream == StandardStream::Out ? stdout : stderr)) != 0;
#else
    return isatty(stream == StandardStream::Out ? STDOUT_FILENO : STDERR_FILENO) == 1;
#endif
}

int terminalWidth()
{
    if (!isTerminal(StandardStream::Out)) {
        return 0;
    }
    if (const int columns = qEnvironmentVariableIntValue("COLUMNS"); columns > 0) {
        return columns;
    }
    const int width = systemWidth();
    return width > 0 ? width : usualWidth;
}

} // namespace aside
