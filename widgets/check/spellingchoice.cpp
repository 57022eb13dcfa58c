// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/check/spellingchoice.h"

#include "models/check/replydesk.h"
#include "widgets/common/foreigntext.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>

namespace aside {

namespace {

using namespace Qt::StringLiterals;

constexpr int spacing = 8;
const auto automatic = u""_s;
const auto off = u"off"_s;
const auto rule = u"spelling"_s;

} // namespace

QString spellingLanguage(const QString &code)
{
    if (code == u"ru") {
        return SpellingChoice::tr("Russian");
    }
    return code == u"en" ? SpellingChoice::tr("English") : oneLine(code, 20);
}

SpellingChoice::SpellingChoice(ReplyDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_label(plainLabel(this))
    , m_choice(new QComboBox(this))
{
    m_choice->setObjectName(u"spellingChoice"_s);
    m_label->setBuddy(m_choice);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing);
    row->addWidget(m_label);
    row->addWidget(m_choice, 1);
    connect(m_choice, &QComboBox::activated, this,
            [this](int index) { choose(m_choice->itemData(index).toString()); });
    connect(&m_desk, &ReplyDesk::reportChanged, this, &SpellingChoice::showCurrent);
    m_desk.supplies().then(this, [this](const CheckSupplies &supplies) {
        m_dictionaries = supplies.dictionaries;
        fill();
    });
    retranslate();
}

void SpellingChoice::retranslate()
{
    m_label->setText(tr("&Spelling in this reply:"));
    m_choice->setAccessibleName(tr("Spelling in this reply"));
    fill();
}

void SpellingChoice::fill()
{
    const QSignalBlocker quiet(m_choice);
    m_choice->clear();
    m_choice->addItem(tr("By the conversation"), automatic);
    for (const auto &language : std::as_const(m_dictionaries)) {
        m_choice->addItem(spellingLanguage(language), language);
    }
    m_choice->addItem(tr("Not looked at"), off);
    showCurrent();
}

void SpellingChoice::showCurrent()
{
    const QSignalBlocker quiet(m_choice);
    const bool isOff = m_desk.switchedOff().contains(rule);
    m_choice->setCurrentIndex(qMax(0, m_choice->findData(isOff ? off : m_desk.language())));
    setEnabled(m_desk.isOpen());
}

void SpellingChoice::choose(const QString &choice)
{
    if (const bool isOff = m_desk.switchedOff().contains(rule); isOff != (choice == off)) {
        m_desk.switchRule(rule, choice == off ? RuleSwitch::Off : RuleSwitch::On);
    }
    if (choice != off) {
        m_desk.setLanguage(choice);
    }
}

void SpellingChoice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
