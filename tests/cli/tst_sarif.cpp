// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/rules.h"
#include "tests/cli/fakebackend.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

#include <functional>
#include <map>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

/// An object of SARIF 2.1.0 (OASIS, section 3): the properties it must have, those it may have, and what
/// objects they hold. Its schema allows no others. An empty kind: a plain value.
struct Kind {
    QStringList required;
    std::map<QString, QString> properties;
};

const std::map<QString, Kind> &kinds()
{
    static const std::map<QString, Kind> all{
        {u"log"_s,
         {{u"version"_s, u"runs"_s}, {{u"$schema"_s, {}}, {u"version"_s, {}}, {u"runs"_s, u"run"_s}}}},
        {u"run"_s,
         {{u"tool"_s},
          {{u"tool"_s, u"tool"_s},
           {u"columnKind"_s, {}},
           {u"invocations"_s, u"invocation"_s},
           {u"results"_s, u"result"_s}}}},
        {u"tool"_s, {{u"driver"_s}, {{u"driver"_s, u"toolComponent"_s}}}},
        {u"toolComponent"_s,
         {{u"name"_s},
          {{u"name"_s, {}},
           {u"version"_s, {}},
           {u"informationUri"_s, {}},
           {u"rules"_s, u"reportingDescriptor"_s}}}},
        {u"reportingDescriptor"_s,
         {{u"id"_s},
          {{u"id"_s, {}},
           {u"shortDescription"_s, u"multiformatMessageString"_s},
           {u"fullDescription"_s, u"multiformatMessageString"_s},
           {u"help"_s, u"multiformatMessageString"_s},
           {u"helpUri"_s, {}},
           {u"defaultConfiguration"_s, u"reportingConfiguration"_s}}}},
        {u"multiformatMessageString"_s, {{u"text"_s}, {{u"text"_s, {}}, {u"markdown"_s, {}}}}},
        {u"reportingConfiguration"_s, {{}, {{u"enabled"_s, {}}, {u"level"_s, {}}, {u"rank"_s, {}}}}},
        {u"invocation"_s,
         {{u"executionSuccessful"_s},
          {{u"executionSuccessful"_s, {}}, {u"toolExecutionNotifications"_s, u"notification"_s}}}},
        {u"notification"_s,
         {{u"message"_s}, {{u"message"_s, u"message"_s}, {u"level"_s, {}}, {u"locations"_s, u"location"_s}}}},
        {u"result"_s,
         {{u"message"_s},
          {{u"ruleId"_s, {}},
           {u"ruleIndex"_s, {}},
           {u"level"_s, {}},
           {u"message"_s, u"message"_s},
           {u"locations"_s, u"location"_s},
           {u"partialFingerprints"_s, u"strings"_s},
           {u"suppressions"_s, u"suppression"_s}}}},
        {u"message"_s, {{u"text"_s}, {{u"text"_s, {}}}}},
        {u"location"_s, {{}, {{u"physicalLocation"_s, u"physicalLocation"_s}}}},
        {u"physicalLocation"_s,
         {{u"artifactLocation"_s},
          {{u"artifactLocation"_s, u"artifactLocation"_s}, {u"region"_s, u"region"_s}}}},
        {u"artifactLocation"_s, {{u"uri"_s}, {{u"uri"_s, {}}}}},
        {u"region"_s,
         {{u"startLine"_s},
          {{u"startLine"_s, {}},
           {u"startColumn"_s, {}},
           {u"endLine"_s, {}},
           {u"endColumn"_s, {}},
           {u"snippet"_s, u"artifactContent"_s}}}},
        {u"artifactContent"_s, {{}, {{u"text"_s, {}}}}},
        {u"suppression"_s, {{u"kind"_s}, {{u"kind"_s, {}}, {u"justification"_s, {}}}}},
    };
    return all;
}

bool isOneOf(const QJsonValue &value, const QStringList &words)
{
    return value.isString() && words.contains(value.toString());
}

/// What the value of a property may be, beyond being a text.
bool isRight(const QString &property, const QJsonValue &value)
{
    if (property == u"level") {
        return isOneOf(value, {u"none"_s, u"note"_s, u"warning"_s, u"error"_s});
    }
    if (property == u"kind") {
        return isOneOf(value, {u"inSource"_s, u"external"_s});
    }
    if (property == u"columnKind") {
        return isOneOf(value, {u"utf16CodeUnits"_s, u"unicodeCodePoints"_s});
    }
    if (property == u"version") {
        return !value.toString().isEmpty();
    }
    if (property.startsWith(u"start") || property.startsWith(u"end")) {
        return value.isDouble() && value.toInt() >= 1;
    }
    if (property == u"ruleIndex") {
        return value.isDouble() && value.toInt() >= 0;
    }
    if (property == u"executionSuccessful" || property == u"enabled") {
        return value.isBool();
    }
    if (property.endsWith(u"uri", Qt::CaseInsensitive) || property == u"$schema") {
        return QUrl(value.toString(), QUrl::StrictMode).isValid();
    }
    return value.isString();
}

/// What is wrong with an object, one line each.
QStringList faultsOf(const QJsonObject &object, const QString &name, const QString &where)
{
    QStringList faults;
    if (name == u"strings") {
        for (const auto &value : object) {
            if (!value.isString()) {
                faults.append(where + u" holds what is no text"_s);
            }
        }
        return faults;
    }
    const auto &kind = kinds().at(name);
    for (const auto &property : kind.required) {
        if (!object.contains(property)) {
            faults.append(where + u" has no "_s + property);
        }
    }
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const auto here = where + u'/' + entry.key();
        const auto known = kind.properties.find(entry.key());
        if (known == kind.properties.end()) {
            faults.append(here + u" is no property of "_s + name);
        } else if (known->second.isEmpty()) {
            faults
                += isRight(entry.key(), entry.value()) ? QStringList() : QStringList{here + u" is wrong"_s};
        } else if (entry.value().isArray()) {
            for (const auto &element : entry.value().toArray()) {
                faults += faultsOf(element.toObject(), known->second, here);
            }
        } else {
            faults += faultsOf(entry.value().toObject(), known->second, here);
        }
    }
    return faults;
}

} // namespace

