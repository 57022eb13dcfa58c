// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/treesource.h"

#include "app/import/mail/mailsources.h"
#include "app/import/social/bytereader.h"
#include "app/import/social/telegramsource.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace aside {

namespace {

constexpr qsizetype enoughMessages = 200;
constexpr qint64 enoughBytes = 1024 * 1024;
constexpr int maxEntriesAStep = 200;

/// New mail changes the folders of a Maildir, not the Maildir itself.
QByteArray stateOf(const QString &path)
{
    QByteArray state;
    for (const auto &below : {QString(), QStringLiteral("/cur"), QStringLiteral("/new")}) {
        const QFileInfo info(path + below);
        state += ' ' + QByteArray::number(info.size()) + ' '
            + QByteArray::number(info.lastModified(QTimeZone::UTC).toMSecsSinceEpoch());
        if (!info.isDir()) {
            break;
        }
    }
    return state;
}

/// The files beside Telegram's result.json are its attachments, not sources of their own.
bool isTelegramExport(const QString &file)
{
    if (QFileInfo(file).isSymLink()) {
        return false;
    }
    const auto in = ByteReader::open(file);
    return in && looksLikeTelegram((*in)->chunk());
}

/// What mail servers keep beside the messages.
bool isMailIndex(const QString &name)
{
    return name.startsWith(u'.') || name.startsWith(QLatin1StringView("dovecot"))
        || name.startsWith(QLatin1StringView("courier")) || name.startsWith(QLatin1StringView("maildir"))
        || name == QLatin1StringView("subscriptions");
}

} // namespace

bool isWholeMaildir(const QString &folder)
{
    if (!looksLikeMaildir(folder)) {
        return false;
    }
    QStringList pending{folder};
    while (!pending.isEmpty()) {
        const QDir dir(pending.takeLast());
        if (dir.exists(QStringLiteral("cur")) || dir.exists(QStringLiteral("new"))) {
            continue;
        }
        const auto infos = dir.entryInfoList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot
                                             | QDir::NoSymLinks);
        for (const QFileInfo &info : infos) {
            if (info.isDir()) {
                pending.append(info.filePath());
            } else if (!isMailIndex(info.fileName())) {
                return false;
            }
        }
    }
    return true;
}

Result<std::unique_ptr<ImportSource>> TreeSource::open(const QString &folder, Opener opener)
{
    if (!QFileInfo(folder).isReadable() || !QFileInfo(folder).isExecutable()) {
        return fail(Errc::NoPermission, QStringLiteral("the folder may not be read"));
    }
    std::unique_ptr<TreeSource> tree(new TreeSource(folder, std::move(opener)));
    if (const auto found = tree->findFirst(); !found) {
        return std::unexpected(found.error());
    }
    return tree;
}

TreeSource::TreeSource(QString folder, Opener opener)
    : m_folder(QFileInfo(folder).canonicalFilePath())
    , m_opener(std::move(opener))
{
    collect(m_folder);
    std::ranges::sort(m_entries, {}, &Entry::path);
    QCryptographicHash state(QCryptographicHash::Sha256);
    for (const Entry &entry : std::as_const(m_entries)) {
        state.addData(entry.path.toUtf8() + stateOf(entry.path));
        m_total += entry.size;
    }
    m_key = QStringLiteral("%1|%2").arg(m_folder, QString::fromLatin1(state.result().toHex()));
}

void TreeSource::collect(const QString &folder)
{
    QStringList pending{folder};
    while (!pending.isEmpty()) {
        const QString path = pending.takeLast();
        if (path != m_folder && isWholeMaildir(path)) {
            m_entries.append({.path = path});
            continue;
        }
        const QDir dir(path);
        if (!dir.isReadable()) {
            m_problems.append(
                {.source = path, .error = {.code = Errc::NoPermission, .detail = {}, .retryAfter = {}}});
            continue;
        }
        if (const QString result = dir.filePath(QStringLiteral("result.json")); isTelegramExport(result)) {
            m_entries.append({.path = result, .size = QFileInfo(result).size()});
            continue;
        }
        const auto infos = dir.entryInfoList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot
                                             | QDir::NoSymLinks);
        for (const QFileInfo &info : infos) {
            if (info.isDir()) {
                pending.append(info.filePath());
            } else {
                m_entries.append({.path = info.filePath(), .size = info.size()});
            }
        }
    }
}

