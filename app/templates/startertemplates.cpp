// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/templates/startertemplates.h"

#include "app/templates/templatepaths.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

Result<void> copySet(const QString &to)
{
    const QDir set(u":/aside/templates"_s);
    for (QDirIterator files(set.path(), QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) {
            return fail(Errc::Internal, u"a template of our own cannot be read"_s);
        }
        const auto path = to + u'/' + set.relativeFilePath(file.fileName());
        if (auto written = writeWhole(path, file.readAll()); !written) {
            return written;
        }
    }
    return {};
}

} // namespace

Result<void> addStarterTemplates(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.exists() || info.isSymLink()) {
        return {};
    }
    QTemporaryDir made(folder + u".new-XXXXXX"_s);
    if (!made.isValid()) {
        return fail(Errc::ReadOnly, made.errorString());
    }
    return copySet(made.path()).and_then([&]() -> Result<void> {
        if (!QDir().rename(made.path(), folder)) {
            return fail(Errc::ReadOnly, u"the folder of templates cannot be made"_s);
        }
        made.setAutoRemove(false);
        return {};
    });
}

} // namespace aside
