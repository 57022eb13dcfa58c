// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/pictures/httppictures.h"
#include "tests/servers/testedge.h"
#include "tests/servers/webserver.h"
#include "tests/support/fakestores.h"
#include "widgets/thread/messagetext.h"
#include "widgets/thread/messageview.h"
#include "widgets/thread/threadview.h"

#include <QAbstractButton>
#include <QBuffer>
#include <QImage>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

QByteArray png(const QColor &color)
{
    QImage image(80, 40, QImage::Format_RGB32);
    image.fill(color);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

/// The thread on the real network layer, and a server of our own that counts.
class TestRemoteImages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void nothingIsAskedForBeforeTheClick();
    void clickLoadsTheImagesOfThatMessage();
    void imagesThatFailAreExplained_data();
    void imagesThatFailAreExplained();
    void failedImagesAreTriedAgain();
    void trackersAreNeverAskedFor();
    void quotedImagesAreNotAskedFor();
    void anotherConversationStopsTheLoading();
    void senderWhoIsTrustedLoadsAtOnce();
    void commandLoadsTheCurrentMessage();

private:
    void show(const QList<Message> &messages);
    [[nodiscard]] Message message(qint64 id, const QString &body) const;
    [[nodiscard]] QString image(const QString &path, const QString &more = {}) const;
    [[nodiscard]] MessageView *viewOf(qint64 id) const;
    template <typename T>
    [[nodiscard]] T *part(qint64 id, const char *name) const
    {
        return viewOf(id)->findChild<T *>(QString::fromLatin1(name));
    }
    [[nodiscard]] bool shows(qint64 id, const QColor &color) const;
    [[nodiscard]] QString note(qint64 id) const { return part<QLabel>(id, "remoteNote")->text(); }

    struct Parts {
        test::WebServer server;
        test::TestEdge edge;
        std::unique_ptr<HttpClient> http;
        std::unique_ptr<HttpPictures> pictures;
        test::FakeStores stores;
        std::unique_ptr<ThreadView> view;
    };
    std::unique_ptr<Parts> m_parts;
};

void TestRemoteImages::init()
{
    QTest::failOnWarning(
        QRegularExpression(u"^(?!This plugin does not support (propagateSizeHints|raise|grabbing))"_s));
    m_parts = std::make_unique<Parts>();
    m_parts->edge.know(m_parts->server);
    m_parts->http = std::make_unique<HttpClient>(m_parts->edge.edge());
    m_parts->pictures = std::make_unique<HttpPictures>(*m_parts->http);
    m_parts->view
        = std::make_unique<ThreadView>(m_parts->stores.clock, m_parts->stores, *m_parts->pictures, nullptr);
    m_parts->view->resize(700, 600);
    m_parts->view->QWidget::show();
}

void TestRemoteImages::cleanup()
{
    m_parts.reset();
}

void TestRemoteImages::show(const QList<Message> &messages)
{
    ConversationRow row;
    row.id = ConversationId{1};
    m_parts->stores.addConversation(row, messages);
    m_parts->view->show(outlineOf({.conversation = row, .messages = messages}));
}

Message TestRemoteImages::message(qint64 id, const QString &body) const
{
    Message made;
    made.id = MessageId{id};
    made.author = u"Anna"_s;
    made.handle = u"anna@example.org"_s;
    made.sentAt = m_parts->stores.clock.now();
    made.text = u"plain"_s;
    made.html = u"<p>Look:</p>"_s + body;
    return made;
}

QString TestRemoteImages::image(const QString &path, const QString &more) const
{
    return u"<p><img src='%1' %2></p>"_s.arg(m_parts->server.url(path).toString(), more);
}

MessageView *TestRemoteImages::viewOf(qint64 id) const
{
    for (MessageView *each : m_parts->view->findChildren<MessageView *>()) {
        if (each->isVisible() && each->message().id == MessageId{id}) {
            return each;
        }
    }
    return nullptr;
}

bool TestRemoteImages::shows(qint64 id, const QColor &color) const
{
    const QImage seen = viewOf(id)->grab().toImage();
    for (int y = 0; y < seen.height(); ++y) {
        for (int x = 0; x < seen.width(); ++x) {
            if (seen.pixelColor(x, y) == color) {
                return true;
            }
        }
    }
    return false;
}

