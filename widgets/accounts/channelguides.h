// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/account.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace aside {

/// What a person has to know to connect an account of a channel, in plain words.
struct ChannelGuide {
    QString summary; ///< what it brings, one sentence for the choice
    QString title;
    QStringList steps; ///< where to get what is asked for, one after the other
    QString rights; ///< what has to be allowed; may be empty
    QStringList works;
    QStringList worksNot;
    QString addressLabel; ///< with a mnemonic, as all labels
    QString addressHint;
    QString tokenLabel;
    QString serverLabel;
    QString serverHint;
    QUrl help; ///< opens in the browser; may be empty
};

[[nodiscard]] ChannelGuide guideTo(Channel channel);
/// What was found, whole.
[[nodiscard]] QString foundText(const Account &account);
/// Why an account of this channel would not work, and what to do.
[[nodiscard]] QString connectFaultText(Channel channel, const Error &error);

/// Why signing in with the browser gave no token, and what to do.
[[nodiscard]] QString browserFaultText(Channel channel, const Error &error);

} // namespace aside
