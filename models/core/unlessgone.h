// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointer>

#include <utility>

namespace aside {

/// What to do when a future is cancelled, as long as `owner` is whole. A future whose context is destroyed is
/// cancelled while the context is half gone, and QFuture::onCanceled() runs all the same; a QPointer is empty
/// by then. To be handed to onCanceled(owner, …), on the owner's thread.
template <typename Owner, typename Work>
[[nodiscard]] auto unlessGone(Owner *owner, Work work)
{
    return [guard = QPointer<Owner>(owner), work = std::move(work)] {
        if (guard) {
            work();
        }
    };
}

} // namespace aside
