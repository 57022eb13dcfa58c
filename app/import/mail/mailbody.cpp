// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mailbody.h"

#include "app/import/mail/encodedwords.h"
#include "app/import/mail/flowedtext.h"
#include "app/import/mail/htmltext.h"
#include "app/import/mail/mailcharset.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

namespace aside {
namespace {

using namespace Qt::StringLiterals;

enum class Role { Plain, Html, Enriched, Attachment, Ignored };

constexpr std::array extensions{
    std::pair{"application/ics"_L1, ".ics"_L1},
    std::pair{"application/pdf"_L1, ".pdf"_L1},
    std::pair{"application/pgp-signature"_L1, ".asc"_L1},
    std::pair{"application/pkcs7-signature"_L1, ".p7s"_L1},
    std::pair{"application/x-pkcs7-signature"_L1, ".p7s"_L1},
    std::pair{"application/zip"_L1, ".zip"_L1},
    std::pair{"image/gif"_L1, ".gif"_L1},
    std::pair{"image/jpeg"_L1, ".jpg"_L1},
    std::pair{"image/png"_L1, ".png"_L1},
    std::pair{"image/webp"_L1, ".webp"_L1},
    std::pair{"message/delivery-status"_L1, ".txt"_L1},
    std::pair{"message/rfc822"_L1, ".eml"_L1},
    std::pair{"text/calendar"_L1, ".ics"_L1},
    std::pair{"text/csv"_L1, ".csv"_L1},
    std::pair{"text/html"_L1, ".html"_L1},
    std::pair{"text/plain"_L1, ".txt"_L1},
    std::pair{"text/rfc822-headers"_L1, ".txt"_L1},
    std::pair{"text/vcard"_L1, ".vcf"_L1},
};

QString extension(const QString &mimeType)
{
    const auto found
        = std::ranges::find_if(extensions, [&](const auto &entry) { return entry.first == mimeType; });
    return found == extensions.end() ? QString() : QString(found->second);
}

QString fileName(const MimePart &part, QByteArrayView charset)
{
    QString name = HeaderValue::read(part.header.value("Content-Disposition"), charset).parameter("filename");
    if (name.isEmpty()) {
        name = HeaderValue::read(part.header.value("Content-Type"), charset).parameter("name");
    }
    return name;
}

/// Without folders, reserved characters and absurd lengths.
QString safeName(QString name)
{
    constexpr qsizetype longest = 200;
    name = name.sliced(std::max(name.lastIndexOf(u'/'), name.lastIndexOf(u'\\')) + 1).trimmed();
    while (name.startsWith(u'.')) {
        name.remove(0, 1);
    }
    return name.size() > longest ? name.first(longest / 2) + u'…' + name.last(longest / 4) : name;
}

QString subjectName(QByteArrayView message)
{
    QString subject = MailHeader::read(message).text("Subject", {});
    subject.replace(u'/', u'_').replace(u'\\', u'_');
    return subject.isEmpty() ? QString() : safeName(subject) + u".eml"_s;
}

Role roleOf(const MimePart &part, bool isOnly)
{
    const QByteArray &type = part.type.value;
    if (!type.startsWith("text/")) {
        // A multipart in which no parts were found is read as it stands.
        return type.startsWith("multipart/") ? Role::Plain : Role::Attachment;
    }
    const HeaderValue disposition = HeaderValue::read(part.header.value("Content-Disposition"));
    if (disposition.value == "attachment") {
        return Role::Attachment;
    }
    if (type == "text/x-amp-html" || type == "text/watch-html") {
        return Role::Ignored;
    }
    const bool isNamed = !isOnly && !fileName(part, {}).isEmpty();
    if (isNamed) {
        return Role::Attachment;
    }
    if (type == "text/html") {
        return Role::Html;
    }
    if (type == "text/enriched" || type == "text/richtext") {
        return Role::Enriched;
    }
    const bool isData = type == "text/calendar" || type == "text/csv" || type == "text/vcard"
        || type == "text/x-vcard" || type == "text/rfc822-headers" || type == "text/rtf"
        || type == "text/css";
    return isData ? Role::Attachment : Role::Plain;
}

QString plainText(const MimePart &part, QByteArrayView charset)
{
    QString text = cleanText(decodeCharset(decodeTransfer(part), charset));
    if (part.type.parameter("format").compare("flowed"_L1, Qt::CaseInsensitive) == 0) {
        const bool drops = part.type.parameter("delsp").compare("yes"_L1, Qt::CaseInsensitive) == 0;
        text = unflow(text, drops ? SoftSpace::Drop : SoftSpace::Keep);
    }
    return text;
}

/// Blank lines at both ends go; what the first line is indented by stays.
void trimBlankLines(QString &text)
{
    const auto word = std::ranges::find_if(std::as_const(text), [](QChar c) { return !c.isSpace(); });
    const qsizetype lineStart = QStringView(text).first(word - text.cbegin()).lastIndexOf(u'\n') + 1;
    text.remove(0, lineStart);
    while (!text.isEmpty() && text.back().isSpace()) {
        text.chop(1);
    }
}

/// Collects the pieces of the text; the shape of an alternative decides at the end which of them count.
class BodyReader
{
public:
    explicit BodyReader(QByteArrayView charset)
        : m_charset(charset)
    {
    }

