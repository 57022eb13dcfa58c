// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/net/deflate.h"

#include <zlib.h>

#include <array>

namespace aside::mail {

using namespace Qt::StringLiterals;

namespace {

constexpr int rawDeflate = -MAX_WBITS; // without header and checksum
constexpr int memoryLevel = 8;

Bytef *bytesOf(QByteArrayView bytes)
{
    // zlib reads through a pointer that is not const.
    return reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
}

} // namespace

struct DeflateStream::Streams {
    z_stream out{};
    z_stream in{};
};

DeflateStream::DeflateStream()
    : m_streams(std::make_unique<Streams>())
{
    const int packing = deflateInit2(&m_streams->out, Z_DEFAULT_COMPRESSION, Z_DEFLATED, rawDeflate,
                                     memoryLevel, Z_DEFAULT_STRATEGY);
    const int unpacking = inflateInit2(&m_streams->in, rawDeflate);
    Q_ASSERT(packing == Z_OK && unpacking == Z_OK);
}

DeflateStream::~DeflateStream()
{
    deflateEnd(&m_streams->out);
    inflateEnd(&m_streams->in);
}

QByteArray DeflateStream::pack(QByteArrayView plain)
{
    QByteArray packed;
    std::array<char, 16'384> chunk{};
    z_stream &out = m_streams->out;
    out.next_in = bytesOf(plain);
    out.avail_in = static_cast<uInt>(plain.size());
    do {
        out.next_out = reinterpret_cast<Bytef *>(chunk.data());
        out.avail_out = chunk.size();
        deflate(&out, Z_SYNC_FLUSH);
        packed.append(chunk.data(), static_cast<qsizetype>(chunk.size() - out.avail_out));
    } while (out.avail_out == 0);
    return packed;
}

Result<QByteArray> DeflateStream::take(qsizetype most)
{
    QByteArray plain(most, Qt::Uninitialized);
    z_stream &in = m_streams->in;
    in.next_in = bytesOf(m_input);
    in.avail_in = static_cast<uInt>(m_input.size());
    in.next_out = bytesOf(plain);
    in.avail_out = static_cast<uInt>(most);
    const int state = inflate(&in, Z_SYNC_FLUSH);
    m_input = m_input.last(static_cast<qsizetype>(in.avail_in));
    plain.truncate(most - static_cast<qsizetype>(in.avail_out));
    m_mayHoldMore = in.avail_out == 0;
    if (state == Z_STREAM_END) { // a server that says goodbye may end its stream first
        m_input.clear();
        m_mayHoldMore = false;
    } else if (state != Z_OK && state != Z_BUF_ERROR) {
        return fail(Errc::BadAnswer, u"not a compressed stream: %1"_s.arg(state));
    }
    return plain;
}

} // namespace aside::mail
