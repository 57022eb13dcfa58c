// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/preferencesfile.h"

#include "app/platform/settings.h"

#include <QPromise>

#include <memory>
#include <utility>

namespace aside {

PreferencesFile::PreferencesFile(QString directory)
    : m_directory(std::move(directory))
{
    m_writer.setMaxThreadCount(1); // in the order asked
}

PreferencesFile::~PreferencesFile()
{
    m_writer.waitForDone();
}

Result<Preferences> PreferencesFile::read() const
{
    return readSettings(m_directory).transform([](const Settings &settings) { return settings.preferences; });
}

QFuture<Result<void>> PreferencesFile::save(const Preferences &preferences)
{
    return run([directory = m_directory, preferences] { return writePreferences(directory, preferences); });
}

QFuture<Result<void>> PreferencesFile::startAfresh(const Preferences &preferences)
{
    return run([directory = m_directory, preferences] {
        return setAsideBrokenSettings(directory).and_then(
            [&] { return writePreferences(directory, preferences); });
    });
}

QFuture<Result<void>> PreferencesFile::run(std::function<Result<void>()> work)
{
    auto promise = std::make_shared<QPromise<Result<void>>>(); // a pool's function must be copyable
    promise->start();
    QFuture<Result<void>> answer = promise->future();
    m_writer.start([promise, work = std::move(work)] {
        promise->addResult(work());
        promise->finish();
    });
    return answer;
}

} // namespace aside
