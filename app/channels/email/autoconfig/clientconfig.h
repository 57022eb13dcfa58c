// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"
#include "models/domain/mailsetup.h"

#include <QByteArray>

namespace aside::mail {

/// Reads what a provider says about its servers, in the format of Thunderbird (config-v1.1.xml). The bytes
/// are a stranger's: a document type, entities, depth and length are refused or bounded, and only servers
/// with TLS or STARTTLS count. Errc::BadAnswer where it is no such file, NotFound where it names no server
/// for IMAP or none for sending, Insecure where those that it names go without encryption, SignInUnsupported
/// where none takes a way of signing in that we know.
[[nodiscard]] Result<MailSetup> parseClientConfig(const QByteArray &xml, const QString &address);

} // namespace aside::mail
