// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/triage/tagdialog.h"

#include "models/domain/triage.h"
#include "widgets/common/foreigntext.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>

#include <algorithm>

namespace aside {

namespace {

constexpr int tagRole = Qt::UserRole;
constexpr QSize usual(320, 360);

Qt::CheckState stateOf(const QString &tag, const QList<ConversationRow> &rows)
{
    const auto carry = std::ranges::count_if(
        rows, [&](const ConversationRow &row) { return row.tags.contains(tag, Qt::CaseInsensitive); });
    if (carry == 0) {
        return Qt::Unchecked;
    }
    return carry == rows.size() ? Qt::Checked : Qt::PartiallyChecked;
}

} // namespace

TagDialog::TagDialog(const QList<ConversationRow> &rows, const QList<TagCount> &tags, QWidget *parent)
    : QDialog(parent)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(QStringLiteral("tagDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Tags"));
    resize(usual);
    m_field->setObjectName(QStringLiteral("tagField"));
    m_field->setAccessibleName(tr("New tag or first letters"));
    m_field->setPlaceholderText(tr("New tag or first letters"));
    constexpr int around = 40; // the frame of the field, and the cursor
    m_field->setMinimumWidth(fontMetrics().horizontalAdvance(m_field->placeholderText()) + around);
    m_field->setMaxLength(longestTag);
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("tagList"));
    m_list->setAccessibleName(tr("Tags"));
    for (const TagCount &each : tags) {
        addItem(each.tag, stateOf(each.tag, rows));
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_field);
    column->addWidget(m_list, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_field, &QLineEdit::textChanged, this, &TagDialog::filter);
    connect(m_list, &QListWidget::itemChanged, this, &TagDialog::ticked);
}

void TagDialog::addItem(const QString &tag, Qt::CheckState state)
{
    const QSignalBlocker quiet(m_list);
    auto *item = new QListWidgetItem(oneLine(tag, longestTag), m_list); // the list owns it
    item->setData(tagRole, tag);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(state);
}

void TagDialog::filter(const QString &text)
{
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        item->setHidden(!item->data(tagRole).toString().contains(text.trimmed(), Qt::CaseInsensitive));
    }
}

void TagDialog::enter()
{
    const QString tag = cleanTag(m_field->text());
    if (tag.isEmpty()) {
        accept();
        return;
    }
    m_field->clear();
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        if (item->data(tagRole).toString().compare(tag, Qt::CaseInsensitive) == 0) {
            item->setCheckState(Qt::Checked);
            return;
        }
    }
    addItem(tag, Qt::Checked);
    Q_EMIT added(tag);
}

void TagDialog::ticked(QListWidgetItem *item)
{
    const QString tag = item->data(tagRole).toString();
    if (item->checkState() == Qt::Checked) {
        Q_EMIT added(tag);
    } else {
        Q_EMIT removed(tag);
    }
}

bool TagDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            enter();
            return true;
        }
        if (key == Qt::Key_Down) {
            m_list->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace aside
