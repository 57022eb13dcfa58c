// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The CPU time of the reply check: a 2,000-character draft in a thread of 300 messages, read anew and key by
// key. aside_checkbench [ROUNDS]

#include "models/check/phrasebook.h"
#include "models/check/replycheck.h"
#include "models/check/textreader.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <vector>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype draftSize = 2'000;
constexpr int threadSize = 300;

/// Everyday sentences with a bit of all that is looked for.
QString draft(int number)
{
    const QStringList sentences{
        u"Здравствуйте, Анна!\n"_s,
        u"Спасибо, что дождались: посылка %1 приехала на склад в Твери и завтра будет у вас. "_s,
        u"Курьер позвонит за час, номер на +7 916 123-45-67 мы ему передали. "_s,
        u"Если вам удобнее вечером, ответьте на это сообщение до 18:00, перенесём на %1 ноября. "_s,
        u"Статус видно на sever.example/orders/%1, чек придёт на anna@sever.example.\n"_s,
        u"Возврат за вторую коробку, 1 250 рублей, ушёл на карту сегодня утром, банк зачисляет его до трёх дней. "_s,
        u"Простите за путаницу с адресом: ул. Садовая, д. 5, кв. 31 теперь записана верно. "_s};
    QString text;
    for (qsizetype i = 0; text.size() < draftSize; ++i) {
        text += QString(sentences.at(i % sentences.size()))
                    .replace(u"%1"_s, QString::number(20'000 + number + i));
    }
    return text.first(draftSize);
}

QList<Message> thread()
{
    QList<Message> messages;
    for (int i = 0; i < threadSize; ++i) {
        Message message;
        message.direction = i % 2 == 0 ? Direction::Incoming : Direction::Outgoing;
        message.text = draft(i).first(300);
        messages.append(message);
    }
    return messages;
}

void print(const QString &what, std::vector<double> times)
{
    std::ranges::sort(times);
    const auto at = [&times](double share) {
        return times[std::min(times.size() - 1,
                              static_cast<std::size_t>(share * static_cast<double>(times.size())))];
    };
    QTextStream(stdout) << u"%1 p50 %2 ms  p95 %3 ms  max %4 ms\n"_s.arg(what, -34)
                               .arg(at(0.5), 0, 'f', 3)
                               .arg(at(0.95), 0, 'f', 3)
                               .arg(times.back(), 0, 'f', 3);
}

template <typename Work>
double timed(Work work)
{
    constexpr double toMillis = 1000.0 / CLOCKS_PER_SEC;
    const auto before = std::clock(); // of this process: other programs do not count
    work();
    return static_cast<double>(std::clock() - before) * toMillis;
}

CheckContext contextOf(const ThreadFacts &facts)
{
    CheckContext context;
    context.channel = Channel::Vk;
    context.audience = Audience::Public;
    context.capabilities = capabilitiesOf(Channel::Vk);
    context.thread = std::make_shared<const ThreadFacts>(facts); // shared with every check
    context.person.name = u"Анна Белова"_s;
    context.account.companyNames = {u"Лавка Север"_s};
    context.account.hosts = {u"sever.example"_s};
    return context;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rounds = argc > 1 ? std::max(1, application.arguments().at(1).toInt()) : 300;
    std::shared_ptr<const PhraseBook> book; // shared with the readers
    print(u"phrase lists loaded"_s, {timed([&book] { book = PhraseBook::load(); })});

    TextReader reader(book);
    ThreadFacts facts;
    print(u"facts of 300 messages"_s, {timed([&] { facts = factsOf(thread(), reader); })});

    auto context = contextOf(facts);
    ReplyCheck check(book);
    std::vector<double> whole;
    for (int i = 0; i < rounds; ++i) {
        context.text = draft(i * 100); // no paragraph as before
        whole.push_back(timed([&] { (void)check.check(context); }));
    }
    print(u"2,000 characters, read anew"_s, whole);

    std::vector<double> keys;
    const auto text = draft(0);
    for (int i = 0; i < rounds; ++i) {
        const auto at = 700 + i % 200; // in the middle, where there is text behind as well
        context.text = QString(text).insert(at, u'а');
        keys.push_back(timed([&] { (void)check.check(context); }));
    }
    print(u"2,000 characters, a key"_s, keys);
    return 0;
}
