// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/valuescanner.h"

namespace aside {

qsizetype ValueScanner::feed(QByteArrayView bytes)
{
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const char byte = bytes[at];
        if (m_inString && byte != '"' && byte != '\\') {
            m_escaped = false;
            continue;
        }
        switch (take(byte)) {
        case Step::Take:
            break;
        case Step::TakeLast:
            m_done = true;
            return at + 1;
        case Step::Leave:
            m_done = true;
            return at;
        }
    }
    return bytes.size();
}

ValueScanner::Step ValueScanner::take(char byte)
{
    if (m_inString) {
        takeInString(byte);
        return !m_inString && isOutside() ? Step::TakeLast : Step::Take;
    }
    switch (byte) {
    case '{':
    case '[':
        if (m_word) {
            return Step::Leave;
        }
        open(byte);
        return Step::Take;
    case '}':
    case ']':
        return close(byte);
    case '"':
        if (m_word) {
            return Step::Leave;
        }
        m_inString = true;
        return Step::Take;
    case ',':
    case ' ':
    case '\t':
    case '\r':
    case '\n':
        return isOutside() ? Step::Leave : Step::Take;
    default:
        m_word = m_word || isOutside();
        return Step::Take;
    }
}

void ValueScanner::takeInString(char byte)
{
    if (m_escaped) {
        m_escaped = false;
    } else if (byte == '\\') {
        m_escaped = true;
    } else {
        m_inString = false;
    }
}

void ValueScanner::open(char byte)
{
    if (m_around + m_open.size() >= maxDepth) {
        m_tooDeep = true;
        ++m_deeper;
    } else {
        m_open.append(byte);
    }
}

ValueScanner::Step ValueScanner::close(char byte)
{
    if (isOutside()) {
        return Step::Leave;
    }
    if (m_deeper > 0) {
        --m_deeper;
        return isOutside() ? Step::TakeLast : Step::Take;
    }
    if (m_open.back() != (byte == '}' ? '{' : '[')) {
        m_broken = true;
        return Step::Leave;
    }
    m_open.chop(1);
    return isOutside() ? Step::TakeLast : Step::Take;
}

} // namespace aside
