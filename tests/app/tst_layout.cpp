// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demofile.h"
#include "app/language.h"
#include "app/shots/screens.h"
#include "app/shots/settled.h"
#include "models/ports/conversationstore.h"
#include "tests/app/layoutaudit.h"
#include "tests/support/waiting.h"
#include "widgets/common/foreigntext.h"
#include "widgets/theme/theme.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

/// Beginnings of all that strangers wrote, long enough that no words of ours are like them.
QStringList foreignWords()
{
    QStringList words;
    for (const DemoConversation &one : demoConversations(Instant{}).value_or(QList<DemoConversation>())) {
        for (const IncomingMessage &message : one.messages) {
            for (const QString &text :
                 {message.personName, message.personHandle, message.subject, message.text}) {
                if (!text.isEmpty()) {
                    words.append(oneLine(text).left(20));
                    words.append(oneLine(text.sliced(text.lastIndexOf(u": ") + 1)).left(20)); // "RE: RE: …"
                }
            }
        }
    }
    return words;
}

/// The same of all that a stage has beside the demo.
QStringList foreignWords(ConversationStore &store)
{
    QStringList words;
    const auto ids = store.ids({}).result().value_or(QList<ConversationId>());
    const auto rows = store.rows(ids).result().value_or(QList<ConversationRow>());
    for (const ConversationRow &row : rows) {
        const auto thread = store.thread(row.id).result().value_or(Thread());
        const auto first = thread.messages.isEmpty() ? QString() : thread.messages.constFirst().text;
        for (const QString &text : {row.person, row.handle, row.subject, first}) {
            if (!text.isEmpty()) {
                words.append(oneLine(text).left(20));
            }
        }
    }
    return words;
}

} // namespace

/// Goes through every screen of the program in both languages. ctest runs it at 100 %, 150 % and 200 %.
class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void whatDoesNotFitIsFound_data();
    void whatDoesNotFitIsFound();
    void neighboursThatOverlapAreFound();
    void whatFitsIsLeftAlone();
    void everythingFitsOnEveryScreen_data();
    void everythingFitsOnEveryScreen();
    void everythingFitsAtTwiceTheText_data() { everythingFitsOnEveryScreen_data(); }
    void everythingFitsAtTwiceTheText();
    void theWindowFitsInEveryDensityAndTextSize_data();
    void theWindowFitsInEveryDensityAndTextSize();

private:
    QStringList findingsOf(QWidget *window) { return test::LayoutAudit(m_foreign).findings(window); }
    Stage *stageFor(Stage::Play play, const QString &language);
    void play(const Screen &screen, const QString &language);
    QString everyFinding();
    QString everyFindingNow();
    void settle(Stage &stage);

    QStringList m_foreign;
    QString m_language;
    std::map<Stage::Play, std::unique_ptr<Stage>> m_stages;
    Stage *m_stage = nullptr;
};

void TestLayout::initTestCase()
{
    QApplication::setQuitOnLastWindowClosed(false);
    QApplication::setCursorFlashTime(0);
    applyTheme(*qApp, ColorMode::Light);
    m_foreign = foreignWords();
    QVERIFY(m_foreign.size() > 100);
}

void TestLayout::cleanup()
{
    if (m_stage != nullptr) {
        m_stage->dropCurtain();
        m_stage = nullptr;
    }
    applyTheme(*qApp, ColorMode::Light);
}

void TestLayout::whatDoesNotFitIsFound_data()
{
    using Make = std::function<QWidget *(QWidget *)>;
    QTest::addColumn<Make>("make");
    const QString words = u"These words need much more room than they get"_s;

    QTest::newRow("label") << Make([words](QWidget *parent) { return new QLabel(words, parent); });
    QTest::newRow("label of several lines") << Make([words](QWidget *parent) {
        auto *label = new QLabel(words + u' ' + words, parent);
        label->setWordWrap(true);
        return label;
    });
    QTest::newRow("shortened words of ours") << Make([words](QWidget *parent) {
        auto *label = new ElidedLabel(parent);
        label->setText(words);
        return label;
    });
    QTest::newRow("button") << Make([words](QWidget *parent) { return new QPushButton(words, parent); });
    QTest::newRow("tool button") << Make([words](QWidget *parent) {
        auto *button = new QToolButton(parent);
        button->setText(words);
        return button;
    });
    QTest::newRow("check box") << Make([words](QWidget *parent) { return new QCheckBox(words, parent); });
    QTest::newRow("choice") << Make([words](QWidget *parent) {
        auto *combo = new QComboBox(parent);
        combo->addItem(words);
        return combo;
    });
    QTest::newRow("hint in a field") << Make([words](QWidget *parent) {
        auto *line = new QLineEdit(parent);
        line->setPlaceholderText(words);
        return line;
    });
    QTest::newRow("tab") << Make([words](QWidget *parent) {
        auto *tabs = new QTabBar(parent);
        tabs->addTab(words);
        return tabs;
    });
    QTest::newRow("menu bar") << Make([words](QWidget *parent) {
        auto *bar = new QMenuBar(parent);
        bar->addMenu(words);
        bar->addMenu(words);
        return bar;
    });
}

void TestLayout::whatDoesNotFitIsFound()
{
    QFETCH(const std::function<QWidget *(QWidget *)>, make);
    QWidget window;
    QWidget *planted = make(&window);
    planted->setGeometry(10, 10, 120, 24);

    window.show();

    QVERIFY(!findingsOf(&window).isEmpty());
}

