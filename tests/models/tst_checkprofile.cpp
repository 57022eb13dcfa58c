// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/checkprofile.h"
#include "models/check/draftcontext.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

class TestCheckProfile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitsOfAnAccountCount();
    void ofSeveralAccountsTheShorterLimitCounts();
    void whoeverIsAskedToWriteFindsTheAccount();
    void accountsThatAreGoneCountNoMore();

private:
    static Account server(const QString &characters)
    {
        return {.id = {},
                .channel = Channel::Mastodon,
                .name = {},
                .identity = {},
                .address = {},
                .settings = {{u"limit.characters"_s, characters}}};
    }
    static int limitIn(const CheckProfile &profile)
    {
        return contextOf({.channel = Channel::Mastodon, .audience = Audience::Public, .text = {}}, profile,
                         nullptr)
            .capabilities.publicLimit;
    }
};

void TestCheckProfile::limitsOfAnAccountCount()
{
    CheckProfile profile;
    QCOMPARE(limitIn(profile), 500);

    profile.learn({server(u"5000"_s)});

    QCOMPARE(limitIn(profile), capabilitiesFor(server(u"5000"_s)).publicLimit);
    QVERIFY(limitIn(profile) > 4000);
    QCOMPARE(profile.capabilitiesOn(Channel::Vk), capabilitiesOf(Channel::Vk));
}

void TestCheckProfile::ofSeveralAccountsTheShorterLimitCounts()
{
    CheckProfile profile;

    profile.learn({server(u"5000"_s), server(u"1000"_s), server(u"3000"_s)});

    QCOMPARE(limitIn(profile), capabilitiesFor(server(u"1000"_s)).publicLimit);
}

void TestCheckProfile::whoeverIsAskedToWriteFindsTheAccount()
{
    CheckProfile profile;
    Account bot = server({});
    bot.id = AccountId{4};
    bot.address = u"@lantern_bot"_s;
    profile.learn({bot});

    QCOMPARE(profile.writeToOn(Channel::Mastodon, AccountId{4}), u"@lantern_bot"_s);
    QCOMPARE(profile.writeToOn(Channel::Mastodon, AccountId{5}), QString());
    profile.writeTo.insert(Channel::Mastodon, u"lantern"_s);
    QCOMPARE(profile.writeToOn(Channel::Mastodon, AccountId{4}), u"lantern"_s);
}

void TestCheckProfile::accountsThatAreGoneCountNoMore()
{
    CheckProfile profile;
    profile.learn({server(u"5000"_s)});

    profile.learn({});

    QCOMPARE(limitIn(profile), 500);
    QCOMPARE(profile, CheckProfile());
}

QTEST_GUILESS_MAIN(TestCheckProfile)
#include "tst_checkprofile.moc"
