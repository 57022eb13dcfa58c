// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/check/checkcontext.h"

#include <QList>
#include <QString>

namespace aside {
class TextReader;
}

namespace aside::test {

/// A finding that a labelled reply expects.
struct Expected {
    QString rule;
    TextRange range; ///< the whole text for `whole`
    qsizetype file = -1;
};

/// A labelled reply, as tests/data/check/README.md describes it.
struct LabelledReply {
    QString id;
    QString language; ///< of its folder
    CheckContext context;
    QList<Expected> expected;
};

/// All replies of a file; complains to the running test about what cannot be read.
[[nodiscard]] QList<LabelledReply> labelledReplies(const QString &path, const QString &language,
                                                   TextReader &reader);

/// Takes the marks ⟦rule|words⟧ out of a text.
[[nodiscard]] QString withoutMarks(const QString &marked, QList<Expected> &expected);

} // namespace aside::test
