// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/base64.h"

#include <array>
#include <string_view>

namespace aside {

namespace {

constexpr quint8 notOfIt = 0xFF;

constexpr std::array<quint8, 256> makeValues()
{
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::array<quint8, 256> values{};
    values.fill(notOfIt);
    for (std::size_t i = 0; i < alphabet.size(); ++i) {
        values.at(static_cast<quint8>(alphabet.at(i))) = static_cast<quint8>(i);
    }
    return values;
}

constexpr std::array<quint8, 256> values = makeValues();

quint32 valueOf(char c)
{
    return values[static_cast<quint8>(c)]; // as many values as there are bytes
}

} // namespace

QByteArray decodeBase64(QByteArrayView text)
{
    QByteArray bytes(text.size() / 4 * 3 + 3, Qt::Uninitialized);
    char *out = bytes.data();
    const char *at = text.begin();
    const char *const end = text.end();
    quint32 bits = 0;
    int count = 0; // of the bits that are waiting
    while (at != end) {
        if (count == 0 && end - at >= 4) {
            const quint32 a = valueOf(at[0]);
            const quint32 b = valueOf(at[1]);
            const quint32 c = valueOf(at[2]);
            const quint32 d = valueOf(at[3]);
            if ((a | b | c | d) < 64) {
                const quint32 three = a << 18 | b << 12 | c << 6 | d;
                *out++ = static_cast<char>(three >> 16);
                *out++ = static_cast<char>(three >> 8);
                *out++ = static_cast<char>(three);
                at += 4;
                continue;
            }
        }
        const char character = *at++;
        const quint32 value = valueOf(character);
        if (value == notOfIt) {
            count = character == '=' ? 0 : count;
            continue;
        }
        bits = bits << 6 | value;
        count += 6;
        if (count >= 8) {
            count -= 8;
            *out++ = static_cast<char>(bits >> count);
        }
    }
    bytes.truncate(out - bytes.constData());
    return bytes;
}

} // namespace aside
