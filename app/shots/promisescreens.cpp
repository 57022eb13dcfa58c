// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/promisescreens.h"

#include "app/shots/steps.h"

namespace aside {

using namespace Qt::StringLiterals;

// NOLINTBEGIN(modernize-use-designated-initializers)

QList<Screen> promiseScreens()
{
    const Step late = open(u"hester@vanaalst.example"_s);
    const Step jonas = open(u"jonas@lindqvist.example"_s);
    const Step person = trigger(u"view.person"_s);
    const Step today = open(u"gromov.semyon@pochta.example"_s);
    return {
        {u"triage"_s, u"promises"_s, {view(View::Promises), jonas}},
        {u"person"_s, u"promise"_s, {jonas, person, click(u"addPromiseButton"_s)}},
        {u"person"_s, u"call"_s, {jonas, trigger(u"conversation.logCall"_s)}},
        {u"promise"_s, u"offer"_s, {open(u"amelie.dubois@courrier.example"_s)}},
        {u"promise"_s, u"late"_s, {view(View::Promises), late, person}},
        {u"promise"_s, u"today"_s, {view(View::Promises), today}},
    };
}

// NOLINTEND(modernize-use-designated-initializers)

} // namespace aside
