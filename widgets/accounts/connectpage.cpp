// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/accounts/connectpage.h"

#include "widgets/accounts/browserrow.h"
#include "widgets/accounts/channelguides.h"
#include "widgets/common/foreigntext.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QCheckBox>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>

namespace aside {

namespace {

constexpr int longestToken = 4'000;
constexpr int longestAddress = 2'000;

/// A command such as /newbot stays in one line.
QString whole(QString words)
{
    static const QRegularExpression command(QStringLiteral("(?<=\\s)/(?=[a-z])"));
    return words.replace(command, QStringLiteral("/\u2060"));
}

QString numbered(const QStringList &steps)
{
    if (steps.size() == 1) {
        return whole(steps.constFirst());
    }
    QStringList lines;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        lines.append(QStringLiteral("%1. %2").arg(i + 1).arg(whole(steps.at(i))));
    }
    return lines.join(u'\n');
}

QString bulleted(const QStringList &points)
{
    QStringList lines;
    for (const QString &point : points) {
        lines.append(QStringLiteral("• ") + point);
    }
    return lines.join(u'\n');
}

QString setting(const char *name)
{
    return QString::fromLatin1(name);
}

/// A server that is named as people name it, without how it is reached.
QString wholeAddress(const QString &typed)
{
    const QString server = typed.trimmed();
    return server.isEmpty() || server.contains(QStringLiteral("://")) || server.contains(u'@')
        ? server
        : QStringLiteral("https://") + server;
}

void keepSetting(Account &account, const char *name, const QString &value)
{
    if (value.isEmpty()) {
        account.settings.remove(setting(name));
    } else {
        account.settings.insert(setting(name), value);
    }
}

} // namespace

ConnectPage::ConnectPage(QWidget *parent)
    : WizardPage(parent)
    , m_steps(addWords())
    , m_help(new QPushButton(this))
    , m_form(nullptr)
    , m_list(new QPushButton(this))
    , m_progress(new QProgressBar(this))
{
    m_help->setObjectName(QStringLiteral("connectHelp"));
    m_list->setObjectName(QStringLiteral("connectList"));
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_help->setAutoDefault(false);
    m_list->setAutoDefault(false);
    m_rightsHeading = addHeading();
    m_rights = addWords();
    column().addWidget(m_help, 0, Qt::AlignLeft);
    m_form = addForm();
    buildFields();
    column().addWidget(m_list, 0, Qt::AlignLeft);
    column().addWidget(m_progress);
    m_outcome = addWords();
    m_outcome->setObjectName(QStringLiteral("connectOutcome"));
    m_outcome->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_worksHeading = addHeading();
    m_works = addWords();
    m_worksNotHeading = addHeading();
    m_worksNot = addWords();
    column().addStretch();
    connect(m_help, &QPushButton::clicked, this, [this] { QDesktopServices::openUrl(m_helpPage); });
    connect(m_list, &QPushButton::clicked, this, &ConnectPage::chooseList);
    setTrying(false);
}

QLabel *ConnectPage::addHeading()
{
    QLabel *heading = addWords();
    QFont font = heading->font();
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);
    return heading;
}

