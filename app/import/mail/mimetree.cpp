// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mimetree.h"

#include "app/import/mail/base64.h"

#include <KCodecs>

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

namespace aside {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype deepest = 100;
constexpr qsizetype mostParts = 10'000;

/// An open multipart.
struct Container {
    QByteArray boundary;
    QByteArray defaultType;
    int alternative = 0;
};

/// The boundary a multipart forgot to declare: the first line that looks like one.
QByteArray guessBoundary(QByteArrayView body)
{
    constexpr qsizetype near = 4096;
    const QByteArrayView beginning = body.first(std::min(body.size(), near));
    qsizetype from = beginning.startsWith("--") ? 0 : beginning.indexOf("\n--") + 1;
    if (from == 0 && !beginning.startsWith("--")) {
        return {};
    }
    from += 2;
    const qsizetype end = beginning.indexOf('\n', from);
    return end < 0 ? QByteArray() : beginning.sliced(from, end - from).trimmed().toByteArray();
}

/// Walks over the lines that start with "--", keeping the multiparts that are open.
class MimeWalker
{
public:
    explicit MimeWalker(QByteArrayView body)
        : m_body(body)
    {
    }

    Result<QList<MimePart>> walk(const MailHeader &header)
    {
        if (auto opened = open(header, 0, "text/plain"_ba); !opened) {
            return std::unexpected(opened.error());
        }
        qsizetype line = m_body.startsWith("--") ? 0 : nextDashes(0);
        while (line >= 0 && !m_open.isEmpty()) {
            const qsizetype feed = m_body.indexOf('\n', line);
            const qsizetype end = feed < 0 ? m_body.size() : feed + 1;
            if (auto went = boundaryAt(line, end); !went) {
                return std::unexpected(went.error());
            }
            line = nextDashes(std::max(line, m_skipTo - 1));
        }
        closePart(m_body.size());
        return std::move(m_parts);
    }

private:
    qsizetype nextDashes(qsizetype from) const
    {
        const qsizetype found = m_body.indexOf("\n--", from);
        return found < 0 ? -1 : found + 1;
    }

    /// Index of the innermost open multipart this line belongs to, and whether it closes it.
    std::optional<std::pair<qsizetype, bool>> match(QByteArrayView line) const
    {
        const QByteArrayView name = line.sliced(2).trimmed();
        if (name.size() < m_shortest) {
            return std::nullopt;
        }
        for (qsizetype at = m_open.size() - 1; at >= 0; --at) {
            const QByteArray &boundary = m_open[at].boundary;
            if (name == boundary) {
                return std::pair(at, false);
            }
            if (name.size() == boundary.size() + 2 && name.startsWith(boundary) && name.endsWith("--")) {
                return std::pair(at, true);
            }
        }
        return std::nullopt;
    }

    Result<void> boundaryAt(qsizetype line, qsizetype end)
    {
        const auto found = match(m_body.sliced(line, end - line));
        if (!found) {
            return {};
        }
        closePart(line);
        const auto [index, closes] = *found;
        m_open.resize(index + (closes ? 0 : 1));
        m_shortest = shortestBoundary();
        m_skipTo = end;
        if (closes) {
            return {};
        }
        const MailHeader header = MailHeader::read(m_body.sliced(end));
        m_skipTo = end + header.length();
        return open(header, m_skipTo, m_open.last().defaultType);
    }

    Result<void> open(const MailHeader &header, qsizetype bodyFrom, const QByteArray &defaultType)
    {
        if (++m_count > mostParts) {
            return fail(Errc::TooLarge, u"too many parts"_s);
        }
        MimePart part{.header = header, .type = HeaderValue::read(header.value("Content-Type"))};
        if (!part.type.value.contains('/')) {
            part.type.value = part.type.value == "text" ? "text/plain"_ba : defaultType;
        }
        part.alternative = m_open.isEmpty() ? 0 : m_open.last().alternative;
        if (part.type.value.startsWith("multipart/") && openContainer(part, bodyFrom)) {
            if (m_open.size() > deepest) {
                return fail(Errc::TooDeep, u"too many parts inside each other"_s);
            }
            return {};
        }
        m_current = std::move(part);
        m_currentFrom = bodyFrom;
        return {};
    }

    bool openContainer(const MimePart &part, qsizetype bodyFrom)
    {
        QByteArray boundary = part.type.parameter("boundary").toUtf8();
        const bool isRoot = m_count == 1;
        if (boundary.isEmpty() || (isRoot && m_body.indexOf("--" + boundary) < 0)) {
            boundary = guessBoundary(m_body.sliced(bodyFrom));
        }
        if (boundary.isEmpty()) {
            return false;
        }
        const bool alternative = part.type.value == "multipart/alternative";
        m_open.append(
            {.boundary = boundary,
             .defaultType = part.type.value == "multipart/digest" ? "message/rfc822"_ba : "text/plain"_ba,
             .alternative = alternative ? static_cast<int>(m_count) : part.alternative});
        m_shortest = shortestBoundary();
        return true;
    }

    qsizetype shortestBoundary() const
    {
        qsizetype shortest = std::numeric_limits<qsizetype>::max();
        for (const Container &container : m_open) {
            shortest = std::min(shortest, container.boundary.size());
        }
        return shortest;
    }

    void closePart(qsizetype end)
    {
        if (!m_current) {
            return;
        }
        qsizetype to = std::max(end, m_currentFrom);
        if (to < m_body.size() && to > m_currentFrom) {
            // The line end before a boundary belongs to the boundary.
            to -= m_body[to - 1] == '\n' ? 1 : 0;
            to -= to > m_currentFrom && m_body[to - 1] == '\r' ? 1 : 0;
        }
        m_current->body = m_body.sliced(m_currentFrom, to - m_currentFrom);
        m_parts.append(*std::exchange(m_current, std::nullopt));
    }

    QByteArrayView m_body;
    QList<Container> m_open;
    QList<MimePart> m_parts;
    std::optional<MimePart> m_current;
    qsizetype m_currentFrom = 0;
    qsizetype m_skipTo = 0;
    qsizetype m_shortest = 0;
    qsizetype m_count = 0;
};

} // namespace

Result<QList<MimePart>> readMimeTree(const MailHeader &header, QByteArrayView body)
{
    return MimeWalker(body).walk(header);
}

QByteArray decodeTransfer(const MimePart &part)
{
    const QByteArray encoding = HeaderValue::read(part.header.value("Content-Transfer-Encoding")).value;
    if (encoding == "base64" || encoding == "b") {
        return decodeBase64(part.body);
    }
    if (encoding == "quoted-printable" || encoding == "q") {
        return KCodecs::quotedPrintableDecode(part.body);
    }
    if (encoding == "x-uuencode" || encoding == "uuencode" || encoding == "x-uue") {
        return KCodecs::uudecode(part.body);
    }
    return part.body.toByteArray();
}

} // namespace aside
