// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QSize>
#include <QString>
#include <QStringList>
#include <QtTypes>

#include <optional>

namespace aside {

/// What becomes of the places in a stranger's HTML where pictures of other servers belong.
enum class RemotePlaces : quint8 { LeftOut, Kept };

/// A picture on another server that may be asked for.
struct RemotePicture {
    QString address; ///< https
    QString reference; ///< what the HTML calls it: "remote:0"
    QString description; ///< as its author says
    QSize size; ///< as it is to be shown; 0 where nothing was said

    bool operator==(const RemotePicture &) const = default;
};

/// All that a message would fetch from elsewhere. What only reports that it was read is not in it.
struct RemoteContent {
    QList<RemotePicture> pictures; ///< each address once
    QStringList hosts; ///< of these, each once
    QStringList unencryptedHosts; ///< of pictures that are never loaded, for they are not at https

    [[nodiscard]] bool isEmpty() const { return pictures.isEmpty() && unencryptedHosts.isEmpty(); }
    bool operator==(const RemoteContent &) const = default;
};

/// Gathers the pictures of other servers as they are met.
class RemoteCollector
{
public:
    /// The picture to place; none where it is not to be loaded. All as it is written in the tag.
    std::optional<RemotePicture> add(const QString &address, const QHash<QString, QString> &attributes,
                                     const QString &description);
    [[nodiscard]] const RemoteContent &content() const { return m_content; }

private:
    RemoteContent m_content;
    QHash<QString, qsizetype> m_known; ///< addresses to their place in the list
};

} // namespace aside
