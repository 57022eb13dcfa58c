// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/importsources.h"

#include "app/import/mail/mailsources.h"
#include "app/import/social/bytereader.h"
#include "app/import/social/caresource.h"
#include "app/import/social/tablesource.h"
#include "app/import/social/telegramsource.h"
#include "app/import/treesource.h"

#include <QFileInfo>

namespace aside {

namespace {

/// The beginning of the file; enough to tell the formats apart.
Result<QByteArray> readHead(const QString &path)
{
    return ByteReader::open(path).and_then([](std::unique_ptr<ByteReader> in) -> Result<QByteArray> {
        const QByteArray head = in->chunk().toByteArray();
        if (in->hasFailed()) {
            return fail(Errc::Io, QStringLiteral("cannot read the file"));
        }
        return head;
    });
}

QByteArrayView withoutMark(QByteArrayView head)
{
    return (head.startsWith("\xEF\xBB\xBF") ? head.sliced(3) : head).trimmed();
}

Result<std::unique_ptr<ImportSource>> openJson(const QString &path, const QByteArray &head,
                                               const ImportOptions &options)
{
    if (looksLikeTelegram(head)) {
        return TelegramSource::open(path);
    }
    if (looksLikeCareDialogues(head)) {
        return CareSource::open(path);
    }
    return TableSource::openJsonLinesTable(path, head, options);
}

Result<std::unique_ptr<ImportSource>> openFile(const QString &path, const ImportOptions &options)
{
    const auto head = readHead(path);
    if (!head) {
        return std::unexpected(head.error());
    }
    const QByteArrayView text = withoutMark(*head);
    if (text.isEmpty()) {
        return fail(Errc::Empty, QStringLiteral("nothing but white space"));
    }
    if (text.startsWith('{') || text.startsWith('[')) {
        return openJson(path, *head, options);
    }
    if (looksLikeMbox(*head)) {
        return openMbox(path, options);
    }
    if (looksLikeMail(*head)) {
        return openEml(path, options);
    }
    return TableSource::openCsvTable(path, *head, options);
}

} // namespace

Result<std::unique_ptr<ImportSource>> openImport(const QString &path, const ImportOptions &options)
{
    const QFileInfo info(path);
    if (!info.isDir()) {
        return openFile(path, options);
    }
    if (!info.isReadable() || !info.isExecutable()) {
        return fail(Errc::NoPermission, QStringLiteral("the folder may not be read"));
    }
    if (isWholeMaildir(path)) {
        return openMaildir(path, options);
    }
    return TreeSource::open(path, [options](const QString &entry) {
        return QFileInfo(entry).isDir() ? openMaildir(entry, options) : openFile(entry, options);
    });
}

} // namespace aside
