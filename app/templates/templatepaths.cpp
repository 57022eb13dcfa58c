// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/templates/templatepaths.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestId = 200;

bool isPart(QStringView part)
{
    // What begins with a dot is hidden, "." and ".." among it; Windows loses a dot or a space at the end.
    return !part.isEmpty() && part.front() != u'.' && part.back() != u'.' && !part.front().isSpace()
        && !part.back().isSpace() && std::ranges::all_of(part, [](QChar letter) {
               return letter.isPrint() && !u"\\:*?\"<>|"_s.contains(letter);
           });
}

/// What is there of the path, without the parts that are still to be made.
QFileInfo existingPart(const QString &path)
{
    QFileInfo info(path);
    while (!info.exists() && !info.isSymLink() && !info.isRoot()) {
        info.setFile(info.absolutePath());
    }
    return info;
}

} // namespace

QString templateFolder(const TemplatePlaces &places, TemplateScope scope)
{
    if (scope == TemplateScope::Mine) {
        return places.mine;
    }
    return places.team.isEmpty() ? QString() : places.team + u"/templates"_s;
}

bool isTemplateId(QStringView id)
{
    return !id.isEmpty() && id.size() <= longestId && std::ranges::all_of(id.split(u'/'), isPart);
}

Result<QString> pathInside(const QString &folder, const QString &path)
{
    const auto full = folder + u'/' + path;
    const auto root = QFileInfo(folder).canonicalFilePath();
    if (root.isEmpty()) {
        return full; // nothing there yet that could lead away
    }
    const auto real = existingPart(full).canonicalFilePath();
    if (real != root && !real.startsWith(root + u'/')) {
        return fail(Errc::InvalidInput, u"the path leads out of its folder"_s);
    }
    return full;
}

Result<QString> templateFilePath(const QString &folder, const QString &id)
{
    if (!isTemplateId(id)) {
        return fail(Errc::InvalidInput, u"this is no id of a template"_s);
    }
    return pathInside(folder, id + u".md"_s);
}

Errc writeError(const QFileDevice &file)
{
    switch (file.error()) {
    case QFileDevice::PermissionsError:
    case QFileDevice::OpenError:
        return Errc::NoPermission;
    case QFileDevice::ResourceError:
        return Errc::DiskFull;
    default:
        return Errc::Io;
    }
}

Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath())) {
        return fail(Errc::ReadOnly, u"the folder cannot be made"_s);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(writeError(file), file.errorString());
    }
    return {};
}

} // namespace aside
