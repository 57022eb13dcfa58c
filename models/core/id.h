// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>
#include <QtTypes>

#include <compare>

namespace aside {

/// A local row id that cannot be mixed up with an id of another kind.
template <typename Tag>
struct Id {
    qint64 value = 0;

    [[nodiscard]] constexpr bool isValid() const noexcept { return value > 0; }
    constexpr auto operator<=>(const Id &) const = default;
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return ::qHash(id.value, seed); }
};

using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using AttachmentId = Id<struct AttachmentTag>;
using DraftAttachmentId = Id<struct DraftAttachmentTag>;
using DraftId = Id<struct DraftTag>;
using OutboxId = Id<struct OutboxTag>;
using PersonId = Id<struct PersonTag>;
using HandleId = Id<struct HandleTag>;
using PromiseId = Id<struct PromiseTag>;
using ConsentEntryId = Id<struct ConsentEntryTag>;
using PrivateMoveId = Id<struct PrivateMoveTag>;
using AccountId = Id<struct AccountTag>;

} // namespace aside
