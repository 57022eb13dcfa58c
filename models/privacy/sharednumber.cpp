// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/privacy/sharednumber.h"

#include <QRegularExpression>

namespace aside {

using namespace Qt::StringLiterals;

QString sharedNumberText(const QString &number)
{
    return u"📱 "_s + number;
}

QString sharedNumberIn(const QString &text)
{
    static const QRegularExpression form(u"^📱 (\\+[0-9]{5,15})$"_s);
    return form.match(text).captured(1);
}

} // namespace aside
