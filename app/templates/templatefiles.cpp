// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/templates/templatefiles.h"

#include "models/templates/templatecatalog.h"
#include "models/templates/templatefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr auto suffix = ".md"_L1;

/// Walks through one folder and what lies below it.
class Lister
{
public:
    explicit Lister(const QString &folder)
        : m_folder(folder)
        , m_root(QFileInfo(folder).canonicalFilePath())
    {
    }

    TemplateListing list()
    {
        if (!m_root.isEmpty()) {
            enter(m_folder, {}, 1);
        }
        std::ranges::sort(m_list.files, {}, &TemplateEntry::id);
        return std::move(m_list);
    }

private:
    void enter(const QString &folder, const QString &prefix, int depth)
    {
        const auto real = QFileInfo(folder).canonicalFilePath();
        if (m_entered.contains(real)) {
            return; // a link back to where we come from
        }
        m_entered.insert(real);
        if (depth > deepestFolder) {
            report(prefix.chopped(1), TemplateFault::TooDeep);
            return;
        }
        m_list.folders.append(folder);
        const QDir here(folder);
        if (!here.isReadable()) {
            report(prefix.chopped(1), TemplateFault::Unreadable);
        }
        for (const auto &entry : here.entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)) {
            look(entry, prefix, depth);
        }
    }

    void look(const QFileInfo &entry, const QString &prefix, int depth)
    {
        const auto name = prefix + entry.fileName();
        const bool isFile = !entry.isDir();
        if (isFile && !name.endsWith(suffix)) {
            return;
        }
        if (entry.isSymLink() && !isInside(entry)) {
            report(name, TemplateFault::OutsideFolder, entry.fileName());
        } else if (!isFile) {
            enter(entry.filePath(), name + u'/', depth + 1);
        } else if (!entry.isFile()) {
            report(name, TemplateFault::Unreadable);
        } else if (m_list.files.size() < mostTemplates) {
            m_list.files.append({.id = name.chopped(suffix.size()),
                                 .path = entry.filePath(),
                                 .size = entry.size(),
                                 .modifiedAt = entry.lastModified().toMSecsSinceEpoch()});
        } else if (!std::exchange(m_isFull, true)) {
            report({}, TemplateFault::TooLarge, QString::number(mostTemplates));
        }
    }

    [[nodiscard]] bool isInside(const QFileInfo &entry) const
    {
        const auto real = entry.canonicalFilePath();
        return real == m_root || real.startsWith(m_root + u'/');
    }

    void report(const QString &file, TemplateFault fault, const QString &detail = {})
    {
        m_list.problems.append({.file = file, .fault = fault, .detail = detail});
    }

    QString m_folder;
    QString m_root;
    QSet<QString> m_entered;
    bool m_isFull = false;
    TemplateListing m_list;
};

TemplateSourceFile readSource(const TemplateEntry &entry)
{
    QFile file(entry.path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {.id = entry.id, .isReadable = false};
    }
    // One byte more than is allowed, so that the reader sees that it is too large.
    const auto bytes = file.read(largestTemplate + 1);
    return {.id = entry.id, .bytes = bytes, .isReadable = file.error() == QFileDevice::NoError};
}

QList<TemplateProblem> missingFiles(const TemplateCatalog &catalog, const TemplatePlaces &places)
{
    QList<TemplateProblem> problems;
    for (const auto &one : catalog.templates()) {
        for (const auto &file : one.files) {
            const auto path = attachmentPath(templateFolder(places, one.scope), one.id, file.path);
            if (!path) {
                const bool isGone = path.error().code == Errc::NotFound;
                problems.append({.file = one.id + suffix,
                                 .line = 1,
                                 .column = 1,
                                 .fault = isGone ? TemplateFault::MissingFile : TemplateFault::OutsideFolder,
                                 .detail = file.path,
                                 .scope = one.scope});
            }
        }
    }
    return problems;
}

} // namespace

TemplateListing listTemplates(const QString &folder)
{
    return Lister(folder).list();
}

std::shared_ptr<const TemplateCatalog> readTemplates(const TemplatePlaces &places)
{
    auto catalog = std::make_shared<TemplateCatalog>();
    for (const auto scope : {TemplateScope::Mine, TemplateScope::Team}) {
        const auto folder = templateFolder(places, scope);
        if (folder.isEmpty()) {
            continue;
        }
        auto listing = listTemplates(folder);
        for (auto &problem : listing.problems) {
            problem.scope = scope;
        }
        QList<TemplateSourceFile> sources;
        sources.reserve(listing.files.size());
        std::ranges::transform(listing.files, std::back_inserter(sources), readSource);
        catalog->add(scope, sources);
        catalog->report(listing.problems);
    }
    catalog->finish();
    catalog->report(missingFiles(*catalog, places));
    return catalog;
}

std::shared_ptr<const TemplateCatalog> deliveredTemplates()
{
    return readTemplates({.mine = u":/aside/templates"_s, .team = {}});
}

Result<QString> attachmentPath(const QString &folder, const QString &id, const QString &path)
{
    const auto slash = id.lastIndexOf(u'/');
    const auto relative = slash < 0 ? path : id.first(slash + 1) + path;
    const auto clean = QDir::cleanPath(relative);
    if (!isTemplateId(id) || path.isEmpty() || QDir::isAbsolutePath(path) || clean == ".."_L1
        || clean.startsWith("../"_L1)) {
        return fail(Errc::InvalidInput, u"the file lies outside the folder"_s);
    }
    return pathInside(folder, clean).and_then([](const QString &full) -> Result<QString> {
        if (!QFileInfo(full).isFile()) {
            return fail(Errc::NotFound, u"the file of a template is gone"_s);
        }
        return full;
    });
}

} // namespace aside
