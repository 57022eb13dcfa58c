// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/terminal.h"

#include <QtEnvironmentVariables>
#include <QtSystemDetection>

#ifdef Q_OS_WIN
#include <conio.h>
#include <io.h>
#include <stdio.h>
#else
#include <fcntl.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#endif

#include <utility>

namespace aside {

namespace {

constexpr int usualWidth = 80;

#ifdef Q_OS_WIN
int systemWidth()
{
    return 0;
}

/// The console, which conio opens by itself.
class Terminal
{
public:
    [[nodiscard]] bool isOpen() const { return _isatty(_fileno(stdin)) != 0; }
    void say(const QString &words) const { _cputs(words.toLocal8Bit().constData()); }
    [[nodiscard]] int next() const { return _getch(); }
};
#else
int systemWidth()
{
    winsize size{};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// The terminal of this program, whatever its streams lead to. While this lives nothing that is typed is
/// shown, and keys that would end the program are read: else it would be left without an echo.
class Terminal
{
    Q_DISABLE_COPY_MOVE(Terminal)

public:
    Terminal()
        : m_descriptor(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
    {
        if (m_descriptor >= 0 && ::tcgetattr(m_descriptor, &m_before) == 0) {
            termios quiet = m_before;
            quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
            quiet.c_cc[VMIN] = 1;
            quiet.c_cc[VTIME] = 0;
            m_isQuiet = ::tcsetattr(m_descriptor, TCSAFLUSH, &quiet) == 0;
        }
    }
    ~Terminal()
    {
        if (m_isQuiet) {
            ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
        }
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }

    [[nodiscard]] bool isOpen() const { return m_isQuiet; }
    void say(const QString &words) const
    {
        const QByteArray bytes = words.toLocal8Bit();
        [[maybe_unused]] const auto written
            = ::write(m_descriptor, bytes.constData(), static_cast<size_t>(bytes.size()));
    }
    /// The next byte; -1 at the end.
    [[nodiscard]] int next() const
    {
        unsigned char byte = 0;
        return ::read(m_descriptor, &byte, 1) == 1 ? byte : -1;
    }

private:
    int m_descriptor;
    termios m_before{};
    bool m_isQuiet = false;
};
#endif

/// Forgets the last character: in UTF-8 the bytes that go on with one, and the one that begins it.
void chopCharacter(QByteArray &typed)
{
    constexpr unsigned char goesOn = 0x80;
    constexpr unsigned char mask = 0xC0;
    while (!typed.isEmpty()) {
        const auto last = static_cast<unsigned char>(typed.back());
        typed.chop(1);
        if ((last & mask) != goesOn) {
            return;
        }
    }
}

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

Result<Secret> askAtTerminal(const QString &question)
{
    constexpr qsizetype longest = 10'000;
    constexpr int interrupt = 0x03;
    constexpr int endOfInput = 0x04;
    constexpr int backspace = 0x08;
    constexpr int rubout = 0x7F;
    const Terminal terminal;
    if (!terminal.isOpen()) {
        return fail(Errc::NotFound, QStringLiteral("no terminal"));
    }
    terminal.say(question);
    QByteArray typed;
    int key = terminal.next();
    for (; key >= 0 && key != '\n' && key != '\r' && typed.size() < longest; key = terminal.next()) {
        if (key == interrupt || key == endOfInput) {
            break;
        }
        if (key == backspace || key == rubout) {
            chopCharacter(typed);
        } else {
            typed.append(static_cast<char>(key));
        }
    }
    terminal.say(QStringLiteral("\n"));
    Secret secret(std::move(typed));
    return key == '\n' || key == '\r' ? Result<Secret>(std::move(secret))
                                      : fail(Errc::Cancelled, QStringLiteral("nothing was typed"));
}

} // namespace aside
