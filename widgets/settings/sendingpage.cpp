// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/sendingpage.h"

#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>

namespace aside {

SendingPage::SendingPage(QWidget *parent)
    : SettingsPage(parent)
    , m_undo(new QSpinBox(this))
    , m_undoLabel(addRow(m_undo))
    , m_hint(addHint())
{
    m_undo->setObjectName(QStringLiteral("undoWindowBox"));
    m_undo->setRange(0, static_cast<int>(Preferences::longestUndo.count()));
    m_undo->setKeyboardTracking(false);
    retranslate();
    connect(m_undo, &QSpinBox::valueChanged, this, &SettingsPage::changed);
}

QString SendingPage::title() const
{
    return tr("Sending");
}

QString SendingPage::iconName() const
{
    return QStringLiteral("document-send");
}

void SendingPage::show(const Preferences &preferences)
{
    const QSignalBlocker quiet(this);
    m_undo->setValue(static_cast<int>(preferences.undoWindow.count()));
}

void SendingPage::collect(Preferences &preferences) const
{
    preferences.undoWindow = std::chrono::seconds(m_undo->value());
}

void SendingPage::retranslate()
{
    m_undoLabel->setText(tr("Hold a &reply for"));
    //: After a number of seconds, with a space before it
    m_undo->setSuffix(tr(" s"));
    m_undo->setSpecialValueText(tr("Do not hold"));
    m_hint->setText(tr("While a reply is held, it can be taken back and stays a draft."));
}

} // namespace aside
