// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/widgets/windowfixture.h"
#include "widgets/check/rulesdialog.h"
#include "widgets/common/errortext.h"

#include <QComboBox>
#include <QFile>
#include <QListWidget>
#include <QTemporaryDir>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

/// Knows no Russian, and all of English but one slip.
class OneSlip final : public SpellChecker
{
public:
    [[nodiscard]] bool knows(QStringView language) const override { return language == u"en"; }
    [[nodiscard]] bool isRight(QStringView /*language*/, const QString &word) const override
    {
        return word != u"lampp";
    }
    [[nodiscard]] QStringList languages() const override { return {u"en"_s}; }
    [[nodiscard]] QStringList suggestions(QStringView /*language*/, const QString & /*word*/) const override
    {
        return {u"lamp"_s};
    }
};

} // namespace

/// The dialog of the rules says what does not work, and has the language of the spelling.
class TestRulesDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_stores = std::make_unique<FakeStores>();
        m_checks = std::make_unique<FakeChecks>();
    }

    void cleanup()
    {
        m_dialog.reset();
        m_desk.reset();
        m_runner.reset();
    }

    void whereAllIsWellNothingIsSaid()
    {
        open();

        QVERIFY(!problems()->isVisible());
    }

    void aRuleThatDoesNotExistIsNamed()
    {
        CheckProfile profile;
        profile.unknownRules = {{.id = u"clutter.filer"_s, .line = 4, .nearest = u"clutter.filler"_s}};

        open(profile);

        QVERIFY(problems()->isVisible());
        QCOMPARE(problems()->count(), 1);
        const auto words = problems()->item(0)->text();
        QVERIFY(words.contains(u"line 4") && words.contains(u"clutter.filer")
                && words.contains(u"clutter.filler"));
    }

    void aBrokenListOfPhrasesIsNamedWithItsLine()
    {
        QFile list(m_folder->filePath(u"tone.toml"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("[blame]\nphrases = [\n\"your fault\",\n\"(open\",\n]\n");
        list.close();

        open();

        QCOMPARE(problems()->count(), 1);
        const auto words = problems()->item(0)->text();
        QVERIFY2(words.contains(u"tone.toml") && words.contains(u"line 4") && words.contains(u"(open"),
                 qPrintable(words));
        QVERIFY(words.contains(phraseFaultText(PhraseFault::Unbalanced)));
    }

    void aDictionaryThatIsNotThereIsMissed()
    {
        open();
        write(u"Ваша лампа приедет в пятницу, 27 ноября, с десяти до двенадцати часов."_s);

        QVERIFY(problems()->isVisible());
        QVERIFY(problems()->item(0)->text().contains(u"Russian"));

        write(u"Your lamp comes on Friday, November 27, between ten and twelve o'clock."_s);
        QVERIFY(!problems()->isVisible());
    }

    void theSpellingFollowsTheChoice()
    {
        open();
        write(u"Your lampp comes on Friday, November 27, between ten and twelve o'clock."_s);
        QCOMPARE(spelling()->count(), 3); // by the conversation, English, not at all
        QCOMPARE(spelling()->currentIndex(), 0);
        const auto found = m_desk->report().findings.size();
        QVERIFY(found > 0);

        choose(2);
        QCOMPARE(m_desk->report().findings.size(), qsizetype(0));
        QCOMPARE(m_checks->drafts.value(ConversationId{1}).switchedOff, QStringList{u"spelling"_s});

        choose(1);
        QCOMPARE(m_desk->language(), u"en"_s);
        QCOMPARE(m_desk->report().findings.size(), found);

        choose(0);
        QCOMPARE(m_desk->language(), QString());
        QVERIFY(m_desk->switchedOff().isEmpty());
    }

    void withoutAReplyThereIsNothingToChoose()
    {
        open();

        QVERIFY(!spelling()->isEnabled());
    }

    void aLevelThatChangesInTheFileIsShown()
    {
        open();
        auto *level = m_dialog->findChild<QComboBox *>(u"level clutter.filler"_s);
        QCOMPARE(level->currentIndex(), 0);

        CheckProfile changed;
        changed.settings.levels.insert(u"clutter.filler"_s, std::nullopt);
        m_desk->setProfile(changed);

        QCOMPARE(level->currentIndex(), 1);
    }

    void everyFaultHasWordsOfItsOwn()
    {
        QSet<QString> words;
        for (const auto fault :
             {PhraseFault::Unreadable, PhraseFault::Syntax, PhraseFault::WrongType, PhraseFault::TooLong,
              PhraseFault::Unbalanced, PhraseFault::TooMany, PhraseFault::Nothing}) {
            words.insert(phraseFaultText(fault));
        }

        QCOMPARE(words.size(), qsizetype(7));
        QVERIFY(!words.contains(QString()));
    }

private:
    void open(const CheckProfile &profile = {})
    {
        m_runner = std::make_unique<CheckRunner>(CheckSources{.phraseFolders = {m_folder->path()},
                                                              .makeSpelling =
                                                                  [] {
                                                                      return std::make_unique<OneSlip>();
                                                                  }},
                                                 CheckPlace::CallersThread);
        m_desk = std::make_unique<ReplyDesk>(ReplyDeskParts{
            .store = *m_checks, .persons = *m_stores, .runner = *m_runner, .clock = m_stores->clock});
        auto silent = profile;
        for (const Rule &rule : allRules()) {
            if (rule.id != "spelling"_L1) {
                silent.settings.levels.insert(rule.id, std::nullopt);
            }
        }
        silent.settings.levels.remove(u"clutter.filler"_s);
        m_desk->setProfile(silent);
        m_dialog = std::make_unique<RulesDialog>(*m_desk, nullptr);
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get()));
    }
    void write(const QString &text)
    {
        ConversationRow row;
        row.id = ConversationId{1};
        m_stores->addConversation(row, {});
        m_desk->open(row, {});
        m_desk->setDraft(DraftKind::Reply, text, {});
        QVERIFY(m_desk->isCurrent());
    }
    void choose(int index) { Q_EMIT spelling()->activated(index); }
    [[nodiscard]] QListWidget *problems() const
    {
        return m_dialog->findChild<QListWidget *>(u"checkProblemList"_s);
    }
    [[nodiscard]] QComboBox *spelling() const
    {
        return m_dialog->findChild<QComboBox *>(u"spellingChoice"_s);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FakeStores> m_stores;
    std::unique_ptr<FakeChecks> m_checks;
    std::unique_ptr<CheckRunner> m_runner;
    std::unique_ptr<ReplyDesk> m_desk;
    std::unique_ptr<RulesDialog> m_dialog;
};

QTEST_MAIN(TestRulesDialog)
#include "tst_rulesdialog.moc"
