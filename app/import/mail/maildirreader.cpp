// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/maildirreader.h"

#include "app/import/mail/mailfiles.h"
#include "app/import/mail/ownaddresses.h"

#include <QDateTime>
#include <QDir>
#include <QDirListing>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

namespace aside {
namespace {

using namespace Qt::StringLiterals;

constexpr int deepest = 20;
constexpr qsizetype mostMessages = 200;
constexpr qint64 mostBytes = 8LL * 1024 * 1024;

bool isContents(const QString &name)
{
    return name == "cur"_L1 || name == "new"_L1 || name == "tmp"_L1;
}

bool holdsMail(const QString &path)
{
    const auto has = [&](QLatin1StringView name) {
        return QFileInfo(path + name).isDir();
    };
    return has("/cur"_L1) || (has("/new"_L1) && has("/tmp"_L1)); // "new" alone may be anybody's folder
}

constexpr auto folderFilter = QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks;

/// Whether there is such a folder near the top; looks at a bounded number of them.
bool holdsMailBelow(const QString &path, int depth, int &budget)
{
    if (--budget < 0) {
        return false;
    }
    if (holdsMail(path)) {
        return true;
    }
    const QStringList names = depth > 0 ? QDir(path).entryList(folderFilter, QDir::Name) : QStringList();
    return std::ranges::any_of(
        names, [&](const QString &name) { return holdsMailBelow(path + u'/' + name, depth - 1, budget); });
}

/// Folders that hold cur/ or new/, below path and relative to it; "" is path itself.
void findFolders(const QString &root, const QString &relative, int depth, QStringList &found)
{
    const QString path = root + relative;
    if (holdsMail(path)) {
        found.append(relative);
    }
    if (depth >= deepest) {
        return;
    }
    const QStringList names = QDir(path).entryList(folderFilter, QDir::Name);
    for (const QString &name : names) {
        if (!isContents(name)) {
            findFolders(root, relative + u'/' + name, depth + 1, found);
        }
    }
}

/// ".Sent", "Archive/Sent Items", ".INBOX.Отправленные", or that word in the alphabet of IMAP folder names.
bool isSentFolder(const QString &relative)
{
    constexpr std::array<QStringView, 9> names{u"sent",
                                               u"sent items",
                                               u"sent mail",
                                               u"sent messages",
                                               u"sent-mail",
                                               u"отправленные",
                                               u"исходящие",
                                               u"&bb4eqgq,beaemaqybdsenqq9bd0eswq1-",
                                               u"&bbgeqqrfbd4enarpbekeoaq1-"};
    QString path = relative.toLower();
    path.replace(u'.', u'/');
    const QStringList steps = path.split(u'/');
    return std::ranges::any_of(steps, [&](const QString &step) {
        return std::ranges::any_of(names, [&](QStringView known) { return step == known; });
    });
}

/// The flags after ":2," ("!2," and ";2," where the file system has no colon).
bool isSeen(const QByteArray &name)
{
    const qsizetype flags = name.lastIndexOf("2,");
    const bool isInfo
        = flags > 0 && (name[flags - 1] == ':' || name[flags - 1] == '!' || name[flags - 1] == ';');
    return isInfo && name.indexOf('S', flags) > 0;
}

} // namespace

bool MaildirReader::isMaildir(const QString &path)
{
    constexpr int near = 3;
    int budget = 2000;
    return QFileInfo(path).isDir() && holdsMailBelow(path, near, budget);
}

MaildirReader::MaildirReader(QString path, QStringList ownAddresses)
    : m_root(std::move(path))
{
    m_context.ownAddresses = std::move(ownAddresses);
    QStringList relatives;
    findFolders(m_root, {}, 0, relatives);
    qint64 newest = 0;
    for (const QString &relative : std::as_const(relatives)) {
        for (const QLatin1StringView contents : {"/cur"_L1, "/new"_L1}) {
            const QFileInfo info(m_root + relative + contents);
            if (info.isDir()) {
                m_folders.append({.path = relative + contents, .isSent = isSentFolder(relative)});
                newest = std::max(newest, info.lastModified().toMSecsSinceEpoch());
            }
        }
    }
    m_key = u"%1|%2|%3"_s.arg(fileKey(u"maildir"_s, m_root)).arg(m_folders.size()).arg(newest);
}

/// Names in a fixed order, once: a new message must not shift those not yet read.
void MaildirReader::list()
{
    if (std::exchange(m_isListed, true)) {
        return;
    }
    for (qsizetype folder = 0; folder < m_folders.size(); ++folder) {
        const qsizetype from = m_items.size();
        for (const auto &entry : QDirListing(m_root + m_folders[folder].path)) {
            QByteArray name = QFile::encodeName(entry.fileName());
            if (!name.startsWith('.') && !entry.isDir()) {
                m_items.append({.folder = folder, .name = std::move(name)});
            }
        }
        std::sort(m_items.begin() + from, m_items.end());
    }
    if (m_context.ownAddresses.isEmpty()) {
        guessOwner();
    }
}

void MaildirReader::guessOwner()
{
    AddressSample sample;
    // Spread over all folders, so that Sent has its say.
    const qsizetype stride = std::max<qsizetype>(1, m_items.size() / AddressSample::most);
    for (qsizetype at = 0; at < m_items.size() && !sample.isFull(); at += stride) {
        sample.add(participantAddresses(readMailHead(filePath(m_items[at]))));
    }
    m_context.ownAddresses = guessOwnAddresses(sample.messages());
}

QString MaildirReader::filePath(const Item &item) const
{
    return m_root + m_folders[item.folder].path + u'/' + QFile::decodeName(item.name);
}

Result<void> MaildirReader::resume(const QByteArray &cursor)
{
    const qsizetype cut = cursor.lastIndexOf('/');
    const QString path = QString::fromUtf8(cursor.first(std::max<qsizetype>(0, cut)));
    const auto folder = std::ranges::find(m_folders, path, &Folder::path);
    if (cut < 0 || folder == m_folders.end()) {
        return cursor.isEmpty() ? Result<void>() : fail(Errc::InvalidInput, u"not a cursor of this folder"_s);
    }
    list();
    const Item last{.folder = folder - m_folders.begin(), .name = cursor.sliced(cut + 1)};
    m_at = std::ranges::upper_bound(m_items, last) - m_items.begin();
    m_resumedAt = m_at;
    return {};
}

Result<ImportStep> MaildirReader::next()
{
    list();
    ImportStep step;
    const qint64 before = m_bytesDone;
    const qsizetype first = m_at;
    while (m_at < m_items.size() && m_at - first < mostMessages && m_bytesDone - before < mostBytes) {
        read(m_items[m_at++], step);
    }
    if (m_at > 0) {
        const Item &last = m_items[m_at - 1];
        step.cursor = m_folders[last.folder].path.toUtf8() + '/' + last.name;
    }
    step.bytesDone = m_bytesDone;
    step.bytesTotal = totalBytes();
    step.atEnd = m_at == m_items.size();
    return step;
}

/// What is read so far, stretched over all messages: asking 100,000 files for their size takes longer.
qint64 MaildirReader::totalBytes() const
{
    const qsizetype read = m_at - m_resumedAt;
    return read > 0 ? m_bytesDone / read * (m_items.size() - m_resumedAt) : 0;
}

void MaildirReader::read(const Item &item, ImportStep &step)
{
    const QString path = filePath(item);
    const auto raw = readMailFile(path);
    MailContext context = m_context;
    context.isRead = isSeen(item.name);
    context.isInSent = m_folders[item.folder].isSent;
    context.fallbackDate = modifiedAt(path);
    auto message = raw.and_then([&](const QByteArray &bytes) { return parseMail(bytes, context); });
    m_bytesDone += raw ? raw->size() : 0;
    if (message) {
        step.messages.append(std::move(*message));
    } else {
        step.problems.append({.source = path, .error = message.error()});
    }
}

} // namespace aside