/// `asidectl check --format sarif` against what SARIF 2.1.0 says of every object in it.
class SarifTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning();
        m_folder = std::make_unique<QTemporaryDir>();
        m_line = std::make_unique<CommandLine>();
    }

    void everyObjectIsAsTheStandardSays()
    {
        const auto log = checked({put(u"reply 1.txt"_s, m_cluttered), put(u"late.md"_s, m_template),
                                  put(u"broken.md"_s, "+++\ntitle\n+++\n")});

        const auto faults = faultsOf(log, u"log"_s, {});

        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QCOMPARE(log[u"version"_s].toString(), u"2.1.0"_s);
        QVERIFY(log[u"runs"_s][0][u"invocations"_s][0][u"toolExecutionNotifications"_s].toArray().size()
                == 1);
        QVERIFY(m_line->stdOut.contains("\"suppressions\""));
    }

    void aFaultWouldBeFound()
    {
        auto log = checked({put(u"reply.txt"_s, m_cluttered)});
        QCOMPARE(faultsOf(log, u"log"_s, {}), QStringList());

        log.insert(u"extra"_s, 1);
        log.remove(u"version"_s);

        QCOMPARE(faultsOf(log, u"log"_s, {}).size(), qsizetype(2));
    }

    void everyRuleIsThereOnceAndEveryResultPointsAtItsOwn()
    {
        const auto run = checked({put(u"reply.txt"_s, m_cluttered)})[u"runs"_s][0];
        const auto rules = run[u"tool"_s][u"driver"_s][u"rules"_s].toArray();
        QStringList ids;
        for (const auto &rule : rules) {
            ids.append(rule[u"id"_s].toString());
        }
        QCOMPARE(ids.size(), qsizetype(allRules().size()));
        QCOMPARE(ids.removeDuplicates(), 0);

        const auto results = run[u"results"_s].toArray();
        QVERIFY(results.size() >= 2);
        for (const auto &result : results) {
            QCOMPARE(ids.at(result[u"ruleIndex"_s].toInt()), result[u"ruleId"_s].toString());
            QVERIFY(!result[u"message"_s][u"text"_s].toString().isEmpty());
        }
    }

    /// Columns count UTF-16 units, as the run says: an emoji before the place counts twice.
    void regionsLieInTheFileAndHoldTheirSnippet()
    {
        const QString text = u"🙂🙂 Доводим до вашего сведения, что заказ приедет завтра, 2 декабря.\n"
                             "ООО «Лавка Север»\n"_s;
        const auto run = checked({put(u"reply.txt"_s, text.toUtf8())})[u"runs"_s][0];
        QCOMPARE(run[u"columnKind"_s].toString(), u"utf16CodeUnits"_s);
        const auto lines = text.split(u'\n');

        int inOneLine = 0;
        for (const auto &result : run[u"results"_s].toArray()) {
            const auto region = result[u"locations"_s][0][u"physicalLocation"_s][u"region"_s];
            const auto first = region[u"startLine"_s].toInt();
            const auto last = region[u"endLine"_s].toInt();
            const auto from = region[u"startColumn"_s].toInt();
            const auto to = region[u"endColumn"_s].toInt();
            QVERIFY(first <= last && last <= lines.size());
            QVERIFY(from <= lines.at(first - 1).size() + 1);
            QVERIFY(to <= lines.at(last - 1).size() + 1); // behind the last unit
            if (first == last) {
                QVERIFY(from < to);
                QCOMPARE(lines.at(first - 1).mid(from - 1, to - from).simplified(),
                         region[u"snippet"_s][u"text"_s].toString());
                ++inOneLine;
            }
        }
        QVERIFY(inOneLine >= 2);
    }

    void aFileIsNamedSoThatItCanBeOpened()
    {
        const auto path = put(u"с пробелом #1.txt"_s, m_cluttered);

        const auto run = checked({path})[u"runs"_s][0];

        const auto uri
            = run[u"results"_s][0][u"locations"_s][0][u"physicalLocation"_s][u"artifactLocation"_s][u"uri"_s]
                  .toString();
        QCOMPARE(QUrl(uri, QUrl::StrictMode).toLocalFile(), path);
    }

private:
    QString put(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    QJsonObject checked(const QStringList &paths)
    {
        m_line->run(QStringList{u"check"_s, u"--format"_s, u"sarif"_s} + paths);
        return m_line->json();
    }

    const QByteArray m_cluttered
        = "Доводим до вашего сведения, что заказ приедет завтра, 2 декабря.\nООО «Лавка Север»\n";
    const QByteArray m_template
        = "+++\ntitle = \"Поздно\"\nlanguage = \"ru\"\nwhy = \"а\"\nfeeling = \"б\"\nhow = \"в\"\n[reasons]\n"
          "\"clutter.legal-name\" = \"требование регулятора\"\n+++\n"
          "Анна, заказ приедет завтра, 2 декабря.\nООО «Лавка Север»\n";
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CommandLine> m_line;
};

QTEST_GUILESS_MAIN(SarifTest)
#include "tst_sarif.moc"
