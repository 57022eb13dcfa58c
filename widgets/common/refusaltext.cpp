// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/common/refusaltext.h"

#include <QCoreApplication>

namespace aside {

namespace {

struct RefusalWords {
    Q_DECLARE_TR_FUNCTIONS(aside::RefusalWords)
};

} // namespace

QString refusalText(Refusal refusal)
{
    switch (refusal) {
    case Refusal::AnswerOnThePage:
        return RefusalWords::tr("Nobody can answer here. Open the page, answer there, and close the "
                                "conversation.");
    case Refusal::PersonBlocked:
        return RefusalWords::tr(
            "The customer has blocked us there: no message reaches them. The text is kept; "
            "choose another way.");
    case Refusal::PersonGone:
        return RefusalWords::tr(
            "The customer's account there is deleted. The text is kept; choose another way.");
    case Refusal::PersonWritesFirst:
        return RefusalWords::tr(
            "The customer has to write to us there first. The text is kept; invite them with "
            "a link.");
    case Refusal::NotAllowedThere:
        return RefusalWords::tr(
            "We may not write there: we were removed, or lack the right. The text is kept; "
            "ask who runs the place, then send it again.");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace aside
