// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/domain/person.h"

#include <QWidget>

class QComboBox;

namespace aside {

/// The part of the drawer that says how a person likes to be answered, and lets it be changed.
class PreferenceSection : public QWidget
{
    Q_OBJECT

public:
    explicit PreferenceSection(QWidget *parent);

    void show(const PersonCard &card);
    void retranslate();

Q_SIGNALS:
    void changed(const aside::PersonPreference &preference);

private:
    void fillChannels();
    void tell();

    PersonCard m_card;
    QComboBox *m_channel;
    QComboBox *m_length;
    QComboBox *m_form;
};

} // namespace aside
