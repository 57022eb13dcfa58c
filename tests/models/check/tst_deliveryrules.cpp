// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/spellchecker.h"
#include "tests/models/check/rulecase.h"

#include <QSet>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

DraftAttachment file(const QString &name, const QString &type, const QString &alt = {})
{
    return {.id = {}, .name = name, .mimeType = type, .sha256 = {}, .size = 1, .alt = alt};
}

/// Knows a handful of Russian words.
class FewWords final : public SpellChecker
{
public:
    [[nodiscard]] bool knows(QStringView language) const override { return language == u"ru"; }
    [[nodiscard]] bool isRight(QStringView /*language*/, const QString &word) const override
    {
        static const QSet<QString> words{u"заказ"_s,   u"приедет"_s, u"завтра"_s, u"кто"_s,  u"то"_s,
                                         u"звоните"_s, u"мы"_s,      u"в"_s,      u"нашли"_s};
        return words.contains(word.toLower());
    }
    [[nodiscard]] QStringList languages() const override { return {u"ru"_s}; }
    [[nodiscard]] QStringList suggestions(QStringView /*language*/, const QString & /*word*/) const override
    {
        return {u"приедет"_s, u"проедет"_s, u"переедет"_s, u"предает"_s};
    }
};

} // namespace

class TestDeliveryRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void whatIsTooLongIsStopped();
    void aWarningCounts();
    void aLongPublicTextMayGoPrivately();
    void theWindowCloses();
    void filesTheChannelRefuses();
    void anotherLanguageIsFound_data();
    void anotherLanguageIsFound();
    void picturesNeedWords();
    void linksNeedWords_data();
    void linksNeedWords();
    void announcedFilesAreMissed_data();
    void announcedFilesAreMissed();
    void whoAnswersIsSeen_data();
    void whoAnswersIsSeen();
    void misspeltWordsAreFound_data();
    void misspeltWordsAreFound();
    void aMisspeltWordIsReplacedOrAdded();
    void anyTextIsAnswered_data();
    void anyTextIsAnswered();
};

void TestDeliveryRules::whatIsTooLongIsStopped()
{
    RuleCase reply("channel.length"_L1, u"[["_s + QString(281, u'щ') + u"]]"_s);
    reply.on(Channel::X, Audience::Public);

    QCOMPARE(reply.found(), reply.expected());
    QCOMPARE(reply.findings().constFirst().arguments, (QStringList{u"281"_s, u"280"_s}));
    QCOMPARE(reply.findings().constFirst().severity, Severity::Stop);

    reply.context.text = QString(280, u'щ');
    QVERIFY(reply.findings().isEmpty());
    reply.context.text = QString(200, u'щ') + u" https://sever.example/"_s + QString(200, u'a');
    QVERIFY(reply.findings().isEmpty());
}

/// A reply on Mastodon bears the warning of what it answers.
void TestDeliveryRules::aWarningCounts()
{
    RuleCase reply("channel.length"_L1, u"[["_s + QString(496, u'щ') + u"]]"_s);
    reply.on(Channel::Mastodon, Audience::Public);
    QVERIFY(reply.findings().isEmpty());

    reply.after({u"customer: [CW: glass]\nIt broke."_s});

    QCOMPARE(reply.found(), reply.expected());
    QCOMPARE(reply.findings().constFirst().arguments.constFirst(), u"501"_s);
}

void TestDeliveryRules::aLongPublicTextMayGoPrivately()
{
    RuleCase reply("channel.length"_L1, u"[["_s + QString(400, u'щ') + u"]]"_s);
    reply.on(Channel::X, Audience::Public);
    QCOMPARE(reply.findings().constFirst().fixes.constFirst().kind, FixKind::MoveToPrivate);

    reply.on(Channel::Reviews, Audience::Public);
    QVERIFY(reply.findings().isEmpty());
}

