// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/compose/letterdevice.h"

#include "app/channels/email/compose/headerfields.h"
#include "app/channels/email/compose/textencoding.h"

#include <QBuffer>
#include <QCryptographicHash>

#include <algorithm>
#include <cstring>

namespace aside::mail {

namespace {

using namespace Qt::StringLiterals;

constexpr qint64 lineBytes = 57; // 76 letters of Base64
constexpr qint64 chunkBytes = lineBytes * 1'024;
constexpr qsizetype mostReferences = 100;

/// "=_" is in no body that quoted-printable or Base64 made, and plain ones that hold it are made
/// quoted-printable.
QByteArray boundaryFor(const Letter &letter, char level)
{
    const QByteArray hash = QCryptographicHash::hash(letter.messageId.toUtf8(), QCryptographicHash::Sha256);
    return "=_" + QByteArray(1, level) + hash.first(15).toHex();
}

QByteArray textPart(const QByteArray &type, const QString &text)
{
    const EncodedText encoded = encodeText(text);
    return "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: " + encoded.encoding
        + "\r\n\r\n" + encoded.bytes;
}

QByteArray bodyOf(const Letter &letter)
{
    const QByteArray plain = textPart("text/plain", letter.text);
    if (letter.html.isEmpty()) {
        return plain;
    }
    const QByteArray boundary = boundaryFor(letter, 'a');
    return "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n--" + boundary + "\r\n"
        + plain + "\r\n--" + boundary + "\r\n" + textPart("text/html", letter.html) + "\r\n--" + boundary
        + "--\r\n";
}

/// The last of them: those nearest to the letter are what threads it.
QStringList recent(const QStringList &references)
{
    return references.sliced(std::max<qsizetype>(0, references.size() - mostReferences));
}

Result<QByteArray> headerOf(const Letter &letter)
{
    QByteArray header = dateField("Date", letter.date, letter.utcOffset);
    const std::pair<const char *, QList<Mailbox>> people[]
        = {{"From", {letter.from}}, {"Reply-To", letter.replyTo}, {"To", letter.to}, {"Cc", letter.cc}};
    for (const auto &[name, mailboxes] : people) {
        const Result<QByteArray> field = addressField(name, mailboxes);
        if (!field) {
            return std::unexpected(field.error());
        }
        header += *field;
    }
    for (const Mailbox &hidden : letter.bcc) {
        if (const Result<QByteArray> field = addressField("Bcc", {hidden}); !field) {
            return std::unexpected(field.error());
        }
    }
    header += idField("Message-ID", {letter.messageId}) + idField("In-Reply-To", {letter.inReplyTo})
        + idField("References", recent(letter.references)) + textField("Subject", letter.subject);
    return header + "MIME-Version: 1.0\r\n";
}

QByteArray mimeTypeOf(const LetterFile &file)
{
    const QByteArray type = file.mimeType.toLatin1().toLower();
    const auto isToken = [](QByteArrayView part) {
        return !part.isEmpty() && std::ranges::all_of(part, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
                || QByteArrayView("!#$&^_.+-").contains(c);
        });
    };
    const qsizetype slash = type.indexOf('/');
    const bool isType = slash > 0 && isToken(QByteArrayView(type).first(slash))
        && isToken(QByteArrayView(type).sliced(slash + 1)) && !type.startsWith("multipart/")
        && !type.startsWith("message/");
    return isType ? type : QByteArrayLiteral("application/octet-stream");
}

QByteArray fileHeader(const LetterFile &file)
{
    QByteArray header = parameterField("Content-Type", mimeTypeOf(file), "name", file.name)
        + parameterField("Content-Disposition", "attachment", "filename", file.name)
        + "Content-Transfer-Encoding: base64\r\n";
    if (!file.alt.isEmpty()) {
        header += textField("Content-Description", file.alt);
    }
    return header + "\r\n";
}

qint64 base64Size(qint64 bytes)
{
    const qint64 letters = (bytes + 2) / 3 * 4;
    return letters + (bytes + lineBytes - 1) / lineBytes * 2;
}

} // namespace

