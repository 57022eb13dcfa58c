// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/shots/gallery.h"
#include "app/shots/screens.h"
#include "app/shots/settled.h"

#include <map>
#include <memory>

class QApplication;

namespace aside {

/// Goes through all screens in all looks, one after the other, each in a window of its own. A look begins
/// with fresh profiles, so that a picture does not depend on those taken before.
class Photographer : public QObject
{
    Q_OBJECT
public:
    Photographer(QApplication &app, QString directory, QList<Screen> screens);

    void start();

Q_SIGNALS:
    /// How many screens did not come out right.
    void finished(int failures);

private:
    void nextLook();
    void nextScreen();
    void nextStep();
    void takePicture();
    void complain(const QString &problem);
    [[nodiscard]] Result<Stage *> stageFor(Stage::Play play);

    QApplication &m_app;
    QString m_directory;
    QList<Screen> m_screens;
    QList<Look> m_looks;
    Look m_look;
    qsizetype m_screen = 0;
    qsizetype m_step = 0;
    int m_failures = 0;
    std::map<Stage::Play, std::unique_ptr<Stage>> m_stages;
    Stage *m_stage = nullptr; ///< of the screen of now
    std::unique_ptr<Settled> m_settled;
};

} // namespace aside
