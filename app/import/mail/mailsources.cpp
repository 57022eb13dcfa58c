// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mailsources.h"

#include "app/import/mail/emlreader.h"
#include "app/import/mail/maildirreader.h"
#include "app/import/mail/mailheader.h"
#include "app/import/mail/mboxreader.h"
#include "app/import/mail/mboxsplitter.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace aside {
namespace {

using namespace Qt::StringLiterals;

bool isKnownField(QByteArrayView name)
{
    constexpr std::array known{
        "From",       "To",          "Cc",           "Subject",          "Date",
        "Received",   "Message-ID",  "MIME-Version", "Return-Path",      "Delivered-To",
        "Reply-To",   "Sender",      "Content-Type", "X-Mozilla-Status", "DKIM-Signature",
        "References", "In-Reply-To", "X-Received",   "ARC-Seal",         "Authentication-Results"};
    return std::ranges::any_of(
        known, [&](const char *field) { return name.compare(field, Qt::CaseInsensitive) == 0; });
}

QByteArrayView firstLine(QByteArrayView bytes)
{
    const qsizetype feed = bytes.indexOf('\n');
    return feed < 0 ? bytes : bytes.first(feed);
}

Result<void> checkFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(Errc::NotFound, u"no such file"_s);
    }
    if (!info.isFile()) {
        return fail(Errc::NotAFile, u"not a regular file"_s);
    }
    if (!info.isReadable()) {
        return fail(Errc::NoPermission, u"may not be read"_s);
    }
    return info.size() > 0 ? Result<void>() : fail(Errc::Empty, u"nothing in the file"_s);
}

} // namespace

bool looksLikeMaildir(const QString &path)
{
    return MaildirReader::isMaildir(path);
}

bool looksLikeMbox(QByteArrayView head)
{
    const QByteArrayView line = firstLine(head);
    return fromLineKind(line) != FromLine::No && line.size() < head.size()
        && looksLikeMail(head.sliced(line.size() + 1));
}

bool looksLikeMail(QByteArrayView head)
{
    constexpr qsizetype enough = 2;
    if (head.startsWith("From ")) {
        return false;
    }
    const QByteArrayView line = firstLine(head);
    const qsizetype colon = line.indexOf(':');
    const MailHeader header = MailHeader::read(head);
    // The first line already is a field: a table or a log may have some further down.
    const bool startsAtOnce
        = colon > 0 && !header.fields().isEmpty() && header.fields().first().name.data() == head.data();
    const auto count
        = std::ranges::count_if(header.fields(), [](const auto &field) { return isKnownField(field.name); });
    return startsAtOnce && count >= enough;
}

Result<std::unique_ptr<ImportSource>> openMaildir(const QString &path, const ImportOptions &options)
{
    const QFileInfo info(path);
    if (!info.exists()) {
        return fail(Errc::NotFound, u"no such folder"_s);
    }
    if (!info.isDir()) {
        return fail(Errc::NotADirectory, u"not a folder"_s);
    }
    if (!info.isReadable()) {
        return fail(Errc::NoPermission, u"may not be read"_s);
    }
    return std::make_unique<MaildirReader>(path, options.ownAddresses);
}

Result<std::unique_ptr<ImportSource>> openMbox(const QString &path, const ImportOptions &options)
{
    return checkFile(path).and_then([&] { return MboxReader::open(path, options.ownAddresses); });
}

Result<std::unique_ptr<ImportSource>> openEml(const QString &path, const ImportOptions &options)
{
    return checkFile(path).transform([&]() -> std::unique_ptr<ImportSource> {
        return std::make_unique<EmlReader>(path, options.ownAddresses);
    });
}

} // namespace aside
