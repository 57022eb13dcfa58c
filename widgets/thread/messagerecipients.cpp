// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whom a message names, and what there is to say about it below its text.

#include "widgets/thread/messagerecipients.h"

#include "widgets/common/foreigntext.h"
#include "widgets/thread/messageview.h"

#include <QLabel>
#include <QStringList>
#include <QToolButton>

#include <algorithm>

namespace aside {

namespace {

constexpr qsizetype mostShown = 50;
constexpr qsizetype longest = 100;

/// As a header has it, what is behind the words of it.
QString listed(const Message &message, RecipientKind kind)
{
    QStringList shown;
    int more = 0;
    for (const Recipient &one : message.recipients) {
        if (one.kind == kind && shown.size() < mostShown) {
            shown.append(isolated(mailboxLabel(one.name, one.address)));
        } else if (one.kind == kind) {
            ++more;
        }
    }
    const QString all = shown.join(QStringLiteral(", "));
    //: Behind a list of names
    return more > 0 ? all + u' ' + MessageView::tr("and %n more", nullptr, more) : all;
}

QString reasonText(PlainReason reason)
{
    switch (reason) {
    case PlainReason::None:
    case PlainReason::Empty:
        return {};
    case PlainReason::TooLong:
        return MessageView::tr("Shown as plain text: the formatted version is too long to be shown quickly.");
    case PlainReason::TooDeep:
        return MessageView::tr("Shown as plain text: the formatted version is nested too deeply.");
    case PlainReason::TooManyParts:
        return MessageView::tr("Shown as plain text: the formatted version consists of too many parts.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace

QString mailboxLabel(const QString &name, const QString &address)
{
    const QString shownName = oneLine(name, longest);
    const QString shownAddress = oneLine(address, longest);
    if (shownName.isEmpty() || shownAddress.isEmpty() || shownName == shownAddress) {
        return shownName.isEmpty() ? shownAddress : shownName;
    }
    return shownName + QStringLiteral(" <") + shownAddress + u'>';
}

QString recipientsSummary(const Message &message)
{
    const auto reached = std::ranges::count_if(
        message.recipients, [](const Recipient &one) { return one.kind != RecipientKind::ReplyTo; });
    const bool answersGoElsewhere = std::ranges::any_of(message.recipients, [&](const Recipient &one) {
        return one.kind == RecipientKind::ReplyTo
            && one.address.compare(message.handle, Qt::CaseInsensitive) != 0;
    });
    return reached > 1 || answersGoElsewhere
        ? MessageView::tr("%n recipient(s)", nullptr, static_cast<int>(reached))
        : QString();
}

QString recipientsText(const Message &message)
{
    if (message.recipients.isEmpty()) {
        return {};
    }
    QStringList lines{
        MessageView::tr("From: %1").arg(isolated(mailboxLabel(message.author, message.handle)))};
    const auto add = [&](RecipientKind kind, const QString &line) {
        if (const QString all = listed(message, kind); !all.isEmpty()) {
            lines.append(line.arg(all));
        }
    };
    add(RecipientKind::ReplyTo, MessageView::tr("Answers go to: %1"));
    add(RecipientKind::To, MessageView::tr("To: %1"));
    add(RecipientKind::Cc, MessageView::tr("Cc: %1"));
    add(RecipientKind::Bcc, MessageView::tr("Bcc: %1"));
    return lines.join(u'\n');
}

void MessageView::showRecipients()
{
    const bool isShown = m_view.details == Details::Shown;
    const QString summary = recipientsSummary(m_message);
    m_recipients->setText(summary);
    m_recipients->setVisible(!summary.isEmpty());
    m_recipients->setAccessibleName(isShown ? tr("Hide recipients: %1").arg(summary)
                                            : tr("Show recipients: %1").arg(summary));
    const QString details = isShown ? recipientsText(m_message) : QString();
    m_details->setText(details);
    m_details->setVisible(!details.isEmpty());
}

void MessageView::askForDetails()
{
    BodyView wanted = m_view;
    wanted.details = m_view.details == Details::Folded ? Details::Shown : Details::Folded;
    Q_EMIT viewAsked(m_message.id, wanted);
}

void MessageView::showNote()
{
    QStringList notes{reasonText(m_body.reason)};
    if (toMillis(m_message.removedAt) != 0) {
        notes.append(tr("Removed from the mail server. It is kept here."));
    }
    notes.removeAll(QString());
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
}

} // namespace aside
