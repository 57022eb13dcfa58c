// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/partdecoder.h"

#include <utility>

namespace aside::imap {

namespace {

int base64Value(char c)
{
    if (c >= 'A' && c <= 'Z') {
        return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
        return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
        return c - '0' + 52;
    }
    return c == '+' ? 62 : (c == '/' ? 63 : -1);
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    if (c >= 'A' && c <= 'F') {
        return c - 'A' + 10;
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

} // namespace

PartEncoding partEncoding(QByteArrayView name)
{
    if (name == "base64") {
        return PartEncoding::Base64;
    }
    return name == "quoted-printable" ? PartEncoding::QuotedPrintable : PartEncoding::None;
}

PartDecoder::PartDecoder(PartEncoding encoding)
    : m_encoding(encoding)
{
}

QByteArray PartDecoder::decode(QByteArrayView piece)
{
    if (m_encoding == PartEncoding::None) {
        return piece.toByteArray();
    }
    QByteArray out;
    out.reserve(piece.size());
    for (const char c : piece) {
        if (m_encoding == PartEncoding::Base64) {
            takeBase64(c, out);
        } else {
            takeQuoted(c, out);
        }
    }
    return out;
}

QByteArray PartDecoder::finish()
{
    QByteArray out;
    flush(out);
    if (m_quoted == Quoted::OneDigit) {
        out += '=';
        out += m_digit;
    }
    m_quoted = Quoted::Text;
    return out;
}

void PartDecoder::takeBase64(char c, QByteArray &out)
{
    if (c == '=') {
        flush(out); // what follows the end is another one
        return;
    }
    const int value = base64Value(c);
    if (value < 0) {
        return;
    }
    m_bits = m_bits << 6 | static_cast<quint32>(value);
    if (++m_letters == 4) {
        out += static_cast<char>(m_bits >> 16);
        out += static_cast<char>(m_bits >> 8);
        out += static_cast<char>(m_bits);
        m_bits = 0;
        m_letters = 0;
    }
}

/// Two letters are a byte, three are two; one is nothing.
void PartDecoder::flush(QByteArray &out)
{
    const int letters = std::exchange(m_letters, 0);
    const quint32 bits = std::exchange(m_bits, 0);
    if (letters == 2) {
        out += static_cast<char>(bits >> 4);
    } else if (letters == 3) {
        out += static_cast<char>(bits >> 10);
        out += static_cast<char>(bits >> 2);
    }
}

void PartDecoder::takeBehindEquals(char c, QByteArray &out)
{
    if (c == '\n') {
        m_quoted = Quoted::Text; // the line goes on
    } else if (c == '\r') {
        m_quoted = Quoted::ReturnBehind;
    } else if (c == ' ' || c == '\t') {
        m_quoted = Quoted::SpaceBehind;
    } else if (m_quoted == Quoted::Equals && hexValue(c) >= 0) {
        m_digit = c;
        m_quoted = Quoted::OneDigit;
    } else {
        out += '=';
        m_quoted = Quoted::Text;
        takeQuoted(c, out);
    }
}

void PartDecoder::takeQuoted(char c, QByteArray &out)
{
    switch (m_quoted) {
    case Quoted::Text:
        if (c == '=') {
            m_quoted = Quoted::Equals;
        } else {
            out += c;
        }
        return;
    case Quoted::Equals:
    case Quoted::SpaceBehind:
        takeBehindEquals(c, out);
        return;
    case Quoted::ReturnBehind:
        m_quoted = Quoted::Text;
        if (c != '\n') {
            takeQuoted(c, out);
        }
        return;
    case Quoted::OneDigit:
        m_quoted = Quoted::Text;
        if (hexValue(c) >= 0) {
            out += static_cast<char>(hexValue(m_digit) * 16 + hexValue(c));
        } else {
            out += '=';
            out += m_digit;
            takeQuoted(c, out);
        }
        return;
    }
}

} // namespace aside::imap
