// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profiledemo.h"

#include "app/demo/demo.h"
#include "app/platform/checkfile.h"
#include "app/profile.h"

#include <QFileInfo>

namespace aside {

namespace {

/// The shop of the demo, as its operator would have told the reply check.
Result<void> introduceShop(const QString &directory)
{
    if (QFileInfo::exists(directory + QStringLiteral("/check.toml"))) {
        return {};
    }
    CheckProfile shop;
    shop.account.name = QStringLiteral("@lanternshop");
    shop.account.companyNames = {QStringLiteral("Lantern Shop"), QStringLiteral("Лавка фонарей")};
    shop.account.hosts = {QStringLiteral("lantern-shop.example")};
    shop.operatorName = QStringLiteral("Anna");
    return writeCheckFile(directory, shop);
}

} // namespace

Result<void> fillDemo(Profile &profile)
{
    return fillDemo(DemoStores{.sink = profile.sink(),
                               .conversations = profile.conversations(),
                               .drafts = profile.drafts(),
                               .outbox = profile.outbox(),
                               .promises = profile.promises(),
                               .clock = profile.clock()})
        .and_then([&] { return introduceShop(profile.directory()); });
}

} // namespace aside
