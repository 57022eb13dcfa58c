// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/domain/channelcapabilities.h"
#include "models/domain/template.h"
#include "models/text/language.h"
#include "tests/cli/fakebackend.h"

#include <QFile>
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

} // namespace

/// The texts that say that a promised date moves: nothing that the reply check would ask about, wherever they
/// are sent.
class TestDelayTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void eachLanguageHasSeveralBeforeAndAfter_data();
    void eachLanguageHasSeveralBeforeAndAfter();
    void noneHasAFindingWhereItIsSent_data();
    void noneHasAFindingWhereItIsSent();

private:
    /// Filled in, with and without a name.
    [[nodiscard]] static QStringList texts(const QString &language, const QString &kind)
    {
        QStringList all;
        const bool isRussian = language == "ru"_L1;
        for (int i = 1; i <= 3; ++i) {
            for (const auto &name : {QString(), isRussian ? u"Анна"_s : u"Anna"_s}) {
                CommandLine line;
                QStringList arguments{
                    u"template"_s,       u"render"_s, u"promises/%1/%2-%3"_s.arg(language, kind).arg(i),
                    u"--folder"_s,       folder,      u"--set"_s,
                    u"date=2026-11-25"_s};
                if (!name.isEmpty()) {
                    arguments << u"--set"_s << u"person.first_name="_s + name;
                }
                all.append(line.run(arguments) == ExitCode::Ok ? QString::fromUtf8(line.stdOut) : QString());
            }
        }
        return all;
    }
};

void TestDelayTemplates::eachLanguageHasSeveralBeforeAndAfter_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("kind");
    for (const auto &language : {u"ru"_s, u"en"_s}) {
        for (const auto &kind : {u"delay"_s, u"late"_s}) {
            QTest::newRow(qPrintable(language + u' ' + kind)) << language << kind;
        }
    }
}

void TestDelayTemplates::eachLanguageHasSeveralBeforeAndAfter()
{
    QFETCH(const QString, language);
    QFETCH(const QString, kind);

    const auto all = texts(language, kind);

    QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), 6);
    for (const auto &text : all) {
        QVERIFY(!text.trimmed().isEmpty() && !text.contains(gapOpen));
        QVERIFY2(text.contains(u"25 "_s), qPrintable(text));
        QCOMPARE(languageOf(text), language);
    }
}

void TestDelayTemplates::noneHasAFindingWhereItIsSent_data()
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

/// Not even a hint.
void TestDelayTemplates::noneHasAFindingWhereItIsSent()
{
    QFETCH(const Channel, channel);
    QFETCH(const Audience, audience);
    const QTemporaryDir place;
    const QTemporaryDir profile;
    int count = 0;
    for (const auto &language : {u"ru"_s, u"en"_s}) {
        for (const auto &kind : {u"delay"_s, u"late"_s}) {
            for (const auto all = texts(language, kind); const auto &text : all) {
                QFile file(place.filePath(u"%1-%2-%3.txt"_s.arg(language, kind).arg(++count)));
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0);
            }
        }
    }
    QCOMPARE(count, 24);

    CommandLine line;
    const auto code = line.run({u"check"_s, u"--json"_s, u"--profile"_s, profile.path(), u"--channel"_s,
                                channelName(channel), u"--audience"_s, audienceName(audience), place.path()});

    QVERIFY2(code == ExitCode::Ok, (line.stdOut + line.stdErr).constData());
    const auto files = line.json().value(u"files"_s).toArray();
    QCOMPARE(files.size(), 24);
    for (const auto &file : files) {
        const auto findings = file.toObject().value(u"findings"_s).toArray();
        QVERIFY2(findings.isEmpty(), QJsonDocument(file.toObject()).toJson().constData());
    }
}

QTEST_GUILESS_MAIN(TestDelayTemplates)
#include "tst_delaytemplates.moc"
