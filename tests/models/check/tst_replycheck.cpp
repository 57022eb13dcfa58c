// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/phrasebook.h"
#include "models/check/replycheck.h"
#include "models/check/rules.h"
#include "models/check/rulewords.h"
#include "models/check/textreader.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

CheckContext contextOf(const QString &text)
{
    CheckContext context;
    context.text = text;
    context.channel = Channel::Vk;
    context.capabilities = capabilitiesOf(Channel::Vk);
    context.account.companyNames = {u"Лавка Север"_s};
    return context;
}

const auto withFiller
    = u"Здравствуйте, Анна! Доводим до вашего сведения, что заказ приедет завтра до 18:00."_s;
const auto fillerRule = u"clutter.filler"_s;

Finding findingOf(const CheckReport &report, const QString &rule)
{
    const auto found = std::ranges::find(report.findings, rule, &Finding::rule);
    return found != report.findings.cend() ? *found : Finding();
}

bool has(const CheckReport &report, const QString &rule)
{
    return findingOf(report, rule).rule == rule;
}

} // namespace

class TestReplyCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void aCleanReplyIsClean()
    {
        ReplyCheck check(PhraseBook::load());
        const auto report
            = check.check(contextOf(u"Здравствуйте, Анна! Привезём завтра, 21 ноября, до 18:00."_s));
        QCOMPARE(report.findings, QList<Finding>());
        QCOMPARE(report.substance, 1.0);
        QCOMPARE(report.language, u"ru"_s);
        QVERIFY(!report.holdsBack());
        QVERIFY(!report.isPartial);
    }

    void aFindingTellsThePlaceAndTheWayOut()
    {
        ReplyCheck check(PhraseBook::load());
        const auto report = check.check(contextOf(withFiller));
        const auto finding = findingOf(report, fillerRule);
        QCOMPARE(withFiller.sliced(finding.range.start, finding.range.length),
                 u"Доводим до вашего сведения"_s);
        QVERIFY(report.holdsBack());
        QCOMPARE(applied(finding.fixes.constFirst(), withFiller),
                 u"Здравствуйте, Анна! Заказ приедет завтра до 18:00."_s);
    }

    void levelsGoFromTheMostSpecial_data()
    {
        QTest::addColumn<QStringList>("levels");
        QTest::addColumn<int>("severity"); // -1: off
        QTest::newRow("as delivered") << QStringList() << 1;
        QTest::newRow("rule") << QStringList{u"clutter.filler=0"_s} << 0;
        QTest::newRow("off") << QStringList{u"clutter.filler=off"_s} << -1;
        QTest::newRow("channel") << QStringList({u"clutter.filler=off"_s, u"clutter.filler@vk=2"_s}) << 2;
        QTest::newRow("audience") << QStringList({u"clutter.filler=off"_s, u"clutter.filler@private=0"_s})
                                  << 0;
        QTest::newRow("channel before audience")
            << QStringList({u"clutter.filler@private=0"_s, u"clutter.filler@vk=2"_s}) << 2;
        QTest::newRow("both") << QStringList({u"clutter.filler@vk=2"_s, u"clutter.filler@vk/private=off"_s})
                              << -1;
        QTest::newRow("elsewhere") << QStringList(
            {u"clutter.filler@telegram=2"_s, u"clutter.filler@public=2"_s})
                                   << 1;
    }

    void levelsGoFromTheMostSpecial()
    {
        QFETCH(const QStringList, levels);
        QFETCH(const int, severity);
        CheckSettings settings;
        for (const auto &level : levels) {
            const auto value = level.section(u'=', 1);
            settings.levels.insert(level.section(u'=', 0, 0),
                                   value == u"off" ? std::nullopt
                                                   : std::optional(static_cast<Severity>(value.toInt())));
        }
        auto context = contextOf(withFiller);
        context.settings = std::make_shared<const CheckSettings>(settings); // contexts are copied
        ReplyCheck check(PhraseBook::load());

        const auto report = check.check(context);

        QCOMPARE(has(report, fillerRule), severity >= 0);
        if (severity >= 0) {
            QCOMPARE(static_cast<int>(findingOf(report, fillerRule).severity), severity);
        }
    }

    void aReasonHoldsWhereverTheWordsMove()
    {
        ReplyCheck check(PhraseBook::load());
        auto context = contextOf(withFiller);
        context.reasons.insert(findingOf(check.check(context), fillerRule).fingerprint,
                               u"просили официально"_s);

        context.text = u"Анна, здравствуйте. "_s + QString(withFiller).replace(u"вашего"_s, u"ВАШЕГО"_s);
        const auto report = check.check(context);

        QCOMPARE(findingOf(report, fillerRule).reason, u"просили официально"_s);
        QVERIFY(!report.holdsBack());
    }

    void aTemplateBringsItsReasons()
    {
        ReplyCheck check(PhraseBook::load());
        auto context = contextOf(withFiller);
        context.usedTemplate
            = TemplateUse{.id = u"a"_s, .rendered = {}, .reasons = {{fillerRule, u"регулятор"_s}}};
        QCOMPARE(findingOf(check.check(context), fillerRule).reason, u"регулятор"_s);
    }

    void aRuleCanBeSwitchedOffForADraft()
    {
        ReplyCheck check(PhraseBook::load());
        auto context = contextOf(withFiller);
        context.switchedOff = {fillerRule};
        QVERIFY(!has(check.check(context), fillerRule));
    }

    void segmentsCoverTheText()
    {
        ReplyCheck check(PhraseBook::load());
        const auto report = check.check(contextOf(
            u"Здравствуйте, Анна!\n> где заказ?\nПривезём завтра.\n\nС уважением,\nкоманда «Лавки Север»\nТел.: +7 (495) 123-45-67, a@sever.example\n"_s));
        QList<SegmentKind> kinds;
        qsizetype end = 0;
        for (const auto &segment : report.segments) {
            QCOMPARE(segment.range.start, end);
            end = segment.range.end();
            kinds.append(segment.kind);
        }
        using enum SegmentKind;
        QCOMPARE(kinds, QList<SegmentKind>({Greeting, Quote, Body, Closing, Signature, ContactBlock}));
    }

    void whatIsPassedOnWasWrittenByOthers()
    {
        ReplyCheck check(PhraseBook::load());
        const auto report = check.check(contextOf(
            u"Please look into it.\n\n-------- Forwarded message --------\nFrom: Anna "
            u"<anna@lamps.example>\n\n"
            u"Dear team!!!!\nTO WHOM IT MAY CONCERN\nTel.: +7 (495) 123-45-67, as soon as possible."_s));
        QCOMPARE(report.segments.constLast().kind, SegmentKind::Quote);
        QVERIFY(report.findings.isEmpty());
    }

    void typingGivesWhatReadingTheWholeGives()
    {
        const auto book = PhraseBook::load();
        ReplyCheck typed(book);
        CheckReport last;
        for (qsizetype i = 1; i <= withFiller.size(); ++i) {
            last = typed.check(contextOf(withFiller.first(i)));
        }
        QCOMPARE(last, ReplyCheck(book).check(contextOf(withFiller)));
    }

    void anyTextIsBounded_data()
    {
        QTest::addColumn<QString>("text");
        constexpr qsizetype size = 1'000'000;
        QTest::newRow("nothing") << QString();
        QTest::newRow("no spaces") << QString(size, u'я');
        QTest::newRow("words") << u"доводим до вашего сведения "_s.repeated(size / 27);
        QTest::newRow("lines") << QString(size, u'\n');
        QTest::newRow("emoji") << u"😊"_s.repeated(size / 2);
        QTest::newRow("right to left") << u"مرحبا "_s.repeated(size / 6);
        QTest::newRow("zero width") << QString(size, QChar(0x200B));
        QTest::newRow("links") << u"https://vk.com/a "_s.repeated(size / 17);
        QTest::newRow("numbers") << u"+7 495 123-45-67\n"_s.repeated(size / 17);
        QTest::newRow("half characters") << QString(size, QChar(0xD83D));
        QTest::newRow("tags") << u"{{ "_s.repeated(size / 3);
    }

    void anyTextIsBounded()
    {
        QFETCH(const QString, text);
        ReplyCheck check(PhraseBook::load());
        auto context = contextOf(text);
        context.isTemplate = text.startsWith(u"{{");

        const auto report = check.check(context);

        QCOMPARE(report.isPartial, text.size() > mostChecked);
        QVERIFY(report.substance >= 0 && report.substance <= 1);
        QVERIFY(std::ranges::all_of(report.findings, [](const Finding &finding) {
            return finding.range.start >= 0 && finding.range.end() <= mostChecked;
        }));
        QVERIFY(report.findings.size() <= 100 * static_cast<qsizetype>(allRules().size()));
    }

    void everyRuleHasItsWords()
    {
        const auto &words = RuleWords::delivered();
        QCOMPARE(words.languages(), QStringList({u"en"_s, u"ru"_s}));
        for (const auto &rule : allRules()) {
            const auto english = words.text(QString(rule.id), u"en"_s);
            for (const auto &language : words.languages()) {
                const auto text = words.text(QString(rule.id), language);
                const auto isWhole = !text.title.isEmpty() && !text.why.isEmpty() && !text.bad.isEmpty()
                    && !text.good.isEmpty() && !text.questions.value({}).isEmpty();
                QVERIFY2(isWhole, qPrintable(language + u' ' + QString(rule.id)));
                QCOMPARE(QSet<QString>(text.questions.keyBegin(), text.questions.keyEnd()),
                         QSet<QString>(english.questions.keyBegin(), english.questions.keyEnd()));
            }
        }
    }

    void rulesAreListedOnce()
    {
        QSet<QString> ids;
        for (const auto &rule : allRules()) {
            QVERIFY2(!ids.contains(rule.id), rule.id.data());
            ids.insert(rule.id);
            QVERIFY(rule.look != nullptr);
        }
    }

    void aQuestionQuotesWhatItAsksAbout()
    {
        const auto &words = RuleWords::delivered();
        Finding finding{.rule = fillerRule, .range = {}};
        finding.arguments = {u"100 %2 %1"_s};
        QVERIFY(words.question(finding, u"en"_s).contains(u"100 %2 %1"_s));
        finding.rule = u"no.such"_s;
        QCOMPARE(words.question(finding, u"en"_s), QString());
        const Fix fix{.words = u"remove"_s};
        QCOMPARE(words.title(fix, u"fr"_s), words.title(fix, u"en"_s));
    }

    void brokenWordsAreRefused()
    {
        RuleWords words;
        QVERIFY(!words.add(u"xx"_s, "[broken"));
        QVERIFY(!words.add(u"xx"_s, "a = 1"));
        QVERIFY(words.languages().isEmpty());
    }

    void aThreadTellsWhatRulesAsk()
    {
        TextReader reader(PhraseBook::load());
        const auto say = [](Direction direction, const QString &text) {
            Message message;
            message.direction = direction;
            message.text = text;
            return message;
        };
        const auto facts = factsOf(
            {say(Direction::Incoming, u"Где заказ 20418? Мой телефон +7 916 123-45-67"_s),
             say(Direction::Outgoing, u"Здравствуйте! Простите за задержку, везём."_s),
             say(Direction::Note, u"скандалист"_s), say(Direction::Incoming, u"Дайте телефон магазина"_s)},
            reader);
        QCOMPARE(facts.customerLanguage, u"ru"_s);
        QCOMPARE(facts.lastQuestion, u"Дайте телефон магазина"_s);
        QCOMPARE(facts.given, QStringList({u"20418"_s, u"+79161234567"_s}));
        QCOMPARE(facts.notes, QStringList{u"скандалист"_s});
        QVERIFY(facts.hasGreeted);
        QVERIFY(facts.hasApologised);
        QVERIFY(facts.askedForContact);
        QVERIFY(!facts.askedForCompany);
    }
};

QTEST_GUILESS_MAIN(TestReplyCheck)
#include "tst_replycheck.moc"
