// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mboxsplitter.h"

#include "app/import/mail/mailheader.h"
#include "app/import/mail/mailparser.h"

#include <algorithm>
#include <array>
#include <utility>

namespace aside {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype chunk = 1024 * 1024;
constexpr qsizetype longestFromLine = 512;
constexpr qint64 mostSkipped = 64LL * 1024 * 1024;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool hasMonth(QByteArrayView line)
{
    constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    return std::ranges::any_of(months, [&](const char *month) { return line.indexOf(month) > 0; });
}

/// "12:41", and a year of four digits.
bool hasTimeAndYear(QByteArrayView line)
{
    bool time = false;
    bool year = false;
    qsizetype digits = 0;
    for (qsizetype at = 0; at < line.size(); ++at) {
        time = time
            || (line[at] == ':' && at > 0 && at + 1 < line.size() && isDigit(line[at - 1])
                && isDigit(line[at + 1]));
        digits = isDigit(line[at]) ? digits + 1 : 0;
        const bool ends = at + 1 == line.size() || !isDigit(line[at + 1]);
        year = year || (digits == 4 && ends && (line[at - 3] == '1' || line[at - 3] == '2'));
    }
    return time && year;
}

bool startsWithField(QByteArrayView bytes)
{
    const MailHeader header = MailHeader::read(bytes.first(std::min(bytes.size(), longestFromLine)));
    return !header.fields().isEmpty() && header.fields().first().name.data() == bytes.data();
}

/// ">From " → "From ", ">>From " → ">From ": right for mboxrd, and the best there is for mboxo.
QByteArray unescape(QByteArrayView message)
{
    QByteArray plain;
    plain.reserve(message.size());
    qsizetype done = 0;
    qsizetype line = 0;
    while (line < message.size()) {
        qsizetype at = line;
        while (at < message.size() && message[at] == '>') {
            ++at;
        }
        if (at > line && message.sliced(at).startsWith("From ")) {
            plain.append(message.sliced(done, line - done));
            done = line + 1;
        }
        const qsizetype found = message.indexOf("\n>", at);
        line = found < 0 ? message.size() : found + 1;
    }
    plain.append(message.sliced(done));
    return plain;
}

} // namespace

FromLine fromLineKind(QByteArrayView line)
{
    if (!line.startsWith("From ") || line.size() > longestFromLine) {
        return FromLine::No;
    }
    const QByteArrayView rest = line.sliced(5).trimmed();
    if (hasMonth(rest) && hasTimeAndYear(rest)) {
        return FromLine::Dated;
    }
    const bool isBare = rest == "-" || (rest.contains('@') && !rest.contains(' '));
    return isBare ? FromLine::Bare : FromLine::No;
}

MboxSplitter::MboxSplitter(std::unique_ptr<QFile> file)
    : m_file(std::move(file))
    , m_size(m_file->size())
{
}

Result<MboxSplitter> MboxSplitter::open(const QString &path)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        const bool forbidden = file->error() == QFileDevice::PermissionsError;
        return fail(!file->exists() ? Errc::NotFound
                        : forbidden ? Errc::NoPermission
                                    : Errc::Io,
                    file->errorString());
    }
    return MboxSplitter(std::move(file));
}

Result<void> MboxSplitter::seek(qint64 offset, Resume where)
{
    if (offset < 0 || offset > m_size || !m_file->seek(offset)) {
        return fail(Errc::InvalidInput, u"no such place in the mbox"_s);
    }
    m_buffer.clear();
    m_start = offset;
    m_at = 0;
    m_scanned = 0;
    m_isAtEnd = false;
    m_isSkipping = where == Resume::InsideSkipped;
    return {};
}

Result<MboxSplitter::Piece> MboxSplitter::next()
{
    if (m_isSkipping) {
        return skip(Piece::Kind::StillTooLarge);
    }
    const auto end = findEnd();
    if (!end) {
        return std::unexpected(end.error());
    }
    if (*end - m_at > largestMail + longestFromLine) {
        m_isSkipping = true;
        return skip(Piece::Kind::TooLarge);
    }
    if (*end == m_at) {
        return Piece{.kind = Piece::Kind::End, .offset = offset(), .fromLine = {}, .message = {}};
    }
    return cut(*end);
}