void TestDeliveryRules::theWindowCloses()
{
    RuleCase reply("channel.window"_L1, u"[[Готово.]]"_s);
    reply.on(Channel::Facebook, Audience::Private);
    reply.context.windowEnds = reply.context.now;
    QCOMPARE(reply.found(), reply.expected());

    reply.context.windowEnds = reply.context.now + std::chrono::minutes{1};
    QVERIFY(reply.findings().isEmpty());

    reply.context.windowEnds = {};
    reply.after({u"customer: Когда?"_s}); // an hour ago
    QVERIFY(reply.findings().isEmpty());
    reply.context.now += std::chrono::hours{24};
    QCOMPARE(reply.found(), reply.expected());

    reply.context.audience = Audience::Public;
    QVERIFY(reply.findings().isEmpty());
    reply.context.intent = Intent::DirectMessage; // the private reply to a comment has a week
    QVERIFY(reply.findings().isEmpty());
    reply.context.now += std::chrono::hours{7 * 24};
    QCOMPARE(reply.found(), reply.expected());
}

void TestDeliveryRules::filesTheChannelRefuses()
{
    RuleCase reply("channel.attachment"_L1, u"[[Смотрите.]]"_s);
    reply.context.files = {file(u"акт.pdf"_s, u"application/pdf"_s)};
    QVERIFY(reply.findings().isEmpty());

    reply.on(Channel::Youtube, Audience::Public);
    QCOMPARE(reply.found(), reply.expected());
    const auto finding = reply.findings().constFirst();
    QCOMPARE(finding.file, 0);
    QCOMPARE(finding.arguments, QStringList{u"акт.pdf"_s});
    QCOMPARE(finding.fixes.constFirst().kind, FixKind::RemoveFile);
}

void TestDeliveryRules::anotherLanguageIsFound_data()
{
    QTest::addColumn<QString>("customer");
    QTest::addColumn<QString>("marked");
    const auto row = [](const char *name, const QString &customer, const QString &marked) {
        QTest::newRow(name) << customer << marked;
    };
    const auto english = u"Where is my order? It should have been here on Monday."_s;
    const auto russian = u"Где мой заказ? Он должен был приехать в понедельник."_s;

    row("Russian to English", english, u"[[Ваш заказ приедет завтра утром.]]"_s);
    row("English to Russian", russian, u"[[Your order will be here tomorrow.]]"_s);
    row("the same", russian, u"Ваш заказ приедет завтра утром."_s);
    row("a brand", russian, u"Перезагрузите Northlane Router Pro 3000 Ultra, пожалуйста."_s);
    row("a command", russian, u"Наберите sudo systemctl restart, и всё пройдёт."_s);
    row("an address", russian, u"https://sever.example/some/long/page/about/delivery"_s);
    row("both", english, u"Ваш заказ завтра. Your order arrives tomorrow."_s);
    row("too short to tell", english, u"Спасибо!"_s);
    row("a language we do not know", u"¿Dónde está mi pedido, por favor? Gracias."_s,
        u"Ваш заказ приедет завтра утром."_s);
}

void TestDeliveryRules::anotherLanguageIsFound()
{
    QFETCH(const QString, customer);
    QFETCH(const QString, marked);
    RuleCase reply("language.mismatch"_L1, marked);
    reply.after({u"customer: "_s + customer});

    QCOMPARE(reply.found(), reply.expected());
}

void TestDeliveryRules::picturesNeedWords()
{
    RuleCase reply("a11y.alt-text"_L1, u"[[Смотрите.]]"_s);
    reply.context.files
        = {file(u"акт.pdf"_s, u"application/pdf"_s), file(u"вид.png"_s, u"image/png"_s, u"Красный диван"_s),
           file(u"ещё.jpg"_s, u"IMAGE/JPEG"_s, u"  "_s)};

    QCOMPARE(reply.found(), reply.expected());
    QCOMPARE(reply.findings().constFirst().file, 2);
    QCOMPARE(reply.findings().constFirst().severity, Severity::Stop);
    QCOMPARE(reply.findings().constFirst().fixes.constFirst().kind, FixKind::AltText);
    reply.context.audience = Audience::Private;
    QCOMPARE(reply.findings().constFirst().severity, Severity::Ask);
}

