// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/person/mergedialog.h"

#include "models/ports/personrecords.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/person/mergewords.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

namespace aside {

namespace {

constexpr int most = 30;
constexpr int letters = 48;
constexpr int rows = 8;

QString rowWords(const PersonName &person)
{
    const auto address = isolated(oneLine(person.handle, 80));
    return QStringLiteral("%1 · %2 · %3").arg(personLabel(person), channelLabel(person.channel), address);
}

} // namespace

MergeDialog::MergeDialog(PersonRecords &records, PersonId person, QWidget *parent)
    : QDialog(parent)
    , m_records(records)
    , m_person(person)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_hint(plainLabel(this))
{
    setObjectName(QStringLiteral("mergeDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Merge with another person"));
    auto *label = new QLabel(tr("&Who else is it?"), this);
    label->setBuddy(m_field);
    m_field->setObjectName(QStringLiteral("mergeSearch"));
    m_field->setPlaceholderText(tr("Name or address"));
    m_field->setMinimumWidth(fontMetrics().averageCharWidth() * letters);
    m_list->setObjectName(QStringLiteral("mergeList"));
    m_list->setAccessibleName(tr("People"));
    m_list->setMinimumHeight(fontMetrics().lineSpacing() * rows);
    m_hint->setObjectName(QStringLiteral("mergeHint"));
    m_hint->setWordWrap(true);
    m_hint->setText(
        tr("Nothing is lost: both notes stay, the stricter consents count, and you can separate them "
           "again."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_merge = buttons->button(QDialogButtonBox::Ok);
    m_merge->setText(tr("&Merge"));
    m_merge->setProperty("primary", true);
    m_merge->setEnabled(false);
    auto *column = new QVBoxLayout(this);
    column->addWidget(label);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(m_hint);
    column->addWidget(buttons);
    connect(m_field, &QLineEdit::textChanged, this, &MergeDialog::look);
    connect(m_list, &QListWidget::currentRowChanged, m_merge,
            [this](int row) { m_merge->setEnabled(row >= 0); });
    connect(m_list, &QListWidget::itemActivated, this, &MergeDialog::choose);
    connect(buttons, &QDialogButtonBox::accepted, this, &MergeDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void MergeDialog::look(const QString &typed)
{
    m_typed = typed;
    m_records.findPersons(typed, most).then(this, [this, typed](const Result<QList<PersonName>> &found) {
        if (typed != m_typed) {
            return; // more was typed meanwhile
        }
        if (!found) {
            Q_EMIT failed(found.error());
        }
        take(found.value_or(QList<PersonName>()));
    });
}

void MergeDialog::take(const QList<PersonName> &found)
{
    m_found = found;
    m_found.removeIf([this](const PersonName &one) { return one.id == m_person; });
    m_list->clear();
    for (const auto &one : std::as_const(m_found)) {
        auto *item = new QListWidgetItem(themedIcon(channelIconName(one.channel), IconColor::Secondary),
                                         rowWords(one), m_list);
        item->setToolTip(escapedToolTip(rowWords(one)));
    }
    m_list->setCurrentRow(m_found.isEmpty() ? -1 : 0);
    m_merge->setEnabled(!m_found.isEmpty());
}

void MergeDialog::choose()
{
    const auto row = m_list->currentRow();
    if (row >= 0 && row < m_found.size()) {
        Q_EMIT chosen(m_found.at(row).id);
        accept();
    }
}

} // namespace aside
