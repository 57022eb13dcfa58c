// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/services/channelregistry.h"

#include <QTest>

using namespace aside;
using namespace Qt::StringLiterals;

namespace {

/// Says which account it was made for, and nothing else.
class NamedAdapter final : public ChannelAdapter
{
public:
    explicit NamedAdapter(const QString &address) { setObjectName(address); }

    QFuture<Result<void>> open() override { return QtFuture::makeReadyValueFuture(Result<void>()); }
    QFuture<Result<FetchStep>> fetch(QByteArray) override
    {
        return QtFuture::makeReadyValueFuture(Result<FetchStep>(FetchStep()));
    }
    bool canListen() const override { return false; }
    void listen() override { }
    QFuture<SendOutcome> send(OutgoingMessage) override
    {
        return QtFuture::makeReadyValueFuture(SendOutcome(Sent()));
    }
    QFuture<Result<Reconciliation>> reconcile(OutgoingMessage) override
    {
        return QtFuture::makeReadyValueFuture(Result<Reconciliation>(Reconciliation()));
    }
};

} // namespace

class TestChannelRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }

    void accountGetsTheAdapterOfItsChannel()
    {
        ChannelRegistry registry;
        registry.add(Channel::Email, [](const Account &account) -> Result<std::unique_ptr<ChannelAdapter>> {
            return std::make_unique<NamedAdapter>(account.address);
        });

        const auto made = registry.adapterFor({.id = {},
                                               .channel = Channel::Email,
                                               .name = {},
                                               .identity = {},
                                               .address = u"a@shop.example"_s});

        QVERIFY(made);
        QCOMPARE((*made)->objectName(), u"a@shop.example"_s);
    }

    void channelWithoutALineIsNotFound()
    {
        const ChannelRegistry registry;

        const auto made = registry.adapterFor(
            {.id = {}, .channel = Channel::Vk, .name = {}, .identity = {}, .address = u"shop"_s});

        QVERIFY(!registry.knows(Channel::Vk));
        QVERIFY(!made);
        QCOMPARE(made.error().code, Errc::NotFound);
    }

    void nameOfAnErrorLeadsBackToIt()
    {
        for (int number = 0; number <= int(lastErrc); ++number) {
            QCOMPARE(errcFromName(QString(errcName(Errc(number)))), Errc(number));
        }
        QVERIFY(!errcFromName(u"no-such-error"));
    }
};

QTEST_GUILESS_MAIN(TestChannelRegistry)
#include "tst_channelregistry.moc"
