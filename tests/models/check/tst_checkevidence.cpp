// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/spelling/sonnetspelling.h"
#include "models/check/phrasebook.h"
#include "models/check/replycheck.h"
#include "models/check/rules.h"
#include "models/check/textreader.h"
#include "tests/models/check/evidence.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

/// How a rule did.
struct Score {
    int right = 0;
    int falseAlarms = 0;
    int missed = 0;
    int otherRange = 0;

    [[nodiscard]] double precision() const
    {
        return right + falseAlarms > 0 ? static_cast<double>(right) / (right + falseAlarms) : 1.0;
    }
    [[nodiscard]] double recall() const
    {
        return right + missed > 0 ? static_cast<double>(right) / (right + missed) : 1.0;
    }
};

TextRange overlapOf(TextRange a, TextRange b)
{
    const auto start = std::max(a.start, b.start);
    return between(start, std::max(start, std::min(a.end(), b.end())));
}

/// White space and punctuation at the ends do not count.
TextRange core(const QString &text, TextRange range)
{
    auto start = range.start;
    auto end = range.end();
    while (start < end && !text[start].isLetterOrNumber()) {
        ++start;
    }
    while (end > start && !text[end - 1].isLetterOrNumber()) {
        --end;
    }
    return start < end ? between(start, end) : range;
}

/// Compares what was found in one reply with what is marked in it.
class Comparison
{
public:
    Comparison(const LabelledReply &reply, QHash<QString, Score> &scores)
        : m_reply(reply)
        , m_scores(scores)
    {
    }

    void compare(QList<Finding> found)
    {
        for (const auto &expected : m_reply.expected) {
            const auto match = std::ranges::find_if(
                found, [&expected](const Finding &finding) { return isMet(finding, expected); });
            auto &score = m_scores[expected.rule];
            if (match == found.end()) {
                ++score.missed;
                say(u"missed"_s, expected.rule, expected.range);
                continue;
            }
            ++score.right;
            const auto &text = m_reply.context.text;
            if (core(text, match->range) != core(text, expected.range)) {
                ++score.otherRange;
                say(u"range differs"_s, expected.rule, match->range);
            }
            found.erase(match);
        }
        for (const auto &finding : std::as_const(found)) {
            ++m_scores[finding.rule].falseAlarms;
            say(u"false alarm"_s, finding.rule, finding.range);
        }
    }

private:
    static bool isMet(const Finding &finding, const Expected &expected)
    {
        const bool isHalf = overlapOf(finding.range, expected.range).length * 2 >= expected.range.length;
        return finding.rule == expected.rule && finding.file == expected.file && isHalf;
    }

    void say(const QString &what, const QString &rule, TextRange range) const
    {
        const auto words = m_reply.context.text.sliced(range.start, range.length).simplified();
        qInfo().noquote() << m_reply.id << what << rule << u"«"_s + words.left(90) + u"»"_s;
    }

    const LabelledReply &m_reply;
    QHash<QString, Score> &m_scores;
};

} // namespace

class TestCheckEvidence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void everyRuleIsPreciseAndFindsWhatIsThere()
    {
        const auto book = PhraseBook::load();
        TextReader reader(book);
        ReplyCheck check(book);
        const SonnetSpelling spelling;
        const bool canSpell = spelling.languages().size() > 1;
        QHash<QString, Score> scores;
        QHash<QString, int> replies;

        for (const auto &language : {u"ru"_s, u"en"_s}) {
            QDirIterator files(QStringLiteral(TEST_DATA_DIR "/check/") + language, {u"*.toml"_s});
            while (files.hasNext()) {
                for (auto &reply : labelledReplies(files.next(), language, reader)) {
                    reply.context.spelling = &spelling;
                    ++replies[language];
                    Comparison(reply, scores).compare(check.check(reply.context).findings);
                }
            }
        }

        qInfo().noquote()
            << u"%1 Russian and %2 English replies"_s.arg(replies.value(u"ru"_s)).arg(replies.value(u"en"_s));
        for (const auto &rule : allRules()) {
            if (rule.id != "spelling"_L1 || canSpell) { // what dictionaries know, and they are not everywhere
                judge(rule.id, scores.value(rule.id));
            }
        }
    }

private:
    static void judge(QLatin1StringView rule, const Score &score)
    {
        constexpr double leastPrecision = 0.95;
        constexpr double leastRecall = 0.90;
        qInfo().noquote()
            << u"%1 right %2, false alarms %3, missed %4, range differs %5: precision %6, recall %7"_s
                   .arg(QString(rule), -28)
                   .arg(score.right, 3)
                   .arg(score.falseAlarms, 2)
                   .arg(score.missed, 2)
                   .arg(score.otherRange, 2)
                   .arg(score.precision(), 0, 'f', 2)
                   .arg(score.recall(), 0, 'f', 2);
        if (score.precision() < leastPrecision || score.recall() < leastRecall) {
            QTest::qFail(qPrintable(QString(rule) + u" is not good enough"_s), __FILE__, __LINE__);
        }
    }
};

QTEST_GUILESS_MAIN(TestCheckEvidence)
#include "tst_checkevidence.moc"
