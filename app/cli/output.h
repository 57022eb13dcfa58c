// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/cli/exitcodes.h"
#include "app/cli/table.h"
#include "models/core/error.h"

#include <QJsonObject>
#include <QString>

QT_BEGIN_NAMESPACE
class QIODevice;
QT_END_NAMESPACE

namespace aside::cli {

enum class Format { Text, Json };

/// The two streams a command writes to, and what they are.
struct Streams {
    QIODevice &out;
    QIODevice &err;
    int width = 0; ///< cells of the terminal behind `out`; 0 where there is none
    bool showsProgress = false; ///< `err` is a terminal
};

/// Where commands put what they have to say: text for people with everything a terminal would obey taken out,
/// or JSON on one line. Remembers a failed write.
class Output
{
public:
    Output(const Streams &streams, Format format);

    [[nodiscard]] bool isJson() const { return m_format == Format::Json; }
    void setFormat(Format format) { m_format = format; }

    void json(const QJsonObject &object);
    void line(const QString &text);
    void table(const Table &table);
    /// Unchanged, for exports.
    void bytes(const QByteArray &data);

    /// A sentence beside the answer, on stderr.
    void note(const QString &text);
    /// A line on stderr that the next one replaces; nothing where stderr is no terminal.
    void progress(const QString &text);

    /// Tells what went wrong with `subject` (may be empty) and answers with the exit code for it.
    ExitCode failure(const QString &subject, Errc code);
    /// The same in words that fit better than the general ones.
    ExitCode failure(const QString &subject, Errc code, const QString &sentence);
    /// The arguments make no sense.
    ExitCode usage(const QString &sentence);

    /// Everything has left the program, or why not.
    [[nodiscard]] Result<void> finish();

private:
    void write(QIODevice &device, const QByteArray &data);
    void clearProgress();

    Streams m_streams;
    Format m_format;
    bool m_failed = false;
    bool m_progressShown = false;
};

/// {"code", "message"}
[[nodiscard]] QJsonObject errorJson(Errc code, const QString &sentence);

} // namespace aside::cli
