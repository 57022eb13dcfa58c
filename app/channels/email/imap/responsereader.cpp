// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/responsereader.h"

#include <algorithm>
#include <array>
#include <utility>

namespace aside::imap {

using namespace Qt::StringLiterals;

namespace {

/// The digits of "{12}" or "{12+}" at the end; empty where there is none.
QByteArrayView announcedSize(QByteArrayView line)
{
    if (!line.endsWith('}')) {
        return {};
    }
    QByteArrayView digits = line.chopped(1);
    const qsizetype open = digits.lastIndexOf('{');
    if (open < 0) {
        return {};
    }
    digits = digits.sliced(open + 1);
    if (digits.endsWith('+')) {
        digits.chop(1);
    }
    const bool isNumber
        = !digits.isEmpty() && std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
    return isNumber ? digits : QByteArrayView();
}

QByteArrayView secondWord(QByteArrayView text)
{
    const QByteArrayView rest = text.sliced(2);
    const qsizetype end = rest.indexOf(' ');
    return end < 0 ? rest : rest.first(end);
}

} // namespace

ResponseReader::ResponseReader(Limits limits)
    : m_limits(std::move(limits))
{
}

void ResponseReader::feed(QByteArrayView bytes)
{
    if (m_at > 0) {
        m_input.remove(0, m_at);
        m_searched -= m_at;
        m_at = 0;
    }
    m_input += bytes;
}

Result<std::optional<RawResponse>> ResponseReader::next()
{
    while (true) {
        if (m_literal) {
            const Result<bool> whole = readLiteral();
            if (!whole) {
                return std::unexpected(whole.error());
            }
            if (!*whole) {
                return std::nullopt;
            }
        }
        const Result<bool> whole = readLine();
        if (!whole) {
            return std::unexpected(whole.error());
        }
        if (*whole) {
            m_literalBytes = 0;
            return std::exchange(m_response, {});
        }
        if (!m_literal) {
            return std::nullopt;
        }
    }
}

/// Whether the response is whole with it. False with a literal announced, or for want of bytes.
Result<bool> ResponseReader::readLine()
{
    const qsizetype end = m_input.indexOf('\n', std::max(m_at, m_searched));
    const qsizetype length = (end < 0 ? m_input.size() : end) - m_at;
    if (m_response.text.size() + length > m_limits.longestText) {
        return fail(Errc::TooLarge, u"a line without end"_s);
    }
    if (end < 0) {
        m_searched = m_input.size();
        return false;
    }
    QByteArrayView line = QByteArrayView(m_input).sliced(m_at, length);
    if (line.endsWith('\r')) {
        line.chop(1);
    }
    m_response.text += line;
    m_at = m_searched = end + 1;
    const QByteArrayView digits = announcedSize(line);
    if (digits.isEmpty() || !mayHaveLiterals()) {
        return true;
    }
    return announce(digits).transform([] { return false; });
}

Result<void> ResponseReader::announce(QByteArrayView digits)
{
    bool isNumber = false;
    const qint64 size = digits.toLongLong(&isNumber);
    const qint64 most = isFetch() ? m_limits.bodyLiteral : m_limits.plainLiteral;
    if (!isNumber || size > most || m_literalBytes + size > m_limits.mostLiteralBytes) {
        return fail(Errc::TooLarge, u"a literal over the limit"_s);
    }
    if (m_response.literals.size() >= m_limits.mostLiterals) {
        return fail(Errc::TooLarge, u"too many literals"_s);
    }
    m_literalBytes += size;
    m_literal.emplace(size, m_limits.inMemory, m_limits.spoolFolder);
    return {};
}

Result<bool> ResponseReader::readLiteral()
{
    const qint64 length = std::min<qint64>(m_literal->missing(), m_input.size() - m_at);
    const Result<void> written
        = m_literal->write(QByteArrayView(m_input).sliced(m_at, static_cast<qsizetype>(length)));
    if (!written) {
        return std::unexpected(written.error());
    }
    m_at += static_cast<qsizetype>(length);
    m_searched = m_at;
    if (m_literal->missing() > 0) {
        return false;
    }
    m_response.literals.append({.at = m_response.text.size(), .literal = m_literal->finish()});
    m_literal.reset();
    return true;
}

/// The words of a status are for people and may end in anything.
bool ResponseReader::mayHaveLiterals() const
{
    const QByteArrayView text = m_response.text;
    if (!text.startsWith("* ")) {
        return false;
    }
    constexpr std::array<QByteArrayView, 5> statuses{"OK", "NO", "BAD", "BYE", "PREAUTH"};
    const QByteArrayView word = secondWord(text);
    return std::ranges::none_of(
        statuses, [&](QByteArrayView status) { return status.compare(word, Qt::CaseInsensitive) == 0; });
}

bool ResponseReader::isFetch() const
{
    const QByteArrayView text = m_response.text;
    const qsizetype number = text.indexOf(' ', 2);
    return number > 0
        && text.sliced(number + 1)
               .first(std::min<qsizetype>(6, text.size() - number - 1))
               .compare("FETCH ", Qt::CaseInsensitive)
        == 0;
}

QByteArray ResponseReader::takeRest()
{
    QByteArray rest = m_input.sliced(m_at);
    m_input.clear();
    m_at = m_searched = 0;
    return rest;
}

} // namespace aside::imap