    void add(const MimePart &part, Role role)
    {
        const QByteArray declared = part.type.parameter("charset").toUtf8();
        const QByteArrayView charset = declared.isEmpty() ? m_charset : QByteArrayView(declared);
        switch (role) {
        case Role::Plain:
            addPlain(part, plainText(part, charset));
            break;
        case Role::Html:
            addHtml(part, cleanText(decodeCharset(decodeTransfer(part), charset)));
            break;
        case Role::Enriched:
            m_pieces.append({.text = cleanText(decodeCharset(decodeTransfer(part), charset)),
                             .part = &part,
                             .isHtml = true});
            break;
        case Role::Attachment:
            addAttachment(part);
            break;
        case Role::Ignored:
            break;
        }
    }

    MailBody take()
    {
        for (const Piece &piece : std::as_const(m_pieces)) {
            if (piece.isHtml && m_plainAlternatives.contains(piece.part->alternative)) {
                continue;
            }
            QString text = piece.isHtml ? htmlToText(piece.text) : piece.text;
            if (!text.trimmed().isEmpty()) {
                m_body.text += m_body.text.isEmpty() ? QStringView() : QStringView(u"\n\n");
                m_body.text += m_body.text.isEmpty() ? std::move(text) : text.trimmed();
            }
        }
        trimBlankLines(m_body.text);
        return std::move(m_body);
    }

private:
    struct Piece {
        QString text;
        const MimePart *part = nullptr;
        bool isHtml = false;
    };

    void addPlain(const MimePart &part, QString text)
    {
        if (part.alternative > 0 && !text.trimmed().isEmpty()) {
            m_plainAlternatives.insert(part.alternative);
        }
        m_pieces.append({.text = std::move(text), .part = &part});
    }

    void addHtml(const MimePart &part, QString html)
    {
        if (m_body.html.isEmpty()) {
            m_body.html = html;
        }
        m_pieces.append({.text = std::move(html), .part = &part, .isHtml = true});
    }

    void addAttachment(const MimePart &part)
    {
        IncomingAttachment attachment{.name = safeName(fileName(part, m_charset)),
                                      .mimeType = cleanLine(QString::fromUtf8(part.type.value)),
                                      .contentId = {},
                                      .data = decodeTransfer(part)};
        attachment.contentId = part.header.text("Content-ID", {}).remove(u'<').remove(u'>').trimmed();
        const bool isMessage = part.type.value == "message/rfc822" || part.type.value == "message/global";
        if (attachment.name.isEmpty() && isMessage) {
            attachment.name = subjectName(attachment.data);
        }
        if (attachment.name.isEmpty()) {
            attachment.name
                = u"attachment-%1%2"_s.arg(m_body.attachments.size() + 1).arg(extension(attachment.mimeType));
        }
        m_body.attachments.append(std::move(attachment));
    }

    QByteArrayView m_charset;
    MailBody m_body;
    QList<Piece> m_pieces;
    QSet<int> m_plainAlternatives;
};

} // namespace

MailBody readMailBody(const QList<MimePart> &parts, QByteArrayView charset)
{
    BodyReader reader(charset);
    for (const MimePart &part : parts) {
        reader.add(part, roleOf(part, parts.size() == 1));
    }
    return reader.take();
}

QByteArray textCharset(const QList<MimePart> &parts)
{
    for (const MimePart &part : parts) {
        if (part.type.value.startsWith("text/")) {
            if (QByteArray charset = canonicalCharset(part.type.parameter("charset").toUtf8());
                !charset.isEmpty()) {
                return charset;
            }
        }
    }
    return {};
}

} // namespace aside
