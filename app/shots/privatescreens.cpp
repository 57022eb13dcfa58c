// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/privatescreens.h"

#include "app/shots/steps.h"

namespace aside {

using namespace Qt::StringLiterals;

// NOLINTBEGIN(modernize-use-designated-initializers)

namespace {

constexpr auto stories = Stage::Play::Stories;

Step takeBackMoves(const QString &handle)
{
    return [handle](Stage &stage) {
        stage.takeBackMoves(handle);
    };
}

/// Talks that are on their way.
QList<Screen> storyScreens()
{
    const Step move = trigger(u"conversation.private"_s);
    const Step solved = open(u"@idris@fedi.example"_s);
    const QString cable = u"@oskar@fedi.example"_s;
    return {
        {u"story"_s, u"arrival"_s, {open(u"@maren_h"_s)}, stories},
        {u"story"_s, u"who"_s, {open(u"@dimmer_hum"_s), trigger(u"conversation.arrived"_s)}, stories},
        {u"story"_s, u"awaited"_s, {open(u"@piet_vos"_s)}, stories},
        {u"story"_s, u"stopped"_s, {open(u"@solveig@fedi.example"_s)}, stories},
        {u"story"_s, u"due"_s, {search(u"flickers"_s), solved}, stories},
        {u"story"_s, u"resolution"_s, {solved, trigger(u"conversation.resolve"_s)}, stories},
        {u"story"_s, u"closing"_s, {solved, trigger(u"conversation.endPublic"_s)}, stories},
        {u"story"_s,
         u"undo"_s,
         {takeBackMoves(cable), open(cable), move, click(u"startMoveButton"_s)},
         stories},
        {u"story"_s, u"elsewhere"_s, {open(u"review-90417"_s), move}, stories},
        {u"story"_s, u"ask-to-phone"_s, {open(u"review-90533"_s), move}, stories},
        {u"story"_s, u"stay-public"_s, {open(u"@gwen@fedi.example"_s), move}, stories},
        {u"story"_s, u"too-many"_s, {open(u"@yusuf_kaya"_s), move}, stories},
    };
}

} // namespace

QList<Screen> privateScreens()
{
    const Step move = trigger(u"conversation.private"_s);
    const QString leaking = u"We will call you at +7 900 000-00-17 about order 112233."_s;
    const QList<Screen> planned{
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
    return planned + storyScreens();
}

// NOLINTEND(modernize-use-designated-initializers)

} // namespace aside
