// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/composer/addressfields.h"

#include "models/ports/personstore.h"
#include "models/services/addressdesk.h"
#include "widgets/common/foreigntext.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStringListModel>

#include <algorithm>

namespace aside {

namespace {

constexpr std::chrono::milliseconds pause{400};
constexpr int mostProposals = 8;
constexpr qsizetype longest = 10'000;

QList<mail::Mailbox> mailboxesOf(const QList<Recipient> &recipients, RecipientKind kind)
{
    QList<mail::Mailbox> mailboxes;
    for (const Recipient &one : recipients) {
        if (one.kind == kind) {
            mailboxes.append({.name = oneLine(one.name), .address = oneLine(one.address)});
        }
    }
    return mailboxes;
}

/// Where the entry begins that is being written: behind the last separator.
qsizetype entryAt(const QString &text)
{
    const qsizetype comma = std::max(text.lastIndexOf(u','), text.lastIndexOf(u';'));
    return comma + 1;
}

} // namespace

AddressFields::AddressFields(AddressDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_fromLabel(plainLabel(this))
    , m_from(new QComboBox(this))
    , m_problem(plainLabel(this))
    , m_completer(new QCompleter(this))
    , m_proposals(new QStringListModel(this))
{
    m_completer->setModel(m_proposals);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &AddressFields::accept);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &AddressFields::commit);
    build();
    connect(m_from, &QComboBox::activated, this, &AddressFields::commit);
    connect(&m_desk, &AddressDesk::changed, this, &AddressFields::refresh);
    retranslate();
    refresh();
}

void AddressFields::build()
{
    constexpr std::array names{std::pair{RecipientKind::To, "toField"},
                               std::pair{RecipientKind::Cc, "ccField"},
                               std::pair{RecipientKind::Bcc, "bccField"}};
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_fromLabel, 0, 0);
    grid->addWidget(m_from, 0, 1);
    m_from->setObjectName(QStringLiteral("fromField"));
    m_from->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_from->setMinimumContentsLength(12);
    m_fromLabel->setBuddy(m_from);
    for (std::size_t i = 0; i < names.size(); ++i) {
        auto *edit = new QLineEdit(this);
        auto *label = plainLabel(this);
        edit->setObjectName(QString::fromLatin1(names.at(i).second));
        edit->setMaxLength(longest);
        label->setBuddy(edit);
        m_lines.at(i) = {.kind = names.at(i).first, .label = label, .edit = edit};
        const int row = static_cast<int>(i) + 1;
        grid->addWidget(label, row, 0);
        grid->addWidget(edit, row, 1);
        connect(edit, &QLineEdit::textEdited, this, [this, edit] { takeTyped(edit); });
        connect(edit, &QLineEdit::editingFinished, this, &AddressFields::commit);
    }
    m_problem->setObjectName(QStringLiteral("addressProblem"));
    m_problem->setWordWrap(true);
    grid->addWidget(m_problem, static_cast<int>(names.size()) + 1, 1);
    grid->setColumnStretch(1, 1);
}

void AddressFields::retranslate()
{
    const std::array labels{tr("To"), tr("Cc"), tr("Bcc")};
    const std::array spoken{tr("To: whom the letter goes to"), tr("Cc: who gets a copy"),
                            tr("Bcc: who gets a copy that nobody else knows of")};
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        m_lines.at(i).label->setText(labels.at(i));
        m_lines.at(i).edit->setAccessibleName(spoken.at(i));
    }
    m_fromLabel->setText(tr("From"));
    m_from->setAccessibleName(tr("From: as whom you write"));
    m_problem->setText(problem());
}

/// What is being typed stays as it is.
void AddressFields::refresh()
{
    const QList<Recipient> recipients = m_desk.recipients();
    for (const Line &line : m_lines) {
        const QList<mail::Mailbox> wanted = mailboxesOf(recipients, line.kind);
        if (mail::parseMailboxes(line.edit->text()).mailboxes != wanted) {
            line.edit->setText(mail::toField(wanted));
            line.edit->setCursorPosition(0);
        }
    }
    refreshSenders();
    arrange();
    Q_EMIT changed();
}

void AddressFields::refreshSenders()
{
    const QSignalBlocker quiet(m_from);
    m_from->clear();
    for (const mail::Mailbox &identity : m_desk.identities()) {
        m_from->addItem(oneLine(mail::toField({identity})), identity.address);
    }
    const int chosen = m_from->findData(m_desk.addressing().sender, Qt::UserRole, Qt::MatchFixedString);
    m_from->setCurrentIndex(std::max(0, chosen));
}

