// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/imap/literal.h"

#include <QDir>
#include <QTemporaryFile>

#include <utility>

namespace aside::imap {

using namespace Qt::StringLiterals;

struct Literal::Content {
    QByteArray bytes{};
    std::unique_ptr<QTemporaryFile> file{};
    const uchar *mapped = nullptr;
};

Literal::Literal(QByteArray bytes)
    : m_content(std::make_shared<Content>())
{
    m_content->bytes = std::move(bytes);
}

qint64 Literal::size() const
{
    if (m_content == nullptr) {
        return 0;
    }
    return m_content->file != nullptr ? m_content->file->size() : m_content->bytes.size();
}

bool Literal::isInMemory() const
{
    return m_content == nullptr || m_content->file == nullptr;
}

Result<QByteArrayView> Literal::view() const
{
    if (isInMemory()) {
        return m_content != nullptr ? QByteArrayView(m_content->bytes) : QByteArrayView();
    }
    QTemporaryFile &file = *m_content->file;
    if (m_content->mapped == nullptr) {
        if (!file.flush() || (m_content->mapped = file.map(0, file.size())) == nullptr) {
            return fail(Errc::Io, u"cannot map a literal"_s);
        }
    }
    return QByteArrayView(m_content->mapped, file.size());
}

Literal::Writer::Writer(qint64 size, qsizetype mostInMemory, QString folder)
    : m_missing(size)
    , m_wantsFile(size > mostInMemory)
    , m_folder(std::move(folder))
    , m_literal(QByteArray())
{
}

Result<void> Literal::Writer::openFile()
{
    const QString folder = m_folder.isEmpty() ? QDir::tempPath() : m_folder;
    auto file = std::make_unique<QTemporaryFile>(folder + u"/aside-XXXXXX"_s);
    if (!file->open()) {
        return fail(Errc::Io, u"cannot open a temporary file"_s);
    }
    m_literal.m_content->file = std::move(file);
    return {};
}

Result<void> Literal::Writer::write(QByteArrayView bytes)
{
    Q_ASSERT(bytes.size() <= m_missing);
    Content &content = *m_literal.m_content;
    if (m_wantsFile && content.file == nullptr) {
        if (Result<void> opened = openFile(); !opened) {
            return opened;
        }
    }
    if (!m_wantsFile) {
        content.bytes += bytes;
    } else if (content.file->write(bytes.data(), bytes.size()) != bytes.size()) {
        return fail(content.file->error() == QFileDevice::ResourceError ? Errc::DiskFull : Errc::Io,
                    u"cannot write a literal"_s);
    }
    m_missing -= bytes.size();
    if (m_missing == 0 && m_wantsFile && !content.file->flush()) {
        return fail(Errc::DiskFull, u"cannot write a literal"_s);
    }
    return {};
}

} // namespace aside::imap
