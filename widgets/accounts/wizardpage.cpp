// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/wizardpage.h"

#include "widgets/common/foreigntext.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>

namespace aside {

namespace {

constexpr int margin = 20;
constexpr int spacing = 12;

} // namespace

WizardPage::WizardPage(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_title(plainLabel(this))
{
    m_column->setContentsMargins(margin, margin, margin, margin);
    m_column->setSpacing(spacing);
    m_title->setWordWrap(true);
    m_column->addWidget(m_title);
    takeFont();
}

void WizardPage::setTitle(const QString &title)
{
    m_title->setText(title);
}

QLabel *WizardPage::addWords()
{
    QLabel *words = plainLabel(this);
    words->setWordWrap(true);
    m_column->addWidget(words);
    return words;
}

QLabel *WizardPage::addHint()
{
    QLabel *hint = addWords();
    hint->setForegroundRole(QPalette::PlaceholderText);
    return hint;
}

QFormLayout *WizardPage::addForm()
{
    auto *form = new QFormLayout;
    form->setVerticalSpacing(spacing);
    form->setHorizontalSpacing(spacing);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_column->addLayout(form);
    return form;
}

QLabel *WizardPage::addRow(QFormLayout &form, QWidget *field)
{
    auto *label = new QLabel(field->parentWidget());
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field);
    form.addRow(label, field);
    return label;
}

void WizardPage::takeFont()
{
    m_title->setFont(scaledFont(*this, 1.3, QFont::DemiBold));
}

void WizardPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    } else if (event->type() == QEvent::FontChange) {
        takeFont();
    }
}

} // namespace aside
