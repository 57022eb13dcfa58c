// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/import/mail/mailparser.h"
#include "models/ports/importsource.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <compare>

namespace aside {

/// Reads a Maildir with its subfolders, Maildir++ (".Sent") or nested; only names are kept in memory.
class MaildirReader final : public ImportSource
{
public:
    [[nodiscard]] static bool isMaildir(const QString &path);
    /// Empty own addresses are guessed at the first step.
    MaildirReader(QString path, QStringList ownAddresses);

    [[nodiscard]] QString key() const override { return m_key; }
    /// The cursor is the folder and name of the last message read.
    [[nodiscard]] Result<void> resume(const QByteArray &cursor) override;
    [[nodiscard]] Result<ImportStep> next() override;

private:
    struct Folder {
        QString path; ///< ends in /cur or /new, below the root
        bool isSent = false;
    };
    struct Item {
        qsizetype folder = 0;
        QByteArray name;

        auto operator<=>(const Item &) const = default;
    };

    void list();
    void guessOwner();
    void read(const Item &item, ImportStep &step);
    [[nodiscard]] qint64 totalBytes() const;
    [[nodiscard]] QString filePath(const Item &item) const;

    QString m_root;
    QString m_key;
    MailContext m_context;
    QList<Folder> m_folders;
    QList<Item> m_items;
    qsizetype m_at = 0;
    qsizetype m_resumedAt = 0;
    qint64 m_bytesDone = 0;
    bool m_isListed = false;
};

} // namespace aside
