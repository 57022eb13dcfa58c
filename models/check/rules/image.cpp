// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkcontext.h"
#include "models/check/rules/clutter.h"
#include "models/check/rules/looking.h"

#include <algorithm>

namespace aside::rules {

using namespace Qt::StringLiterals;

/// Pictures whose name or description says that they decorate.
void image(const CheckedText &text, const CheckContext &context, QList<Finding> &found)
{
    for (qsizetype i = 0; i < context.files.size(); ++i) {
        const auto &file = context.files.at(i);
        const auto words = QString(file.name).replace(u'_', u' ').replace(u'-', u' ') + u". "_s + file.alt;
        if (!file.mimeType.startsWith(u"image/") || !text.saysIn("attachment.decoration"_L1, words)) {
            continue;
        }
        found.append({.rule = "clutter.image"_L1,
                      .range = text.all(),
                      .arguments = {file.name},
                      .fixes = {{.kind = FixKind::RemoveFile, .words = u"remove-file"_s}},
                      .file = i});
    }
}

} // namespace aside::rules
