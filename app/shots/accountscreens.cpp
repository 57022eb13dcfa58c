// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/accountscreens.h"

#include "app/shots/steps.h"
#include "widgets/accounts/passphrasedialog.h"

#include <QListWidget>

using namespace Qt::StringLiterals;

namespace aside {

namespace {

void addAccounts(Stage &stage)
{
    const auto account = [](const QString &name, const QString &address) {
        Account made;
        made.channel = Channel::Email;
        made.name = name;
        made.identity = u"Lantern Shop"_s;
        made.address = address;
        made.settings = {{u"imap.host"_s, u"imap.lantern-shop.example"_s},
                         {u"smtp.host"_s, u"smtp.lantern-shop.example"_s},
                         {u"since"_s, u"2026-01-12"_s}};
        return made;
    };
    Account paused = account(u"Orders"_s, u"orders@lantern-shop.example"_s);
    paused.pause = AccountPause{.until = untilResumed,
                                .cause = Errc::SignInRefused,
                                .words = u"[AUTHENTICATIONFAILED] Invalid credentials"_s};
    Account off = account(u"Old shop"_s, u"shop@lampen.example"_s);
    off.isOn = false;
    stage.addAccount(paused);
    stage.addAccount(account(u"Support"_s, u"help@lantern-shop.example"_s));
    stage.addAccount(off);
}

void addBot(Stage &stage)
{
    Account bot;
    bot.channel = Channel::Telegram;
    bot.name = u"Shop bot"_s;
    bot.identity = u"Lantern Shop"_s;
    bot.address = u"@lantern_shop_bot"_s;
    stage.addAccount(bot);
}

Step askForPassphrase(PassphraseUse use)
{
    return [use](Stage &stage) {
        (new PassphraseDialog(use, &stage.window()))->open(); // deletes itself
    };
}

/// The wizard, as far as what was found for the address.
QList<Step> found(const QString &address)
{
    return {trigger(u"accounts.add"_s), click(u"wizardNext"_s), type(u"accountAddress"_s, address),
            click(u"wizardNext"_s)};
}

QList<Step> tried(const QString &password)
{
    return found(u"help@yandex.ru"_s)
        + QList<Step>{click(u"wizardNext"_s), type(u"accountPassword"_s, password), click(u"wizardNext"_s)};
}

Step pickChannel(int row)
{
    return [row](Stage &stage) {
        if (auto *list = stage.part<QListWidget>(u"accountChannel"_s)) {
            list->setCurrentRow(row);
        }
    };
}

/// The wizard on the page of a channel, which is in this row of the choice.
QList<Step> connecting(int row)
{
    return {trigger(u"accounts.add"_s), pickChannel(row), click(u"wizardNext"_s)};
}

QList<Step> connected(int row, const QString &token)
{
    return connecting(row) + QList<Step>{type(u"connectToken"_s, token), click(u"wizardNext"_s)};
}

} // namespace

QList<Screen> accountScreens()
{
    const auto empty = Stage::Play::Empty;
    const Step open = trigger(u"accounts.open"_s);
    const QList<Step> google = found(u"lantern.shop@gmail.com"_s) + QList<Step>{click(u"wizardNext"_s)};
    const Step client = type(u"oauthClient"_s, u"428-lantern.apps.example"_s);
    return {
        {u"accounts"_s, u"empty"_s, {open}, empty},
        {u"accounts"_s, u"list"_s, {addAccounts, open}, empty},
        {u"accounts"_s, u"change"_s, {addAccounts, open, click(u"changeAccount"_s)}, empty},
        {u"accounts"_s, u"servers"_s, {addAccounts, open, click(u"changeServers"_s)}, empty},
        {u"accounts"_s, u"test"_s, {addAccounts, open, click(u"testAccount"_s)}, empty},
        {u"accounts"_s, u"remove"_s, {addAccounts, open, click(u"removeAccount"_s)}, empty},
        {u"accounts"_s, u"passphrase-new"_s, {askForPassphrase(PassphraseUse::Make)}, empty},
        {u"accounts"_s, u"passphrase"_s, {askForPassphrase(PassphraseUse::OpenAgain)}, empty},
        {u"accounts"_s, u"bot"_s, {addBot, open}, empty},
        {u"health"_s, u"trouble"_s, {addBot, open, click(u"accountHealth"_s)}, empty},
        {u"health"_s, u"paused"_s, {addBot, open, click(u"accountHealth"_s), click(u"healthPause"_s)}, empty},
        {u"wizard"_s, u"channel"_s, {trigger(u"accounts.add"_s)}, empty},
        {u"wizard"_s, u"telegram"_s, connecting(1), empty},
        {u"wizard"_s, u"vk"_s, connecting(2), empty},
        {u"wizard"_s, u"mastodon"_s, connecting(3), empty},
        {u"wizard"_s, u"mastodon-browser"_s,
         connecting(3)
             + QList<Step>{type(u"connectServer"_s, u"mastodon.example"_s), click(u"browserSignIn"_s)},
         empty},
        {u"wizard"_s, u"feed"_s, connecting(4), empty},
        {u"wizard"_s, u"by-hand"_s, connecting(5), empty},
        {u"wizard"_s, u"phone"_s, connecting(6), empty},
        {u"wizard"_s, u"connecting"_s, connected(1, u"slow"_s), empty},
        {u"wizard"_s, u"token-refused"_s, connected(1, u"wrong"_s), empty},
        {u"wizard"_s, u"connected"_s, connected(1, u"right"_s), empty},
        {u"wizard"_s, u"address"_s, {trigger(u"accounts.add"_s), click(u"wizardNext"_s)}, empty},
        {u"wizard"_s, u"looking"_s, found(u"help@slow.example"_s), empty},
        {u"wizard"_s, u"found"_s, found(u"help@yandex.ru"_s), empty},
        {u"wizard"_s, u"outside"_s, found(u"help@lantern-shop.example"_s), empty},
        {u"wizard"_s, u"nothing"_s, found(u"help@nowhere.example"_s), empty},
        {u"wizard"_s, u"clear-text"_s, found(u"help@clear.example"_s), empty},
        {u"wizard"_s, u"password"_s, found(u"help@yandex.ru"_s) + QList<Step>{click(u"wizardNext"_s)}, empty},
        {u"wizard"_s, u"browser"_s, google, empty},
        {u"wizard"_s, u"consent"_s, google + QList<Step>{client, click(u"wizardNext"_s)}, empty},
        {u"wizard"_s, u"trying"_s, tried(u"slow"_s), empty},
        {u"wizard"_s, u"refused"_s, tried(u"wrong"_s), empty},
        {u"wizard"_s, u"unsent"_s, tried(u"unsent"_s), empty},
        {u"wizard"_s, u"done"_s, tried(u"right"_s), empty},
    };
}

} // namespace aside
