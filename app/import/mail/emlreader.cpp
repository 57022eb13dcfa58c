// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/emlreader.h"

#include "app/import/mail/mailfiles.h"

#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {
constexpr QByteArrayView doneCursor = "done";
}

EmlReader::EmlReader(QString path, QStringList ownAddresses)
    : m_path(std::move(path))
    , m_key(fileKey(u"eml"_s, m_path))
    , m_ownAddresses(std::move(ownAddresses))
{
}

Result<void> EmlReader::resume(const QByteArray &cursor)
{
    if (cursor != doneCursor) {
        return fail(Errc::InvalidInput, u"not a cursor of a message file"_s);
    }
    m_isDone = true;
    return {};
}

Result<ImportStep> EmlReader::next()
{
    ImportStep step;
    step.atEnd = true;
    step.cursor = doneCursor.toByteArray();
    if (std::exchange(m_isDone, true)) {
        return step;
    }
    const auto raw = readMailFile(m_path);
    if (!raw) {
        return std::unexpected(raw.error());
    }
    step.bytesDone = raw->size();
    step.bytesTotal = raw->size();
    MailContext context{.ownAddresses = m_ownAddresses, .fallbackDate = modifiedAt(m_path)};
    context.isRead = readMark(*raw).value_or(false);
    auto message = parseMail(*raw, context);
    if (message) {
        step.messages.append(std::move(*message));
    } else {
        step.problems.append({.source = m_key, .error = message.error()});
    }
    return step;
}

} // namespace aside
