// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/privatescreens.h"

#include "app/shots/steps.h"

namespace aside {

using namespace Qt::StringLiterals;

// NOLINTBEGIN(modernize-use-designated-initializers)

QList<Screen> privateScreens()
{
    const Step move = trigger(u"conversation.private"_s);
    const QString leaking = u"We will call you at +7 900 000-00-17 about order 112233."_s;
    return {
        {u"private"_s, u"message"_s, {open(u"@wrenfield@fedi.example"_s), move}},
        {u"private"_s, u"once"_s, {open(u"rosalind.achterberg"_s), move}},
        {u"private"_s, u"they-write"_s, {open(u"@vorobeva_test"_s), move}},
        {u"private"_s, u"choice"_s, {open(u"review-88240"_s), move, click(u"closedWaysButton"_s)}},
        {u"private"_s,
         u"questions"_s,
         {open(u"@wrenfield@fedi.example"_s), move, type(u"publicText"_s, leaking)}},
        {u"private"_s,
         u"keep"_s,
         {open(u"@wrenfield@fedi.example"_s), move, type(u"publicText"_s, u"We wrote to you."_s),
          click(u"cancelMoveButton"_s)}},
    };
}

// NOLINTEND(modernize-use-designated-initializers)

} // namespace aside
