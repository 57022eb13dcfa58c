// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/profile.h"
#include "app/windowcheckfiles.h"
#include "models/check/checkrunner.h"
#include "models/check/replydesk.h"

#include <QObject>
#include <QThreadPool>

namespace aside {

/// The reply check of one profile: its thread, with the system's dictionaries and the profile's phrases, and
/// the desk that the window works with.
class WindowCheck : public QObject
{
    Q_OBJECT
public:
    explicit WindowCheck(Profile &profile);

    [[nodiscard]] ReplyDesk &desk() { return m_desk; }
    [[nodiscard]] CheckRunner &runner() { return m_runner; }
    /// The profile's own, and the team's where there is one.
    [[nodiscard]] QStringList phraseFolders() const { return foldersOf(QStringLiteral("/phrases")); }
    /// What is wrong with PROFILE/check.toml now; the check goes on by what it said before, or as delivered.
    [[nodiscard]] Result<void> problem() const;
    /// Keeps a word that is spelt right in the team's dictionary, or else in the profile's.
    void addWord(const QString &word);

Q_SIGNALS:
    /// The desk knows what lies on the disk.
    void filesRead();
    void failed(const aside::Error &error);

private:
    void take(const CheckFiles &files);
    void saveProfile();
    [[nodiscard]] QStringList foldersOf(const QString &name) const;

    QString m_directory;
    Result<CheckProfile> m_file; ///< as it was read last
    QThreadPool m_writer; ///< waits for what is being written
    CheckRunner m_runner;
    ReplyDesk m_desk;
    QString m_phrases; ///< see CheckFiles::phrases
    bool m_isRead = false;
    WindowCheckFiles m_files;
};

} // namespace aside