LetterFile fileOfBytes(const QString &name, const QString &mimeType, const QByteArray &bytes)
{
    return {.name = name, .mimeType = mimeType, .alt = {}, .size = bytes.size(), .open = [bytes] {
                auto buffer = std::make_unique<QBuffer>();
                buffer->setData(bytes);
                buffer->open(QIODevice::ReadOnly);
                return buffer;
            }};
}

LetterDevice::~LetterDevice() = default;

Result<std::unique_ptr<LetterDevice>> LetterDevice::make(const Letter &letter)
{
    if (letter.to.isEmpty() && letter.cc.isEmpty() && letter.bcc.isEmpty()) {
        return std::unexpected(
            Error{.code = Errc::InvalidInput, .detail = u"nobody to send it to"_s, .retryAfter = {}});
    }
    const Result<QByteArray> header = headerOf(letter);
    if (!header) {
        return std::unexpected(header.error());
    }
    std::unique_ptr<LetterDevice> device(new LetterDevice);
    device->m_needsUtf8 = std::ranges::any_of(*header, [](char c) { return static_cast<uchar>(c) > 127; });
    if (letter.files.isEmpty()) {
        device->append(*header + bodyOf(letter));
    } else {
        const QByteArray boundary = boundaryFor(letter, 'm');
        device->append(*header + "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\r\n\r\n--"
                       + boundary + "\r\n" + bodyOf(letter));
        for (const LetterFile &file : letter.files) {
            device->append("\r\n--" + boundary + "\r\n" + fileHeader(file));
            device->append(file);
        }
        device->append("\r\n--" + boundary + "--\r\n");
    }
    device->open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    return device;
}

void LetterDevice::append(const QByteArray &bytes)
{
    m_pieces.push_back({.bytes = bytes, .file = {}, .isFile = false});
    m_total += bytes.size();
}

void LetterDevice::append(const LetterFile &file)
{
    m_pieces.push_back({.bytes = {}, .file = file, .isFile = true});
    m_total += base64Size(file.size);
}

qint64 LetterDevice::bytesAvailable() const
{
    return m_total - m_given + QIODevice::bytesAvailable();
}

qint64 LetterDevice::readData(char *data, qint64 most)
{
    while (m_ready.isEmpty() && m_at < m_pieces.size()) {
        if (!refill()) {
            setErrorString(u"a file is not what it was"_s);
            return -1;
        }
    }
    if (m_ready.isEmpty()) {
        return most == 0 ? 0 : -1;
    }
    const qint64 length = std::min<qint64>(most, m_ready.size());
    std::memcpy(data, m_ready.constData(), static_cast<size_t>(length));
    m_ready.remove(0, length);
    m_given += length;
    return length;
}

qint64 LetterDevice::writeData(const char *, qint64)
{
    return -1;
}

bool LetterDevice::refill()
{
    const Piece &piece = m_pieces.at(m_at);
    if (piece.isFile) {
        return refillFromFile(piece.file);
    }
    m_ready = piece.bytes;
    ++m_at;
    return true;
}

bool LetterDevice::refillFromFile(const LetterFile &file)
{
    if (m_file == nullptr) {
        m_file = file.open ? file.open() : nullptr;
        m_fileLeft = file.size;
        if (m_file == nullptr) {
            return false;
        }
    }
    const QByteArray bytes = m_file->read(std::min(chunkBytes, m_fileLeft));
    m_fileLeft -= bytes.size();
    const bool isOver = m_fileLeft == 0;
    // A short read in the middle would break the lines; one at the end is a file that shrank, or grew.
    if ((!isOver && bytes.size() != chunkBytes) || (isOver && !m_file->read(1).isEmpty())) {
        return false;
    }
    for (qint64 at = 0; at < bytes.size(); at += lineBytes) {
        m_ready += bytes.mid(at, lineBytes).toBase64() + "\r\n";
    }
    if (isOver) {
        m_file.reset();
        ++m_at;
    }
    return true;
}

} // namespace aside::mail
