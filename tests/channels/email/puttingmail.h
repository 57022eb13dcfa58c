// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/channels/email/imap/imapsession.h"
#include "tests/channels/email/waiting.h"

#include <QBuffer>

namespace aside::test {

/// Another program makes a folder.
inline void create(imap::ImapSession &session, const QByteArray &name)
{
    QVERIFY(settled(session.link().run({.command = imap::Command("CREATE ").string(name)})));
}

/// Another program puts a letter there; 0 where the server did not take it, or does not say where it lies.
inline imap::Uid put(imap::ImapSession &session, const QByteArray &folder, const QByteArray &bytes,
                     const QList<QByteArray> &flags = {})
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    const auto uid = settled(session.append(folder, flags, std::move(buffer)));
    return uid && *uid ? (*uid)->uid : 0;
}

} // namespace aside::test