void TestLayout::neighboursThatOverlapAreFound()
{
    QWidget window;
    auto *left = new QLabel(u"Left"_s, &window);
    auto *right = new QLabel(u"Right"_s, &window);
    left->setGeometry(0, 0, 100, 30);
    right->setGeometry(80, 0, 100, 30);

    window.show();

    QCOMPARE(findingsOf(&window).size(), 1);
}

void TestLayout::whatFitsIsLeftAlone()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    column->addWidget(new QLabel(u"A label"_s, &window));
    column->addWidget(new QPushButton(u"A &button"_s, &window));
    column->addWidget(new QCheckBox(u"A choice"_s, &window));
    auto *name = new ElidedLabel(&window);
    name->setText(u"Bartholomew Quillfeather-Okonkwo, who may be cut where there is no room for him"_s);
    column->addWidget(name);

    window.resize(240, 200);
    window.show();

    QCOMPARE(findingsOf(&window), QStringList());
}

void TestLayout::everythingFitsOnEveryScreen_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<qsizetype>("screen");
    const QList<Screen> screens = allScreens();
    for (const QString &language : {u"en"_s, u"ru"_s}) {
        for (qsizetype i = 0; i < screens.size(); ++i) {
            QTest::addRow("%s (%s)", qPrintable(screens.at(i).fullName()), qPrintable(language))
                << language << i;
        }
    }
}

void TestLayout::everythingFitsOnEveryScreen()
{
    QFETCH(const QString, language);
    QFETCH(const qsizetype, screen);

    play(allScreens().at(screen), language);

    QCOMPARE(m_stage->problems(), QStringList());
    const QString findings = everyFinding();
    QVERIFY2(findings.isEmpty(), qPrintable(findings));
}

/// With the largest text of the settings, in a window of the usual size.
void TestLayout::everythingFitsAtTwiceTheText()
{
    QFETCH(const QString, language);
    QFETCH(const qsizetype, screen);

    const Screen shown = allScreens().at(screen);
    if (qApp->devicePixelRatio() > 1 && shown.group != u"inbox" && shown.group != u"composer"
        && shown.group != u"settings") {
        QSKIP("scaled as well, the places of every day are enough");
    }
    applyAppearance(*qApp, {.mode = ColorMode::Light, .textSize = 200});
    play(shown, language);
    // What stood there for a moment on the way may have stretched the window; what stands there now counts.
    m_stage->window().resize(1280, 800);
    settle(*m_stage);

    QCOMPARE_LE(m_stage->window().width(), 1280); // a smaller one grows as far as it must
    // The bar that counts down asks for more for a while, fields for addresses beside three questions always.
    const bool hasAddresses
        = shown.fullName() == u"composer-recipients" || shown.fullName() == u"composer-forward";
    QCOMPARE_LE(m_stage->window().height(), hasAddresses ? 1040 : 880);
    const QString findings = everyFinding();
    QVERIFY2(findings.isEmpty(), qPrintable(findings));
}

void TestLayout::theWindowFitsInEveryDensityAndTextSize_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<Appearance>("look");

    const auto rows = [](const char *language) {
        for (const Density density : {Density::Compact, Density::Normal, Density::Comfortable}) {
            for (const int percent : {100, 150, 200}) {
                QTest::addRow("%s, density %d, text %d %%", language, int(density), percent)
                    << QString::fromLatin1(language)
                    << Appearance{.mode = ColorMode::Light, .density = density, .textSize = percent};
            }
        }
    };
    rows("en");
    rows("ru");
}

void TestLayout::theWindowFitsInEveryDensityAndTextSize()
{
    QFETCH(const QString, language);
    QFETCH(const Appearance, look);
    const auto screens = allScreens();
    const auto screen = std::ranges::find(screens, u"composer-private"_s, &Screen::fullName);
    QVERIFY(screen != screens.end());
    play(*screen, language);

    applyAppearance(*qApp, look);
    settle(*m_stage);

    QCOMPARE_LE(m_stage->window().width(), 1280);
    QCOMPARE_LE(m_stage->window().height(), 800);
    const QString findings = everyFinding();
    QVERIFY2(findings.isEmpty(), qPrintable(findings));
}

Stage *TestLayout::stageFor(Stage::Play play, const QString &language)
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
        m_foreign += foreignWords(m_stages[play]->profile().conversations());
    }
    return m_stages.at(play).get();
}

void TestLayout::play(const Screen &screen, const QString &language)
{
    m_stage = stageFor(screen.play, language);
    QVERIFY(m_stage);
    m_stage->raiseCurtain();
    settle(*m_stage);
    for (const Step &step : screen.steps) {
        step(*m_stage);
        settle(*m_stage);
    }
}

/// What the steps of a screen wrote is a stranger's text as well.
QString TestLayout::everyFinding()
{
    if (everyFindingNow().isEmpty()) {
        return {};
    }
    m_foreign += foreignWords(m_stage->profile().conversations());
    return everyFindingNow();
}

/// On the window and all that is open over it, a line each.
QString TestLayout::everyFindingNow()
{
    QString findings;
    for (QWidget *top : m_stage->topLevels()) {
        for (const QString &one : findingsOf(top)) {
            findings += u'\n' + one;
        }
    }
    return findings;
}

void TestLayout::settle(Stage &stage)
{
    Settled settled(stage.profile());
    QSignalSpy rested(&settled, &Settled::settled);

    settled.wait();

    QVERIFY(test::waitFor([&] { return rested.count() == 1; }, 10'000));
}

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
