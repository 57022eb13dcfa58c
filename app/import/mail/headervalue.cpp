// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/headervalue.h"

#include "app/import/mail/encodedwords.h"
#include "app/import/mail/mailcharset.h"

#include <algorithm>

namespace aside {
namespace {

/// A parameter as written: "filename*0*=..." has a base name, a number and the extended flag.
struct Piece {
    QByteArray name;
    int number = 0;
    bool isExtended = false;
    QByteArray bytes;
};

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/// The value that starts at `at`, which moves behind it.
QByteArray readQuoted(QByteArrayView raw, qsizetype &at)
{
    QByteArray value;
    for (++at; at < raw.size() && raw[at] != '"'; ++at) {
        // Some write Windows paths here: only what needs it is taken as escaped.
        const bool escape
            = raw[at] == '\\' && at + 1 < raw.size() && (raw[at + 1] == '"' || raw[at + 1] == '\\');
        at += escape ? 1 : 0;
        if (raw[at] != '\r' && raw[at] != '\n') {
            value.append(raw[at]);
        }
    }
    return value;
}

QByteArray readValue(QByteArrayView raw, qsizetype &at)
{
    while (at < raw.size() && isSpace(raw[at])) {
        ++at;
    }
    if (at < raw.size() && raw[at] == '"') {
        QByteArray value = readQuoted(raw, at);
        const qsizetype next = raw.indexOf(';', at);
        at = next < 0 ? raw.size() : next + 1;
        return value;
    }
    const qsizetype next = raw.indexOf(';', at);
    const qsizetype end = next < 0 ? raw.size() : next;
    QByteArray value = raw.sliced(at, end - at).trimmed().toByteArray();
    at = end + 1;
    return value;
}

Piece pieceOf(QByteArray name, QByteArray bytes)
{
    Piece piece{.name = name.toLower(), .bytes = std::move(bytes)};
    if (piece.name.endsWith('*')) {
        piece.isExtended = true;
        piece.name.chop(1);
    }
    if (const qsizetype star = piece.name.lastIndexOf('*'); star >= 0) {
        piece.number = piece.name.sliced(star + 1).toInt();
        piece.name.truncate(star);
    }
    return piece;
}

QList<Piece> readPieces(QByteArrayView raw)
{
    constexpr qsizetype most = 500;
    QList<Piece> pieces;
    qsizetype at = 0;
    while (at < raw.size() && pieces.size() < most) {
        while (at < raw.size() && (isSpace(raw[at]) || raw[at] == ';')) {
            ++at;
        }
        const qsizetype start = at;
        while (at < raw.size() && raw[at] != '=' && raw[at] != ';') {
            ++at;
        }
        if (at >= raw.size() || raw[at] == ';') {
            continue;
        }
        QByteArray name = raw.sliced(start, at - start).trimmed().toByteArray();
        ++at;
        pieces.append(pieceOf(std::move(name), readValue(raw, at)));
    }
    return pieces;
}

/// All pieces of one name → its text.
QString join(const QList<Piece> &pieces, QByteArrayView charset)
{
    QByteArray bytes;
    QByteArray declared;
    bool extended = false;
    for (const Piece &piece : pieces) {
        QByteArray part = piece.bytes;
        if (piece.isExtended) {
            if (const qsizetype quote = part.indexOf('\''); !extended && quote >= 0) {
                declared = part.first(quote);
                part = part.sliced(std::max(part.indexOf('\'', quote + 1), quote) + 1);
            }
            extended = true;
            part = QByteArray::fromPercentEncoding(part);
        }
        bytes += part;
    }
    return cleanLine(extended ? decodeCharset(bytes, declared) : decodeWords(bytes, charset));
}

} // namespace

HeaderValue HeaderValue::read(QByteArrayView raw, QByteArrayView charset)
{
    HeaderValue header;
    const QByteArrayView trimmed = raw.trimmed();
    const auto stop = std::ranges::find_if(
        trimmed, [](char c) { return isSpace(c) || c == ';' || c == '(' || c == ','; });
    const qsizetype length = stop - trimmed.begin();
    header.value = trimmed.first(length).toByteArray().toLower();

    QList<Piece> pieces = readPieces(trimmed.sliced(length));
    std::ranges::stable_sort(pieces, {}, [](const Piece &p) { return std::pair(p.name, p.number); });
    for (qsizetype from = 0; from < pieces.size();) {
        qsizetype to = from;
        QList<Piece> same;
        for (; to < pieces.size() && pieces[to].name == pieces[from].name; ++to) {
            // "filename" beside "filename*" is for old readers; a second plain one is a mistake.
            const bool repeated = !same.isEmpty() && same.last().number == pieces[to].number;
            if (repeated && pieces[to].isExtended && !same.last().isExtended) {
                same.last() = pieces[to];
            } else if (!repeated) {
                same.append(pieces[to]);
            }
        }
        header.parameters.append({.name = pieces[from].name, .value = join(same, charset)});
        from = to;
    }
    return header;
}

QString HeaderValue::parameter(QByteArrayView name) const
{
    const auto found
        = std::ranges::find(parameters, name, [](const Parameter &p) { return QByteArrayView(p.name); });
    return found == parameters.end() ? QString() : found->value;
}

} // namespace aside
