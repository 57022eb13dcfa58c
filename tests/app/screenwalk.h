// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/language.h"
#include "app/shots/screens.h"
#include "app/shots/settled.h"
#include "tests/support/waiting.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

#include <map>
#include <memory>

namespace aside::test {

/// Puts the screens of the program on a stage, one after the other, for a test to look at.
class ScreenWalk
{
public:
    /// The columns "language" and "screen" with a row for each screen in each language.
    static void addRows(const QStringList &languages)
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<qsizetype>("screen");
        const QList<Screen> screens = allScreens();
        for (const QString &language : languages) {
            for (qsizetype i = 0; i < screens.size(); ++i) {
                QTest::addRow("%s (%s)", qPrintable(screens.at(i).fullName()), qPrintable(language))
                    << language << i;
            }
        }
    }

    /// Shows the screen and waits until it is at rest.
    void show(qsizetype screen, const QString &language)
    {
        const Screen shown = allScreens().at(screen);
        m_stage = stageFor(shown.play, language);
        QVERIFY(m_stage);
        m_stage->raiseCurtain();
        settle();
        for (const Step &step : shown.steps) {
            step(*m_stage);
            settle();
        }
        QCOMPARE(m_stage->problems(), QStringList());
    }

    /// Ends what is shown, if anything is.
    void clear()
    {
        if (m_stage != nullptr) {
            m_stage->dropCurtain();
            m_stage = nullptr;
        }
    }

    [[nodiscard]] Stage &stage() { return *m_stage; }

    void settle()
    {
        Settled settled(m_stage->profile());
        QSignalSpy rested(&settled, &Settled::settled);
        settled.wait();
        QVERIFY(test::waitFor([&] { return rested.count() == 1; }, 10'000));
    }

private:
    Stage *stageFor(Stage::Play play, const QString &language)
    {
        if (language != m_language) {
            m_stages.clear();
            applyLanguage(*qApp, language);
            m_language = language;
        }
        if (!m_stages.contains(play)) {
            auto opened = Stage::open(play);
            if (!opened) {
                return nullptr;
            }
            m_stages[play] = std::move(*opened);
        }
        return m_stages.at(play).get();
    }

    QString m_language;
    std::map<Stage::Play, std::unique_ptr<Stage>> m_stages;
    Stage *m_stage = nullptr;
};

} // namespace aside::test
