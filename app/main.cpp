// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/language.h"
#include "app/platform/logkeeper.h"
#include "app/platform/systemclock.h"
#include "app/profile.h"
#include "app/profiledemo.h"
#include "app/shots/shots.h"
#include "app/window.h"
#include "app/windowtools.h"
#include "widgets/common/errortext.h"
#include "widgets/theme/theme.h"

#include <kdsingleapplication.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QCryptographicHash>
#include <QIcon>
#include <QMessageBox>
#include <QStandardPaths>

#include <cstdio>
#include <optional>

using namespace aside;

namespace {

constexpr int exitFailed = 1;
constexpr int exitInUse = 4;

struct Arguments {
    QString profile;
    QString language;
    QString screenshot;
    QString shots;
    QString only;
    QString mailto;
    std::optional<ColorMode> mode;
    bool isDemo = false;
};

Arguments parse(const QApplication &app)
{
    const QCommandLineOption profile(QStringLiteral("profile"),
                                     QApplication::translate("main", "Use this profile folder."),
                                     QStringLiteral("DIR"));
    const QCommandLineOption language(QStringLiteral("language"),
                                      QApplication::translate("main", "en or ru."), QStringLiteral("CODE"));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   QApplication::translate("main", "light, dark or system."),
                                   QStringLiteral("NAME"));
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        QApplication::translate("main", "Fill an empty profile with made-up conversations."));
    const QCommandLineOption screenshot(
        QStringLiteral("screenshot"),
        QApplication::translate("main", "Save a picture of the window and end."), QStringLiteral("FILE"));
    const QCommandLineOption shots(QStringLiteral("shots"),
                                   QApplication::translate("main", "Save pictures of every screen and end."),
                                   QStringLiteral("DIR"));
    const QCommandLineOption only(QStringLiteral("only"),
                                  QApplication::translate("main", "Of these, the ones whose name begins so."),
                                  QStringLiteral("NAME"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Answer customers, calmly."));
    parser.addOptions({profile, language, theme, demo, screenshot, shots, only});
    parser.addPositionalArgument(QStringLiteral("mailto"),
                                 QApplication::translate("main", "Answer the newest mail of this address."),
                                 QStringLiteral("[mailto:ADDRESS]"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(app);
    const QString look = parser.value(theme);
    std::optional<ColorMode> mode;
    if (parser.isSet(theme)) {
        mode = look == u"dark" ? ColorMode::Dark : (look == u"light" ? ColorMode::Light : ColorMode::System);
    }
    return {.profile = parser.value(profile),
            .language = parser.value(language),
            .screenshot = parser.value(screenshot),
            .shots = parser.value(shots),
            .only = parser.value(only),
            .mailto = parser.positionalArguments().value(0),
            .mode = mode,
            .isDemo = parser.isSet(demo)};
}

int report(const Error &error, const QString &directory)
{
    const QString words = QStringLiteral("aside: %1: %2\n").arg(directory, errorText(error.code));
    std::fputs(words.toLocal8Bit().constData(), stderr);
    if (qEnvironmentVariableIsEmpty("ASIDE_NO_DIALOG") && QGuiApplication::platformName() != u"offscreen") {
        QMessageBox box;
        box.setIcon(QMessageBox::Warning);
        box.setTextFormat(Qt::PlainText);
        box.setWindowTitle(QApplication::translate("main", "Aside"));
        box.setText(errorText(error.code));
        box.setInformativeText(directory);
        box.exec();
    }
    return error.code == Errc::ProfileInUse ? exitInUse : exitFailed;
}

QString instanceName(const QString &directory)
{
    const QByteArray hash = QCryptographicHash::hash(directory.toUtf8(), QCryptographicHash::Blake2s_128);
    return QStringLiteral("aside-") + QString::fromLatin1(hash.toHex());
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
    Result<std::unique_ptr<Profile>> profile = Profile::open({.directory = directory});
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
    log.writeTo(directory + QStringLiteral("/log"));
    Window window(**profile);
    connectTools(window.window(), **profile, log);
    window.usePreferences(app, {.language = arguments.language, .mode = arguments.mode});
    QObject::connect(&instance, &KDSingleApplication::messageReceived, &window, &Window::takeMessage);
    window.resumeSession();
    window.show();
    if (!arguments.mailto.isEmpty()) {
        window.answerMailto(arguments.mailto);
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("aside"));
    QApplication::setApplicationDisplayName(QStringLiteral("Aside"));
    QApplication::setApplicationVersion(QStringLiteral(ASIDE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.aside.Aside"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/aside/org.aside.Aside.svg")));
    const Arguments arguments = parse(app);
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
