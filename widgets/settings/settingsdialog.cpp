// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/settingsdialog.h"

#include "widgets/settings/generalpage.h"
#include "widgets/settings/keyboardpage.h"
#include "widgets/settings/notificationspage.h"
#include "widgets/settings/sendingpage.h"
#include "widgets/settings/workinghourspage.h"
#include "widgets/theme/flatstyle.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QEvent>
#include <QListWidget>
#include <QScrollArea>
#include <QStackedWidget>

#include <utility>

namespace aside {

namespace {

constexpr int margin = 12;
constexpr QSize usualSize(700, 460);

} // namespace

SettingsDialog::SettingsDialog(const Preferences &preferences, const Sources &sources, QWidget *parent)
    : QDialog(parent)
    , m_preferences(preferences)
    , m_titles(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setObjectName(QStringLiteral("settingsDialog"));
    buildLayout();
    addPage(new GeneralPage(m_pages));
    addPage(new SendingPage(m_pages));
    addPage(new WorkingHoursPage(sources.holidays, sources.clock, m_pages));
    addPage(new NotificationsPage(m_pages));
    auto *keyboard = new KeyboardPage(m_pages);
    addPage(keyboard);
    connect(keyboard, &KeyboardPage::shortcutsAsked, this, &SettingsDialog::shortcutsAsked);
    connect(m_titles, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    retranslate();
    m_titles->setCurrentRow(0);
    resize(usualSize);
}

void SettingsDialog::buildLayout()
{
    m_titles->setObjectName(QStringLiteral("settingsTitles"));
    m_titles->setFrameShape(QFrame::NoFrame);
    m_titles->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_titles->setBackgroundRole(QPalette::Window);
    m_titles->viewport()->setBackgroundRole(QPalette::Window);
    auto *columns = new QHBoxLayout;
    columns->setContentsMargins(0, margin, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_titles);
    columns->addWidget(m_pages, 1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(margin, 0, margin, margin);
    rows->addLayout(columns, 1);
    rows->addWidget(m_buttons);
}

void SettingsDialog::addPage(SettingsPage *page)
{
    auto *scroll = new QScrollArea(m_pages); // large text needs more room than a small screen has
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(page);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(scroll);
    m_titles->addItem(new QListWidgetItem(themedIcon(page->iconName()), QString()));
    m_all.append(page);
    page->show(m_preferences);
    connect(page, &SettingsPage::changed, this, &SettingsDialog::collect);
}

void SettingsDialog::setPreferences(const Preferences &preferences)
{
    m_preferences = preferences;
    for (SettingsPage *page : std::as_const(m_all)) {
        page->show(preferences);
    }
}

void SettingsDialog::showPage(int row)
{
    m_titles->setCurrentRow(row);
}

void SettingsDialog::collect()
{
    for (const SettingsPage *page : std::as_const(m_all)) {
        page->collect(m_preferences);
    }
    Q_EMIT preferencesChanged(m_preferences);
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_titles->setAccessibleName(tr("Pages"));
    for (int row = 0; row < m_all.size(); ++row) {
        m_titles->item(row)->setText(m_all.at(row)->title());
    }
    fitColumn();
}

void SettingsDialog::fitColumn()
{
    const int height = m_titles->fontMetrics().height() + FlatStyle::air(FlatStyle::ViewAir, m_titles);
    for (int row = 0; row < m_titles->count(); ++row) {
        m_titles->item(row)->setSizeHint({}); // as its words want it
    }
    const int width = m_titles->sizeHintForColumn(0);
    for (int row = 0; row < m_titles->count(); ++row) {
        m_titles->item(row)->setSizeHint({width, height});
    }
    m_titles->setFixedWidth(width + 2 * margin);
}

void SettingsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitColumn();
    }
}

} // namespace aside
