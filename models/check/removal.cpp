// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/check/removal.h"

#include <QString>

#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView openers(u"([{«“„\"'‘");
constexpr QStringView closers(u")]}»”“\"'’");

bool isBlank(QChar c)
{
    return c.isSpace() && c != u'\n';
}

bool isJoiner(QChar c)
{
    return QStringView(u",;:—–").contains(c);
}

bool endsSentence(QChar c)
{
    return QStringView(u".!?…").contains(c);
}

/// A piece of a text that grows until what is left around it fits together.
class Hole
{
public:
    Hole(QStringView text, TextRange range)
        : m_text(text)
        , m_start(qBound(qsizetype{0}, range.start, text.size()))
        , m_end(qBound(m_start, range.end(), text.size()))
    {
    }

    TextEdit made()
    {
        takeBrackets();
        takeBlanks();
        if (isAtLineStart() && isAtLineEnd()) {
            takeLine();
            return edit({});
        }
        if (beginsSentence()) {
            takeLeadingMarks();
            return edit(capital());
        }
        takeTrailingMarks();
        return edit(gap());
    }

private:
    [[nodiscard]] QChar before() const { return m_start > 0 ? m_text[m_start - 1] : QChar(u'\n'); }
    [[nodiscard]] QChar after() const { return m_end < m_text.size() ? m_text[m_end] : QChar(u'\n'); }
    [[nodiscard]] bool isAtLineStart() const { return before() == u'\n'; }
    [[nodiscard]] bool isAtLineEnd() const { return after() == u'\n'; }
    [[nodiscard]] bool beginsSentence() const { return isAtLineStart() || endsSentence(before()); }

    void takeBrackets()
    {
        while (m_start > 0 && m_end < m_text.size()) {
            const auto kind = openers.indexOf(before());
            if (kind < 0 || closers[kind] != after()) {
                return;
            }
            --m_start;
            ++m_end;
        }
    }

    void takeBlanks()
    {
        while (m_start > 0 && isBlank(before())) {
            --m_start;
        }
        takeBlanksAfter();
    }

    void takeBlanksAfter()
    {
        while (m_end < m_text.size() && isBlank(after())) {
            ++m_end;
        }
    }

    /// The line goes with its break, and one of two empty lines around it.
    void takeLine()
    {
        if (m_end < m_text.size()) {
            ++m_end;
            while (m_end < m_text.size() && m_start == 0 && after() == u'\n') {
                ++m_end;
            }
            const bool wasAlone = m_start > 1 && m_text[m_start - 2] == u'\n';
            while (wasAlone && m_end < m_text.size() && after() == u'\n') {
                ++m_end;
            }
            if (m_end < m_text.size()) {
                return;
            }
        }
        while (m_start > 0 && before().isSpace()) {
            --m_start;
        }
    }

    /// "Доводим до вашего сведения, что …" leaves neither the comma nor the "что".
    void takeLeadingMarks()
    {
        bool wasComma = false;
        while (m_end < m_text.size() && (isJoiner(after()) || endsSentence(after()))) {
            wasComma = wasComma || after() == u',';
            ++m_end;
            takeBlanksAfter();
        }
        for (const auto conjunction : {QStringView(u"что "), QStringView(u"that ")}) {
            const bool isNext = m_text.mid(m_end).startsWith(conjunction, Qt::CaseInsensitive);
            if (isNext && (wasComma || conjunction == QStringView(u"that "))) {
                m_end += conjunction.size();
                takeBlanksAfter();
            }
        }
    }

    /// Of two marks that would meet, the stronger one stays.
    void takeTrailingMarks()
    {
        const bool endsHere = isAtLineEnd() || endsSentence(after()) || closers.contains(after());
        while (m_start > 0 && isJoiner(before()) && (endsHere || isJoiner(after()))) {
            --m_start;
            while (m_start > 0 && isBlank(before())) {
                --m_start;
            }
        }
    }

    /// The first letter of what now begins the sentence, if it has to change.
    QString capital()
    {
        const bool needsGap = !isAtLineStart() && !isAtLineEnd();
        QString words = needsGap ? u" "_s : QString();
        const bool wasCapital = m_first.isUpper();
        if (wasCapital && after().isLower()) {
            words += after().toUpper();
            ++m_end;
        }
        return words;
    }

    [[nodiscard]] QString gap() const
    {
        const bool isDash = after() == u'—' || after() == u'–';
        const bool joins = isAtLineEnd() || (isJoiner(after()) && !isDash) || endsSentence(after())
            || closers.contains(after()) || openers.contains(before());
        const bool hadGap = m_end > m_start && (m_text[m_start].isSpace() || m_text[m_end - 1].isSpace());
        return joins || !hadGap ? QString() : u" "_s;
    }

    [[nodiscard]] TextEdit edit(QString words) const
    {
        return {.range = {.start = m_start, .length = m_end - m_start}, .text = std::move(words)};
    }

    QStringView m_text;
    qsizetype m_start;
    qsizetype m_end;
    QChar m_first = m_start < m_text.size() ? m_text[m_start] : QChar();
};

} // namespace

TextEdit removal(QStringView text, TextRange range)
{
    return Hole(text, range).made();
}

TextEdit replacement(QStringView text, TextRange range, QString words)
{
    const bool wasCapital = range.start < text.size() && text[range.start].isUpper();
    if (wasCapital && !words.isEmpty()) {
        words[0] = words[0].toUpper();
    }
    return {.range = range, .text = std::move(words)};
}

Fix removingFix(QStringView text, TextRange range, QLatin1StringView words)
{
    return {.kind = FixKind::Edit, .words = words, .edits = {removal(text, range)}};
}

} // namespace aside