void TestRemoteImages::nothingIsAskedForBeforeTheClick()
{
    show({message(1, image(u"/a.png"_s) + image(u"/b.png"_s))});
    m_parts->view->grab();
    m_parts->view->copyConversation();
    QCoreApplication::processEvents();

    QVERIFY(m_parts->edge.asked.isEmpty()); // not even its name
    QCOMPARE(m_parts->server.connections, 0);
    QVERIFY(note(1).contains(u"pictures.example"_s));
    QVERIFY(part<QAbstractButton>(1, "loadImagesButton")->isVisible());
}

void TestRemoteImages::clickLoadsTheImagesOfThatMessage()
{
    m_parts->server.serve(u"/red.png"_s, "image/png", png(Qt::red));
    m_parts->server.serve(u"/blue.png"_s, "image/png", png(Qt::blue));
    show({message(1, image(u"/red.png"_s) + image(u"/red.png"_s)), message(2, image(u"/blue.png"_s))});

    part<QAbstractButton>(1, "loadImagesButton")->click();

    QTRY_VERIFY(shows(1, Qt::red));
    QVERIFY(!shows(2, Qt::blue));
    QCOMPARE(m_parts->server.requests.size(), 1);
    QVERIFY(!part<QAbstractButton>(1, "loadImagesButton")->isVisible());
    QVERIFY(part<QAbstractButton>(2, "loadImagesButton")->isVisible());
}

void TestRemoteImages::imagesThatFailAreExplained_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("words");
    using test::WebServer;
    const QByteArray type = "Content-Type: image/png\r\n";

    QTest::newRow("page") << WebServer::answer("200 OK", type, "<!doctype html><title>Log in</title>")
                          << u"PNG"_s;
    QTest::newRow("drawing") << WebServer::answer("200 OK", type, "<svg xmlns='http://www.w3.org/2000/svg'/>")
                             << u"PNG"_s;
    QTest::newRow("nothing") << WebServer::answer("200 OK", type, {}) << u"PNG"_s;
    QTest::newRow("damaged") << WebServer::answer("200 OK", type, png(Qt::red).first(60)) << u"damaged"_s;
    QTest::newRow("gone") << WebServer::answer("404 Not Found", {}, {}) << u"no longer there"_s;
    QTest::newRow("refused") << WebServer::answer("403 Forbidden", {}, {}) << u"refuses"_s;
    QTest::newRow("large") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 20000000\r\n\r\n")
                           << u"too large"_s;
    QTest::newRow("inside") << QByteArray(
        "HTTP/1.1 302 Found\r\nLocation: https://192.168.0.1/\r\nContent-Length: 0\r\n\r\n")
                            << u"own network"_s;
    QTest::newRow("unencrypted") << QByteArray(
        "HTTP/1.1 302 Found\r\nLocation: http://pictures.example/\r\nContent-Length: 0\r\n\r\n")
                                 << u"encrypted"_s;
}

void TestRemoteImages::imagesThatFailAreExplained()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, words);
    m_parts->server.on(u"/a.png"_s, [answer](QSslSocket &socket) { socket.write(answer); });
    show({message(1, image(u"/a.png"_s))});

    part<QAbstractButton>(1, "loadImagesButton")->click();

    QTRY_VERIFY2(note(1).contains(words), qPrintable(note(1)));
    QCOMPARE(part<QAbstractButton>(1, "loadImagesButton")->text(), u"Try again"_s);
}

void TestRemoteImages::failedImagesAreTriedAgain()
{
    show({message(1, image(u"/a.png"_s))});
    part<QAbstractButton>(1, "loadImagesButton")->click();
    QTRY_VERIFY(note(1).contains(u"no longer there"_s));
    m_parts->server.serve(u"/a.png"_s, "image/png", png(Qt::red));

    part<QAbstractButton>(1, "loadImagesButton")->click();

    QTRY_VERIFY(shows(1, Qt::red));
    QCOMPARE(m_parts->server.count(u"/a.png"_s), 2);
    QVERIFY(note(1).isEmpty());
}

