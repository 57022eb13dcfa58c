// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/applicationchannels.h"
#include "app/arguments.h"
#include "app/channels/http/httpclient.h"
#include "app/channels/pictures/httppictures.h"
#include "app/language.h"
#include "app/mailservices.h"
#include "app/platform/logkeeper.h"
#include "app/platform/systemclock.h"
#include "app/platform/systemnetwork.h"
#include "app/profile.h"
#include "app/profiledemo.h"
#include "app/shots/shots.h"
#include "app/window.h"
#include "app/windowaccounts.h"
#include "app/windowpassphrase.h"
#include "app/windowtools.h"
#include "app/windowupgrade.h"
#include "models/services/channelregistry.h"
#include "widgets/common/errortext.h"
#include "widgets/common/windowsinview.h"
#include "widgets/theme/theme.h"

#include <kdsingleapplication.h>

#include <QApplication>
#include <QCryptographicHash>
#include <QIcon>
#include <QMessageBox>
#include <QStandardPaths>

#include <cstdio>
#include <optional>
#include <utility>

using namespace aside;

namespace {

constexpr int exitFailed = 1;
constexpr int exitInUse = 4;

int tell(const Error &error, const QString &directory)
{
    const QString words = QStringLiteral("aside: %1: %2\n").arg(directory, errorText(error.code));
    std::fputs(words.toLocal8Bit().constData(), stderr);
    return error.code == Errc::ProfileInUse ? exitInUse : exitFailed;
}

bool mayShowErrors()
{
    return qEnvironmentVariableIsEmpty("ASIDE_NO_DIALOG") && QGuiApplication::platformName() != u"offscreen";
}

int report(const Error &error, const QString &directory)
{
    if (mayShowErrors()) {
        QMessageBox box;
        box.setIcon(QMessageBox::Warning);
        box.setTextFormat(Qt::PlainText);
        box.setWindowTitle(QApplication::translate("main", "Aside"));
        box.setText(errorText(error.code));
        box.setInformativeText(directory);
        box.exec();
    }
    return tell(error, directory);
}

QString instanceName(const QString &directory)
{
    const QByteArray hash = QCryptographicHash::hash(directory.toUtf8(), QCryptographicHash::Blake2s_128);
    return QStringLiteral("aside-") + QString::fromLatin1(hash.toHex());
}

/// How it went on after the upgrade of a profile.
struct Upgraded {
    std::optional<int> exitCode{}; ///< where that is the end
    QList<QByteArray> messages{}; ///< of other starts, to be answered by the window
};

/// Brings a profile of an earlier version to this one, with a window that says so.
Upgraded upgrade(const ProfileOptions &options, KDSingleApplication &instance)
{
    Result<ProfileUpgrade> prepared = ProfileUpgrade::prepare(options);
    if (!prepared) {
        return {.exitCode = report(prepared.error(), options.directory)};
    }
    WindowUpgrade upgrade(std::move(*prepared), mayShowErrors() ? AfterFailure::Show : AfterFailure::End);
    QObject::connect(&instance, &KDSingleApplication::messageReceived, &upgrade, &WindowUpgrade::takeMessage);
    // Queued: it may end before the loop begins.
    QObject::connect(
        &upgrade, &WindowUpgrade::ended, &upgrade, [] { QCoreApplication::exit(0); }, Qt::QueuedConnection);
    QApplication::setQuitOnLastWindowClosed(false); // another one is on its way
    upgrade.start();
    QApplication::exec();
    QApplication::setQuitOnLastWindowClosed(true);
    if (upgrade.result()) {
        return {.messages = upgrade.keptMessages()};
    }
    return {.exitCode = upgrade.result().error().code == Errc::Cancelled
                ? 0
                : tell(upgrade.result().error(), options.directory)};
}

/// What the program was started with, here and elsewhere.
struct Start {
    Arguments arguments;
    QList<QByteArray> messages{}; ///< that came before there was a window
};

int show(QApplication &app, Profile &profile, const Start &start, KDSingleApplication &instance,
         LogKeeper &log)
{
    const Arguments &arguments = start.arguments;
    log.writeTo(profile.directory() + QStringLiteral("/log"));
    HttpClient http(systemEdge());
    HttpPictures pictures(http);
    SystemNetworkState network;
    MailServices mail(profile, http);
    const ChannelRegistry channels = makeChannels(mail.channelEdges());
    Window window(profile, {.pictures = pictures, .network = network, .channels = channels});
    QObject::connect(&window, &Window::fetchAsked, &mail.person(), &WindowPassphrase::askAgain);
    connectAccounts(window, profile, mail.edges());
    connectTools(window.window(), profile, log);
    window.usePreferences(app, {.language = arguments.language, .mode = arguments.mode});
    QObject::connect(&instance, &KDSingleApplication::messageReceived, &window, &Window::takeMessage);
    window.resumeSession();
    window.show();
    if (!arguments.mailto.isEmpty()) {
        window.answerMailto(arguments.mailto);
    }
    for (const QByteArray &message : start.messages) {
        window.takeMessage(message);
    }
    return QApplication::exec();
}

int run(QApplication &app, const Arguments &arguments, const QString &directory, LogKeeper &log)
{
    KDSingleApplication instance(instanceName(directory));
    if (!instance.isPrimaryInstance()) {
        if (!arguments.mailto.isEmpty()) {
            return instance.sendMessage(arguments.mailto.toUtf8()) ? 0 : exitInUse;
        }
        instance.sendMessage(QByteArrayLiteral("raise"));
        std::fputs((errorText(Errc::ProfileInUse) + u'\n').toLocal8Bit().constData(), stderr);
        return exitInUse;
    }
    const ProfileOptions options{.directory = directory, .earlier = EarlierVersion::Refuse};
    Start start{.arguments = arguments};
    Result<std::unique_ptr<Profile>> profile = Profile::open(options);
    if (!profile && profile.error().code == Errc::Conflict) {
        const Upgraded upgraded = upgrade(options, instance);
        if (upgraded.exitCode) {
            return *upgraded.exitCode;
        }
        start.messages = upgraded.messages;
        profile = Profile::open(options);
    }
    if (!profile) {
        return report(profile.error(), directory);
    }
    if (arguments.isDemo) {
        if (const Result<void> filled = fillDemo(**profile); !filled) {
            return report(filled.error(), directory);
        }
    }
    if (!arguments.screenshot.isEmpty()) {
        return takeScreenshot(app, **profile, arguments.screenshot);
    }
    return show(app, **profile, start, instance, log);
}

void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("aside"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ASIDE_VERSION));
}

/// --help and --version are answered also where there is no display, which a QApplication cannot do without.
void answerQuestion(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    nameProgram();
    applyLanguage(app, {});
    CommandLine().answerQuestion(QCoreApplication::arguments());
}

} // namespace

int main(int argc, char **argv)
{
    if (argc > 1) {
        answerQuestion(argc, argv);
    }
    QApplication app(argc, argv);
    nameProgram();
    QApplication::setApplicationDisplayName(QStringLiteral("Aside"));
    QApplication::setDesktopFileName(QStringLiteral("org.aside.Aside"));
    const WindowsInView inView;
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/aside/org.aside.Aside.svg")));
    const Arguments arguments = CommandLine().process(app);
    applyLanguage(app, arguments.language);
    applyTheme(app, arguments.mode.value_or(ColorMode::System));
    if (!arguments.shots.isEmpty()) {
        return takeShots(app, arguments.shots, arguments.only);
    }
    QString directory = profileDirectory(arguments.profile);
    if (arguments.isDemo && arguments.profile.isEmpty() && !qEnvironmentVariableIsSet("ASIDE_PROFILE")) {
        directory += QStringLiteral("-demo");
    }
    const SystemClock clock;
    LogKeeper log(clock);
    return run(app, arguments, directory, log);
}
