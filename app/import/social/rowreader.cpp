// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/social/rowreader.h"

namespace aside {

void RowReader::seek(Position position)
{
    m_in->seek(position.offset);
    m_line = position.line;
}

void RowReader::skipLine()
{
    for (int byte = m_in->get(); byte != ByteReader::end; byte = m_in->get()) {
        if (byte == '\n') {
            ++m_line;
            return;
        }
    }
}

void RowReader::skipByteOrderMark()
{
    if (m_in->offset() == 0 && m_in->chunk().startsWith("\xEF\xBB\xBF")) {
        m_in->advance(3);
    }
}

} // namespace aside