void TestRemoteImages::trackersAreNeverAskedFor()
{
    m_parts->server.serve(u"/a.png"_s, "image/png", png(Qt::red));
    show({message(1,
                  image(u"/a.png"_s) + image(u"/open.gif"_s, u"width=1 height=1"_s)
                      + image(u"/o.gif"_s, u"style='height:0px'"_s))});

    part<QAbstractButton>(1, "loadImagesButton")->click();

    QTRY_VERIFY(shows(1, Qt::red));
    QCOMPARE(m_parts->server.requests.size(), 1);
}

void TestRemoteImages::quotedImagesAreNotAskedFor()
{
    m_parts->server.serve(u"/a.png"_s, "image/png", png(Qt::red));
    show({message(1, image(u"/a.png"_s) + u"<blockquote>"_s + image(u"/quoted.png"_s))});

    part<QAbstractButton>(1, "loadImagesButton")->click();

    QTRY_VERIFY(shows(1, Qt::red));
    QCOMPARE(m_parts->server.requests.size(), 1);
    m_parts->server.serve(u"/quoted.png"_s, "image/png", png(Qt::green));
    part<QAbstractButton>(1, "historyButton")->click();
    QTRY_VERIFY(shows(1, Qt::green));
}

void TestRemoteImages::anotherConversationStopsTheLoading()
{
    m_parts->server.on(u"/a.png"_s, [](QSslSocket &socket) {
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf");
    });
    show({message(1, image(u"/a.png"_s))});
    part<QAbstractButton>(1, "loadImagesButton")->click();
    QTRY_COMPARE(m_parts->server.count(u"/a.png"_s), 1);

    show({message(2, {})});

    QTRY_VERIFY(m_parts->server.open() == nullptr);
}

void TestRemoteImages::senderWhoIsTrustedLoadsAtOnce()
{
    m_parts->server.serve(u"/red.png"_s, "image/png", png(Qt::red));
    QSignalSpy decided(m_parts->view.get(), &ThreadView::remoteImagesDecided);
    connect(m_parts->view.get(), &ThreadView::remoteImagesDecided, this,
            [this](MessageId id, RemoteImages decision) {
                QVERIFY(m_parts->stores.setRemoteImages(id, decision).result());
                m_parts->view->refresh(m_parts->stores.outline(ConversationId{1}).result().value());
            });
    show({message(1, image(u"/red.png"_s))});
    auto *always = part<QAbstractButton>(1, "alwaysLoadImagesButton");
    QVERIFY(always->accessibleName().contains(u"anna@example.org"_s));

    always->click();
    QTRY_VERIFY(shows(1, Qt::red));
    QCOMPARE(decided.constLast().at(1).value<RemoteImages>(), RemoteImages::Load);

    m_parts->server.serve(u"/blue.png"_s, "image/png", png(Qt::blue));
    Message next = message(2, image(u"/blue.png"_s));
    next.remoteImages = RemoteImages::Load;
    show({next});
    QTRY_VERIFY(shows(2, Qt::blue));
    always = part<QAbstractButton>(2, "alwaysLoadImagesButton");
    QVERIFY(always->accessibleName().startsWith(u"Ask"_s));

    always->click();
    QCOMPARE(decided.constLast().at(1).value<RemoteImages>(), RemoteImages::Ask);
    QVERIFY(!shows(2, Qt::blue));
}

void TestRemoteImages::commandLoadsTheCurrentMessage()
{
    m_parts->server.serve(u"/red.png"_s, "image/png", png(Qt::red));
    QSignalSpy announced(m_parts->view.get(), &ThreadView::announced);
    show({message(1, image(u"/red.png"_s)), message(2, {})});

    m_parts->view->loadImages(); // the last one is current and has none
    QTRY_VERIFY(shows(1, Qt::red));
    show({message(3, {})});
    m_parts->view->loadImages();

    QCOMPARE(announced.size(), 2);
    QVERIFY(announced.constLast().constFirst().toString().startsWith(u"There are no images"_s));
}

QTEST_MAIN(TestRemoteImages)
#include "tst_remoteimages.moc"
