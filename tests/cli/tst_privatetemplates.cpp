// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/channelcapabilities.h"
#include "models/domain/template.h"
#include "tests/cli/fakebackend.h"

#include <QDir>
#include <QJsonArray>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;
using cli::ExitCode;

namespace {

const QString folder = QStringLiteral(TEST_DATA_DIR "/../../resources/templates");

const QStringList kinds{u"agreed"_s, u"answer"_s,  u"ask-call"_s, u"ask-comment"_s, u"ask-update"_s,
                        u"choice"_s, u"closing"_s, u"invite"_s,   u"message"_s,     u"written"_s};

/// "private/ru/ask-call-2" is "ask-call".
QString kindOf(const QString &id)
{
    const auto name = id.section(u'/', -1);
    return name.first(name.lastIndexOf(u'-'));
}

/// What the thread and the operator would give.
QStringList filling(const QString &language)
{
    const bool isRussian = language == "ru"_L1;
    const QStringList known{
        isRussian ? u"person.first_name=Александра"_s : u"person.first_name=Alexandra"_s,
        isRussian ? u"message.date=21 ноября"_s : u"message.date=21 November"_s,
        isRussian ? u"operator.name=Лена"_s : u"operator.name=Lena"_s,
        u"account.company=Lantern"_s,
    };
    QStringList arguments;
    for (const auto &value : known) {
        arguments << u"--set"_s << value;
    }
    return arguments;
}

QString valueOf(const QString &field, const QString &language)
{
    const bool isRussian = language == "ru"_L1;
    const QHash<QString, QString> values{
        {u"link"_s, u"https://vk.me/lantern"_s},
        {u"ways"_s,
         isRussian ? u"чат на сайте или магазин на Садовой"_s : u"the chat on our site or the shop"_s},
        {u"what"_s, isRussian ? u"мы не перезвонили вовремя"_s : u"we did not ring back in time"_s},
        {u"answer"_s, isRussian ? u"Лампу заменим 25 ноября"_s : u"We'll replace the lamp on 25 November"_s},
        {u"done"_s, isRussian ? u"добавили второго мастера"_s : u"added a second fitter"_s}};
    return values.value(field);
}

} // namespace

/// The texts of "Move to private": never one for all, and nothing that the reply check would ask about.
class TestPrivateTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(); }

    void eachKindHasSeveral_data();
    void eachKindHasSeveral();
    void eachIsForItsReaders();
    void noneHasAFinding();
    void noneHasAFindingWhereItIsSent_data();
    void noneHasAFindingWhereItIsSent();

private:
    [[nodiscard]] QList<QJsonObject> those(const QString &kind, const QString &language) const;
    [[nodiscard]] QString rendered(const QJsonObject &one, const QStringList &known);
    [[nodiscard]] QByteArray findingsIn(const QString &place, const QStringList &options);

    QList<QJsonObject> m_all;
    QTemporaryDir m_profile;
};

void TestPrivateTemplates::initTestCase()
{
    CommandLine line;
    QCOMPARE(line.run({u"template"_s, u"list"_s, u"--json"_s, u"--folder"_s, folder}), ExitCode::Ok);
    for (const auto all = line.json().value(u"templates"_s).toArray(); const auto &one : all) {
        if (one.toObject().value(u"id"_s).toString().startsWith("private/"_L1)) {
            m_all.append(one.toObject());
        }
    }
    QCOMPARE(m_all.size(), kinds.size() * 2 * 3);
}

QList<QJsonObject> TestPrivateTemplates::those(const QString &kind, const QString &language) const
{
    auto found = m_all;
    found.removeIf([&](const QJsonObject &one) {
        return kindOf(one.value(u"id"_s).toString()) != kind || one.value(u"language"_s) != language;
    });
    return found;
}

QString TestPrivateTemplates::rendered(const QJsonObject &one, const QStringList &known)
{
    CommandLine line;
    const auto language = one.value(u"language"_s).toString();
    QStringList arguments{u"template"_s, u"render"_s, one.value(u"id"_s).toString(), u"--folder"_s, folder};
    for (const auto fields = one.value(u"fields"_s).toArray(); const auto &field : fields) {
        const auto name = field.toObject().value(u"name"_s).toString();
        arguments << u"--set"_s << name + u'=' + valueOf(name, language);
    }
    return line.run(arguments + known) == ExitCode::Ok ? QString::fromUtf8(line.stdOut) : QString();
}

