// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QtTypes>

#include <vector>

namespace aside {

/// How a run of characters looks.
struct RunStyle {
    bool isBold = false;
    bool isItalic = false;
    bool isUnderlined = false;
    bool isStruck = false;
    bool isMono = false;
    qint8 script = 0; ///< 1 above the line, -1 below it
    QString link; ///< a checked address

    bool operator==(const RunStyle &) const = default;
};

enum class ParagraphKind : quint8 { Line, Spaced, Heading, Preformatted };
enum class Container : quint8 { Quote, BulletList, NumberList, Item, Table, Row, Cell, HeadCell };

/// Writes HTML of one shape only: containers, in them paragraphs, in these runs of text. What is written so
/// and read again comes out the same. Counts what a layout will have to do.
class HtmlWriter
{
public:
    void text(QStringView characters, const RunStyle &style);
    void lineBreak();
    /// `source` is a checked address.
    void picture(const QString &source, const QString &description, int width);
    void rule();

    /// What comes next stands in a paragraph of its own.
    void endParagraph(ParagraphKind next = ParagraphKind::Line);
    void open(Container container);
    void close(Container container);
    /// The quoted history begins or ends; only what nothing comes after counts.
    void beginHistory();
    void endHistory();

    /// Closes all that is open.
    [[nodiscard]] QString take();
    /// Nothing is to be seen of it.
    [[nodiscard]] bool isEmpty() const { return m_firstAt < 0; }
    /// Something is to be read before the history, so that it can be folded.
    [[nodiscard]] bool hasHistory() const;
    [[nodiscard]] qsizetype historyFrom() const { return m_historyFrom; }
    [[nodiscard]] qsizetype historyTo() const { return m_historyTo; }

    [[nodiscard]] int blocks() const { return m_blocks; }
    [[nodiscard]] int cells() const { return m_cells; }
    [[nodiscard]] int runs() const { return m_runs; }
    [[nodiscard]] int pictures() const { return m_pictures; }
    [[nodiscard]] qsizetype characters() const { return m_characters; }

private:
    struct Paragraph {
        qsizetype from = -1;
        qsizetype to = -1;
        QString words;
    };

    void flushParagraph();
    void switchTo(const RunStyle &style);
    void add(QChar c, const RunStyle &style);
    void addSpace();
    void putBlock();
    void makeRoom();
    void openNow(Container container);
    void closeTop();
    [[nodiscard]] bool isIn(Container container) const;
    [[nodiscard]] bool holdsText() const;

    QString m_out;
    std::vector<Container> m_open;
    QString m_inner; ///< the paragraph so far
    QString m_words; ///< its text alone
    RunStyle m_style; ///< of the run that is open in m_inner
    QString m_closing; ///< what closes that run
    ParagraphKind m_kind = ParagraphKind::Line;
    bool m_space = false;
    bool m_hasPicture = false;
    int m_breaks = 0;
    int m_blanks = 0; ///< empty lines in a row
    int m_wordLength = 0;
    int m_marks = 0; ///< combining marks in a row
    Paragraph m_last;
    qsizetype m_historyFrom = -1;
    qsizetype m_historyTo = -1;
    size_t m_historyLevel = 0; ///< containers that were open where it began
    int m_historyDepth = 0;
    qsizetype m_firstAt = -1; ///< the first paragraph with something in it
    int m_blocks = 0;
    int m_cells = 0;
    int m_runs = 0;
    int m_pictures = 0;
    qsizetype m_characters = 0;
};

} // namespace aside
