// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/accountdetails.h"

#include "widgets/common/foreigntext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QDateTime>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QSignalBlocker>

#include <algorithm>

namespace aside {

namespace {

constexpr int longestName = 200;
constexpr int spacing = 12;
constexpr int shownFolders = 5;
constexpr int keyRole = Qt::UserRole;

QString setting(const char *name)
{
    return QString::fromLatin1(name);
}

QLabel *addRow(QFormLayout &form, QWidget *field)
{
    auto *label = new QLabel(field->parentWidget());
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field);
    form.addRow(label, field);
    return label;
}

} // namespace

AccountDetails::AccountDetails(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_form(new QFormLayout(this))
    , m_identity(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_since(new QComboBox(this))
    , m_folders(new QListWidget(this))
    , m_copies(new QCheckBox(this))
    , m_identityLabel(addRow(*m_form, m_identity))
    , m_nameLabel(addRow(*m_form, m_name))
    , m_sinceLabel(addRow(*m_form, m_since))
    , m_foldersLabel(addRow(*m_form, m_folders))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(spacing);
    m_form->setHorizontalSpacing(spacing);
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(m_copies);
    m_identity->setObjectName(QStringLiteral("accountIdentity"));
    m_name->setObjectName(QStringLiteral("accountName"));
    m_since->setObjectName(QStringLiteral("accountSince"));
    m_since->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_folders->setObjectName(QStringLiteral("accountFolders"));
    m_copies->setObjectName(QStringLiteral("accountCopies"));
    m_identity->setMaxLength(longestName);
    m_name->setMaxLength(longestName);
    m_folders->setTextElideMode(Qt::ElideMiddle);
    m_folders->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    retranslate();
    connect(m_identity, &QLineEdit::textChanged, this, &AccountDetails::completeChanged);
    connect(m_name, &QLineEdit::textChanged, this, &AccountDetails::completeChanged);
    connect(m_identity, &QLineEdit::returnPressed, this, &AccountDetails::nextAsked);
    connect(m_name, &QLineEdit::returnPressed, this, &AccountDetails::nextAsked);
}

void AccountDetails::show(const Account &account, const QList<MailFolder> &folders)
{
    m_account = account;
    m_known = folders;
    m_identity->setText(account.identity);
    m_name->setText(account.name);
    m_copies->setChecked(account.settings.value(setting("sent.copy")) != QStringLiteral("no"));
    const bool isMail = account.channel == Channel::Email;
    m_form->setRowVisible(m_folders, isMail && !folders.isEmpty());
    m_form->setRowVisible(m_since, isMail);
    m_form->setRowVisible(m_copies, isMail);
    m_since->clear(); // what was chosen for another account does not count
    fillSince();
    fillFolders();
}

void AccountDetails::fillSince()
{
    const QSignalBlocker quiet(m_since);
    const int row = m_since->currentIndex();
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.now().time_since_epoch().count()).date();
    const QString kept = m_account.settings.value(setting("since"));
    m_since->clear();
    m_since->addItem(tr("Everything"), QString());
    m_since->addItem(tr("The last 30 days"), today.addDays(-30).toString(Qt::ISODate));
    m_since->addItem(tr("The last 90 days"), today.addDays(-90).toString(Qt::ISODate));
    m_since->addItem(tr("The last year"), today.addYears(-1).toString(Qt::ISODate));
    if (m_since->findData(kept) < 0) {
        const QDate day = QDate::fromString(kept, Qt::ISODate);
        //: %1 is a date
        m_since->addItem(tr("Since %1").arg(QLocale().toString(day, QLocale::ShortFormat)), kept);
    }
    m_since->setCurrentIndex(row >= 0 ? row : m_since->findData(kept));
}

void AccountDetails::fillFolders()
{
    const QStringList chosen = m_account.settings.value(setting("folders")).split(u'\n', Qt::SkipEmptyParts);
    m_folders->clear();
    for (const MailFolder &folder : std::as_const(m_known)) {
        auto *item = new QListWidgetItem(oneLine(folder.name), m_folders);
        const bool isChosen = chosen.isEmpty() ? folder.isUsual : chosen.contains(folder.key);
        item->setData(keyRole, folder.key);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
    }
    if (m_folders->count() > 0) {
        m_folders->setCurrentRow(0);
    }
    const int rows = std::min(shownFolders, std::max(1, m_folders->count()));
    m_folders->setMinimumHeight(rows * std::max(m_folders->sizeHintForRow(0), fontMetrics().height())
                                + 2 * m_folders->frameWidth());
}

Account AccountDetails::account() const
{
    Account changed = m_account;
    changed.identity = m_identity->text().simplified();
    changed.name = m_name->text().simplified();
    if (changed.channel != Channel::Email) {
        return changed;
    }
    const QString since = m_since->currentData().toString();
    if (since.isEmpty()) {
        changed.settings.remove(setting("since"));
    } else {
        changed.settings.insert(setting("since"), since);
    }
    if (m_copies->isChecked()) {
        changed.settings.remove(setting("sent.copy"));
    } else {
        changed.settings.insert(setting("sent.copy"), QStringLiteral("no"));
    }
    keepFolders(changed);
    return changed;
}

/// The usual ones stay whatever the server calls usual; no folder at all counts as them.
void AccountDetails::keepFolders(Account &account) const
{
    if (m_known.isEmpty()) {
        return;
    }
    QStringList chosen;
    bool isUsual = true;
    for (int row = 0; row < m_folders->count(); ++row) {
        const bool isChosen = m_folders->item(row)->checkState() == Qt::Checked;
        isUsual &= isChosen == m_known.at(row).isUsual;
        if (isChosen) {
            chosen.append(m_folders->item(row)->data(keyRole).toString());
        }
    }
    if (isUsual || chosen.isEmpty()) {
        account.settings.remove(setting("folders"));
    } else {
        account.settings.insert(setting("folders"), chosen.join(u'\n'));
    }
}

bool AccountDetails::isComplete() const
{
    return !m_identity->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty();
}

void AccountDetails::takeFocus()
{
    m_identity->setFocus(Qt::OtherFocusReason);
    m_identity->selectAll();
}

void AccountDetails::retranslate()
{
    m_identityLabel->setText(tr("Name that &customers see"));
    m_nameLabel->setText(tr("Name for the &team"));
    m_sinceLabel->setText(tr("&Mail to bring over"));
    m_foldersLabel->setText(tr("&Folders"));
    m_folders->setAccessibleName(tr("Folders"));
    m_copies->setText(tr("File a copy &of what is sent at the server"));
    fillSince();
}

void AccountDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
