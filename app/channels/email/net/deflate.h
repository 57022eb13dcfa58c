// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/core/error.h"

#include <QByteArray>

#include <memory>

namespace aside::mail {

/// Both ways of a stream that RFC 4978 compresses. What comes in is unpacked no faster than it is taken, so
/// that a small packet cannot fill the memory.
class DeflateStream
{
public:
    DeflateStream();
    ~DeflateStream();
    DeflateStream(const DeflateStream &) = delete;
    DeflateStream &operator=(const DeflateStream &) = delete;

    /// To be sent as it is; complete, so that the server need not wait for more.
    [[nodiscard]] QByteArray pack(QByteArrayView plain);
    /// What came from the server.
    void feed(QByteArrayView packed) { m_input += packed; }
    /// At most so many bytes; empty: more must be fed first. Errc::BadAnswer where it is no such stream.
    [[nodiscard]] Result<QByteArray> take(qsizetype most);
    [[nodiscard]] bool hasInput() const { return !m_input.isEmpty() || m_mayHoldMore; }

private:
    struct Streams;

    std::unique_ptr<Streams> m_streams;
    QByteArray m_input;
    bool m_mayHoldMore = false; ///< unpacked bytes wait inside, without any input left
};

} // namespace aside::mail
