// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/keyboardpage.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>

namespace aside {

KeyboardPage::KeyboardPage(QWidget *parent)
    : SettingsPage(parent)
    , m_letters(new QCheckBox(this))
    , m_hint(nullptr)
    , m_shortcuts(new QPushButton(this))
{
    m_letters->setObjectName(QStringLiteral("lettersBox"));
    m_shortcuts->setObjectName(QStringLiteral("changeShortcutsButton"));
    form().addRow(m_letters);
    m_hint = addHint();
    form().addRow(m_shortcuts);
    retranslate();
    connect(m_letters, &QCheckBox::toggled, this, &SettingsPage::changed);
    connect(m_shortcuts, &QPushButton::clicked, this, &KeyboardPage::shortcutsAsked);
}

QString KeyboardPage::title() const
{
    return tr("Keyboard");
}

QString KeyboardPage::iconName() const
{
    return QStringLiteral("input-keyboard");
}

void KeyboardPage::show(const Preferences &preferences)
{
    const QSignalBlocker quiet(this);
    m_letters->setChecked(preferences.hasLetterKeys);
}

void KeyboardPage::collect(Preferences &preferences) const
{
    preferences.hasLetterKeys = m_letters->isChecked();
}

void KeyboardPage::retranslate()
{
    m_letters->setText(tr("Single &letters are commands in the list of conversations"));
    m_hint->setText(tr("For example J and K go down and up, E closes. They never work while you write."));
    m_shortcuts->setText(tr("&Change shortcuts…"));
}

} // namespace aside
