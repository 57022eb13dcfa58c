// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots.h"

#include "app/language.h"
#include "app/profile.h"
#include "app/window.h"
#include "widgets/inbox/inboxpane.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QTimer>

#include <functional>
#include <memory>

namespace aside {

namespace {

/// How long a screen may take to fill; the pictures are for looking at, not for a test.
constexpr std::chrono::milliseconds settle{700};

constexpr QSize windowSize(1280, 800);

struct Shot {
    QString name;
    QString language;
    ColorMode mode = ColorMode::Light;
    std::function<void(MainWindow &)> prepare;
};

QList<Shot> allShots()
{
    const QList<std::pair<QString, std::function<void(MainWindow &)>>> screens{
        {QStringLiteral("inbox"),
         [](MainWindow &window) {
             window.inbox().openFirst();
         }},
        {QStringLiteral("mail"),
         [](MainWindow &window) {
             window.inbox().step(2);
         }},
        {QStringLiteral("search"),
         [](MainWindow &window) {
             window.inbox().setSearch(QStringLiteral("заказ"));
         }},
        {QStringLiteral("nothing"),
         [](MainWindow &window) {
             window.inbox().setSearch(QStringLiteral("xyzzy"));
         }},
        {QStringLiteral("outbox"),
         [](MainWindow &window) {
             window.showView(View::Outbox);
         }},
    };
    QList<Shot> shots;
    for (const auto &[mode, look] :
         {std::pair{ColorMode::Light, u"light"}, std::pair{ColorMode::Dark, u"dark"}}) {
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("ru")}) {
            for (const auto &[name, prepare] : screens) {
                shots.append({.name = QStringLiteral("%1-%2-%3").arg(name, QString(look), language),
                              .language = language,
                              .mode = mode,
                              .prepare = prepare});
            }
        }
    }
    return shots;
}

/// Takes one after the other, each in a window of its own.
class Photographer : public QObject
{
public:
    Photographer(QApplication &app, Profile &profile, QString directory)
        : m_app(app)
        , m_profile(profile)
        , m_directory(std::move(directory))
        , m_shots(allShots())
    {
    }

    void next()
    {
        if (m_shots.isEmpty()) {
            QCoreApplication::exit(0);
            return;
        }
        m_shot = m_shots.takeFirst();
        applyLanguage(m_app, m_shot.language);
        applyTheme(m_app, m_shot.mode);
        m_window = std::make_unique<Window>(m_profile);
        m_window->window().resize(windowSize);
        m_window->show();
        QTimer::singleShot(settle, this, [this] {
            m_shot.prepare(m_window->window());
            QTimer::singleShot(settle, this, [this] { take(); });
        });
    }

private:
    void take()
    {
        const int percent = static_cast<int>(m_window->window().devicePixelRatio() * 100);
        m_window->window().grab().save(
            QStringLiteral("%1/%2-%3.png").arg(m_directory, m_shot.name).arg(percent));
        m_window.reset();
        next();
    }

    QApplication &m_app;
    Profile &m_profile;
    QString m_directory;
    QList<Shot> m_shots;
    Shot m_shot;
    std::unique_ptr<Window> m_window;
};

} // namespace

int takeShots(QApplication &app, Profile &profile, const QString &directory)
{
    QDir().mkpath(directory);
    Photographer photographer(app, profile, directory);
    QTimer::singleShot(0, &photographer, [&photographer] { photographer.next(); });
    return QApplication::exec();
}

int takeScreenshot(QApplication &app, Profile &profile, const QString &file)
{
    Window window(profile);
    window.window().resize(windowSize);
    window.show();
    window.window().inbox().openFirst();
    QTimer::singleShot(2 * settle, &app, [&window, &file] {
        QDir().mkpath(QFileInfo(file).absolutePath());
        QCoreApplication::exit(window.window().grab().save(file) ? 0 : 1);
    });
    return QApplication::exec();
}

} // namespace aside
