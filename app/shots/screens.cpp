// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/screens.h"

#include "app/shots/accountscreens.h"
#include "app/shots/outboxscreens.h"
#include "app/shots/privatescreens.h"
#include "app/shots/promisescreens.h"
#include "app/shots/steps.h"
#include "models/ports/templatelibrary.h"
#include "widgets/accounts/passphrasedialog.h"
#include "widgets/importing/importbar.h"
#include "widgets/inbox/inboxpane.h"
#include "widgets/templates/templatepage.h"
#include "widgets/upgrade/upgradewindow.h"

#include <QAbstractScrollArea>
#include <QFuture>
#include <QListWidget>
#include <QScrollBar>
#include <QTabWidget>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace aside {

namespace {

/// The menu of the menu bar that has the command.
Step menuWith(const QString &command)
{
    return [command](Stage &stage) {
        stage.popUpMenuWith(command);
    };
}

Step size(int width, int height)
{
    return [width, height](Stage &stage) {
        stage.window().resize(width, height);
    };
}

Step error(Errc code)
{
    return [code](Stage &stage) {
        stage.window().showError({.code = code, .detail = {}, .retryAfter = {}});
    };
}

Step importing(const ImportProgress &progress)
{
    return [progress](Stage &stage) {
        stage.window().importBar().showProgress(progress);
    };
}

Step imported(const ImportReport &report)
{
    return [report](Stage &stage) {
        stage.window().importBar().showReport(report);
    };
}

void mirror(Stage &stage)
{
    stage.mirror();
}

UpgradeWindow *showUpgrade(Stage &stage)
{
    auto *window = new UpgradeWindow(&stage.window()); // a window of its own; goes with the stage's
    window->show();
    return window;
}

Step upgrading(const UpgradeProgress &progress)
{
    return [progress](Stage &stage) {
        showUpgrade(stage)->showProgress(progress);
    };
}

Step upgradeFailed(Errc code)
{
    return [code](Stage &stage) {
        showUpgrade(stage)->showFailure({.code = code, .detail = {}, .retryAfter = {}});
    };
}

void scrollUp(Stage &stage)
{
    if (auto *thread = stage.part<QAbstractScrollArea>(u"threadView"_s)) {
        thread->verticalScrollBar()->setValue(0);
    }
}

// One screen a line: its area, its name and how it is reached.
// NOLINTBEGIN(modernize-use-designated-initializers)
QList<Screen> inboxScreens()
{
    return {
        {u"inbox"_s, u"start"_s, {}},
        {u"inbox"_s, u"open"_s, {open(u"@vorobeva_test"_s)}},
        {u"inbox"_s, u"public"_s, {view(View::Public), open(u"club0000288"_s)}},
        {u"inbox"_s, u"drafts"_s, {view(View::Drafts), open(u"jonas@lindqvist.example"_s)}},
        {u"inbox"_s, u"closed"_s, {view(View::Closed), open(u"note-0032"_s)}},
        {u"inbox"_s, u"small-window"_s, {size(900, 600), open(u"@masha_k_test"_s)}},
        {u"inbox"_s, u"empty-profile"_s, {}, Stage::Play::Empty},
        {u"inbox"_s, u"empty-view"_s, {view(View::Drafts)}, Stage::Play::Empty},
    };
}

QList<Screen> threadScreens()
{
    return {
        {u"thread"_s, u"html"_s, {open(u"ingrid@fjordkaffe.example"_s), scrollUp}},
        {u"thread"_s, u"picture"_s, {open(u"d.halvorsen@nordpost.example"_s)}},
        {u"thread"_s, u"remote-pictures"_s, {open(u"hello@studio-hellebore.example"_s), scrollUp}},
        {u"thread"_s,
         u"loaded-pictures"_s,
         {open(u"hello@studio-hellebore.example"_s), trigger(u"message.loadImages"_s), scrollUp}},
        {u"thread"_s, u"recipients"_s, {open(u"ingrid@fjordkaffe.example"_s), click(u"recipientsButton"_s)}},
        {u"thread"_s, u"notes"_s, {open(u"gromov.semyon@pochta.example"_s)}},
        {u"thread"_s, u"long"_s, {open(u"@quietpage_test"_s)}},
        {u"thread"_s, u"on-its-way"_s, {open(u"@masha_k_test"_s)}},
        {u"thread"_s, u"files"_s, {open(u"chloe@winterbourne-studio.example"_s), scrollUp}},
        {u"thread"_s, u"long-subject"_s, {open(u"bqo@longmail.example"_s)}},
        {u"thread"_s, u"right-to-left"_s, {open(u"leila.haddad.test"_s)}},
        {u"thread"_s, u"hebrew"_s, {view(View::Closed), open(u"noa.shahar.test"_s)}},
        {u"thread"_s, u"mirrored"_s, {mirror, open(u"leila.haddad.test"_s), trigger(u"view.person"_s)}},
        {u"thread"_s, u"calls"_s, {open(u"+7 000 000-00-12"_s)}},
        {u"thread"_s, u"review"_s, {open(u"review-88121"_s)}},
    };
}

QList<Screen> composerScreens()
{
    const QString answer = u"Hello Ferdinand,\n\nthe right plug is on its way to you.\n\n— Anna"_s;
    const QString cluttered = u"Hello Ferdinand,\n\nplease be informed that your plug leaves tomorrow, "
                              u"November 24, and you need not send "
                              u"the old one back. Follow us for new lamps! #lamps #light\n\nKind "
                              u"regards,\nAnna\nLantern Shop Ltd\n"
                              u"https://lantern-shop.example"_s;
    const QString tooLong = u"The lamp is on its way again. "_s.repeated(10);
    const QString marked
        = u"@junipervale_test **Sorry!** The new lamp is here: https://lantern-shop.example/orders"_s;
    const Step next = trigger(u"check.next"_s);
    const Step hester = open(u"hester@vanaalst.example"_s);
    const Step note = trigger(u"reply.note"_s);
    return {
        {u"composer"_s, u"note"_s, {hester, note}},
        {u"composer"_s, u"move-question"_s, {hester, note, click(u"moveTextButton"_s)}},
        {u"composer"_s, u"versions"_s, {open(u"jonas@lindqvist.example"_s), click(u"versionsButton"_s)}},
        {u"composer"_s, u"private"_s, {open(u"@f_achebe_test"_s), type(u"replyText"_s, answer)}},
        {u"composer"_s,
         u"right-to-left"_s,
         {open(u"leila.haddad.test"_s), type(u"replyText"_s, u"أهلاً ليلى! سنرسل Polaris 30 غداً."_s)}},
        {u"composer"_s, u"recipients"_s, {open(u"ingrid@fjordkaffe.example"_s), trigger(u"reply.all"_s)}},
        {u"composer"_s, u"forward"_s, {open(u"ingrid@fjordkaffe.example"_s), trigger(u"reply.forward"_s)}},
        {u"composer"_s, u"public"_s, {open(u"@junipervale_test"_s)}},
        {u"composer"_s, u"length"_s, {open(u"@junipervale_test"_s), type(u"replyText"_s, tooLong)}},
        {u"composer"_s,
         u"preview"_s,
         {open(u"@junipervale_test"_s), type(u"replyText"_s, marked), click(u"previewButton"_s)}},
        {u"composer"_s, u"questions"_s, {open(u"@f_achebe_test"_s), type(u"replyText"_s, cluttered)}},
        {u"composer"_s, u"question"_s, {open(u"@f_achebe_test"_s), type(u"replyText"_s, cluttered), next}},
        {u"composer"_s, u"rules"_s, {hester, trigger(u"check.rules"_s)}},
        {u"composer"_s,
         u"reason"_s,
         {open(u"@f_achebe_test"_s), type(u"replyText"_s, cluttered), next, click(u"reasonButton"_s)}},
        {u"composer"_s,
         u"rule"_s,
         {open(u"@f_achebe_test"_s), type(u"replyText"_s, cluttered), next, trigger(u"ruleWhyAction"_s)}},
        {u"composer"_s,
         u"undo"_s,
         {open(u"@f_achebe_test"_s), type(u"replyText"_s, answer), click(u"sendButton"_s)}},
    };
}

/// Entries count from 0, or from the last one as -1.
Step choose(const QString &menu, int entry)
{
    return [menu, entry](Stage &stage) {
        stage.choose(menu, entry);
    };
}

QList<Screen> triageScreens()
{
    const Step jonas = open(u"jonas@lindqvist.example"_s);
    const Step snooze = trigger(u"conversation.snooze"_s);
    const Step person = trigger(u"view.person"_s);
    return {
        {u"triage"_s, u"snoozed"_s, {view(View::Snoozed), open(u"ulyana@zveig-interior.example"_s)}},
        {u"triage"_s, u"blocked"_s, {view(View::Blocked), open(u"boost@growth-wizards.example"_s)}},
        {u"triage"_s, u"snooze"_s, {jonas, snooze}},
        {u"triage"_s, u"snooze-until"_s, {jonas, snooze, choose(u"snoozeMenu"_s, -2)}},
        {u"triage"_s, u"tags"_s, {jonas, trigger(u"conversation.tag"_s)}},
        {u"triage"_s, u"selection"_s, {trigger(u"list.selectAll"_s)}},
        {u"person"_s, u"open"_s, {jonas, person}},
        {u"person"_s, u"consents"_s, {open(u"+44 0000 555 0193"_s), person}},
        {u"person"_s, u"consent"_s, {jonas, person, click(u"recordConsentButton"_s)}},
        {u"person"_s, u"consent-history"_s, {jonas, person, click(u"consentHistoryButton"_s)}},
        {u"person"_s, u"suggestion"_s, {open(u"@quietlight@tidepool.example"_s), person}},
        {u"person"_s, u"merged"_s, {open(u"@sable:hearth.example"_s), person}},
        {u"person"_s, u"merge"_s, {open(u"@sable:hearth.example"_s), person, click(u"mergeWithButton"_s)}},
        {u"triage"_s, u"undo"_s, {open(u"@grzegorz_b_test"_s), trigger(u"conversation.close"_s)}},
    };
}

QList<Screen> menuScreens()
{
    QList<Screen> screens;
    for (const QString &command : {u"import.files"_s, u"find.everywhere"_s, u"view.person"_s,
                                   u"conversation.close"_s, u"reply.write"_s, u"go.palette"_s}) {
        screens.append({u"menu"_s,
                        command.section(u'.', 0, 0),
                        {open(u"jonas@lindqvist.example"_s), menuWith(command)}});
    }
    return screens;
}

Step settingsPage(int row)
{
    return [row](Stage &stage) {
        if (auto *titles = stage.part<QListWidget>(u"settingsTitles"_s)) {
            titles->setCurrentRow(row);
        }
    };
}

QList<Screen> settingsScreens()
{
    const QStringList pages{u"general"_s, u"sending"_s, u"hours"_s, u"notifications"_s, u"keyboard"_s};
    QList<Screen> screens;
    for (int row = 0; row < pages.size(); ++row) {
        screens.append({u"settings"_s, pages.at(row), {trigger(u"settings.open"_s), settingsPage(row)}});
    }
    screens.append({u"settings"_s, u"shortcuts"_s, {trigger(u"settings.shortcuts"_s)}});
    for (const PassphraseUse use : {PassphraseUse::Make, PassphraseUse::OpenAgain}) {
        const QString name = use == PassphraseUse::Make ? u"passphrase-new"_s : u"passphrase"_s;
        screens.append({u"settings"_s, name, {[use](Stage &stage) {
                            (new PassphraseDialog(use, &stage.window()))->open();
                        }}});
    }
    screens.append({u"help"_s, u"shortcuts"_s, {trigger(u"help.shortcuts"_s)}});
    screens.append({u"help"_s, u"about"_s, {trigger(u"help.about"_s)}});
    screens.append({u"help"_s, u"handbook"_s, {trigger(u"help.handbook"_s)}});
    return screens;
}

/// A file of the kind that people write by hand.
void breakTemplate(Stage &stage)
{
    stage.window()
        .services()
        .templates
        .save(TemplateScope::Mine, u"shop/rules"_s,
              u"+++\ntitle    = \"Shop rules\"\nlanguage = 3\n+++\nHello\n"_s)
        .then([](const Result<void> &) { }); // the picture shows what became of it
}

/// The first one there is.
void chooseTemplate(Stage &stage)
{
    auto *tree = stage.part<QTreeWidget>(u"templateTree"_s);
    if (tree == nullptr) {
        return;
    }
    for (QTreeWidgetItemIterator at(tree); *at != nullptr; ++at) {
        if ((*at)->childCount() == 0) {
            tree->setCurrentItem(*at);
            return;
        }
    }
}

void proposals(Stage &stage)
{
    if (auto *tabs = stage.part<QTabWidget>(u"templateTabs"_s)) {
        tabs->setCurrentIndex(1);
    }
}

void nextMark(Stage &stage)
{
    if (auto *page = stage.part<TemplatePage>(u"templatePage"_s)) {
        page->goToMark(TemplatePage::Way::Next);
    }
}

QList<Screen> templateScreens()
{
    const QString faulty
        = u"+++\ntitle    = \"A late delivery\"\nlanguage = \"en\"\nkey      = \"late\"\n"
          "+++\nHello {{ preson.first_name }},\nplease be informed that your parcel is late. "
          "We bring it on {{ date }}.\n"_s;
    const Step conversation = open(u"@f_achebe_test"_s);
    const Step insert = trigger(u"templates.insert"_s);
    const Step window = trigger(u"templates.open"_s);
    return {
        {u"templates"_s, u"picker"_s, {conversation, insert}},
        {u"templates"_s, u"empty"_s, {conversation, insert, type(u"templateField"_s, u"qqqq"_s)}},
        {u"templates"_s, u"editor"_s, {conversation, window}},
        {u"templates"_s, u"problems"_s, {conversation, window, type(u"templateText"_s, faulty), nextMark}},
        {u"templates"_s, u"broken"_s, {breakTemplate, window}, Stage::Play::Empty},
        {u"templates"_s, u"remove"_s, {window, chooseTemplate, click(u"removeTemplateButton"_s)}},
        {u"templates"_s, u"propose"_s, {window, chooseTemplate, click(u"proposeTemplateButton"_s)}},
        {u"templates"_s, u"proposals"_s, {window, proposals}},
    };
}

QList<Screen> otherScreens()
{
    const ImportProgress half{
        .bytesDone = 412'000'000, .bytesTotal = 980'000'000, .messages = 48'210, .problems = 0};
    const ImportReport clean{.imported = 48'210, .conversations = 9'417, .errors = {}};
    const ImportReport skipped{
        .imported = 48'207,
        .duplicates = 12,
        .skipped = 1,
        .conversations = 9'416,
        .errors = {{.source = u"support.mbox"_s,
                    .error = {.code = Errc::BrokenItem, .detail = u"no header"_s, .retryAfter = {}}}}};
    return {
        {u"search"_s, u"found"_s, {search(u"заказ"_s)}},
        {u"search"_s, u"nothing"_s, {search(u"xyzzy"_s)}},
        {u"import"_s, u"running"_s, {importing(half)}, Stage::Play::Empty},
        {u"import"_s, u"done"_s, {imported(clean)}},
        {u"import"_s, u"skipped"_s, {imported(skipped)}},
        {u"error"_s, u"disk-full"_s, {error(Errc::DiskFull)}},
        {u"upgrade"_s,
         u"running"_s,
         {upgrading({.step = UpgradeStep::Copying, .percent = 64})},
         Stage::Play::Empty},
        {u"upgrade"_s, u"failed"_s, {upgradeFailed(Errc::DiskFull)}, Stage::Play::Empty},
        {u"palette"_s, u"open"_s, {trigger(u"go.palette"_s)}},
        {u"palette"_s, u"found"_s, {trigger(u"go.palette"_s), type(u"paletteField"_s, u"co"_s)}},
    };
}

// NOLINTEND(modernize-use-designated-initializers)

} // namespace

QList<Screen> allScreens()
{
    return inboxScreens() + threadScreens() + composerScreens() + triageScreens() + promiseScreens()
        + privateScreens() + templateScreens() + outboxScreens() + otherScreens() + menuScreens()
        + settingsScreens() + accountScreens();
}

} // namespace aside
