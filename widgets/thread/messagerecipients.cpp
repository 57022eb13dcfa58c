// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whom a message names, and what there is to say about it below its text.

#include "widgets/thread/messagerecipients.h"

#include "widgets/common/foreigntext.h"
#include "widgets/common/words.h"
#include "widgets/thread/messageview.h"

#include <QLabel>
#include <QStringList>
#include <QToolButton>
#include <QUrl>

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

namespace {

/// Channels with edits name no recipients, and mail is never edited: one fold is enough for both.
QString editSummary(const Message &message)
{
    //: %1 is a time
    return message.earlier.isEmpty() ? QString()
                                     : MessageView::tr("Edited %1").arg(timeLabel(message.editedAt));
}

QString earlierText(const Message &message)
{
    QStringList lines;
    for (const EarlierWords &one : message.earlier) {
        //: %1 is a time, %2 what a message said until then
        lines.append(MessageView::tr("Until %1: %2").arg(timeLabel(one.until), isolated(one.text.trimmed())));
    }
    return lines.join(u'\n');
}

QString foldName(const Message &message, const QString &summary, bool isShown)
{
    if (!message.earlier.isEmpty()) {
        return isShown ? MessageView::tr("Hide the earlier words: %1").arg(summary)
                       : MessageView::tr("Show the earlier words: %1").arg(summary);
    }
    return isShown ? MessageView::tr("Hide recipients: %1").arg(summary)
                   : MessageView::tr("Show recipients: %1").arg(summary);
}

} // namespace

void MessageView::showRecipients()
{
    const bool isShown = m_view.details == Details::Shown;
    const bool isEdited = !m_message.earlier.isEmpty();
    const QString summary = isEdited ? editSummary(m_message) : recipientsSummary(m_message);
    m_recipients->setText(summary);
    m_recipients->setVisible(!summary.isEmpty());
    m_recipients->setAccessibleName(foldName(m_message, summary, isShown));
    const QString details = !isShown ? QString()
        : isEdited                   ? earlierText(m_message)
                                     : recipientsText(m_message);
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
    if (toMillis(m_message.deletedAt) != 0) {
        notes.append(
            tr("Deleted where it was written, %1. It is kept here.").arg(timeLabel(m_message.deletedAt)));
    } else if (toMillis(m_message.editedAt) != 0 && m_message.earlier.isEmpty()) {
        notes.append(tr("Edited %1").arg(timeLabel(m_message.editedAt))); // before it came here
    }
    notes.removeAll(QString());
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
}

/// Unless it stands in the words already, as feeds have it.
void MessageView::showPage()
{
    const QString host = QUrl(m_message.page).host();
    //: %1 is a site, such as "reviews.example"
    m_page->setText(tr("Open on %1").arg(isolated(oneLine(host, 60))));
    m_page->setToolTip(escapedToolTip(m_message.page));
    m_page->setVisible(!host.isEmpty() && !m_message.text.contains(m_message.page));
}

} // namespace aside
