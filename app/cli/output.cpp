// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/output.h"

#include "app/cli/files.h"
#include "app/cli/printable.h"
#include "app/cli/words.h"
#include "widgets/common/errortext.h"

#include <QFileDevice>
#include <QIODevice>
#include <QJsonDocument>

namespace aside::cli {

namespace {

/// DEL and the C1 controls are legal in JSON, but some terminals obey them: they go out as escapes.
QByteArray compactJson(const QJsonObject &object)
{
    const QByteArray raw = QJsonDocument(object).toJson(QJsonDocument::Compact);
    QByteArray result;
    result.reserve(raw.size() + 1);
    for (qsizetype i = 0; i < raw.size(); ++i) {
        const auto byte = static_cast<unsigned char>(raw.at(i));
        const auto next = static_cast<unsigned char>(i + 1 < raw.size() ? raw.at(i + 1) : '\0');
        if (byte == 0x7F) {
            result += "\\u007f";
        } else if (byte == 0xC2 && next >= 0x80 && next <= 0x9F) {
            result += "\\u00" + QByteArray::number(next, 16);
            ++i;
        } else {
            result += raw.at(i);
        }
    }
    return result + '\n';
}

} // namespace

Output::Output(const Streams &streams, Format format)
    : m_streams(streams)
    , m_format(format)
{
}

void Output::json(const QJsonObject &object)
{
    bytes(compactJson(object));
}

void Output::line(const QString &text)
{
    bytes(printable(text).toUtf8() + '\n');
}

void Output::table(const Table &table)
{
    const QStringList lines = table.lines(m_streams.width);
    for (const QString &text : lines) {
        line(text);
    }
}

void Output::bytes(const QByteArray &data)
{
    clearProgress();
    write(m_streams.out, data);
}

void Output::note(const QString &text)
{
    clearProgress();
    m_streams.err.write(printable(text).toUtf8() + '\n');
}

void Output::progress(const QString &text)
{
    if (!m_streams.showsProgress) {
        return;
    }
    m_streams.err.write("\r\x1b[K" + printableLine(text).toUtf8());
    m_progressShown = true;
}

ExitCode Output::failure(const QString &subject, Errc code)
{
    return failure(subject, code, errorText(code));
}

ExitCode Output::failure(const QString &subject, Errc code, const QString &sentence)
{
    if (isJson()) {
        json({{QStringLiteral("error"), errorJson(code, sentence)}});
    } else if (subject.isEmpty()) {
        note(QStringLiteral("asidectl: %1").arg(sentence));
    } else {
        note(QStringLiteral("asidectl: %1: %2").arg(printableLine(subject), sentence));
    }
    return exitCode(code);
}

ExitCode Output::usage(const QString &sentence)
{
    return failure({}, Errc::InvalidInput, sentence);
}

Result<void> Output::finish()
{
    clearProgress();
    auto *file = qobject_cast<QFileDevice *>(&m_streams.out);
    if (file && !file->flush()) {
        m_failed = true;
    }
    if (!m_failed) {
        return {};
    }
    return fail(file ? fileError(*file) : Errc::Io, QStringLiteral("standard output"));
}

void Output::write(QIODevice &device, const QByteArray &data)
{
    if (device.write(data) != data.size()) {
        m_failed = true;
    }
}

void Output::clearProgress()
{
    if (m_progressShown) {
        m_streams.err.write("\r\x1b[K");
        m_progressShown = false;
    }
}

QJsonObject errorJson(Errc code, const QString &sentence)
{
    return {{QStringLiteral("code"), QString(errcName(code))}, {QStringLiteral("message"), sentence}};
}

} // namespace aside::cli
