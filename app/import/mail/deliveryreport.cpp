// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/deliveryreport.h"

#include "app/import/mail/mailaddress.h"
#include "app/import/mail/mailcharset.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestReport = 256 * 1'024; ///< of a part that is looked at
constexpr qsizetype longestWords = 1'000;

QString oneLine(QByteArrayView raw)
{
    return cleanLine(QString::fromUtf8(raw.first(std::min(raw.size(), longestReport)))).left(longestWords);
}

/// "dns; mail.example" and "smtp; 550 no such user": what stands behind the type.
QString typed(QByteArrayView raw)
{
    const QString line = oneLine(raw);
    const qsizetype semicolon = line.indexOf(u';');
    return semicolon < 0 ? line : line.sliced(semicolon + 1).trimmed();
}

QString idIn(QByteArrayView raw)
{
    const qsizetype open = raw.indexOf('<');
    const qsizetype close = raw.indexOf('>', open + 1);
    return open < 0 || close < 0 ? QString() : QString::fromUtf8(raw.sliced(open + 1, close - open - 1));
}

/// A line of a report in words that has the answer of a server in it.
QString refusalIn(const QString &text, QString &code)
{
    static const QRegularExpression answer(
        u"(?:^|[\\s:(<#'\"])(5\\d\\d)[ \\-#]+(?:#?(5\\.\\d{1,3}\\.\\d{1,3}))?|(?:^|[\\s(#])(5\\.\\d{1,3}\\.\\d{1,3})\\b"_s);
    for (const QStringView line : QStringView(text).tokenize(u'\n')) {
        const QRegularExpressionMatch found = answer.matchView(line.left(longestWords));
        if (found.hasMatch()) {
            code = found.captured(2).isEmpty() ? found.captured(3) : found.captured(2);
            code = code.isEmpty() ? found.captured(1) : code;
            return cleanLine(line.left(longestWords).toString());
        }
    }
    return {};
}

QString textOf(const MimePart &part)
{
    const QByteArray bytes = decodeTransfer(part);
    QString text = QString::fromUtf8(bytes.first(std::min(bytes.size(), longestReport)));
    return text.remove(u'\r');
}

const MimePart *partOf(const QList<MimePart> &parts, std::initializer_list<QByteArrayView> types)
{
    const auto found = std::ranges::find_if(parts, [&](const MimePart &part) {
        return std::ranges::any_of(types, [&](QByteArrayView type) { return part.type.value == type; });
    });
    return found == parts.cend() ? nullptr : &*found;
}

/// The fields for one recipient: blocks that an empty line ends. The first is about the message.
QList<MailHeader> blocksOf(QByteArrayView status)
{
    QList<MailHeader> blocks;
    constexpr int most = 200;
    while (!status.isEmpty() && blocks.size() < most) {
        qsizetype skipped = 0;
        while (skipped < status.size() && (status[skipped] == '\r' || status[skipped] == '\n')) {
            ++skipped;
        }
        status = status.sliced(skipped);
        const MailHeader block = MailHeader::read(status);
        if (block.length() == 0) {
            break;
        }
        blocks.append(block);
        status = status.sliced(std::min(block.length(), status.size()));
    }
    return blocks;
}

std::optional<DeliveryFailure> failureIn(QByteArrayView status)
{
    for (const MailHeader &block : blocksOf(status)) {
        if (!block.value("Action").trimmed().toByteArray().toLower().startsWith("failed")) {
            continue;
        }
        DeliveryFailure failure;
        failure.recipient = typed(block.value("Final-Recipient"));
        if (failure.recipient.isEmpty()) {
            failure.recipient = typed(block.value("Original-Recipient"));
        }
        failure.code = oneLine(block.value("Status")).section(u' ', 0, 0);
        failure.words = typed(block.value("Diagnostic-Code"));
        return failure;
    }
    return std::nullopt;
}

/// Of the letter that came back with the report, wholly or with its header alone.
QString returnedId(const QList<MimePart> &parts)
{
    const MimePart *part = partOf(
        parts, {"message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers"});
    if (part == nullptr) {
        return {};
    }
    const QByteArray bytes = decodeTransfer(*part);
    return idIn(MailHeader::read(bytes).value("Message-ID"));
}

/// Where the letter is quoted as plain text.
QString quotedId(QByteArrayView whole)
{
    static const QRegularExpression field(u"^[>\\s]*Message-ID:\\s*<([^<>\\s]{1,990})>"_s,
                                          QRegularExpression::MultilineOption
                                              | QRegularExpression::CaseInsensitiveOption);
    const QString text = QString::fromUtf8(whole.first(std::min(whole.size(), longestReport)));
    return field.match(text).captured(1);
}

bool isFromAServer(const MailHeader &header)
{
    constexpr std::array names{"mailer-daemon"_L1, "postmaster"_L1, "microsoftexchange"_L1, "mail-daemon"_L1};
    const QByteArrayView path = header.value("Return-Path").trimmed();
    const QString from = readAddresses(header.value("From")).value(0).address;
    return path == "<>" || !header.value("X-Failed-Recipients").isEmpty()
        || std::ranges::any_of(
               names, [&](QLatin1StringView name) { return from.startsWith(name, Qt::CaseInsensitive); });
}

/// A report in words alone.
std::optional<DeliveryFailure> failureInWords(const MailHeader &header, const QList<MimePart> &parts)
{
    const MimePart *text = partOf(parts, {"text/plain"});
    const QByteArrayView failed = header.value("X-Failed-Recipients");
    if (text == nullptr || !isFromAServer(header)) {
        return std::nullopt;
    }
    DeliveryFailure failure;
    failure.words = refusalIn(textOf(*text), failure.code);
    failure.recipient = readAddresses(failed).value(0).address;
    if (failure.words.isEmpty() && failed.isEmpty()) {
        return std::nullopt; // it may be late, or an answer of a person
    }
    return failure;
}

} // namespace

std::optional<DeliveryFailure> readDeliveryFailure(const MailHeader &header, const QList<MimePart> &parts,
                                                   QByteArrayView whole)
{
    const MimePart *status = partOf(parts, {"message/delivery-status", "message/global-delivery-status"});
    std::optional<DeliveryFailure> failure
        = status != nullptr ? failureIn(decodeTransfer(*status)) : failureInWords(header, parts);
    if (!failure) {
        return std::nullopt;
    }
    failure->messageId = returnedId(parts);
    if (failure->messageId.isEmpty()) {
        failure->messageId = quotedId(whole);
    }
    for (const char *name : {"In-Reply-To", "References"}) {
        if (failure->messageId.isEmpty()) {
            failure->messageId = idIn(header.value(name));
        }
    }
    if (failure->words.isEmpty()) {
        const MimePart *text = partOf(parts, {"text/plain"});
        QString code;
        failure->words = text != nullptr ? refusalIn(textOf(*text), code) : QString();
    }
    return failure->messageId.isEmpty() ? std::nullopt : failure;
}

} // namespace aside
