// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

namespace aside::cli {

// The parts of a mail, written so that no text from outside can add a header, a part or a message.

/// An unstructured header value: RFC 2047 where it must be, folded, never with a line break of its own.
[[nodiscard]] QByteArray encodedText(const QString &text);

/// "Name" <address>. What is no mail address becomes one that cannot be reached, and joins the name.
[[nodiscard]] QByteArray encodedMailbox(const QString &name, const QString &handle);

/// An addr-spec, or one under `aside.invalid` made from what is none.
[[nodiscard]] QByteArray safeAddress(const QString &handle);

/// A message or content id with its angle brackets, from whatever a channel calls its ids; `fallback` where
/// nothing of it can be kept.
[[nodiscard]] QByteArray encodedId(const QString &remoteId, const QByteArray &fallback);

/// A type/subtype that may carry base64, else application/octet-stream.
[[nodiscard]] QByteArray safeMimeType(const QString &type);

/// "; filename=…", by RFC 2231 where it must be.
[[nodiscard]] QByteArray fileNameParameter(const QString &name);

/// base64 in lines of 76.
[[nodiscard]] QByteArray base64Lines(const QByteArray &data);

} // namespace aside::cli
