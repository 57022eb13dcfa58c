// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/promises/promisewords.h"

#include <QRegularExpression>

#include <array>
#include <utility>

namespace aside {

using namespace Qt::StringLiterals;

namespace {

QRegularExpression words(const QString &pattern)
{
    return QRegularExpression(
        pattern, QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
}

/// Beginnings of Russian verbs in the future; the word for "I" may follow them as well.
const QString verbs
    = u"ответ напиш сообщ реш провер узна выясн уточн перезвон позвон пришл вышл отправ верн достав привез "
      "замен исправ почин сдела подготов переда расскаж свяж разбер зачисл восстанов перенес закро откро "
      "подключ забер постав оформ оплат выплат возмест пересчита закончи опублику объясн найд начн покаж "
      "завед внес обнов продл верифициру установ настро компенсиру позову отпиш допиш запиш набер собер "
      "подбер рассмотр посмотр проконтролиру провед отвез завез помож смож скин скаж перешл отошл обработа "
      "согласу проинформиру выпиш"_s;
/// The same, where "I …" would look like a noun, or is not said.
const QString others
    = u"перепиш пропиш подпиш спиш убер отчита додела передела поменя продублиру скорректиру проконсультиру "
      "запланиру проанализиру просмотр направ поправ добав выстав уведом оповест перевед довед вывед "
      "перечисл начисл перевез довез увез отгруз загруз выгруз запуст выпуст устран ускор улад отлож прилож "
      "предлож подтверд обсуд озвуч включ выключ отключ заверш внедр пополн дополн выполн исполн заполн "
      "погас разошл подошл принес отнес привлеч подъед заед приступ возобнов освобод выдад запрос спрос "
      "поясн разъясн свер встрет сним займ возьм дозвон созвон подскаж распредел выдел закаж назнач прибуд "
      "уйд выйд дойд пройд опиш состо изготов объяв прикреп перезагруз отработа доработа рассчита отзвон "
      "продолж "
      "сохран"_s;

/// "мы … доставим": any verb that its beginning makes one of the future. What habitually happens
/// ("принимаем", "советуем", "приносим"), nouns ("решением") and adjectives ("последним") look alike.
const QString weWill
    = u"(?!\\w*(?:ие|ье|ее|ва|я|теле|ше|ще|мене|[шджтч]не)м(?:ся)?\\b)(?!\\w*(?:[ншщкгхжч]|нос|вод|ход|воз)"
      u"им(?:ся)?\\b)"
      "(?!\\w*(?<!работ)(?<!счит)(?<!чит)(?<!дел)аем(?:ся)?\\b)"
      "(?!(?:совсем|проблем|подъ[её]м|надеемся|советуем|пользуемся|используем)\\b)"
      "(?:по|от|на|про|пере|вы|со|у|при|за|до|из|ис|раз|рас|воз|вос|об|под|пред)\\w{2,}(?:им|ем|ём)(?:ся)?"_s;

QString oneOf(QString list)
{
    return list.replace(u' ', u'|');
}

/// What we do, or what comes from us.
const QRegularExpression &promising()
{
    static const auto all
        = words(u"(?<!не "
                u")(?<!не\u00A0)\\b(?:(?:%1)(?:им|ем|ём|имся|емся|ёмся|ит|ет|ёт|ется|ётся|ится|ут|ют|ат|ят|"
                u"утся|ются|атся"
                "|ятся|ишем)|(?:%2)(?:у|ю|усь|юсь)"
                "|%3|отпишемся|ожидайте|ждите|ожидаем|передадим|передам|отдадим|создадим|получите|прид[её]т"
                "|придут|приед[её]т|приедут|поступит|поступят|буд(?:ем|ет|ут|у)|заработает|дадим|дам"
                "|готов[аоы]?|обещаем|обещаю|успеем|постараемся|обязуемся|срок)\\b"
                "|(?<!not )\\b(?:we|i|you|it|they|he|she|that|everything|[a-z]+)(?:['’]ll|\\s+will(?!\\s+not)"
                "|\\s+shall(?!\\s+not))(?!\\s+(?:need|have)\\s+to)\\b"
                "|\\b(?:going\\s+to|expect\\s+to|you\\s+(?:can\\s+expect|should\\s+(?:have|get|receive))"
                "|expect\\s+(?:our|my|a)|(?:is|are)\\s+due|we\\s+aim\\s+to|(?:we|i)\\s+promise"
                "|(?:is|are)\\s+arriving|arrives|(?:we['’]re|i['’]m|we\\s+are|i\\s+am)\\s+"
                "(?:sending|calling|writing|bringing|coming|delivering))\\b"_s.arg(
                    oneOf(verbs + u' ' + others), oneOf(verbs), weWill));
    return all;
}

/// What the customer is asked for, what is over, or a condition.
const QRegularExpression &hindering()
{
    static const auto all = words(
        u"^\\W*(?:если|когда|как только|пока|чтобы|if|once|when|unless|until you|as soon as)\\b"
        "|\\b(?!получите|сможете|ожидайте|ждите)\\w{2,}(?:йте|ите|ьте)\\b"
        "|^\\W*(?:please|kindly|just)?\\s*(?:send|tell|let|call|ring|write|reply|come|bring|pay|return|check|"
        "confirm|choose|keep|visit|order)\\b"
        "|\\bplease\\s+\\w+|\\b(?:could|can|would)\\s+you\\b|\\byou\\s+(?:have|need|must|should(?!\\s+(?:"
        "have|get|receive)))\\b"
        "|\\bне\\s+(?:уверен[аы]?|знаем|знаю|гарантируем|гарантирую)\\b"
        "|\\b(?:пункт|магазин|офис|салон|склад)\\w*\\s+(?:\\w+\\s+)?(?:откро|закро)\\w+"
        "|\\b(?:истека[ею]т|истеч[её]т|expires?)\\b"
        "|\\b(?:won['’]t|can['’]t|cannot|will\\s+not|not\\s+able|unable)\\b"
        "|\\bне\\s+(?:сможем|успеем|получится|раньше|можем|будем|буду|ответим|позвоним|привез[её]м|обещаем)"
        "\\b"
        "|\\b(?:открыт[аы]?|работаем|работает|действует|открываемся|закрыт[аы]?|каждый|ежедневно|open|opens|"
        "closed|closes|every)\\b"_s);
    return all;
}

qsizetype sentenceEnd(const QString &text, qsizetype from)
{
    for (auto at = from; at < text.size(); ++at) {
        const auto sign = text.at(at);
        const bool isLast = at + 1 == text.size() || text.at(at + 1).isSpace();
        if (sign == u'\n' || ((sign == u'!' || sign == u'?') && isLast)) {
            return at + 1;
        }
        // "Nov. 25", "3 p.m. on Friday" and "25.11." go on.
        const bool goesOn = at + 2 < text.size() && !text.at(at + 2).isUpper();
        if (sign == u'.' && isLast && !goesOn) {
            return at + 1;
        }
    }
    return text.size();
}

/// Cuts one sentence; places count from its beginning.
QList<PromiseClause> clausesOf(const QString &sentence)
{
    static const auto breaks = words(u"[,;:—–()]\\s|\\s(?:и мы|и вы|но|а|and we|and you|but|so)\\s"_s);
    QList<PromiseClause> clauses;
    qsizetype from = 0;
    for (auto match = breaks.match(sentence); match.hasMatch();
         match = breaks.match(sentence, match.capturedEnd())) {
        const auto to = match.capturedStart() + 1;
        if (match.capturedEnd() < sentence.size()) {
            clauses.append({.start = from, .length = to - from});
            from = to;
        }
    }
    clauses.append({.start = from, .length = sentence.size() - from});
    return clauses;
}

/// A clause promises by itself, or stands beside one that does and says nothing else.
void judge(const QString &sentence, QList<PromiseClause> &clauses)
{
    static const auto goesOn = words(u"^\\W*(?:что|that)\\b"_s);
    static const auto otherVerb
        = words(u"\\b\\w{3,}(?:али|или|ели|ала|ила|ался|ился|лись)\\b|\\b\\w{3,}ed\\b"_s);
    bool isHindered = false; // "we do not promise" counts for the "that …" behind it as well
    bool anyPromises = false;
    QList<qsizetype> beside;
    for (qsizetype at = 0; at < clauses.size(); ++at) {
        const auto own = sentence.sliced(clauses.at(at).start, clauses.at(at).length);
        isHindered = hindering().match(own).hasMatch() || (isHindered && goesOn.match(own).hasMatch());
        clauses[at].promises = !isHindered && promising().match(own).hasMatch();
        anyPromises = anyPromises || clauses.at(at).promises;
        if (!isHindered && !otherVerb.match(own).hasMatch()) {
            beside.append(at);
        }
    }
    for (const auto at : std::as_const(beside)) {
        clauses[at].promises = clauses.at(at).promises || anyPromises;
    }
}

} // namespace

QString withoutQuotedWords(QString text)
{
    static const auto quoted
        = words(u"«[^«»\\n]{1,200}»|“[^“”\\n]{1,200}”|„[^“\\n]{1,200}“|\"[^\"\\n]{1,200}\""_s);
    for (auto match = quoted.match(text); match.hasMatch(); match = quoted.match(text, match.capturedEnd())) {
        const qsizetype inside = match.capturedLength() - 2;
        text.replace(match.capturedStart() + 1, inside, QString(inside, u' '));
    }
    return text;
}

QList<PromiseClause> promiseClauses(const QString &text)
{
    QList<PromiseClause> all;
    for (qsizetype start = 0; start < text.size();) {
        const auto end = sentenceEnd(text, start);
        const auto sentence = text.sliced(start, end - start);
        if (!sentence.trimmed().endsWith(u'?')) {
            auto clauses = clausesOf(sentence);
            judge(sentence, clauses);
            for (auto &clause : clauses) {
                clause.start += start;
            }
            all += clauses;
        }
        start = end;
    }
    return all;
}

int numberFromWord(QStringView word)
{
    struct Number {
        QStringView begins;
        int value;
    };
    static constexpr std::array all{
        Number{u"полутора", 2}, Number{u"од", 1},    Number{u"двух", 2},  Number{u"два", 2},
        Number{u"две", 2},      Number{u"тр", 3},    Number{u"четыр", 4}, Number{u"пят", 5},
        Number{u"шест", 6},     Number{u"сем", 7},   Number{u"вос", 8},   Number{u"девят", 9},
        Number{u"десят", 10},   Number{u"an", 1},    Number{u"a", 1},     Number{u"one", 1},
        Number{u"two", 2},      Number{u"three", 3}, Number{u"four", 4},  Number{u"five", 5},
        Number{u"six", 6},      Number{u"seven", 7}, Number{u"eight", 8}, Number{u"nine", 9},
        Number{u"ten", 10},
    };
    if (word.isEmpty()) {
        return 1;
    }
    if (const int figures = word.toInt(); figures > 0) {
        return figures;
    }
    for (const auto &[begins, value] : all) {
        if (word.startsWith(begins, Qt::CaseInsensitive)) {
            return value;
        }
    }
    return 0;
}

int monthFromWord(QStringView word)
{
    static constexpr std::array<std::array<QStringView, 2>, 12> all{{{u"янв", u"jan"},
                                                                     {u"фев", u"feb"},
                                                                     {u"мар", u"mar"},
                                                                     {u"апр", u"apr"},
                                                                     {u"мая", u"may"},
                                                                     {u"июн", u"jun"},
                                                                     {u"июл", u"jul"},
                                                                     {u"авг", u"aug"},
                                                                     {u"сен", u"sep"},
                                                                     {u"окт", u"oct"},
                                                                     {u"ноя", u"nov"},
                                                                     {u"дек", u"dec"}}};
    for (std::size_t month = 0; month < all.size(); ++month) {
        for (const auto begins : all.at(month)) {
            if (word.startsWith(begins, Qt::CaseInsensitive)) {
                return static_cast<int>(month) + 1;
            }
        }
    }
    return 0;
}

int weekdayFromWord(QStringView word)
{
    static constexpr std::array<std::array<QStringView, 2>, 7> all{{{u"пон", u"mon"},
                                                                    {u"вто", u"tue"},
                                                                    {u"сре", u"wed"},
                                                                    {u"чет", u"thu"},
                                                                    {u"пят", u"fri"},
                                                                    {u"суб", u"sat"},
                                                                    {u"вос", u"sun"}}};
    for (std::size_t day = 0; day < all.size(); ++day) {
        for (const auto begins : all.at(day)) {
            if (word.startsWith(begins, Qt::CaseInsensitive)) {
                return static_cast<int>(day) + 1;
            }
        }
    }
    return 0;
}

} // namespace aside
