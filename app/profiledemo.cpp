// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/profiledemo.h"

#include "app/demo/demo.h"
#include "app/platform/checkfile.h"
#include "app/profile.h"
#include "app/templates/templatestore.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <array>
#include <chrono>

namespace aside {

namespace {

/// A template that the shop shares, and what somebody would like it to say.
struct SharedTemplate {
    const char *id;
    const char *file; ///< below resources/demo/team
    const char *by;
    const char *why;
};

constexpr std::array sharedTemplates{
    SharedTemplate{.id = "shop/first-lighting-en",
                   .file = "first-lighting-en",
                   .by = "Boris",
                   .why
                   = "The new wicks are thicker: after twenty minutes they smoked, and people wrote again."},
    SharedTemplate{.id = "shop/first-lighting-ru",
                   .file = "first-lighting-ru",
                   .by = "Вера",
                   .why = "Новые фитили толще, двадцати минут мало: покупатели писали второй раз."}};

Result<QString> textOf(const QString &name)
{
    QFile file(QStringLiteral(":/aside/demo/team/%1.md").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Errc::Internal, QStringLiteral("the program was built without %1").arg(name));
    }
    return QString::fromUtf8(file.readAll());
}

/// The shop is a team: its operators share a folder of templates.
Result<void> gatherTeam(const QString &directory, Instant now)
{
    const TemplatePlaces places{.mine = directory + QStringLiteral("/templates"),
                                .team = directory + QStringLiteral("/team")};
    if (!QDir().mkpath(places.team)) {
        return fail(Errc::ReadOnly, QStringLiteral("the team's folder cannot be made"));
    }
    const TemplateStore store(places);
    for (const SharedTemplate &shared : sharedTemplates) {
        const QString id = QString::fromUtf8(shared.id);
        const QString file = QString::fromUtf8(shared.file);
        now -= std::chrono::hours(1); // one after the other
        const Result<void> done
            = textOf(file)
                  .and_then([&](const QString &text) { return store.save(TemplateScope::Team, id, text); })
                  .and_then([&] { return textOf(file + QStringLiteral(".proposed")); })
                  .and_then([&](const QString &text) {
                      return store.propose({.templateId = id,
                                            .text = text,
                                            .by = QString::fromUtf8(shared.by),
                                            .words = QString::fromUtf8(shared.why)},
                                           now);
                  })
                  .transform([](const TemplateProposal &) {});
        if (!done) {
            return done;
        }
    }
    return {};
}

/// The shop of the demo, as its operator would have told the reply check.
Result<void> introduceShop(const QString &directory, Instant now)
{
    if (QFileInfo::exists(directory + QStringLiteral("/check.toml"))) {
        return {};
    }
    CheckProfile shop;
    shop.account.name = QStringLiteral("@lanternshop");
    shop.account.companyNames = {QStringLiteral("Lantern Shop"), QStringLiteral("Лавка фонарей")};
    shop.account.hosts = {QStringLiteral("lantern-shop.example")};
    shop.operatorName = QStringLiteral("Anna");
    shop.teamFolder = QStringLiteral("team"); // below the profile, wherever that goes
    return gatherTeam(directory, now).and_then([&] { return writeCheckFile(directory, shop); });
}

} // namespace

Result<void> fillDemo(Profile &profile)
{
    return fillDemo(DemoStores{.sink = profile.sink(),
                               .conversations = profile.conversations(),
                               .drafts = profile.drafts(),
                               .outbox = profile.outbox(),
                               .dispatch = profile.dispatch(),
                               .accounts = profile.accounts(),
                               .persons = profile.persons(),
                               .records = profile.personRecords(),
                               .promises = profile.promises(),
                               .consents = profile.consents(),
                               .clock = profile.clock()})
        .and_then([&] { return introduceShop(profile.directory(), profile.clock().now()); });
}

} // namespace aside
