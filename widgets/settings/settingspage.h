// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/preferences.h"

#include <QWidget>

class QFormLayout;
class QLabel;

namespace aside {

/// One page of the settings: shows its part of the preferences and says at once when the person changed it.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsPage(QWidget *parent);

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString iconName() const = 0;
    virtual void show(const Preferences &preferences) = 0;
    /// Writes its part into the preferences.
    virtual void collect(Preferences &preferences) const = 0;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

    virtual void retranslate() = 0;
    [[nodiscard]] QFormLayout &form() { return *m_form; }
    /// A row whose label belongs to the field: for its mnemonic and for screen readers.
    QLabel *addRow(QWidget *field);
    /// A quiet line below the field above.
    QLabel *addHint();

private:
    QFormLayout *m_form;
};

} // namespace aside
