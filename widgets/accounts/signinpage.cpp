// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/signinpage.h"

#include "widgets/accounts/accountwords.h"
#include "widgets/common/foreigntext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QDesktopServices>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QUrl>

namespace aside {

namespace {

constexpr int longestSecret = 4'000;
constexpr int spacing = 12;

QFormLayout *formIn(QWidget *part)
{
    auto *form = new QFormLayout(part);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(spacing);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return form;
}

} // namespace

SignInPage::SignInPage(QWidget *parent)
    : WizardPage(parent)
    , m_words(addWords())
    , m_byBrowser(new QRadioButton(this))
    , m_byPassword(new QRadioButton(this))
    , m_passwordPart(new QWidget(this))
    , m_browserPart(new QWidget(this))
    , m_help(new QPushButton(this))
{
    m_byBrowser->setObjectName(QStringLiteral("signInByBrowser"));
    m_byPassword->setObjectName(QStringLiteral("signInByPassword"));
    m_help->setObjectName(QStringLiteral("signInHelp"));
    buildPassword();
    buildBrowser();
    for (QWidget *part : {static_cast<QWidget *>(m_byBrowser), m_browserPart,
                          static_cast<QWidget *>(m_byPassword), m_passwordPart}) {
        column().addWidget(part);
    }
    column().addWidget(m_help, 0, Qt::AlignLeft);
    column().addStretch();
    QWidget::setTabOrder(m_byPassword, m_password);
    connect(m_byBrowser, &QRadioButton::toggled, this, &SignInPage::follow);
    connect(m_help, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(QUrl(m_setup.help)); });
    retranslate();
}

void SignInPage::buildPassword()
{
    m_password = new QLineEdit(m_passwordPart);
    m_password->setObjectName(QStringLiteral("accountPassword"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(longestSecret);
    m_isShown = new QCheckBox(m_passwordPart);
    QFormLayout *form = formIn(m_passwordPart);
    m_passwordLabel = addRow(*form, m_password);
    form->addRow(QString(), m_isShown);
    connect(m_isShown, &QCheckBox::toggled, this, [this](bool isShown) {
        m_password->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    });
    connect(m_password, &QLineEdit::textChanged, this, &WizardPage::completeChanged);
    connect(m_password, &QLineEdit::returnPressed, this, &WizardPage::nextAsked);
}

void SignInPage::buildBrowser()
{
    m_browserWords = plainLabel(m_browserPart);
    m_browserWords->setWordWrap(true);
    m_browserWords->setForegroundRole(QPalette::PlaceholderText);
    m_client = new QLineEdit(m_browserPart);
    m_client->setObjectName(QStringLiteral("oauthClient"));
    m_client->setMaxLength(longestSecret);
    m_secret = new QLineEdit(m_browserPart);
    m_secret->setObjectName(QStringLiteral("oauthClientSecret"));
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setMaxLength(longestSecret);
    QFormLayout *form = formIn(m_browserPart);
    form->addRow(m_browserWords);
    m_clientLabel = addRow(*form, m_client);
    m_secretLabel = addRow(*form, m_secret);
    connect(m_client, &QLineEdit::textChanged, this, &WizardPage::completeChanged);
    connect(m_client, &QLineEdit::returnPressed, this, &WizardPage::nextAsked);
    connect(m_secret, &QLineEdit::returnPressed, this, &WizardPage::nextAsked);
}

void SignInPage::show(const MailSetup &setup, const QString &clientId)
{
    m_setup = setup;
    const bool takesBrowser = !setup.oauth.isEmpty();
    const bool takesPassword = setup.signIns != QList<MailSignIn>{MailSignIn::OAuth} || !takesBrowser;
    m_byBrowser->setVisible(takesBrowser && takesPassword);
    m_byPassword->setVisible(takesBrowser && takesPassword);
    const bool isBrowserFirst = takesBrowser && setup.signIns.value(0) == MailSignIn::OAuth;
    (isBrowserFirst ? m_byBrowser : m_byPassword)->setChecked(true);
    m_client->setText(clientId);
    m_help->setVisible(!setup.help.isEmpty());
    retranslate();
    follow();
}

bool SignInPage::isByBrowser() const
{
    return m_byBrowser->isChecked();
}

Secret SignInPage::password() const
{
    return isByBrowser() ? Secret() : Secret(m_password->text().toUtf8());
}

OAuthClient SignInPage::client() const
{
    return {.preset = m_setup.oauth,
            .id = m_client->text().trimmed(),
            .secret = Secret(m_secret->text().trimmed().toUtf8())};
}

bool SignInPage::isComplete() const
{
    return isByBrowser() ? !client().id.isEmpty() : !m_password->text().isEmpty();
}

void SignInPage::takeFocus()
{
    QLineEdit *field = isByBrowser() ? m_client : m_password;
    field->setFocus(Qt::OtherFocusReason);
    field->selectAll();
}

void SignInPage::forget()
{
    m_password->clear();
    m_secret->clear();
}

void SignInPage::keepIn(Account &account) const
{
    const QString auth = QStringLiteral("auth");
    const QString provider = QStringLiteral("oauth.provider");
    const QString id = QStringLiteral("oauth.client");
    for (const QString &name : {auth, provider, id}) {
        account.settings.remove(name); // a password has no use for them
    }
    if (isByBrowser()) {
        account.settings.insert(auth, QStringLiteral("oauth"));
        account.settings.insert(provider, client().preset);
        account.settings.insert(id, client().id);
    }
}

void SignInPage::follow()
{
    m_browserPart->setVisible(isByBrowser());
    m_passwordPart->setVisible(!isByBrowser());
    Q_EMIT completeChanged();
}

void SignInPage::retranslate()
{
    const bool isAppPassword = m_setup.signIns.contains(MailSignIn::AppPassword);
    setTitle(tr("Signing in"));
    const QString hint = setupHint(m_setup);
    m_words->setText(hint.isEmpty() ? tr("With the password of the mailbox. It is kept encrypted on this "
                                         "computer and nowhere else.")
                                    : hint);
    m_byBrowser->setText(tr("In the &browser"));
    m_byPassword->setText(isAppPassword ? tr("With an app passw&ord") : tr("With a passw&ord"));
    m_passwordLabel->setText(isAppPassword ? tr("App &password") : tr("&Password"));
    m_isShown->setText(tr("S&how it"));
    m_browserWords->setText(
        tr("Your team registers Aside at the service once and gets a client ID. Then your browser opens the "
           "page of the service; Aside never sees your password."));
    m_clientLabel->setText(tr("&Client ID"));
    m_secretLabel->setText(tr("Client &secret"));
    m_secret->setPlaceholderText(tr("If the service gave one"));
    m_help->setText(tr("Open the page of the ser&vice"));
}

} // namespace aside
