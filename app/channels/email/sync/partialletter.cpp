// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/sync/partialletter.h"

#include "app/channels/email/imap/partdecoder.h"

#include <QCryptographicHash>

#include <algorithm>
#include <iterator>
#include <utility>

namespace aside::mail {

namespace {

using imap::Value;

/// In a body without and with parts: RFC 3501 7.4.2.
constexpr qsizetype parametersPlace = 2;

/// A value of a header field that nobody can break out of.
QByteArray quoted(const QByteArray &text)
{
    QByteArray safe;
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            safe += '\\';
        }
        safe += c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
    }
    return '"' + safe + '"';
}

/// A word of a server, where a word must stand.
QByteArray word(const QByteArray &text)
{
    QByteArray safe;
    std::ranges::copy_if(text, std::back_inserter(safe), [](char c) {
        return c > ' ' && c < '\x7f' && !QByteArrayView("\";:()<>").contains(c);
    });
    return safe;
}

QByteArray parameters(const Value &list)
{
    QByteArray text;
    for (qsizetype i = 0; i + 1 < list.items.size(); i += 2) {
        text += ";\r\n " + word(list.items.at(i).bytes) + '=' + quoted(list.items.at(i + 1).bytes);
    }
    return text;
}

/// Of the extensions of a leaf: ("attachment" ("filename" "x")).
const Value *dispositionOf(const Value &leaf)
{
    const auto found = std::ranges::find_if(leaf.items.begin() + std::min<qsizetype>(7, leaf.items.size()),
                                            leaf.items.end(), [](const Value &item) {
                                                return item.isList() && item.items.size() == 2
                                                    && !item.items.at(0).isList()
                                                    && (item.items.at(1).isList() || item.items.at(1).isNil())
                                                    && (imap::isWord(item.items.at(0).bytes, "attachment")
                                                        || imap::isWord(item.items.at(0).bytes, "inline"));
                                            });
    return found == leaf.items.end() ? nullptr : &*found;
}

/// The fields of a header but for those that tell of its body.
QByteArray withoutContentFields(QByteArrayView header)
{
    QByteArray kept;
    bool isKept = true;
    for (qsizetype at = 0; at < header.size();) {
        const qsizetype feed = header.indexOf('\n', at);
        const qsizetype end = feed < 0 ? header.size() : feed + 1;
        const QByteArrayView line = header.sliced(at, end - at);
        at = end;
        if (line.trimmed().isEmpty()) {
            break;
        }
        if (line.front() != ' ' && line.front() != '\t') {
            isKept = !line.first(std::min<qsizetype>(line.size(), 8))
                          .toByteArray()
                          .toLower()
                          .startsWith("content-");
        }
        if (isKept) {
            kept += line;
        }
    }
    if (!kept.isEmpty() && !kept.endsWith('\n')) {
        kept += "\r\n";
    }
    return kept;
}

/// Writes the tree of a letter anew.
class LetterWriter
{
public:
    explicit LetterWriter(const LetterPieces &pieces)
        : m_pieces(pieces)
        , m_name("aside-"
                 + QCryptographicHash::hash(pieces.header, QCryptographicHash::Sha256).toHex().first(40))
    {
    }

    PartialLetter write()
    {
        m_letter.bytes = withoutContentFields(m_pieces.header);
        const bool isAlone = !isContainer(m_pieces.structure);
        if (isAlone && !m_pieces.chosen.isEmpty()
            && m_pieces.chosen.constFirst().take == PartTake::Beginning) {
            const QByteArray boundary = open("mixed");
            writeLeaf(m_pieces.structure, boundary);
            close(boundary);
        } else {
            writePart(m_pieces.structure, {});
        }
        return std::move(m_letter);
    }

private:
    static bool isContainer(const Value &part)
    {
        return part.isList() && !part.items.isEmpty() && part.items.constFirst().isList();
    }

    /// Within a container each part begins with its boundary.
    void writePart(const Value &part, const QByteArray &boundary)
    {
        if (!isContainer(part)) {
            writeLeaf(part, boundary);
            return;
        }
        qsizetype count = 0;
        while (count < part.items.size() && part.items.at(count).isList()) {
            ++count;
        }
        begin(boundary);
        const QByteArray inner = open(word(part.items.value(count).bytes.toLower()));
        for (qsizetype i = 0; i < count; ++i) {
            writePart(part.items.at(i), inner);
        }
        close(inner);
    }

    void begin(const QByteArray &boundary)
    {
        if (!boundary.isEmpty()) {
            m_letter.bytes += "\r\n--" + boundary + "\r\n";
        }
    }

    QByteArray open(const QByteArray &subtype)
    {
        const QByteArray boundary = m_name + '-' + QByteArray::number(++m_containers);
        m_letter.bytes += "Content-Type: multipart/" + (subtype.isEmpty() ? QByteArray("mixed") : subtype)
            + "; boundary=\"" + boundary + "\"\r\n\r\n";
        return boundary;
    }

    void close(const QByteArray &boundary) { m_letter.bytes += "\r\n--" + boundary + "--\r\n"; }

    void writeLeaf(const Value &leaf, const QByteArray &boundary)
    {
        if (m_next >= m_pieces.chosen.size()) {
            return;
        }
        const ChosenPart &chosen = m_pieces.chosen.at(m_next++);
        if (chosen.take != PartTake::Nothing) {
            begin(boundary);
            writeFields(leaf, chosen.part);
            m_letter.bytes += "Content-Transfer-Encoding: " + word(chosen.part.encoding) + "\r\n\r\n"
                + m_pieces.bodies.value(chosen.part.section);
        }
        if (chosen.take != PartTake::Whole) {
            begin(boundary);
            writeMark(leaf, chosen.part);
        }
    }

    void writeFields(const Value &leaf, const imap::BodyPart &part, bool isFile = false)
    {
        m_letter.bytes
            += "Content-Type: " + word(part.type) + parameters(leaf.items.value(parametersPlace)) + "\r\n";
        if (!part.contentId.isEmpty()) {
            m_letter.bytes += "Content-ID: <" + word(part.contentId) + ">\r\n";
        }
        const Value *disposition = dispositionOf(leaf);
        if (isFile || disposition != nullptr) {
            m_letter.bytes
                += "Content-Disposition: " + (isFile ? QByteArray("attachment") : word(part.disposition))
                + (disposition != nullptr ? parameters(disposition->items.at(1)) : QByteArray()) + "\r\n";
        }
    }

    void writeMark(const Value &leaf, const imap::BodyPart &part)
    {
        const bool isText = part.type.startsWith("text/");
        const QByteArray mark = m_name + " left " + QByteArray::number(m_next);
        writeFields(leaf, part, isText);
        m_letter.bytes += "Content-Transfer-Encoding: 7bit\r\n\r\n" + mark;
        m_letter.left.insert(mark,
                             {.section = QString::fromLatin1(part.section),
                              .encoding = imap::partEncoding(part.encoding),
                              .size = static_cast<qint64>(part.size)});
    }

    const LetterPieces &m_pieces;
    QByteArray m_name;
    PartialLetter m_letter;
    qsizetype m_next = 0;
    int m_containers = 0;
};

} // namespace

PartialLetter partialLetter(const LetterPieces &pieces)
{
    return LetterWriter(pieces).write();
}

} // namespace aside::mail
