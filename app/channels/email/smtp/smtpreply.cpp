// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/smtp/smtpreply.h"

#include <algorithm>
#include <utility>

namespace aside::smtp {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestWords = 1'000;

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Takes "5.1.1 " from the front of the text of a line of that class; empty where there is none.
QByteArray enhancedCode(int code, QByteArrayView text)
{
    const QByteArrayView word = text.first(text.indexOf(' ') < 0 ? text.size() : text.indexOf(' '));
    const QByteArrayList parts = word.toByteArray().split('.');
    const bool isCode = parts.size() == 3
        && std::ranges::all_of(parts,
                               [](const QByteArray &part) { return isDigits(part) && part.size() <= 3; })
        && parts.first() == QByteArray::number(code / 100);
    return isCode ? word.toByteArray() : QByteArray();
}

/// A line taken apart; nothing where it is none.
struct Line {
    int code = 0;
    bool isLast = true;
    QByteArray text;
};

std::optional<Line> readLine(QByteArrayView bytes)
{
    if (bytes.size() < 3 || !isDigits(bytes.first(3)) || bytes[0] < '2' || bytes[0] > '5') {
        return {};
    }
    const char mark = bytes.size() > 3 ? bytes[3] : ' ';
    if (mark != ' ' && mark != '-') {
        return {};
    }
    return Line{.code = bytes.first(3).toInt(),
                .isLast = mark == ' ',
                .text = bytes.sliced(std::min<qsizetype>(4, bytes.size())).toByteArray()};
}

} // namespace

QString Reply::codes() const
{
    const QString number = QString::number(code);
    return enhanced.isEmpty() ? number : number + u' ' + QString::fromLatin1(enhanced);
}

QString Reply::words() const
{
    return QString::fromUtf8(lines.join(' '))
        .simplified()
        .first(std::min(longestWords, QString::fromUtf8(lines.join(' ')).simplified().size()));
}

Result<std::optional<Reply>> ReplyReader::next()
{
    while (true) {
        const qsizetype end = m_bytes.indexOf('\n');
        if (end > longestLine || (end < 0 && m_bytes.size() > longestLine)) {
            return fail(Errc::BadAnswer, u"a line too long"_s);
        }
        if (end < 0) {
            return std::nullopt;
        }
        const qsizetype length = end > 0 && m_bytes.at(end - 1) == '\r' ? end - 1 : end;
        const std::optional<Line> line = readLine(QByteArrayView(m_bytes).first(length));
        m_bytes.remove(0, end + 1);
        const bool isOther = line && !m_begun.lines.isEmpty() && line->code != m_begun.code;
        if (!line || isOther || m_begun.lines.size() >= mostLines) {
            return fail(Errc::BadAnswer, u"no reply of SMTP"_s);
        }
        const QByteArray enhanced = enhancedCode(line->code, line->text);
        m_begun.code = line->code;
        m_begun.enhanced = m_begun.lines.isEmpty() ? enhanced : m_begun.enhanced;
        m_begun.lines.append(enhanced.isEmpty() ? line->text : line->text.sliced(enhanced.size()).trimmed());
        if (line->isLast) {
            return std::exchange(m_begun, {});
        }
    }
}

} // namespace aside::smtp
