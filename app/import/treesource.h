// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/ports/importsource.h"

#include <QList>
#include <QString>

#include <functional>
#include <memory>

namespace aside {

/// Whether the folder is a Maildir, or holds Maildirs and nothing else: then they are read together.
[[nodiscard]] bool isWholeMaildir(const QString &folder);

/// A folder whose files are sources of their own, one after another in the order of their paths. Symbolic
/// links are not followed; files that nobody reads are passed over.
class TreeSource final : public ImportSource
{
public:
    using Opener = std::function<Result<std::unique_ptr<ImportSource>>(const QString &path)>;

    /// Errors: NoPermission, Empty (no file at all), UnknownFormat (none that we read), InvalidInput.
    [[nodiscard]] static Result<std::unique_ptr<ImportSource>> open(const QString &folder, Opener opener);

    [[nodiscard]] QString key() const override { return m_key; }
    [[nodiscard]] Result<void> resume(const QByteArray &cursor) override;
    [[nodiscard]] Result<ImportStep> next() override;

private:
    struct Entry {
        QString path;
        qint64 size = 0; ///< 0 for a folder that is one source
    };

    TreeSource(QString folder, Opener opener);
    void collect(const QString &folder);
    [[nodiscard]] Result<void> findFirst();
    [[nodiscard]] bool openCurrent();
    void readCurrent(ImportStep &step);
    void closeCurrent();
    [[nodiscard]] QByteArray cursor() const;

    QString m_folder;
    Opener m_opener;
    QString m_key;
    QList<Entry> m_entries;
    QList<ImportProblem> m_problems; ///< found since the last step
    qsizetype m_current = 0;
    std::unique_ptr<ImportSource> m_source;
    QByteArray m_inner;
    qint64 m_passed = 0;
    qint64 m_innerDone = 0;
    qint64 m_total = 0;
};

} // namespace aside
