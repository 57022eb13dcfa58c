// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/check/ruledialog.h"

#include "models/check/rulewords.h"
#include "widgets/check/checkwords.h"
#include "widgets/common/foreigntext.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>

namespace aside {

namespace {

constexpr int margin = 20;
constexpr int leastWidth = 440;
constexpr int fewestLetters = 48; // of a line

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = plainLabel(parent);
    label->setText(text);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = plainLabel(parent);
    label->setText(text);
    label->setFont(scaledFont(*label, 1.0, QFont::DemiBold));
    return label;
}

} // namespace

RuleDialog::RuleDialog(const QString &rule, QWidget *parent)
    : QDialog(parent)
{
    const auto words = RuleWords::delivered().text(rule, checkLanguage());
    setObjectName(QStringLiteral("ruleDialog"));
    setWindowTitle(words.title);
    setMinimumWidth(qMax(leastWidth, fewestLetters * fontMetrics().averageCharWidth()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin, margin, margin, margin);
    column->addWidget(paragraph(words.why, this));
    column->addSpacing(margin / 2);
    column->addWidget(heading(tr("Rather not"), this));
    column->addWidget(paragraph(words.bad, this));
    column->addSpacing(margin / 2);
    column->addWidget(heading(tr("Better"), this));
    column->addWidget(paragraph(words.good, this));
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addSpacing(margin / 2);
    column->addWidget(buttons);
    const int width = qMax(minimumWidth(), sizeHint().width());
    resize(width, column->totalHeightForWidth(width)); // what wraps is higher than its hint says
}

} // namespace aside