/// So that a folder without anything for us is refused when it is opened, not after a long walk.
Result<void> TreeSource::findFirst()
{
    if (m_entries.isEmpty()) {
        return m_problems.isEmpty() ? fail(Errc::Empty, QStringLiteral("no files in the folder"))
                                    : fail(Errc::NoPermission, QStringLiteral("nothing may be read"));
    }
    while (m_current < m_entries.size()) {
        if (openCurrent()) {
            return {};
        }
        closeCurrent();
    }
    const auto refused = std::ranges::find_if(
        m_problems, [](const ImportProblem &problem) { return problem.error.code == Errc::InvalidInput; });
    if (refused != m_problems.end()) {
        return std::unexpected(refused->error);
    }
    return fail(Errc::UnknownFormat, QStringLiteral("nothing in the folder is of a known format"));
}

bool TreeSource::openCurrent()
{
    const Entry &entry = m_entries.at(m_current);
    auto opened = m_opener(entry.path);
    if (!opened) {
        const Errc code = opened.error().code;
        if (code != Errc::UnknownFormat && code != Errc::Empty) {
            m_problems.append({.source = entry.path, .error = opened.error()});
        }
        return false;
    }
    m_source = *std::move(opened);
    return true;
}

void TreeSource::closeCurrent()
{
    m_source.reset();
    m_inner.clear();
    m_passed += m_entries.at(m_current).size;
    m_innerDone = 0;
    ++m_current;
}

QByteArray TreeSource::cursor() const
{
    const QString path = m_current < m_entries.size() ? m_entries.at(m_current).path : QString();
    return QJsonDocument(QJsonObject{{QStringLiteral("entry"), path},
                                     {QStringLiteral("inner"), QString::fromLatin1(m_inner.toBase64())}})
        .toJson(QJsonDocument::Compact);
}

Result<void> TreeSource::resume(const QByteArray &cursor)
{
    if (cursor.isEmpty()) {
        return {};
    }
    const QJsonObject json = QJsonDocument::fromJson(cursor).object();
    const QString path = json.value(QLatin1StringView("entry")).toString();
    const auto entry = std::ranges::find(m_entries, path, &Entry::path);
    if (!json.contains(QLatin1StringView("entry")) || (entry == m_entries.end() && !path.isEmpty())) {
        return fail(Errc::InvalidInput, QStringLiteral("a cursor of another kind"));
    }
    m_source.reset();
    m_problems.clear();
    m_innerDone = 0;
    m_current = path.isEmpty() ? m_entries.size() : entry - m_entries.begin();
    m_passed = 0;
    for (const Entry &before : std::as_const(m_entries).first(m_current)) {
        m_passed += before.size;
    }
    m_inner = QByteArray::fromBase64(json.value(QLatin1StringView("inner")).toString().toLatin1());
    if (m_inner.isEmpty() || !openCurrent()) {
        return {};
    }
    return m_source->resume(m_inner);
}

Result<ImportStep> TreeSource::next()
{
    ImportStep step;
    const qint64 from = m_passed + m_innerDone;
    for (int i = 0; i < maxEntriesAStep && m_current < m_entries.size()
         && step.messages.size() < enoughMessages && m_passed + m_innerDone - from < enoughBytes;
         ++i) {
        if (m_source != nullptr || openCurrent()) {
            readCurrent(step);
        } else {
            closeCurrent();
        }
    }
    step.problems = std::exchange(m_problems, {});
    step.cursor = cursor();
    step.bytesDone = m_passed + m_innerDone;
    step.bytesTotal = m_total;
    step.atEnd = m_current >= m_entries.size();
    return step;
}

void TreeSource::readCurrent(ImportStep &step)
{
    auto read = m_source->next();
    if (!read) {
        m_problems.append({.source = m_entries.at(m_current).path, .error = read.error()});
        closeCurrent();
        return;
    }
    step.messages.append(std::move(read->messages));
    m_problems.append(read->problems);
    Entry &entry = m_entries[m_current];
    if (entry.size == 0) {
        entry.size = read->bytesTotal;
        m_total += entry.size;
    }
    m_innerDone = std::min(read->bytesDone, entry.size);
    m_inner = read->cursor;
    if (read->atEnd) {
        closeCurrent();
    }
}

} // namespace aside
