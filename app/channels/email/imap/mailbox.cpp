// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/mailbox.h"

#include "app/channels/email/imap/modifiedutf7.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace aside::imap {

using namespace Qt::StringLiterals;

namespace {

FolderRole roleOf(const Listed &listed)
{
    if (isWord(listed.name, "INBOX")) {
        return FolderRole::Inbox;
    }
    constexpr std::array<std::pair<QByteArrayView, FolderRole>, 8> roles{
        std::pair{QByteArrayView("\\sent"), FolderRole::Sent},
        {QByteArrayView("\\drafts"), FolderRole::Drafts},
        {QByteArrayView("\\junk"), FolderRole::Junk},
        {QByteArrayView("\\spam"), FolderRole::Junk},
        {QByteArrayView("\\trash"), FolderRole::Trash},
        {QByteArrayView("\\archive"), FolderRole::Archive},
        {QByteArrayView("\\all"), FolderRole::All},
        {QByteArrayView("\\flagged"), FolderRole::Flagged}};
    for (const auto &[attribute, role] : roles) {
        if (listed.attributes.contains(attribute)) {
            return role;
        }
    }
    return FolderRole::None;
}

std::optional<quint32> number(QByteArrayView text)
{
    bool isNumber = false;
    const uint read = text.toUInt(&isNumber);
    return isNumber ? std::optional(read) : std::nullopt;
}

void readCode(const Code &code, Mailbox &mailbox)
{
    if (code.name == "UIDVALIDITY") {
        mailbox.uidValidity = number(code.arguments).value_or(0);
    } else if (code.name == "UIDNEXT") {
        mailbox.uidNext = number(code.arguments).value_or(0);
    } else if (code.name == "HIGHESTMODSEQ") {
        mailbox.highestModSeq = code.arguments.toULongLong();
    } else if (code.name == "NOMODSEQ") {
        mailbox.highestModSeq.reset();
    } else if (code.name == "READ-ONLY") {
        mailbox.isReadOnly = true;
    }
}

} // namespace

Folder folderOf(const Listed &listed)
{
    Folder folder{.wireName = listed.name, .name = {}, .delimiter = listed.delimiter};
    // Some servers send UTF-8, and some names are nothing at all: those are shown as they are.
    folder.name = fromModifiedUtf7(listed.name).value_or(QString::fromUtf8(listed.name));
    folder.role = roleOf(listed);
    folder.canBeSelected = !listed.attributes.contains("\\noselect")
        && !listed.attributes.contains("\\nonexistent") && !listed.name.isEmpty();
    return folder;
}

Result<Mailbox> mailboxOf(const Reply &reply)
{
    Mailbox mailbox;
    for (const Response &response : reply.data) {
        if (const auto *outcome = std::get_if<Outcome>(&response)) {
            readCode(outcome->code, mailbox);
        } else if (const auto *exists = std::get_if<Exists>(&response)) {
            mailbox.exists = exists->count;
        } else if (const auto *vanished = std::get_if<Vanished>(&response)) {
            mailbox.vanished.add(vanished->uids);
        } else if (const auto *fetched = std::get_if<Fetched>(&response);
                   fetched != nullptr && fetched->uid) {
            mailbox.changed.append(*fetched);
        }
    }
    readCode(reply.outcome.code, mailbox);
    if (mailbox.uidValidity == 0) {
        return fail(Errc::BadAnswer, u"no UIDVALIDITY"_s);
    }
    return mailbox;
}

std::optional<AppendedUid> appendedUid(const Outcome &outcome)
{
    if (outcome.code.name != "APPENDUID") {
        return std::nullopt;
    }
    const QList<QByteArray> words = outcome.code.arguments.split(' ');
    const auto validity = number(words.value(0));
    const auto uid = number(words.value(1));
    if (!validity || !uid || *validity == 0 || *uid == 0) {
        return std::nullopt;
    }
    return AppendedUid{.uidValidity = *validity, .uid = *uid};
}

} // namespace aside::imap
