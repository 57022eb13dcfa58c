// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/core/id.h"

#include <QObject>

#include <optional>

namespace aside {

/// Brings attachments that were left at their servers. On the UI thread.
class AttachmentSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Once for all who ask. Ends with one of the signals, also at once.
    virtual void bring(AttachmentId id) = 0;
    /// Ends with failed() and Errc::Cancelled where it is on its way.
    virtual void cancel(AttachmentId id) = 0;
    /// In per cent; none where it is not on its way.
    [[nodiscard]] virtual std::optional<int> progress(AttachmentId id) const = 0;

Q_SIGNALS:
    void progressed(aside::AttachmentId id);
    /// It is stored as any other now.
    void arrived(aside::AttachmentId id);
    /// It is at its server as before. Errc::NotFound: it lies nowhere there any more.
    void failed(aside::AttachmentId id, const aside::Error &error);
};

} // namespace aside