QByteArray TestPrivateTemplates::findingsIn(const QString &place, const QStringList &options)
{
    CommandLine line;
    const auto code = line.run(QStringList{u"check"_s, u"--json"_s, u"--profile"_s, m_profile.path()}
                               + options + QStringList{place});
    QByteArray all = code == ExitCode::Ok ? QByteArray() : line.stdOut + line.stdErr;
    for (const auto files = line.json().value(u"files"_s).toArray(); const auto &file : files) {
        for (const auto findings = file.toObject().value(u"findings"_s).toArray();
             const auto &finding : findings) {
            all += file.toObject().value(u"file"_s).toString().toUtf8() + ": "
                + QJsonDocument(finding.toObject()).toJson(QJsonDocument::Compact) + "\n";
        }
    }
    return all;
}

void TestPrivateTemplates::eachKindHasSeveral_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("language");
    for (const auto &kind : kinds) {
        for (const auto &language : {u"ru"_s, u"en"_s}) {
            QTest::newRow(qPrintable(kind + u' ' + language)) << kind << language;
        }
    }
}

void TestPrivateTemplates::eachKindHasSeveral()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, language);

    QSet<QString> texts;
    QSet<QString> titles;
    for (const auto &one : those(kind, language)) {
        const auto text = rendered(one, filling(language));
        QVERIFY2(!text.isEmpty() && !text.contains(gapOpen), qPrintable(text));
        texts.insert(text);
        titles.insert(one.value(u"title"_s).toString());
    }

    QCOMPARE(texts.size(), qsizetype(3));
    QCOMPARE(titles.size(), qsizetype(3));
}

void TestPrivateTemplates::eachIsForItsReaders()
{
    const QHash<QString, QString> readers{{u"message"_s, u"private"_s},
                                          {u"ask-update"_s, u"private"_s},
                                          {u"ask-comment"_s, u"private"_s},
                                          {u"ask-call"_s, u"any"_s}};
    for (const auto &one : std::as_const(m_all)) {
        QCOMPARE(one.value(u"audience"_s).toString(),
                 readers.value(kindOf(one.value(u"id"_s).toString()), u"public"_s));
        QVERIFY(!one.value(u"why"_s).toString().isEmpty() && !one.value(u"feeling"_s).toString().isEmpty()
                && !one.value(u"how"_s).toString().isEmpty());
    }
}

/// Not even a hint.
void TestPrivateTemplates::noneHasAFinding()
{
    const auto found = findingsIn(folder + u"/private"_s, {});

    QVERIFY2(found.isEmpty(), found.constData());
}

void TestPrivateTemplates::noneHasAFindingWhereItIsSent_data()
{
    QTest::addColumn<Channel>("channel");
    QTest::addColumn<Audience>("audience");
    for (int number = 1; number <= 17; ++number) {
        const auto channel = static_cast<Channel>(number);
        const auto &can = capabilitiesOf(channel);
        for (const auto audience : {Audience::Public, Audience::Private}) {
            if (audience == Audience::Public ? can.hasPublicSide : can.hasPrivateSide) {
                QTest::addRow("%s %s", channelName(channel).data(), audienceName(audience).data())
                    << channel << audience;
            }
        }
    }
}

/// Filled in, with and without what the thread knows, under the limits of every channel.
void TestPrivateTemplates::noneHasAFindingWhereItIsSent()
{
    QFETCH(const Channel, channel);
    QFETCH(const Audience, audience);
    const QTemporaryDir texts;
    int count = 0;
    for (const auto &one : std::as_const(m_all)) {
        const auto reader = one.value(u"audience"_s).toString();
        const auto channels = one.value(u"channels"_s).toArray();
        const bool isSaidHere = channels.isEmpty() || channels.contains(QString(channelName(channel)));
        // What an operator writes into the fields of an answer has no bounds here.
        if (!isSaidHere || (reader != audienceName(audience) && reader != "any"_L1)
            || kindOf(one.value(u"id"_s).toString()) == "answer"_L1) {
            continue;
        }
        for (const auto &known : {QStringList(), filling(one.value(u"language"_s).toString())}) {
            auto text = rendered(one, known);
            const auto &host = capabilitiesOf(channel).privateLinkTo(u"lantern"_s);
            text.replace(u"https://vk.me/lantern"_s, host.isEmpty() ? u"https://vk.me/lantern"_s : host);
            QFile file(
                texts.filePath(u"%1-%2.txt"_s.arg(kindOf(one.value(u"id"_s).toString())).arg(++count)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0);
        }
    }
    QVERIFY(count >= 24);

    const auto found = findingsIn(
        texts.path(), {u"--channel"_s, channelName(channel), u"--audience"_s, audienceName(audience)});

    QVERIFY2(found.isEmpty(), found.constData());
}

QTEST_GUILESS_MAIN(TestPrivateTemplates)
#include "tst_privatetemplates.moc"
