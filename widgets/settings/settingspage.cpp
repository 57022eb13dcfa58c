// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/settings/settingspage.h"

#include "widgets/common/foreigntext.h"

#include <QEvent>
#include <QFormLayout>
#include <QLabel>

namespace aside {

namespace {

constexpr int margin = 20;
constexpr int spacing = 12;

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(margin, margin, margin, margin);
    m_form->setVerticalSpacing(spacing);
    m_form->setHorizontalSpacing(spacing);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
}

QLabel *SettingsPage::addRow(QWidget *field)
{
    auto *label = new QLabel(this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field);
    m_form->addRow(label, field);
    return label;
}

QLabel *SettingsPage::addHint()
{
    QLabel *hint = plainLabel(this);
    hint->setWordWrap(true);
    hint->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(hint);
    return hint;
}

void SettingsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
