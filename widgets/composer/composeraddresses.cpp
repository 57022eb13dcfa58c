// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whom a reply goes to, as the composer shows it and asks for it.

#include "models/services/composer.h"
#include "models/text/language.h"
#include "widgets/common/audiencebadge.h"
#include "widgets/common/elidedbutton.h"
#include "widgets/common/foreigntext.h"
#include "widgets/composer/addressfields.h"
#include "widgets/composer/composerpanel.h"
#include "widgets/theme/icons.h"
#include "widgets/thread/messagerecipients.h"

#include <QDateTime>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace aside {

namespace {

QString labelOf(const Recipient &one)
{
    return oneLine(one.name.isEmpty() ? one.address : one.name, 100);
}

} // namespace

void ComposerPanel::connectAddresses()
{
    auto *menu = new QMenu(m_recipients);
    m_answerAll = menu->addAction(QString(), this, &ComposerPanel::answerEverybody);
    m_forward = menu->addAction(QString(), this, &ComposerPanel::forward);
    m_copies = menu->addAction(QString(), this, &ComposerPanel::chooseRecipients);
    menu->addSeparator();
    m_answerOne = menu->addAction(QString(), this, &ComposerPanel::answerCustomer);
    m_recipients->setMenu(menu);
    m_recipients->setObjectName(QStringLiteral("recipientsMenuButton"));
    connect(m_addressFields, &AddressFields::changed, this, [this] {
        retranslate();
        updateButtons();
    });
}

void ComposerPanel::retranslateAddresses()
{
    m_recipients->setIcon(
        themedIcon(QStringLiteral("mail-reply-all"))); // no room for words with twice the text
    m_recipients->setAccessibleName(tr("Recipients"));
    m_recipients->setToolTip(tr("Recipients"));
    m_answerAll->setText(tr("Reply to &all"));
    m_forward->setText(tr("&Forward…"));
    m_copies->setText(tr("&Cc and Bcc"));
    m_answerOne->setText(tr("Reply to the customer &only"));
}

void ComposerPanel::arrangeAddresses()
{
    const bool isOffered = hasRecipients();
    const AddressDesk &desk = m_composer.addresses();
    m_recipients->setVisible(isOffered);
    m_addressFields->setVisible(isOffered && (desk.isChosen() || m_isAddressing));
    m_answerOne->setEnabled(desk.isChosen() || m_isAddressing);
}

bool ComposerPanel::hasRecipients() const
{
    return m_composer.addresses().isOffered() && m_composer.kind() == DraftKind::Reply;
}

/// On the button and on the strip: where it goes, and to how many.
void ComposerPanel::nameRecipients()
{
    const AddressDesk &desk = m_composer.addresses();
    const bool isForward = desk.addressing().forwarded.isValid();
    const QList<Recipient> all = desk.recipients();
    const auto isCustomer = [this](const Recipient &one) {
        return one.address.compare(m_row.handle, Qt::CaseInsensitive) == 0;
    };
    const bool hasCustomer = std::ranges::any_of(all, isCustomer);
    const QString first = all.isEmpty() || hasCustomer ? oneLine(m_row.person) : labelOf(all.constFirst());
    const int others = std::max(0, static_cast<int>(all.size()) - 1);
    if (isForward && all.isEmpty()) {
        m_send->setWords(tr("Forward by email"));
        m_audience->show(m_row.audience, tr("Private: say who will read this"));
        return;
    }
    if (others == 0) {
        m_send->setWords(isForward ? tr("Forward by email to %1").arg(first)
                                   : tr("Reply by email to %1").arg(first));
        m_audience->show(m_row.audience, tr("Private: only %1 will read this reply").arg(first));
        return;
    }
    //: On the button. %1 is a person, %n how many more
    m_send->setWords(isForward ? tr("Forward by email to %1 and %n other(s)", nullptr, others).arg(first)
                               : tr("Reply by email to %1 and %n other(s)", nullptr, others).arg(first));
    m_audience->show(m_row.audience,
                     tr("Private: %1 and %n other(s) will read this", nullptr, others).arg(first));
}

void ComposerPanel::answerCustomer()
{
    m_isAddressing = false;
    m_addressFields->clear();
    m_composer.addresses().answerCustomer();
    arrangeAddresses();
    focusText();
}

void ComposerPanel::answerEverybody()
{
    turnTo(DraftKind::Reply);
    if (!hasRecipients()) {
        return;
    }
    m_composer.addresses().answerEverybody();
    m_isAddressing = true;
    arrangeAddresses();
    focusText();
    Q_EMIT announced(m_send->words());
}

void ComposerPanel::chooseRecipients()
{
    turnTo(DraftKind::Reply);
    if (!hasRecipients()) {
        return;
    }
    m_isAddressing = true;
    m_addressFields->showCopies();
    arrangeAddresses();
    m_addressFields->focusRecipients();
}

/// The letter with its files, below what is written already.
void ComposerPanel::forward()
{
    turnTo(DraftKind::Reply);
    const AddressDesk &desk = m_composer.addresses();
    if (!hasRecipients() || desk.addressing().forwarded.isValid()) {
        return;
    }
    const Message message = desk.answered();
    mail::Original original = desk.original();
    original.utcOffset
        = std::chrono::seconds(QDateTime::fromMSecsSinceEpoch(toMillis(message.sentAt)).offsetFromUtc());
    m_composer.addresses().forward(message);
    m_composer.append(m_composer.conversation(), mail::forwarded(original, languageOf(message.text)));
    if (!message.attachments.isEmpty()) {
        m_composer.files().attachFilesOf(message.id, message.attachments.constFirst().name);
    }
    m_isAddressing = true;
    arrangeAddresses();
    m_addressFields->focusRecipients();
}

} // namespace aside
