// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/steps.h"

#include "widgets/inbox/inboxpane.h"

namespace aside {

Step open(const QString &handle)
{
    return [handle](Stage &stage) {
        stage.openConversation(handle);
    };
}

Step view(View view)
{
    return [view](Stage &stage) {
        stage.window().showView(view);
    };
}

Step search(const QString &query)
{
    return [query](Stage &stage) {
        stage.window().inbox().setSearch(query);
    };
}

Step trigger(const QString &command)
{
    return [command](Stage &stage) {
        stage.trigger(command);
    };
}

Step click(const QString &button)
{
    return [button](Stage &stage) {
        stage.click(button);
    };
}

Step type(const QString &field, const QString &text)
{
    return [field, text](Stage &stage) {
        stage.type(field, text);
    };
}

} // namespace aside
