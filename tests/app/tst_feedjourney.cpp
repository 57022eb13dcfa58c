// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/windowjourney.h"
#include "tests/servers/feedserver.h"
#include "widgets/outbox/posteddialog.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QLineEdit>

using namespace aside;
using namespace aside::test;
using namespace Qt::StringLiterals;

namespace {

const auto page = u"https://forum.example/lamps/77"_s;
const auto cluttered = u"Please be informed that we look into it, Anna.\n\nKind regards,\nBoris Petrov\n"
                       "Lantern Shop LLC"_s;

/// As Google Alerts has it: the page is a parameter of a link that leads through Google.
QByteArray alert()
{
    return "<?xml version='1.0' encoding='utf-8'?>"
           "<feed "
           "xmlns='http://www.w3.org/2005/Atom'><id>tag:google.com,2005:reader/user/1/state/com.google/"
           "alerts/2</id>"
           "<title>Google Alert - Lantern</title><entry><id>tag:google.com,2013:googlealerts/feed:77</id>"
           "<title type='html'>My &lt;b&gt;Lantern&lt;/b&gt; broke</title>"
           "<link "
           "href='https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://forum.example/lamps/"
           "77&amp;ct=ga&amp;cd=x'/>"
           "<published>2026-11-20T10:00:00Z</published><updated>2026-11-20T10:00:00Z</updated>"
           "<content type='html'>The lamp broke after a week, and nobody answers.</content>"
           "<author><name>Anna Berg</name></author></entry></feed>";
}

} // namespace

/// A complaint that an alert found on a page where no program writes: the operator posts there, and proves
/// it.
class TestFeedJourney : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { leaveTheDesktopAlone(); }
    void init();
    void cleanup();

    void complaintIsAnsweredByHandAndEndsInPublic();

public Q_SLOTS:
    void noteOpened(const QUrl &url) { m_opened.append(url.toString()); }

private:
    void post(const QString &text);

    std::unique_ptr<FeedServer> m_server;
    std::unique_ptr<WindowJourney> m_journey;
    QStringList m_opened;
};

void TestFeedJourney::init()
{
    failOnMailWarning();
    QDesktopServices::setUrlHandler(u"https"_s, this, "noteOpened");
    m_opened.clear();
    m_server = std::make_unique<FeedServer>();
    m_server->page = alert();
    m_journey = std::make_unique<WindowJourney>();
    Account feed;
    feed.channel = Channel::Feed;
    feed.name = u"Alerts"_s;
    feed.identity = u"Lantern"_s;
    feed.address = m_server->url();
    feed.settings.insert(u"own-server"_s, u"yes"_s);
    QVERIFY(m_journey->begin(feed, {}));
}

void TestFeedJourney::cleanup()
{
    QDesktopServices::unsetUrlHandler(u"https"_s);
    m_journey.reset();
    QCOMPARE(m_server->refused, QByteArray());
}

/// What waits for the hand is copied, its page opens, and it is said to stand there.
void TestFeedJourney::post(const QString &text)
{
    auto *list = m_journey->part<QListWidget>("outboxList");
    auto *take = m_journey->part<QPushButton>("takeToPostButton");
    QTRY_VERIFY_WITH_TIMEOUT(list->count() > 0, journeyPatience);
    list->setCurrentRow(0);
    QTRY_VERIFY_WITH_TIMEOUT(!take->isHidden(), journeyPatience);
    take->click();
    QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text().contains(text), journeyPatience);
    QCOMPARE(m_opened.constLast(), page);

    auto *posted = m_journey->part<QPushButton>("postedButton");
    QTRY_VERIFY_WITH_TIMEOUT(posted->isEnabled(), journeyPatience);
    posted->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_journey->window().findChild<PostedDialog *>(), journeyPatience);
    m_journey->part<QLineEdit>("postedPage")->setText(page + u"#answer"_s);
    QTest::keyClick(m_journey->window().findChild<PostedDialog *>(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!m_journey->window().findChild<PostedDialog *>(), journeyPatience);
}

void TestFeedJourney::complaintIsAnsweredByHandAndEndsInPublic()
{
    m_journey->show();
    QTRY_COMPARE_WITH_TIMEOUT(m_journey->talks().size(), 1, journeyPatience);
    const ConversationId home = m_journey->talks().constFirst();
    m_journey->open(home);
    QCOMPARE(m_journey->window().conversation().row().audience, Audience::Public);
    QCOMPARE(m_journey->messages(home).constFirst().page, page);
    m_journey->beAskedAboutClutter(cluttered);

    m_journey->trigger("conversation.private");
    m_journey->sendDialog(
        u"We are sorry, Anna. Write to us at help@lantern.example, and a new lamp leaves."_s);
    m_journey->endUndoWindows();
    post(u"We are sorry, Anna."_s);
    QTRY_COMPARE_WITH_TIMEOUT(m_journey->messages(home).size(), 2, journeyPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_journey->part<QPushButton>("storyStepButton")->isHidden(), journeyPatience);
    m_journey->part<QPushButton>("storyStepButton")->click(); // her letter came, and it was solved
    m_journey->recordResolution();
    m_journey->trigger("conversation.endPublic");
    m_journey->sendDialog();
    m_journey->endUndoWindows();
    post({});
    m_journey->open(home);
    m_journey->isEndedInPublic(home);

    QCOMPARE(m_journey->talks().size(), 1);
    const QList<Message> all = m_journey->messages(home);
    QCOMPARE(all.size(), 3); // hers, and each line of ours once
    for (const Message &message : all) {
        QVERIFY(!message.text.contains(u"new lamp was sent"_s)); // it was for the team
        QVERIFY(message.direction == Direction::Incoming || message.page == page + u"#answer"_s);
    }
}

QTEST_MAIN(TestFeedJourney)
#include "tst_feedjourney.moc"
