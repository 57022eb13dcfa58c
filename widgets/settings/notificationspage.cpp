// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/notificationspage.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QTimeEdit>

namespace aside {

namespace {

constexpr int leadStep = 15; // minutes

} // namespace

NotificationsPage::NotificationsPage(QWidget *parent)
    : SettingsPage(parent)
    , m_notifies(new QCheckBox(this))
    , m_showsTexts(new QCheckBox(this))
    , m_textsHint(nullptr)
    , m_quiet(new QCheckBox(this))
    , m_from(new QTimeEdit(this))
    , m_until(new QTimeEdit(this))
    , m_fromLabel(nullptr)
    , m_untilLabel(nullptr)
    , m_lead(new QSpinBox(this))
    , m_leadLabel(nullptr)
    , m_tray(new QCheckBox(this))
{
    m_notifies->setObjectName(QStringLiteral("notifiesBox"));
    m_showsTexts->setObjectName(QStringLiteral("showsTextsBox"));
    m_quiet->setObjectName(QStringLiteral("quietHoursBox"));
    m_from->setObjectName(QStringLiteral("quietFrom"));
    m_until->setObjectName(QStringLiteral("quietUntil"));
    m_lead->setObjectName(QStringLiteral("promiseLeadBox"));
    m_lead->setRange(0, static_cast<int>(Preferences::longestLead.count()));
    m_lead->setSingleStep(leadStep);
    m_lead->setKeyboardTracking(false);
    m_tray->setObjectName(QStringLiteral("trayBox"));
    form().addRow(m_notifies);
    form().addRow(m_showsTexts);
    m_textsHint = addHint();
    form().addRow(m_quiet);
    m_fromLabel = addRow(m_from);
    m_untilLabel = addRow(m_until);
    m_leadLabel = addRow(m_lead);
    form().addRow(m_tray);
    retranslate();
    for (const QCheckBox *box : {m_notifies, m_showsTexts, m_quiet, m_tray}) {
        connect(box, &QCheckBox::toggled, this, [this] {
            enableParts();
            Q_EMIT changed();
        });
    }
    for (const QTimeEdit *time : {m_from, m_until}) {
        connect(time, &QTimeEdit::timeChanged, this, &SettingsPage::changed);
    }
    connect(m_lead, &QSpinBox::valueChanged, this, &SettingsPage::changed);
}

QString NotificationsPage::title() const
{
    return tr("Notifications");
}

QString NotificationsPage::iconName() const
{
    return QStringLiteral("dialog-messages");
}

void NotificationsPage::show(const Preferences &preferences)
{
    const QSignalBlocker quiet(this);
    m_notifies->setChecked(preferences.notifies);
    m_showsTexts->setChecked(preferences.showsTexts);
    m_quiet->setChecked(preferences.quietHours.isOn);
    m_from->setTime(preferences.quietHours.from);
    m_until->setTime(preferences.quietHours.until);
    m_lead->setValue(static_cast<int>(preferences.promiseLead.count()));
    m_tray->setChecked(preferences.hasTray);
    enableParts();
}

void NotificationsPage::collect(Preferences &preferences) const
{
    preferences.notifies = m_notifies->isChecked();
    preferences.showsTexts = m_showsTexts->isChecked();
    preferences.quietHours = {.isOn = m_quiet->isChecked(), .from = m_from->time(), .until = m_until->time()};
    preferences.promiseLead = std::chrono::minutes(m_lead->value());
    preferences.hasTray = m_tray->isChecked();
}

void NotificationsPage::enableParts()
{
    const bool isOn = m_notifies->isChecked();
    m_showsTexts->setEnabled(isOn);
    m_quiet->setEnabled(isOn);
    m_lead->setEnabled(isOn);
    m_leadLabel->setEnabled(isOn);
    for (QWidget *part : QList<QWidget *>{m_from, m_until, m_fromLabel, m_untilLabel}) {
        part->setEnabled(isOn && m_quiet->isChecked());
    }
}

void NotificationsPage::retranslate()
{
    m_notifies->setText(tr("&Announce new messages"));
    m_showsTexts->setText(tr("&Show who wrote and the first words"));
    m_textsHint->setText(tr("Without this, a notification only says that something arrived."));
    m_quiet->setText(tr("&Quiet hours"));
    m_fromLabel->setText(tr("&From"));
    m_untilLabel->setText(tr("&Until"));
    m_leadLabel->setText(tr("Remind of a &promise"));
    //: After a number of minutes, with a space before it
    m_lead->setSuffix(tr(" min before"));
    m_lead->setSpecialValueText(tr("When it is due"));
    m_tray->setText(tr("Show an &icon in the system tray"));
    for (QTimeEdit *time : {m_from, m_until}) {
        time->setDisplayFormat(QLocale().timeFormat(QLocale::ShortFormat));
    }
}

} // namespace aside
