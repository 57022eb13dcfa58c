// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/windowcheckfiles.h"

#include "app/platform/checkfile.h"
#include "app/spelling/teamdictionary.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>

#include <functional>
#include <optional>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostEntries = 4000;

/// What a listing says of a folder: all that tells one state from another without reading.
class Listing
{
public:
    void add(const QString &folder, const QString &pattern)
    {
        if (!QFileInfo(folder).isDir()) {
            return; // made later, which is a change of the folder it lies in
        }
        m_paths.append(folder);
        QDirIterator found(folder, {pattern}, QDir::Files | QDir::AllDirs | QDir::NoDotAndDotDot,
                           QDirIterator::Subdirectories);
        while (found.hasNext() && m_paths.size() < mostEntries) {
            found.next();
            const auto info = found.fileInfo();
            m_paths.append(info.filePath());
            if (info.isFile()) {
                m_lines.append(u"%1 %2 %3"_s.arg(info.filePath())
                                   .arg(info.size())
                                   .arg(info.lastModified().toMSecsSinceEpoch()));
            }
        }
        m_lines.sort();
    }

    [[nodiscard]] const QStringList &paths() const { return m_paths; }
    [[nodiscard]] QString text() const { return m_lines.join(u'\n'); }

private:
    QStringList m_paths;
    QStringList m_lines;
};

} // namespace

/// Lives on the thread.
class WindowCheckFiles::Worker : public QObject
{
public:
    using Answer = std::function<void(const CheckFiles &)>;

    Worker(QString directory, const TemplateWatch &watch, Answer answer)
        : m_directory(std::move(directory))
        , m_pace(watch)
        , m_answer(std::move(answer))
    {
    }

    void begin()
    {
        m_watch = std::make_unique<FolderWatch>(m_pace);
        connect(m_watch.get(), &FolderWatch::changed, this, &Worker::look);
        connect(m_watch.get(), &FolderWatch::lookAsked, this, &Worker::look);
        look();
    }

    void look()
    {
        // Watched first and read then: what changes in between is told and read once more.
        if (const auto profile = readCheckFile(m_directory)) {
            m_team = profile->teamFolder;
        }
        Listing phrases;
        Listing words;
        for (const auto &root : roots()) {
            phrases.add(root + u"/phrases"_s, u"*.toml"_s);
            words.add(root + u"/dictionary"_s, u"*.txt"_s);
        }
        auto paths = roots() + phrases.paths() + words.paths();
        if (const auto file = m_directory + u"/check.toml"_s; QFileInfo::exists(file)) {
            paths.prepend(file);
        }
        m_watch->keep(paths);
        tell(phrases.text());
    }

private:
    [[nodiscard]] QStringList roots() const
    {
        return m_team.isEmpty() ? QStringList{m_directory} : QStringList{m_directory, m_team};
    }

    void tell(const QString &phrases)
    {
        CheckFiles now{.profile = readCheckFile(m_directory), .phraseFolders = {}, .phrases = phrases};
        for (const auto &root : roots()) {
            now.phraseFolders.append(root + u"/phrases"_s);
            if (now.profile) {
                now.profile->settings.dictionary += teamWords(root + u"/dictionary"_s);
            }
        }
        if (m_told != now) {
            m_told = now;
            m_answer(now);
        }
    }

    QString m_directory;
    TemplateWatch m_pace;
    Answer m_answer;
    QString m_team;
    std::unique_ptr<FolderWatch> m_watch;
    std::optional<CheckFiles> m_told;
};

WindowCheckFiles::WindowCheckFiles(const QString &directory, const TemplateWatch &watch, QObject *parent)
    : QObject(parent)
{
    // Posted to the thread of this object, which outlives the worker.
    m_worker = std::make_unique<Worker>(directory, watch, [this](const CheckFiles &files) {
        QMetaObject::invokeMethod(this, [this, files] { Q_EMIT read(files); }, Qt::QueuedConnection);
    });
    m_worker->moveToThread(&m_thread);
    m_thread.setObjectName(u"check files"_s);
    m_thread.start();
    QMetaObject::invokeMethod(m_worker.get(), &Worker::begin, Qt::QueuedConnection);
}

WindowCheckFiles::~WindowCheckFiles()
{
    // Goes on its own thread, where its timers are.
    QMetaObject::invokeMethod(
        m_worker.get(),
        [this] {
            m_worker.release()->deleteLater();
            m_thread.quit();
        },
        Qt::QueuedConnection);
    m_thread.wait();
}

void WindowCheckFiles::readSoon()
{
    QMetaObject::invokeMethod(m_worker.get(), &Worker::look, Qt::QueuedConnection);
}

} // namespace aside
