// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/command.h"

#include <algorithm>

namespace aside::imap {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestQuoted = 1'000;

bool canBeQuoted(QByteArrayView text)
{
    return text.size() <= longestQuoted
        && std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

QByteArray quoted(QByteArrayView text)
{
    QByteArray escaped = text.toByteArray();
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + escaped + '"';
}

} // namespace

Command::Command(QByteArrayView words)
{
    put(words);
}

void Command::put(QByteArrayView text)
{
    if (m_pieces.empty() || m_pieces.back().size >= 0) {
        m_pieces.push_back({.text = Secret()});
    }
    QByteArray whole = m_pieces.back().text.bytes();
    m_pieces.back().text = Secret(whole.append(text));
}

Command &&Command::words(QByteArrayView words) &&
{
    Q_ASSERT(!words.contains('\r') && !words.contains('\n'));
    put(words);
    return std::move(*this);
}

Command &&Command::string(QByteArrayView text) &&
{
    if (text.contains('\0')) {
        m_isSendable = false;
    } else if (canBeQuoted(text)) {
        put(quoted(text));
    } else {
        put({});
        m_pieces.back().literal = Secret(text.toByteArray());
        m_pieces.back().size = text.size();
    }
    return std::move(*this);
}

Command &&Command::secret(const Secret &text) &&
{
    return std::move(*this).string(text.bytes());
}

Command &&Command::uids(const UidSet &uids) &&
{
    m_isSendable = m_isSendable && !uids.isEmpty();
    put(uids.toBytes());
    return std::move(*this);
}

Command &&Command::content(std::unique_ptr<QIODevice> source, qint64 size) &&
{
    m_isSendable = m_isSendable && source != nullptr && source->isReadable() && size >= 0;
    put({});
    m_pieces.back().source = std::move(source);
    m_pieces.back().size = size;
    return std::move(*this);
}

Result<void> Command::check() const
{
    return m_isSendable ? Result<void>() : fail(Errc::InvalidInput, u"cannot be said to a server"_s);
}

bool isFlag(QByteArrayView text)
{
    if (text.startsWith('\\')) {
        text = text.sliced(1);
    }
    return !text.isEmpty() && text.size() <= 100 && std::ranges::all_of(text, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '$'
            || c == '_' || c == '-' || c == '.';
    });
}

} // namespace aside::imap
