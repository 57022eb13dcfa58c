// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/accountsdialog.h"

#include "models/core/clock.h"
#include "models/ports/accountstore.h"
#include "models/ports/channelsetup.h"
#include "models/ports/mailsignins.h"
#include "models/ports/outboxstore.h"
#include "widgets/accounts/accountdialog.h"
#include "widgets/accounts/accounttester.h"
#include "widgets/accounts/accountwizard.h"
#include "widgets/accounts/accountwords.h"
#include "widgets/accounts/healthdialog.h"
#include "widgets/common/emptypage.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/noticebar.h"
#include "widgets/common/words.h"
#include "widgets/theme/icons.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeWidget>

#include <algorithm>

namespace aside {

namespace {

constexpr int margin = 12;
constexpr QSize usualSize(720, 420);
constexpr int idRole = Qt::UserRole;

/// Whether the reply still needs an account to leave.
bool waits(const OutboxItem &item)
{
    return item.state == OutboxState::Held || item.state == OutboxState::Queued;
}

} // namespace

AccountsDialog::AccountsDialog(const AccountServices &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_fetches(services.fetches.states())
    , m_tester(new AccountTester(services, this))
    , m_notice(new NoticeBar(this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyPage(m_stack))
    , m_list(new QTreeWidget(m_stack))
    , m_state(plainLabel(this))
    , m_add(addButton("addAccount", &AccountsDialog::add))
    , m_change(addButton("changeAccount", &AccountsDialog::change))
    , m_servers(addButton("changeServers", &AccountsDialog::changeServers))
    , m_test(addButton("testAccount", &AccountsDialog::test))
    , m_health(addButton("accountHealth", &AccountsDialog::openHealth))
    , m_toggle(addButton("switchAccount", &AccountsDialog::toggle))
    , m_remove(addButton("removeAccount", &AccountsDialog::askToRemove))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Close, this))
{
    build();
    connect(m_list, &QTreeWidget::currentItemChanged, this, &AccountsDialog::choose);
    connect(m_list, &QTreeWidget::itemActivated, this, &AccountsDialog::change);
    connect(m_empty, &EmptyPage::actionChosen, this, &AccountsDialog::add);
    connect(m_tester, &AccountTester::said, this, &AccountsDialog::say);
    connect(m_tester, &AccountTester::ended, this, [this] { m_test->setEnabled(true); });
    connect(&m_services.fetches, &FetchFeed::changed, this, &AccountsDialog::takeFetches);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    fill({});
    reload();
}

QPushButton *AccountsDialog::addButton(const char *name, void (AccountsDialog::*slot)())
{
    auto *button = new QPushButton(this);
    button->setObjectName(QString::fromLatin1(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, slot);
    return button;
}

void AccountsDialog::build()
{
    setObjectName(QStringLiteral("accountsDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(usualSize.expandedTo({0, fontMetrics().lineSpacing() * 26})); // seven buttons beside the list
    m_list->setObjectName(QStringLiteral("accountsList"));
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setStretchLastSection(false);
    m_state->setObjectName(QStringLiteral("accountState"));
    m_state->setWordWrap(true);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    auto *buttons = new QVBoxLayout;
    for (QPushButton *button : {m_add, m_change, m_servers, m_test, m_health, m_toggle, m_remove}) {
        buttons->addWidget(button);
    }
    buttons->addStretch();
    auto *columns = new QHBoxLayout;
    columns->addWidget(m_stack, 1);
    columns->addLayout(buttons);
    auto *inner = new QVBoxLayout;
    inner->setContentsMargins(margin, margin, margin, margin);
    inner->addLayout(columns, 1);
    inner->addWidget(m_state);
    inner->addWidget(m_buttons);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_notice);
    rows->addLayout(inner, 1);
}

void AccountsDialog::retranslate()
{
    setWindowTitle(tr("Accounts"));
    m_list->setAccessibleName(tr("Accounts"));
    m_list->setHeaderLabels({tr("Account"), tr("State")});
    m_empty->show(tr("No account yet"),
                  tr("Connect what your customers write to: a mailbox, a bot, a community."),
                  tr("Connect an account…"));
    m_add->setText(tr("&Add…"));
    m_change->setText(tr("Chan&ge…"));
    m_test->setText(tr("&Test"));
    m_health->setText(tr("&Health…"));
    m_remove->setText(tr("&Remove…"));
    fill(m_accounts);
}

void AccountsDialog::reload()
{
    m_services.accounts.accounts().then(this, [this](const Result<QList<Account>> &accounts) {
        if (accounts) {
            fill(*accounts);
        } else {
            m_notice->showError(accounts.error());
        }
    });
}

void AccountsDialog::fill(const QList<Account> &accounts)
{
    const AccountId kept = m_current;
    m_accounts = accounts;
    m_list->clear();
    for (const Account &account : accounts) {
        auto *item = new QTreeWidgetItem(
            m_list, {accountLabel(account), accountStateLabel(account, m_services.clock.now())});
        item->setIcon(0, themedIcon(channelIconName(account.channel)));
        item->setData(0, idRole, account.id.value);
        item->setToolTip(0, escapedToolTip(account.address));
        if (account.id == kept || m_list->currentItem() == nullptr) {
            m_list->setCurrentItem(item);
        }
    }
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_stack->setCurrentWidget(accounts.isEmpty() ? static_cast<QWidget *>(m_empty) : m_list);
    choose();
}

const Account *AccountsDialog::chosen() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    const AccountId id{item != nullptr ? item->data(0, idRole).toLongLong() : 0};
    const auto found = std::ranges::find(m_accounts, id, &Account::id);
    return found == m_accounts.cend() ? nullptr : &*found;
}

void AccountsDialog::choose()
{
    endTest();
    const Account *account = chosen();
    m_current = account != nullptr ? account->id : AccountId();
    const bool isMail = account == nullptr || account->channel == Channel::Email;
    for (QPushButton *button : {m_change, m_health, m_toggle, m_remove}) {
        button->setEnabled(account != nullptr);
    }
    m_servers->setText(isMail ? tr("Servers and &password…") : tr("New to&ken…"));
    m_servers->setEnabled(account != nullptr
                          && (isMail || m_services.setups.needs(account->channel).wantsToken));
    m_test->setEnabled(account != nullptr && m_tester->knows(account->channel));
    if (account == nullptr) {
        m_toggle->setText(tr("Switch o&ff"));
        m_state->clear();
        return;
    }
    const Instant now = m_services.clock.now();
    m_toggle->setText(account->isOn && !isUsable(*account, now) ? tr("Let it go &on")
                          : account->isOn                       ? tr("Switch o&ff")
                                                                : tr("Switch &on"));
    m_state->setText(accountStateText(*account, m_fetches, now));
}

void AccountsDialog::takeFetches()
{
    const Instant now = m_services.clock.now();
    const Account *account = chosen();
    const bool isShown = account != nullptr && m_state->text() == accountStateText(*account, m_fetches, now);
    m_fetches = m_services.fetches.states();
    if (isShown) { // and not what came of a test
        m_state->setText(accountStateText(*account, m_fetches, now));
    }
}

void AccountsDialog::openWizard(const Account *account)
{
    auto *wizard = account != nullptr ? new AccountWizard(m_services, *account, this)
                                      : new AccountWizard(m_services, this);
    connect(wizard, &AccountWizard::connected, this, [this](const Account &connected) {
        m_current = connected.id;
        take(connected);
    });
    connect(wizard, &AccountWizard::listTaken, this, &AccountsDialog::takeList);
    wizard->open();
}

void AccountsDialog::takeList(int added, int known)
{
    QStringList sentences{tr("%n feed(s) added.", nullptr, added)};
    if (known > 0) {
        sentences.append(tr("%n feed(s) were there already.", nullptr, known));
    }
    m_notice->showWords(sentences.join(u' '));
    reload();
    Q_EMIT changed();
}

void AccountsDialog::add()
{
    openWizard(nullptr);
}

void AccountsDialog::changeServers()
{
    openWizard(chosen());
}

void AccountsDialog::change()
{
    if (const Account *account = chosen()) {
        auto *dialog = new AccountDialog(m_services, *account, this);
        connect(dialog, &AccountDialog::changed, this,
                [this](const Account &changedAccount) { take(changedAccount); });
        dialog->open();
    }
}

void AccountsDialog::test()
{
    const Account *account = chosen();
    if (account == nullptr) {
        return;
    }
    endTest();
    m_test->setEnabled(false);
    m_tester->start(*account);
}

void AccountsDialog::openHealth()
{
    if (const Account *account = chosen()) {
        auto *dialog = new HealthDialog(m_services, *account, this);
        connect(dialog, &HealthDialog::changed, this,
                [this](const Account &changedAccount) { take(changedAccount); });
        dialog->open();
    }
}

void AccountsDialog::say(const QString &words)
{
    m_state->setText(words);
    QAccessibleAnnouncementEvent spoken(m_state, words);
    QAccessible::updateAccessibility(&spoken);
}

void AccountsDialog::endTest()
{
    m_tester->stop();
}

void AccountsDialog::toggle()
{
    const Account *account = chosen();
    if (account == nullptr) {
        return;
    }
    const auto taken = [this](const Result<Account> &result) {
        take(result);
    };
    if (account->isOn && !isUsable(*account, m_services.clock.now())) {
        m_services.accounts.pauseAccount(account->id, std::nullopt).then(this, taken);
        return;
    }
    Account other = *account;
    other.isOn = !other.isOn;
    m_services.accounts.changeAccount(other).then(this, taken);
}

void AccountsDialog::take(const Result<Account> &result)
{
    if (!result) {
        m_notice->showError(result.error());
    }
    reload();
    Q_EMIT changed();
}

void AccountsDialog::askToRemove()
{
    const Account *account = chosen();
    if (account == nullptr) {
        return;
    }
    m_services.outbox.items().then(this, [this, account = *account](const Result<QList<OutboxItem>> &items) {
        const QList<OutboxItem> all = items.value_or(QList<OutboxItem>());
        showQuestion(account, std::ranges::count_if(all, [&](const OutboxItem &item) {
                         return item.account == account.id && waits(item);
                     }));
    });
}

void AccountsDialog::showQuestion(const Account &account, qsizetype waiting)
{
    QStringList sentences{tr("Its conversations stay here, and nothing changes at the service. Its password "
                             "or token is removed from this computer.")};
    if (waiting > 0) {
        sentences.append(tr("%n replies that wait for it stay in the outbox until another account can send "
                            "them.",
                            nullptr, static_cast<int>(waiting)));
    }
    //: %1 is a mail address
    auto *question = new QMessageBox(QMessageBox::Question, tr("Remove the account?"),
                                     tr("Remove %1?").arg(isolated(oneLine(account.address, 200))),
                                     QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("removeQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(sentences.join(u' '));
    const QPushButton *yes = question->addButton(tr("R&emove"), QMessageBox::AcceptRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QMessageBox::buttonClicked, this,
            [this, yes, id = account.id](const QAbstractButton *button) {
                if (button == yes) {
                    remove(id);
                }
            });
    question->open();
}

/// The account goes first: a secret that is left over harms less than an account that cannot sign in.
void AccountsDialog::remove(AccountId id)
{
    m_services.accounts.removeAccount(id).then(this, [this, id](const Result<void> &removed) {
        reload();
        if (!removed) {
            removed.error().code == Errc::Conflict
                ? m_notice->showWords(
                      tr("A reply is being sent through it right now. Try again in a moment."))
                : m_notice->showError(removed.error());
            return;
        }
        Q_EMIT changed();
        m_services.signIns.forget(id).then(this, [this](const Result<void> &forgotten) {
            if (!forgotten) {
                m_notice->showError(forgotten.error());
            }
        });
    });
}

void AccountsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
