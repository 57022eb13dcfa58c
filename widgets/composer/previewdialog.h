// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/channel.h"

#include <QDialog>

namespace aside {

struct ChannelPreview;

/// Shows a text as readers of its channel will see it, and what is worth knowing of it. Nothing in it can be
/// opened. Deletes itself.
class PreviewDialog final : public QDialog
{
    Q_OBJECT
public:
    PreviewDialog(Channel channel, const ChannelPreview &preview, QWidget *parent);

private:
    [[nodiscard]] static QString notesText(const ChannelPreview &preview);
};

} // namespace aside
