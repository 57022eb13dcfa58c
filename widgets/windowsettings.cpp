// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/windowsettings.h"

#include "widgets/about/aboutdialog.h"
#include "widgets/about/handbookdialog.h"
#include "widgets/actions/commands.h"
#include "widgets/actions/letterkeys.h"
#include "widgets/check/rulesdialog.h"
#include "widgets/inbox/conversationlist.h"
#include "widgets/inbox/inboxpane.h"
#include "widgets/mainwindow.h"
#include "widgets/settings/settingsdialog.h"
#include "widgets/shortcuts/shortcutsdialog.h"
#include "widgets/shortcuts/shortcutsheet.h"

namespace aside {

namespace {

constexpr int textStep = 10;

void setTextSize(MainWindow &window, int percent)
{
    Preferences changed = window.preferences();
    changed.textSize = percent;
    window.changePreferences(bounded(changed));
}

/// The one that is open, in front.
template <typename Dialog>
Dialog *raised(MainWindow &window)
{
    auto *dialog = window.findChild<Dialog *>(Qt::FindDirectChildrenOnly);
    if (dialog != nullptr) {
        dialog->raise();
        dialog->activateWindow();
    }
    return dialog;
}

void openShortcuts(MainWindow &window)
{
    if (raised<ShortcutsDialog>(window) != nullptr) {
        return;
    }
    auto *dialog = new ShortcutsDialog(window.commands(), &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &ShortcutsDialog::changed, &window, [&window](const ShortcutChanges &changes) {
        Preferences changed = window.preferences();
        changed.shortcuts = changes;
        window.changePreferences(changed);
    });
    QObject::connect(&window, &MainWindow::preferencesChanged, dialog,
                     [dialog](const Preferences &preferences) { dialog->setChanges(preferences.shortcuts); });
    dialog->show();
}

void openRules(MainWindow &window)
{
    if (raised<RulesDialog>(window) != nullptr) {
        return;
    }
    auto *dialog = new RulesDialog(window.services().replyDesk, &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
}

void openSheet(MainWindow &window)
{
    if (raised<ShortcutSheet>(window) != nullptr) {
        return;
    }
    auto *sheet = new ShortcutSheet(window.commands(), &window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(sheet, &ShortcutSheet::changeAsked, &window, [&window] { openShortcuts(window); });
    sheet->show();
}

void openSettings(MainWindow &window)
{
    if (raised<SettingsDialog>(window) != nullptr) {
        return;
    }
    auto *dialog = new SettingsDialog(
        window.preferences(), {.holidays = window.services().holidays, .clock = window.services().clock},
        &window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &SettingsDialog::preferencesChanged, &window, &MainWindow::changePreferences);
    QObject::connect(&window, &MainWindow::preferencesChanged, dialog, &SettingsDialog::setPreferences);
    QObject::connect(dialog, &SettingsDialog::shortcutsAsked, &window, [&window] { openShortcuts(window); });
    dialog->show();
}

void openHandbook(MainWindow &window)
{
    if (raised<HandbookDialog>(window) == nullptr) {
        auto *dialog = new HandbookDialog(&window); // deletes itself
        dialog->show();
    }
}

void openAbout(MainWindow &window)
{
    if (raised<AboutDialog>(window) == nullptr) {
        auto *dialog = new AboutDialog(&window);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        QObject::connect(dialog, &AboutDialog::handbookAsked, &window, [&window] { openHandbook(window); });
        dialog->show();
    }
}

void addLetterKeys(MainWindow &window)
{
    auto *letters = new LetterKeys(window.commands(), &window.inbox().list());
    const auto apply = [letters](const Preferences &preferences) {
        letters->setState(preferences.hasLetterKeys ? LetterKeys::State::On : LetterKeys::State::Off);
    };
    QObject::connect(&window, &MainWindow::preferencesApplied, letters, apply);
}

} // namespace

void connectSettings(MainWindow &window)
{
    addLetterKeys(window);
    Commands &commands = window.commands();
    commands.on("settings.open", &window, [&window] { openSettings(window); });
    commands.on("settings.shortcuts", &window, [&window] { openShortcuts(window); });
    commands.on("check.rules", &window, [&window] { openRules(window); });
    commands.on("help.shortcuts", &window, [&window] { openSheet(window); });
    commands.on("help.handbook", &window, [&window] { openHandbook(window); });
    commands.on("help.about", &window, [&window] { openAbout(window); });
    commands.on("view.larger", &window,
                [&window] { setTextSize(window, window.preferences().textSize + textStep); });
    commands.on("view.smaller", &window,
                [&window] { setTextSize(window, window.preferences().textSize - textStep); });
    commands.on("view.normal", &window, [&window] { setTextSize(window, Preferences::smallestText); });
}

} // namespace aside
