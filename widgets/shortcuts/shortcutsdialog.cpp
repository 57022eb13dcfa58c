// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/shortcuts/shortcutsdialog.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/searchfield.h"
#include "widgets/shortcuts/shortcutsmodel.h"

#include <QAccessibleWidget>
#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QTreeView>

namespace aside {

namespace {

constexpr QSize usualSize(720, 560);

/// Qt does not say what its field for a key is.
QAccessibleInterface *accessibleKeyField(const QString &, QObject *object)
{
    auto *field = qobject_cast<QKeySequenceEdit *>(object);
    return field == nullptr ? nullptr : new QAccessibleWidget(field, QAccessible::HotkeyField); // Qt owns it
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const Commands &commands, QWidget *parent)
    : QDialog(parent)
    , m_model(new ShortcutsModel(commands, this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_view(new QTreeView(this))
    , m_keyLabel(plainLabel(this))
    , m_key(new QKeySequenceEdit(this))
    , m_reset(new QPushButton(this))
    , m_conflict(plainLabel(this))
    , m_move(new QPushButton(this))
    , m_resetAll(new QPushButton(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    buildView();
    buildLayout();
    connectParts();
    retranslate();
    m_view->setCurrentIndex(m_filtered->index(0, 0));
    showCurrent();
    resize(usualSize);
}

void ShortcutsDialog::buildView()
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterKeyColumn(-1);
    m_view->setObjectName(QStringLiteral("shortcutsView"));
    m_view->setModel(m_filtered);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setEditTriggers(QTreeView::NoEditTriggers);
    m_view->header()->setSectionsMovable(false);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(ShortcutsModel::CommandColumn, QHeaderView::Stretch);
    m_view->header()->setStretchLastSection(false);
}

void ShortcutsDialog::buildLayout()
{
    m_filter->setObjectName(QStringLiteral("shortcutsFilter"));
    m_key->setObjectName(QStringLiteral("shortcutKey"));
    m_key->setMaximumSequenceLength(1);
    QAccessible::installFactory(accessibleKeyField);
    m_key->installEventFilter(this);
    m_keyLabel->setBuddy(m_key);
    m_reset->setObjectName(QStringLiteral("resetShortcutButton"));
    m_move->setObjectName(QStringLiteral("moveShortcutButton"));
    m_move->hide();
    m_conflict->setObjectName(QStringLiteral("shortcutConflict"));
    m_conflict->setWordWrap(true);
    m_conflict->hide();
    m_resetAll->setObjectName(QStringLiteral("resetAllShortcutsButton"));
    m_buttons->addButton(m_resetAll, QDialogButtonBox::ResetRole);
    for (QPushButton *button : {m_reset, m_move, m_resetAll}) {
        button->setAutoDefault(false); // Enter in the filter does nothing
    }

    auto *edit = new QHBoxLayout;
    edit->addWidget(m_keyLabel);
    edit->addWidget(m_key, 1);
    edit->addWidget(m_reset);
    auto *trouble = new QHBoxLayout;
    trouble->addWidget(m_conflict, 1);
    trouble->addWidget(m_move);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_filter);
    column->addWidget(m_view, 1);
    column->addLayout(edit);
    column->addLayout(trouble);
    column->addWidget(m_buttons);
}

void ShortcutsDialog::connectParts()
{
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ShortcutsDialog::showCurrent);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutsDialog::take);
    connect(m_move, &QPushButton::clicked, this, &ShortcutsDialog::moveKey);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (const int row = currentRow(); row >= 0) {
            m_model->reset(row);
            showCurrent();
        }
    });
    connect(m_resetAll, &QPushButton::clicked, this, [this] {
        m_model->setChanges({});
        showCurrent();
        Q_EMIT changed({});
    });
    connect(m_model, &ShortcutsModel::edited, this, &ShortcutsDialog::changed);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
}

void ShortcutsDialog::setChanges(const ShortcutChanges &changes)
{
    if (changes != m_model->changes()) {
        m_model->setChanges(changes);
        showCurrent();
    }
}

int ShortcutsDialog::currentRow() const
{
    const QModelIndex index = m_filtered->mapToSource(m_view->currentIndex());
    return index.isValid() ? index.row() : -1;
}

void ShortcutsDialog::showCurrent()
{
    const int row = currentRow();
    const QSignalBlocker quiet(m_key);
    const QList<QKeySequence> keys = row < 0 ? QList<QKeySequence>() : m_model->keys(row);
    m_key->setKeySequence(keys.value(0));
    m_key->setEnabled(row >= 0);
    m_reset->setEnabled(row >= 0 && m_model->isChanged(row));
    m_resetAll->setEnabled(!m_model->changes().isEmpty());
    m_keyLabel->setText(row < 0 ? tr("&Key") : tr("&Key for “%1”").arg(menuText(m_model->name(row))));
    m_conflict->hide();
    m_move->hide();
}

void ShortcutsDialog::take(const QKeySequence &key)
{
    const int row = currentRow();
    if (row < 0) {
        return;
    }
    const int other = m_model->rowOf(key, row);
    if (other < 0) {
        m_model->setKey(row, key);
        showCurrent();
        return;
    }
    m_conflict->setText(
        tr("%1 belongs to “%2”.").arg(key.toString(QKeySequence::NativeText), m_model->name(other)));
    m_conflict->show();
    m_move->show();
}

void ShortcutsDialog::moveKey()
{
    const int row = currentRow();
    const QKeySequence key = m_key->keySequence();
    const int other = m_model->rowOf(key, row);
    if (row >= 0 && other >= 0) {
        m_model->removeKey(other, key);
        m_model->setKey(row, key);
        showCurrent();
    }
}

void ShortcutsDialog::retranslate()
{
    setWindowTitle(tr("Shortcuts"));
    dressSearchField(*m_filter);
    m_filter->setPlaceholderText(tr("Filter by command or key"));
    m_filter->setAccessibleName(tr("Filter"));
    m_view->setAccessibleName(tr("Commands"));
    m_key->setAccessibleName(tr("Key"));
    m_reset->setText(tr("&Reset"));
    m_move->setText(tr("&Move it here"));
    m_resetAll->setText(tr("Reset &all"));
    m_model->retranslate();
    showCurrent();
}

void ShortcutsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

/// The field would take Shift+Tab for a shortcut, and keep the keyboard.
bool ShortcutsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_key && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isShifted = key->modifiers().testFlag(Qt::ShiftModifier);
        if (key->key() == Qt::Key_Backtab || (key->key() == Qt::Key_Tab && isShifted)) {
            return focusPreviousChild();
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace aside