void TestDeliveryRules::linksNeedWords_data()
{
    QTest::addColumn<QString>("marked");
    const auto row = [](const char *name, const QString &marked) {
        QTest::newRow(name) << marked;
    };
    row("here", u"Правила (([[тут]])(https://sever.example/p))."_s);
    row("in English", u"The rules are (([[here]])(https://northlane.example/p))."_s);
    row("before an address", u"Подробно здесь: https://sever.example/p"_s);
    row("a link that says where", u"((Правила возврата)(https://sever.example/p))."_s);
    row("here without a link", u"Мы здесь. Страница: https://sever.example/p"_s);
    row("a bare link", u"https://sever.example/p"_s);
}

void TestDeliveryRules::linksNeedWords()
{
    QFETCH(QString, marked);
    marked.replace(u"(("_s, u"<"_s).replace(u")("_s, u">("_s); // brackets of a link are no marks
    RuleCase reply("a11y.link-text"_L1, marked);
    const auto asLink = [](QString text) {
        return text.replace(u'<', u'[').replace(u">("_s, u"]("_s).replace(u"))"_s, u")"_s);
    };
    const auto words = marked.contains(u"[[") ? marked.section(u"[["_s, 1).section(u"]]"_s, 0, 0) : QString();
    reply.context.text = asLink(reply.context.text);

    const auto found = reply.findings();

    QCOMPARE(found.size(), words.isEmpty() ? 0 : 1);
    for (const auto &finding : found) {
        QCOMPARE(reply.context.text.mid(finding.range.start, finding.range.length), words);
    }
}

void TestDeliveryRules::announcedFilesAreMissed_data()
{
    QTest::addColumn<QString>("marked");
    const auto row = [](const char *name, const QString &marked) {
        QTest::newRow(name) << marked;
    };
    row("announced", u"Проверили. [[Акт во вложении]]."_s);
    row("announced in English", u"Done. The invoice [[is attached]]."_s);
    row("the customer's", u"Мы посмотрели ваше вложение и всё поняли."_s);
    row("asked for", u"Прикрепите, пожалуйста, фото чека."_s);
    row("efforts", u"Приложим все усилия."_s);
    row("linked", u"Прикладываем акт: https://sever.example/akt.pdf"_s);
}

void TestDeliveryRules::announcedFilesAreMissed()
{
    QFETCH(const QString, marked);
    RuleCase reply("attachment.missing"_L1, marked);

    QCOMPARE(reply.found(), reply.expected());
    reply.context.files = {file(u"акт.pdf"_s, u"application/pdf"_s)};
    QVERIFY(reply.findings().isEmpty());
}

void TestDeliveryRules::whoAnswersIsSeen_data()
{
    QTest::addColumn<bool>("isOfficial");
    QTest::addColumn<bool>("wantsMark");
    QTest::addColumn<QString>("marked");
    const auto row = [](const char *name, bool isOfficial, bool wantsMark, const QString &marked) {
        QTest::newRow(name) << isOfficial << wantsMark << marked;
    };
    row("official", true, false, u"Готово."_s);
    row("not official", false, false, u"[[Готово.]]"_s);
    row("no mark", true, true, u"[[Готово.]]"_s);
    row("initials", true, true, u"Готово. ^АБ"_s);
    row("a name", true, true, u"Готово. — Анна"_s);
    row("a slash", true, true, u"All done. /Joan"_s);
    row("said", true, true, u"Меня зовут Пётр, всё готово."_s);
    row("a dash in the text", true, true, u"[[Заказ готов — приезжайте за ним сегодня до восьми вечера.]]"_s);
}

void TestDeliveryRules::whoAnswersIsSeen()
{
    QFETCH(const bool, isOfficial);
    QFETCH(const bool, wantsMark);
    QFETCH(const QString, marked);
    RuleCase reply("identity.unofficial"_L1, marked);
    reply.context.account.isOfficial = isOfficial;
    reply.context.account.wantsHelperMark = wantsMark;

    QCOMPARE(reply.found(), reply.expected());
}

