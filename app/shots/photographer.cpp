// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/photographer.h"

#include "app/language.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QTimer>

#include <cstdio>

namespace aside {

Photographer::Photographer(QApplication &app, QString directory, QList<Screen> screens)
    : m_app(app)
    , m_directory(std::move(directory))
    , m_screens(std::move(screens))
    , m_looks(allLooks())
{
}

void Photographer::start()
{
    QApplication::setCursorFlashTime(0); // a cursor that blinks is never at rest
    QApplication::setQuitOnLastWindowClosed(false); // each screen closes its window
    nextLook();
}

void Photographer::nextLook()
{
    m_settled.reset();
    m_stage = nullptr;
    m_stages.clear();
    if (m_looks.isEmpty()) {
        Q_EMIT finished(m_failures);
        return;
    }
    m_look = m_looks.takeFirst();
    applyLanguage(m_app, m_look.language);
    applyTheme(m_app, m_look.theme == u"dark" ? ColorMode::Dark : ColorMode::Light);
    m_screen = 0;
    nextScreen();
}

void Photographer::nextScreen()
{
    if (m_screen == m_screens.size()) {
        nextLook();
        return;
    }
    const Result<Stage *> stage = stageFor(m_screens.at(m_screen).play);
    if (!stage) {
        complain(stage.error().detail);
        Q_EMIT finished(m_failures);
        return;
    }
    m_stage = *stage;
    m_step = 0;
    m_stage->raiseCurtain();
    m_settled = std::make_unique<Settled>(m_stage->profile());
    connect(m_settled.get(), &Settled::settled, this, &Photographer::nextStep, Qt::QueuedConnection);
    connect(
        m_settled.get(), &Settled::gaveUp, this,
        [this] {
            complain(QStringLiteral("does not come to rest"));
            nextStep();
        },
        Qt::QueuedConnection);
    m_settled->wait();
}

void Photographer::nextStep()
{
    const Screen &screen = m_screens.at(m_screen);
    if (m_step == screen.steps.size()) {
        takePicture();
        return;
    }
    screen.steps.at(m_step++)(*m_stage);
    m_settled->wait();
}

void Photographer::takePicture()
{
    const Screen &screen = m_screens.at(m_screen);
    for (const QString &problem : m_stage->problems()) {
        complain(problem);
    }
    const QPixmap picture = m_stage->picture();
    const int percent = qRound(picture.devicePixelRatio() * 100);
    const QString file = m_directory + u'/' + pictureName(screen, m_look, percent);
    if (!picture.save(file)) {
        complain(QStringLiteral("%1 cannot be written").arg(file));
    }
    m_settled.reset();
    m_stage->dropCurtain();
    ++m_screen;
    QTimer::singleShot(0, this, &Photographer::nextScreen);
}

void Photographer::complain(const QString &problem)
{
    ++m_failures;
    const QString name = m_screen < m_screens.size() ? m_screens.at(m_screen).fullName() : QString();
    const QString words
        = QStringLiteral("%1 (%2, %3): %4\n").arg(name, m_look.theme, m_look.language, problem);
    std::fputs(words.toLocal8Bit().constData(), stderr);
}

Result<Stage *> Photographer::stageFor(Stage::Play play)
{
    std::unique_ptr<Stage> &stage = m_stages[play];
    if (stage == nullptr) {
        Result<std::unique_ptr<Stage>> opened = Stage::open(play);
        if (!opened) {
            return std::unexpected(opened.error());
        }
        stage = std::move(*opened);
    }
    return stage.get();
}

} // namespace aside
