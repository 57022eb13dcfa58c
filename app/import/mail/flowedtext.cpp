// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/import/mail/flowedtext.h"

#include <QStringTokenizer>

namespace aside {

QString unflow(const QString &text, SoftSpace space)
{
    QString out;
    out.reserve(text.size());
    qsizetype openDepth = -1; // quote depth of the paragraph that goes on, -1 = none
    for (QStringView line : qTokenize(text, u'\n')) {
        qsizetype depth = 0;
        while (depth < line.size() && line[depth] == u'>') {
            ++depth;
        }
        line = line.sliced(depth);
        if (line.startsWith(u' ')) {
            line = line.sliced(1);
        }
        const bool isSignature = line == u"-- ";
        if (openDepth != depth || isSignature) {
            out += openDepth >= 0 ? QStringView(u"\n") : QStringView();
            out.append(QString(depth, u'>'));
            out += depth > 0 ? QStringView(u" ") : QStringView();
        }
        const bool isSoft = !isSignature && line.endsWith(u' ');
        out += isSoft && space == SoftSpace::Drop ? line.chopped(1) : line;
        openDepth = isSoft ? depth : -1;
        if (!isSoft) {
            out += u'\n';
        }
    }
    if (out.endsWith(u'\n') && openDepth < 0) {
        out.chop(1);
    }
    return out;
}

} // namespace aside