void AddressFields::arrange()
{
    const bool hasChoice = m_from->count() > 1;
    m_from->setVisible(hasChoice);
    m_fromLabel->setVisible(hasChoice);
    for (const Line &line : m_lines) {
        const bool isShown = line.kind == RecipientKind::To || m_wantsCopies || !line.edit->text().isEmpty()
            || line.edit->hasFocus();
        line.label->setVisible(isShown);
        line.edit->setVisible(isShown);
    }
    m_problem->setText(problem());
    m_problem->setVisible(!m_problem->text().isEmpty());
}

void AddressFields::showCopies()
{
    m_wantsCopies = true;
    arrange();
}

void AddressFields::clear()
{
    commit();
    m_wantsCopies = false;
    for (const Line &line : m_lines) {
        line.edit->clear();
    }
}

void AddressFields::focusRecipients()
{
    const auto empty = std::ranges::find_if(
        m_lines, [](const Line &line) { return line.edit->isVisible() && line.edit->text().isEmpty(); });
    (empty != m_lines.end() ? empty->edit : m_lines.front().edit)->setFocus(Qt::ShortcutFocusReason);
}

Addressing AddressFields::written() const
{
    Addressing addressing{.recipients = {}, .forwarded = m_desk.addressing().forwarded};
    for (const Line &line : m_lines) {
        for (const mail::Mailbox &one : mail::parseMailboxes(line.edit->text()).mailboxes) {
            addressing.recipients.append({.kind = line.kind, .name = one.name, .address = one.address});
        }
    }
    if (m_from->currentIndex() > 0) {
        addressing.sender = m_from->currentData().toString();
    }
    return addressing;
}

QString AddressFields::problem() const
{
    for (const Line &line : m_lines) {
        const mail::MailboxList list = mail::parseMailboxes(line.edit->text());
        if (!list.wrong.isEmpty() && !line.edit->hasFocus()) {
            return tr("This is no mail address: %1").arg(oneLine(list.wrong.constFirst(), 100));
        }
    }
    return written().recipients.isEmpty() ? tr("Say whom it goes to.") : QString();
}

bool AddressFields::isComplete() const
{
    return !written().recipients.isEmpty() && std::ranges::all_of(m_lines, [](const Line &line) {
        return mail::parseMailboxes(line.edit->text()).wrong.isEmpty();
    });
}

void AddressFields::takeTyped(QLineEdit *edit)
{
    m_pause.start();
    propose(edit);
    Q_EMIT changed();
}

void AddressFields::commit()
{
    m_pause.stop();
    const Addressing now = written();
    Addressing before = m_desk.addressing();
    before.recipients = m_desk.recipients();
    // An emptied field is one that is about to be filled.
    if (m_desk.isOffered() && now != before && !now.recipients.isEmpty()) {
        m_desk.choose(now);
    }
    arrange();
    Q_EMIT changed();
}

void AddressFields::propose(QLineEdit *edit)
{
    const QString entry = edit->text().sliced(entryAt(edit->text())).trimmed();
    if (m_persons == nullptr || entry.isEmpty() || edit->cursorPosition() != edit->text().size()) {
        m_completer->popup()->hide();
        return;
    }
    m_persons->known(entry, mostProposals)
        .then(this, [this, edit, text = edit->text()](const Result<QList<Recipient>> &found) {
            if (!found || !edit->hasFocus() || edit->text() != text) {
                return; // it can be written without
            }
            QStringList lines;
            for (const Recipient &one : *found) {
                lines.append(
                    mail::toField({{.name = oneLine(one.name, 100), .address = oneLine(one.address, 300)}}));
            }
            m_proposals->setStringList(lines);
            m_completer->setWidget(edit);
            if (lines.isEmpty()) {
                m_completer->popup()->hide();
            } else {
                m_completer->complete();
            }
        });
}

void AddressFields::accept(const QString &chosen)
{
    auto *edit = qobject_cast<QLineEdit *>(m_completer->widget());
    if (edit == nullptr) {
        return;
    }
    const qsizetype at = entryAt(edit->text());
    edit->setText(edit->text().first(at) + (at > 0 ? QStringLiteral(" ") : QString()) + chosen
                  + QStringLiteral(", "));
    commit();
}

void AddressFields::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

} // namespace aside
