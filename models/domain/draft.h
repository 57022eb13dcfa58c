// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/clock.h"
#include "models/core/id.h"
#include "models/domain/addressing.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace aside {

/// Reply and note are kept apart and never mixed. Stored: never renumber.
enum class DraftKind : quint8 { Reply = 0, Note = 1 };

[[nodiscard]] constexpr DraftKind otherKind(DraftKind kind)
{
    return kind == DraftKind::Reply ? DraftKind::Note : DraftKind::Reply;
}

/// One of the texts that can be written: reply and note of a conversation are never mixed.
struct DraftKey {
    ConversationId conversation;
    DraftKind kind = DraftKind::Reply;

    bool operator==(const DraftKey &) const = default;
    friend size_t qHash(const DraftKey &key, size_t seed = 0) noexcept
    {
        return qHashMulti(seed, key.conversation, static_cast<int>(key.kind));
    }
};

/// A file that lies with a draft or an outbox item. Its bytes lie in the blob store under `sha256`.
struct DraftAttachment {
    DraftAttachmentId id;
    QString name; ///< as it was called where it came from; never a path
    QString mimeType;
    QByteArray sha256; ///< 32 bytes
    qint64 size = 0; ///< bytes; a file may be empty
    QString alt; ///< what a picture shows, for who cannot see it

    bool operator==(const DraftAttachment &) const = default;
};

/// Bytes to attach that are no file yet, such as a pasted picture.
struct NewAttachment {
    QString name;
    QString mimeType;
    QByteArray data;

    bool operator==(const NewAttachment &) const = default;
};

/// The most that one draft carries, in bytes: beyond it mail servers refuse.
inline constexpr qint64 mostAttached = 25 * 1'000 * 1'000;

[[nodiscard]] inline qint64 totalSize(const QList<DraftAttachment> &files)
{
    qint64 sum = 0;
    for (const DraftAttachment &file : files) {
        sum += file.size;
    }
    return sum;
}

/// An unsent reply or note: one per conversation and kind, saved with every version.
struct Draft {
    DraftId id;
    ConversationId conversation;
    DraftKind kind = DraftKind::Reply;
    QString text;
    Instant updatedAt{};
    int version = 0; ///< counts up from 1 with each saved change; 0 = never saved
    QList<DraftAttachment> attachments{}; ///< versions do not keep them
    Addressing addressing{}; ///< of a reply; versions keep it

    bool operator==(const Draft &) const = default;
};

/// A note that was added to its conversation.
struct Note {
    MessageId id;
    ConversationId conversation;
    QString text;
    Instant addedAt{};

    bool operator==(const Note &) const = default;
};

} // namespace aside
