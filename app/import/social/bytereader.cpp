// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/bytereader.h"

#include "app/import/social/sourcefile.h"

#include <QBuffer>
#include <QFile>

#include <algorithm>

namespace aside {

namespace {

constexpr qint64 bufferSize = 256 * 1024;

} // namespace

Result<std::unique_ptr<ByteReader>> ByteReader::open(const QString &path)
{
    if (const auto checked = checkRegularFile(path); !checked) {
        return std::unexpected(checked.error());
    }
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return fail(file->error() == QFileDevice::PermissionsError ? Errc::NoPermission : Errc::Io,
                    file->errorString());
    }
    return std::unique_ptr<ByteReader>(new ByteReader(std::move(file)));
}

std::unique_ptr<ByteReader> ByteReader::over(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return std::unique_ptr<ByteReader>(new ByteReader(std::move(buffer)));
}

ByteReader::ByteReader(std::unique_ptr<QIODevice> device)
    : m_device(std::move(device))
    , m_size(m_device->size())
{
}

QByteArrayView ByteReader::chunk()
{
    return hasBytes() ? QByteArrayView(m_buffer).sliced(m_at) : QByteArrayView();
}

void ByteReader::seek(qint64 offset)
{
    if (offset >= m_base && offset <= m_base + m_buffer.size()) {
        m_at = static_cast<qsizetype>(offset - m_base);
        return;
    }
    m_buffer.clear();
    m_at = 0;
    m_base = std::clamp<qint64>(offset, 0, m_size);
    m_failed = !m_device->seek(m_base);
}

bool ByteReader::fill()
{
    const qint64 wanted = std::min(bufferSize, m_size - m_base - m_buffer.size());
    if (wanted <= 0 || m_failed) {
        return false;
    }
    m_base += m_buffer.size();
    m_at = 0;
    m_buffer.resize(wanted);
    const qint64 got = m_device->read(m_buffer.data(), wanted);
    m_failed = got < 0;
    m_buffer.resize(std::max<qint64>(got, 0));
    return !m_buffer.isEmpty();
}

} // namespace aside
