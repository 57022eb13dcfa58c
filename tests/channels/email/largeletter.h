// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

#include <algorithm>

namespace aside::test {

inline QByteArray noise(qsizetype size, quint32 seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes) {
        seed = seed * 1'664'525 + 1'013'904'223;
        byte = static_cast<char>(seed >> 24);
    }
    return bytes;
}

inline QByteArray base64Lines(const QByteArray &bytes)
{
    const QByteArray letters = bytes.toBase64();
    QByteArray lines;
    lines.reserve(letters.size() / 76 * 78 + 100);
    for (qsizetype at = 0; at < letters.size(); at += 76) {
        lines += QByteArrayView(letters).sliced(at, std::min<qsizetype>(76, letters.size() - at));
        lines += "\r\n";
    }
    return lines;
}

inline QByteArray quotedLines(const QByteArray &bytes)
{
    QByteArray lines;
    lines.reserve(bytes.size() * 3 + bytes.size() / 8 + 100);
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const QByteArray hex = QByteArray::number(static_cast<quint8>(bytes.at(at)), 16).toUpper();
        lines += '=' + hex.rightJustified(2, '0') + (at % 25 == 24 ? "=\r\n" : "");
    }
    return lines;
}

struct File {
    QByteArray name;
    QByteArray bytes;
    bool isQuoted = false;
};

inline QByteArray letter(const QByteArray &id, const QByteArray &text, const QList<File> &files)
{
    QByteArray bytes = "From: Anna <customer@localhost>\r\nTo: op1@localhost\r\nSubject: " + id
        + "\r\nMessage-ID: <" + id
        + "@example.test>\r\nDate: Sun, 22 Nov 2026 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/mixed; boundary=\"=_b\"\r\n\r\n--=_b\r\n"
        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + text
        + "\r\n";
    for (const File &file : files) {
        bytes += "--=_b\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: ";
        bytes += file.isQuoted ? "quoted-printable" : "base64";
        bytes += "\r\nContent-Disposition: attachment; filename=\"" + file.name + "\"\r\n\r\n";
        bytes += (file.isQuoted ? quotedLines(file.bytes) : base64Lines(file.bytes)) + "\r\n";
    }
    return bytes + "--=_b--\r\n";
}

} // namespace aside::test