void ConnectPage::buildFields()
{
    m_server = new QLineEdit(this);
    m_address = new QLineEdit(this);
    m_browser = new BrowserRow(this);
    m_token = new QLineEdit(this);
    m_isShown = new QCheckBox(this);
    m_isOwn = new QCheckBox(this);
    m_server->setObjectName(QStringLiteral("connectServer"));
    m_address->setObjectName(QStringLiteral("connectAddress"));
    m_token->setObjectName(QStringLiteral("connectToken"));
    m_isShown->setObjectName(QStringLiteral("connectShown"));
    m_isOwn->setObjectName(QStringLiteral("connectOwnServer"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setMaxLength(longestToken);
    m_serverLabel = addRow(*m_form, m_server);
    m_addressLabel = addRow(*m_form, m_address);
    m_form->addRow(m_browser);
    m_tokenLabel = addRow(*m_form, m_token);
    m_kept = plainLabel(this);
    m_kept->setWordWrap(true);
    m_kept->setForegroundRole(QPalette::PlaceholderText);
    m_form->addRow(m_isShown);
    m_form->addRow(m_kept);
    m_form->addRow(m_isOwn);
    connectFields();
}

void ConnectPage::connectFields()
{
    for (QLineEdit *field : {m_server, m_address}) {
        field->setMaxLength(longestAddress);
        field->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    }
    for (QLineEdit *field : {m_server, m_address, m_token}) {
        connect(field, &QLineEdit::textChanged, this, &WizardPage::completeChanged);
    }
    connect(m_isShown, &QCheckBox::toggled, this, [this](bool isShown) {
        m_token->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    });
    connect(this, &WizardPage::completeChanged, this, [this] { m_browser->setReady(takesBrowserNow()); });
    connect(m_browser, &BrowserRow::asked, this, &ConnectPage::browserAsked);
    connect(m_browser, &BrowserRow::stopped, this, &ConnectPage::stopAsked);
    const auto askBrowser = [this] {
        if (takesBrowserNow() && m_token->text().trimmed().isEmpty()) {
            Q_EMIT browserAsked();
        }
    };
    // Queued: the same key must not go on to a button of the page that comes then.
    connect(m_server, &QLineEdit::returnPressed, this, askBrowser, Qt::QueuedConnection);
}

bool ConnectPage::takesBrowserNow() const
{
    return m_needs.takesBrowser && !m_isTrying && !m_server->text().trimmed().isEmpty();
}

void ConnectPage::show(const Account &account, const SetupNeeds &needs)
{
    m_account = account;
    m_needs = needs;
    m_server->setText(account.settings.value(setting("server")));
    m_address->setText(account.address);
    m_address->setReadOnly(account.id.isValid());
    m_isOwn->setChecked(account.settings.value(setting("own-server")) == QStringLiteral("yes"));
    m_isShown->setChecked(false);
    m_token->clear();
    m_outcome->clear();
    m_form->setRowVisible(m_server, needs.wantsServer || needs.takesServer);
    m_form->setRowVisible(m_address, needs.wantsAddress);
    m_form->setRowVisible(m_browser, needs.takesBrowser);
    m_form->setRowVisible(m_token, needs.wantsToken);
    m_form->setRowVisible(m_isShown, needs.wantsToken);
    m_form->setRowVisible(m_kept, needs.wantsToken);
    m_form->setRowVisible(m_isOwn, needs.takesOwnServer);
    setTrying(false);
}

Account ConnectPage::account() const
{
    Account wanted = m_account;
    if (m_needs.wantsServer || m_needs.takesServer) {
        keepSetting(wanted, "server", wholeAddress(m_server->text()));
    }
    if (m_needs.takesOwnServer) {
        keepSetting(wanted, "own-server", m_isOwn->isChecked() ? QStringLiteral("yes") : QString());
    }
    if (m_needs.wantsAddress) {
        wanted.address = m_address->text().trimmed();
    }
    return wanted;
}

Secret ConnectPage::token() const
{
    return m_needs.wantsToken ? Secret(m_token->text().trimmed().toUtf8()) : Secret();
}

bool ConnectPage::isComplete() const
{
    return !m_isTrying && (!m_needs.wantsToken || !m_token->text().trimmed().isEmpty())
        && (!m_needs.wantsServer || !m_server->text().trimmed().isEmpty())
        && (!m_needs.wantsAddress || !m_address->text().trimmed().isEmpty());
}

void ConnectPage::takeFocus()
{
    QLineEdit *field = m_needs.wantsServer ? m_server : m_needs.wantsAddress ? m_address : m_token;
    field->setFocus(Qt::OtherFocusReason);
    field->selectAll();
}

void ConnectPage::setTrying(bool isTrying)
{
    m_isTrying = isTrying;
    for (QLineEdit *field : {m_server, m_token}) {
        field->setReadOnly(isTrying);
    }
    m_address->setReadOnly(isTrying || m_account.id.isValid());
    m_list->setEnabled(!isTrying);
    m_progress->setVisible(isTrying);
    m_browser->setBusy(isTrying);
    retranslate();
    if (isTrying) {
        say(tr("Trying it…"));
    }
    Q_EMIT completeChanged();
}

void ConnectPage::showBrowserPage(const QUrl &page)
{
    m_browser->showPage(page);
    say(tr(
        "Agree on the page of the service that is open in your browser. Aside goes on by itself when you are "
        "done."));
}

void ConnectPage::saySignInFault(const Error &error)
{
    const bool isNobodyBack = error.code == Errc::Timeout && m_browser->hasPage();
    setTrying(false);
    say(isNobodyBack
            ? tr("Nobody came back from the browser in time. To try again, press the button once more.")
            : browserFaultText(m_account.channel, error));
}

void ConnectPage::say(const QString &words)
{
    m_outcome->setText(words);
    m_outcome->setVisible(!words.isEmpty());
    if (!words.isEmpty()) {
        QAccessibleAnnouncementEvent spoken(m_outcome, words);
        QAccessible::updateAccessibility(&spoken);
    }
}

void ConnectPage::forget()
{
    m_token->clear();
}

void ConnectPage::chooseList()
{
    auto *dialog = new QFileDialog(window(), tr("Take a list of feeds"));
    dialog->setObjectName(QStringLiteral("feedListDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Lists of feeds (*.opml *.xml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ConnectPage::listChosen);
    dialog->open();
}

void ConnectPage::retranslate()
{
    const ChannelGuide guide = guideTo(m_account.channel);
    m_helpPage = guide.help;
    setTitle(guide.title);
    m_steps->setText(numbered(guide.steps));
    m_help->setText(tr("Open a page about &it"));
    m_help->setVisible(!guide.help.isEmpty());
    m_serverLabel->setText(guide.serverLabel);
    m_server->setPlaceholderText(guide.serverHint);
    m_addressLabel->setText(guide.addressLabel);
    m_address->setPlaceholderText(guide.addressHint);
    m_tokenLabel->setText(guide.tokenLabel);
    m_kept->setText(tr("It is kept encrypted on this computer and nowhere else."));
    m_isShown->setText(tr("S&how it"));
    m_isOwn->setText(tr("It lies in my own net&work"));
    m_list->setText(tr("Take a &list of feeds (OPML)…"));
    m_list->setVisible(m_needs.takesList && !m_account.id.isValid());
    m_progress->setAccessibleName(tr("Progress"));
    m_rightsHeading->setText(tr("What has to be allowed"));
    m_rights->setText(whole(guide.rights));
    m_worksHeading->setText(tr("What works"));
    m_works->setText(bulleted(guide.works));
    m_worksNotHeading->setText(tr("What does not"));
    m_worksNot->setText(bulleted(guide.worksNot));
    for (const auto &[heading, words] :
         {std::pair{m_rightsHeading, m_rights}, std::pair{m_worksHeading, m_works},
          std::pair{m_worksNotHeading, m_worksNot}}) {
        heading->setVisible(!words->text().isEmpty());
        words->setVisible(!words->text().isEmpty());
    }
}

} // namespace aside