void TestDeliveryRules::misspeltWordsAreFound_data()
{
    QTest::addColumn<QString>("marked");
    const auto row = [](const char *name, const QString &marked) {
        QTest::newRow(name) << marked;
    };
    row("one", u"Заказ [[преедет]] завтра."_s);
    row("right", u"Заказ приедет завтра."_s);
    row("a compound", u"Кто-то нашли заказ."_s);
    row("a name", u"Мы нашли заказ, Зульфия."_s);
    row("a name of the lists", u"Марина, заказ приедет завтра."_s);
    row("another alphabet", u"Мы нашли заказ northlane."_s);
    row("an address", u"Звоните, sever.example, мы нашли заказ на https://пример.рф/абвг"_s);
    row("a mark and a tag", u"Мы нашли #абвгд и @абвгд заказ."_s);
    row("capitals", u"Мы нашли ПВЗ завтра."_s);
    row("a helper's mark", u"Заказ приедет завтра. ~Преедет"_s);
    row("another language", u"Мы преедет преидет преедит преехет завтра."_s);
    row("the team's word", u"Мы нашли кэшбэком заказ."_s);
    row("the company", u"Лавкой приедет заказ, мы нашли."_s);
    row("the customer", u"Заказ завтра, приедетов."_s);
    row("nobody's name", u"Заказ завтра, [[приедеток]]."_s);
}

void TestDeliveryRules::misspeltWordsAreFound()
{
    QFETCH(const QString, marked);
    const FewWords words;
    RuleCase reply("spelling"_L1, marked);
    reply.context.spelling = &words;
    reply.context.language = u"ru"_s;
    auto settings = std::make_shared<CheckSettings>();
    settings->dictionary = {u"кэшбэк"_s, u"на"_s, u"и"_s};
    reply.context.settings = settings;
    reply.context.person.name = u"Вадим приедетов"_s;

    QCOMPARE(reply.found(), reply.expected());
    reply.context.language = u"en"_s; // no dictionary
    QVERIFY(reply.findings().isEmpty());
}

void TestDeliveryRules::aMisspeltWordIsReplacedOrAdded()
{
    const FewWords words;
    RuleCase reply("spelling"_L1, u"Заказ преедет завтра."_s);
    reply.context.spelling = &words;
    reply.context.language = u"ru"_s;

    QCOMPARE(reply.afterFix("replace"_L1), u"Заказ приедет завтра."_s);
    const auto fixes = reply.findings().constFirst().fixes;
    QCOMPARE(fixes.size(), 4); // three words and the dictionary
    QCOMPARE(fixes.constLast().kind, FixKind::AddWord);
}

void TestDeliveryRules::anyTextIsAnswered_data()
{
    QTest::addColumn<QString>("text");
    constexpr int many = 500'000;
    QTest::newRow("no spaces") << QString(many, u'щ');
    QTest::newRow("capitals") << u"СРОЧНО "_s.repeated(many / 7);
    QTest::newRow("marks") << u"! "_s.repeated(many / 2);
    QTest::newRow("emoji") << u"🎉"_s.repeated(many / 2);
    QTest::newRow("braces") << QString(many, u'{');
    QTest::newRow("brackets") << u"[<"_s.repeated(many / 2);
    QTest::newRow("right to left") << u"שלום "_s.repeated(many / 5);
    QTest::newRow("zero width") << QString(many, QChar(0x200B));
    QTest::newRow("half a surrogate") << QString(1000, QChar(0xD83D));
    QTest::newRow("lines") << QString(many, u'\n');
    QTest::newRow("phones") << u"+7 915 000-11-09 "_s.repeated(many / 17);
}

void TestDeliveryRules::anyTextIsAnswered()
{
    QFETCH(const QString, text);
    const FewWords words;
    RuleCase reply({}, text);
    reply.context.spelling = &words;
    reply.context.language = u"ru"_s;
    reply.after({u"customer: Где?"_s, u"note: мастер забыл про этот заказ"_s});
    ReplyCheck check(PhraseBook::load());

    const auto report = check.check(reply.context);

    for (const auto &finding : report.findings) {
        QVERIFY(finding.range.start >= 0 && finding.range.end() <= text.size());
        for (const auto &fix : finding.fixes) {
            QVERIFY(applied(fix, text).size() <= text.size() + 100);
        }
    }
}

QTEST_APPLESS_MAIN(TestDeliveryRules)
#include "tst_deliveryrules.moc"
