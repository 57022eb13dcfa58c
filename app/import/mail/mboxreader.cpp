// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/mboxreader.h"

#include "app/import/mail/maildate.h"
#include "app/import/mail/mailfiles.h"
#include "app/import/mail/ownaddresses.h"

#include <utility>

namespace aside {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostMessages = 200;
constexpr qint64 mostBytes = 8LL * 1024 * 1024;
constexpr QByteArrayView skippingMark = " skipping";

/// Whose mail it is, from the first messages.
QStringList guessOwner(const QString &path)
{
    constexpr qint64 mostSampled = 32LL * 1024 * 1024;
    auto splitter = MboxSplitter::open(path);
    AddressSample sample;
    while (splitter && !sample.isFull() && splitter->offset() < mostSampled) {
        const auto piece = splitter->next();
        if (!piece || piece->kind != MboxSplitter::Piece::Kind::Message) {
            break;
        }
        sample.add(participantAddresses(piece->message));
    }
    return guessOwnAddresses(sample.messages());
}

/// The date at the end of "From someone@example.com Thu Sep 19 12:41:43 1991".
std::optional<Instant> fromLineDate(QByteArrayView line)
{
    const qsizetype sender = line.indexOf(' ') + 1;
    const qsizetype date = line.indexOf(' ', sender);
    return date < 0 ? std::nullopt : readMailDate(line.sliced(date));
}

} // namespace

MboxReader::MboxReader(MboxSplitter splitter, QString key, MailContext context)
    : m_splitter(std::move(splitter))
    , m_key(std::move(key))
    , m_context(std::move(context))
{
}

Result<std::unique_ptr<ImportSource>> MboxReader::open(const QString &path, const QStringList &ownAddresses)
{
    auto splitter = MboxSplitter::open(path);
    if (!splitter) {
        return std::unexpected(splitter.error());
    }
    MailContext context;
    context.ownAddresses = ownAddresses.isEmpty() ? guessOwner(path) : ownAddresses;
    context.fallbackDate = modifiedAt(path);
    return std::unique_ptr<ImportSource>(
        new MboxReader(std::move(*splitter), fileKey(u"mbox"_s, path), std::move(context)));
}

Result<void> MboxReader::resume(const QByteArray &cursor)
{
    const bool isSkipping = cursor.endsWith(skippingMark);
    bool ok = false;
    const qint64 offset = cursor.chopped(isSkipping ? skippingMark.size() : 0).toLongLong(&ok);
    if (!ok) {
        return fail(Errc::InvalidInput, u"not a cursor of an mbox"_s);
    }
    return m_splitter.seek(
        offset, isSkipping ? MboxSplitter::Resume::InsideSkipped : MboxSplitter::Resume::AtMessage);
}

Result<ImportStep> MboxReader::next()
{
    ImportStep step;
    const qint64 from = m_splitter.offset();
    qsizetype count = 0;
    while (count < mostMessages && m_splitter.offset() - from < mostBytes && !step.atEnd) {
        const auto piece = m_splitter.next();
        if (!piece) {
            return std::unexpected(piece.error());
        }
        // What is appended meanwhile waits for the next import; following it might never end.
        step.atEnd
            = piece->kind == MboxSplitter::Piece::Kind::End || m_splitter.offset() >= m_splitter.size();
        add(*piece, step);
        ++count;
    }
    step.cursor = cursor();
    step.bytesDone = m_splitter.offset();
    step.bytesTotal = m_splitter.size();
    return step;
}

void MboxReader::add(const MboxSplitter::Piece &piece, ImportStep &step) const
{
    using Kind = MboxSplitter::Piece::Kind;
    const QString place = m_key + u'@' + QString::number(piece.offset);
    if (piece.kind == Kind::TooLarge) {
        const Error error{.code = Errc::TooLarge, .detail = u"message over the limit"_s, .retryAfter = {}};
        step.problems.append({.source = place, .error = error});
    }
    if (piece.kind != Kind::Message || piece.message.trimmed().isEmpty()) {
        return;
    }
    MailContext context = m_context;
    context.fallbackDate = fromLineDate(piece.fromLine).value_or(m_context.fallbackDate);
    context.isRead = readMark(piece.message).value_or(false);
    auto message = parseMail(piece.message, context);
    if (message) {
        step.messages.append(std::move(*message));
    } else {
        step.problems.append({.source = place, .error = message.error()});
    }
}

QByteArray MboxReader::cursor() const
{
    QByteArray cursor = QByteArray::number(m_splitter.offset());
    if (m_splitter.isSkipping()) {
        cursor.append(skippingMark);
    }
    return cursor;
}

} // namespace aside
