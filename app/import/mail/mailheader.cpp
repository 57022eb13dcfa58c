// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mailheader.h"

#include "app/import/mail/encodedwords.h"
#include "app/import/mail/mailcharset.h"

#include <algorithm>

namespace aside {
namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// The end of the line that starts at from, after its line feed.
qsizetype lineEnd(QByteArrayView bytes, qsizetype from)
{
    const qsizetype feed = bytes.indexOf('\n', from);
    return feed < 0 ? bytes.size() : feed + 1;
}

/// Length of the field's name where this line starts a field, else 0.
qsizetype fieldName(QByteArrayView line)
{
    constexpr qsizetype longest = 200;
    qsizetype at = 0;
    while (at < line.size() && at < longest && line[at] > ' ' && line[at] < 127 && line[at] != ':') {
        ++at;
    }
    const qsizetype length = at;
    while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) {
        ++at;
    }
    return at < line.size() && line[at] == ':' ? length : 0;
}

} // namespace

MailHeader MailHeader::read(QByteArrayView all)
{
    const QByteArrayView bytes = all.first(std::min(all.size(), longest));
    MailHeader header;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qsizetype end = lineEnd(bytes, at);
        const QByteArrayView line = bytes.sliced(at, end - at);
        if (line == "\n" || line == "\r\n") {
            at = end;
            break;
        }
        if (line.startsWith("--")) {
            break; // a boundary: this header has no blank line
        }
        const bool folded = line[0] == ' ' || line[0] == '\t';
        if (const qsizetype length = folded ? 0 : fieldName(line); length > 0) {
            const qsizetype colon = line.indexOf(':', length) + 1;
            header.m_fields.append({.name = line.first(length), .value = line.sliced(colon)});
        } else if (folded && !header.m_fields.isEmpty()) {
            Field &last = header.m_fields.last();
            // From the value's start to the end of this line: a view stays one piece of the original.
            last.value = QByteArrayView(last.value.data(), line.data() + line.size());
        } else if (end < bytes.size() && !isBlank(bytes[end])
                   && fieldName(bytes.sliced(end, lineEnd(bytes, end) - end)) == 0) {
            break; // two lines of something else: the body has begun without a blank line
        }
        at = end;
    }
    header.m_length = at;
    return header;
}

QByteArrayView MailHeader::value(QByteArrayView name) const
{
    const auto found = std::ranges::find_if(
        m_fields, [name](const Field &field) { return field.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == m_fields.end() ? QByteArrayView() : found->value.trimmed();
}

QString MailHeader::text(QByteArrayView name, QByteArrayView charset) const
{
    for (const Field &field : m_fields) {
        if (field.name.compare(name, Qt::CaseInsensitive) == 0 && !field.value.trimmed().isEmpty()) {
            return cleanLine(decodeWords(field.value, charset));
        }
    }
    return {};
}

} // namespace aside
