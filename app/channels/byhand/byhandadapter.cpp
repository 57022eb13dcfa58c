// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/byhand/byhandadapter.h"

#include "app/channels/flow/promises.h"
#include "models/domain/refusal.h"

#include <algorithm>

namespace aside::byhand {

namespace {

constexpr qsizetype longestName = 200;
constexpr qsizetype fewestDigits = 3;

} // namespace

bool ByHandAdapter::isAddress(Channel channel, const QString &address)
{
    const QString name = address.trimmed();
    if (name.isEmpty() || name.size() > longestName || name != address) {
        return false;
    }
    const auto isPartOfNumber = [](QChar letter) {
        return letter.isDigit() || QStringLiteral("+-() ").contains(letter);
    };
    return channel != Channel::Phone
        || (std::ranges::all_of(name, isPartOfNumber)
            && std::ranges::count_if(name, [](QChar letter) { return letter.isDigit(); }) >= fewestDigits);
}

QFuture<Result<void>> ByHandAdapter::open()
{
    return QtFuture::makeReadyValueFuture(Result<void>());
}

QFuture<Result<FetchStep>> ByHandAdapter::fetch(QByteArray cursor)
{
    FetchStep step;
    step.batch.cursor = std::move(cursor);
    return aside::answered<FetchStep>(std::move(step));
}

QFuture<SendOutcome> ByHandAdapter::send(OutgoingMessage message)
{
    Q_UNUSED(message)
    return QtFuture::makeReadyValueFuture(
        SendOutcome(Refused{.code = QString(answerOnThePage), .words = {}}));
}

QFuture<Result<Reconciliation>> ByHandAdapter::reconcile(OutgoingMessage message)
{
    Q_UNUSED(message)
    return aside::answered<Reconciliation>(Reconciliation{}); // no program can look
}

} // namespace aside::byhand