/// Index after the message that starts at m_at, reading on as long as it may.
Result<qsizetype> MboxSplitter::findEnd()
{
    m_scanned = std::max(m_scanned, m_at);
    while (true) {
        if (const auto separator = separatorFrom(m_scanned)) {
            return *separator;
        }
        if (m_isAtEnd || m_buffer.size() - m_at > largestMail + longestFromLine) {
            return m_buffer.size();
        }
        const auto more = fill();
        if (!more) {
            return std::unexpected(more.error());
        }
        m_isAtEnd = !*more;
    }
}

/// Drops what is done and reads a chunk more; false at the end of the file.
Result<bool> MboxSplitter::fill()
{
    if (m_at > 0) {
        m_buffer.remove(0, m_at);
        m_start += m_at;
        m_scanned = std::max<qsizetype>(0, m_scanned - m_at);
        m_at = 0;
    }
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + chunk);
    const qint64 count = m_file->read(m_buffer.data() + before, chunk);
    m_buffer.resize(before + static_cast<qsizetype>(std::max<qint64>(0, count)));
    if (count < 0) {
        return fail(Errc::Io, m_file->errorString());
    }
    return count > 0;
}

/// The start of the next "From " line after a blank one. Moves m_scanned over what can hold none.
std::optional<qsizetype> MboxSplitter::separatorFrom(qsizetype from)
{
    const QByteArrayView bytes(m_buffer);
    for (qsizetype feed = bytes.indexOf("\nFrom ", from); feed >= 0;
         feed = bytes.indexOf("\nFrom ", feed + 1)) {
        const qsizetype start = feed + 1;
        if (!m_isAtEnd && bytes.size() - start < 2 * longestFromLine) {
            m_scanned = feed; // its line or the next goes on in the next chunk
            return std::nullopt;
        }
        const qsizetype end = bytes.indexOf('\n', start);
        const QByteArrayView line = bytes.sliced(start, (end < 0 ? bytes.size() : end) - start);
        const FromLine kind = fromLineKind(line);
        const bool doubled = feed > m_at && bytes[feed - 1] == '\n';
        const bool afterBlank
            = doubled || (feed > m_at + 1 && bytes[feed - 1] == '\r' && bytes[feed - 2] == '\n');
        // Old writers left the blank line out, or the date: then a header has to follow.
        const bool plain = kind == FromLine::Dated && afterBlank;
        if (plain || (kind != FromLine::No && end >= 0 && startsWithField(bytes.sliced(end + 1)))) {
            m_scanned = start;
            return start;
        }
    }
    m_scanned = std::max(m_at, bytes.size() - 8);
    return std::nullopt;
}

MboxSplitter::Piece MboxSplitter::cut(qsizetype end)
{
    QByteArrayView bytes = QByteArrayView(m_buffer).sliced(m_at, end - m_at);
    Piece piece{.kind = Piece::Kind::Message, .offset = offset(), .fromLine = {}, .message = {}};
    if (bytes.startsWith("From ")) {
        const qsizetype feed = bytes.indexOf('\n');
        const qsizetype from = feed < 0 ? bytes.size() : feed + 1;
        piece.fromLine = bytes.first(from).trimmed();
        bytes = bytes.sliced(from);
    }
    if (bytes.indexOf(">From ") >= 0) {
        m_unescaped = unescape(bytes);
        bytes = m_unescaped;
    }
    piece.message = bytes;
    m_at = end;
    return piece;
}

Result<MboxSplitter::Piece> MboxSplitter::skip(Piece::Kind kind)
{
    constexpr qsizetype kept = (2 * longestFromLine) + 8; // a separator may lie across two chunks
    Piece piece{.kind = kind, .offset = offset(), .fromLine = {}, .message = {}};
    qint64 skipped = 0;
    m_scanned = std::max(m_scanned, m_at);
    while (skipped < mostSkipped) {
        if (const auto separator = separatorFrom(m_scanned)) {
            m_at = *separator;
            m_isSkipping = false;
            return piece;
        }
        if (m_isAtEnd) {
            m_at = m_buffer.size();
            m_isSkipping = false;
            return piece;
        }
        const qsizetype done = std::max(m_at, std::min(m_scanned, m_buffer.size() - kept));
        skipped += done - m_at;
        m_at = done;
        const auto more = fill();
        if (!more) {
            return std::unexpected(more.error());
        }
        m_isAtEnd = !*more;
    }
    return piece;
}

} // namespace aside
