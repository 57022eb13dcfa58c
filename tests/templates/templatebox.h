// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/templates/templatefolders.h"
#include "models/templates/templatecatalog.h"
#include "tests/support/testclock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace aside::test {

/// How long a loaded machine may take to notice a change.
constexpr int patience = 30'000;

inline QByteArray lateTemplate(const QByteArray &body)
{
    return "+++\ntitle = \"Late\"\n+++\n" + body + "\n";
}

template <typename T>
Result<T> answerOf(QFuture<Result<T>> future)
{
    future.waitForFinished();
    return future.takeResult();
}

/// A profile's folder of templates, and a team's.
class TemplateBox
{
public:
    TemplateBox()
    {
        QDir().mkpath(path(QStringLiteral("mine")));
        QDir().mkpath(path(QStringLiteral("team/templates")));
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] TemplatePlaces places() const
    {
        return {.mine = path(QStringLiteral("mine")), .team = path(QStringLiteral("team"))};
    }
    void put(const QString &name, const QByteArray &bytes) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    /// A library that has read its folders.
    [[nodiscard]] std::unique_ptr<TemplateFolders> library(const TemplateWatch &watch = {}) const
    {
        auto made = std::make_unique<TemplateFolders>(places(), watch, clock);
        QSignalSpy changed(made.get(), &TemplateLibrary::changed);
        return changed.wait(patience) ? std::move(made) : nullptr;
    }
    [[nodiscard]] static QString bodyOf(const TemplateFolders &library, const QString &id)
    {
        const auto *found = library.catalog()->find(id);
        return found ? found->body.trimmed() : QString();
    }

    TestClock clock;

private:
    QTemporaryDir m_folder;
};

} // namespace aside::test
