// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "widgets/actions/palettemodel.h"
#include "widgets/common/pickerframe.h"

namespace aside {

/// The command palette: a field over the window that finds any command, view or conversation by a few
/// letters. Enter does it, Esc or a click elsewhere puts it away and gives the keyboard back.
class Palette : public PickerFrame
{
    Q_OBJECT

public:
    explicit Palette(QWidget *window);

    /// Opens it empty with these commands and views.
    void open(QList<PaletteEntry> entries);
    /// The answer to queryChanged; ignored where the query has changed since.
    void showConversations(const QString &query, QList<PaletteEntry> conversations);

Q_SIGNALS:
    /// Conversations are wanted for it; may be empty.
    void queryChanged(const QString &query);

protected:
    void choose() override;
    void retranslate() override;
    [[nodiscard]] QSize wantedSize() const override;

private:
    class Delegate;

    PaletteModel *m_model;
};

} // namespace aside
