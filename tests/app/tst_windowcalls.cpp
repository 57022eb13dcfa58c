// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/realbackend.h"
#include "models/ports/consentstore.h"
#include "models/ports/personstore.h"
#include "tests/app/profilewindow.h"
#include "tests/cli/fakebackend.h"
#include "tests/support/waiting.h"
#include "widgets/actions/commands.h"
#include "widgets/person/calldialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

using namespace aside;
using namespace Qt::StringLiterals;
using cli::ExitCode;

/// Calls with Anna, who wrote on Mastodon, are kept in a real profile: in its window and from the command
/// line.
class TestWindowCalls : public QObject, test::ProfileWindow
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { closeAll(); }

    void herCallIsKeptWithHer();
    void ourCallWaitsForHerConsent();
    void commandLineObeysTheLedger();

private:
    [[nodiscard]] CallDialog *dialog() const { return window().findChild<CallDialog *>(); }
    template <typename T>
    [[nodiscard]] T *part(const char *name) const
    {
        return dialog()->findChild<T *>(QString::fromLatin1(name));
    }
    void fill(int direction)
    {
        window().commands().action("conversation.logCall")->trigger();
        QTRY_VERIFY(dialog());
        part<QComboBox>("callDirection")->setCurrentIndex(direction);
        part<QLineEdit>("callNumber")->setText(u"+49 30 123456"_s);
        part<QSpinBox>("callMinutes")->setValue(4);
        part<QSpinBox>("callSeconds")->setValue(5);
        part<QPlainTextEdit>("callNote")->setPlainText(u"New switch on Friday"_s);
    }
    void press() { QTest::keyClick(part<QLineEdit>("callNumber"), Qt::Key_Return); }
    void allow()
    {
        ConsentEntry entry;
        entry.said.to = ConsentTo::Phone;
        entry.said.state = ConsentState::Given;
        entry.said.channel = Channel::Phone;
        entry.said.handle = u"+4930123456"_s;
        entry.said.at = m_profile->clock().now() - std::chrono::hours(1);
        entry.words = u"You may call me"_s;
        QVERIFY(m_profile->consents().record(person().id, entry).result());
    }
    [[nodiscard]] PersonCard person() const
    {
        return m_profile->persons().card(m_post).result().value_or(PersonCard());
    }
    /// Of the telephone's conversation.
    [[nodiscard]] QStringList calls() const
    {
        QStringList texts;
        const auto ids = m_profile->conversations().ids({}).result().value_or(QList<ConversationId>());
        for (const ConversationId id : ids) {
            const auto thread = m_profile->conversations().thread(id).result().value_or(Thread());
            for (const Message &message : thread.messages) {
                if (thread.conversation.channel == Channel::Phone) {
                    texts.append(message.text);
                }
            }
        }
        return texts;
    }
    ExitCode run(const QStringList &arguments);

    ConversationId m_post;
    QByteArray m_said;
};

void TestWindowCalls::init()
{
    openProfile();
    m_post = apply(complaint(Channel::Mastodon, Audience::Public, u"@anna@social.example"_s));
    openWindow();
    show(m_post);
}

void TestWindowCalls::herCallIsKeptWithHer()
{
    fill(0);
    press();

    QTRY_VERIFY(!dialog());
    QVERIFY(test::waitFor([this] { return !calls().isEmpty(); }));
    QCOMPARE(calls(), QStringList{u"They called: answered, 4:05.\nNew switch on Friday"_s});
    const auto hasPhone = [this] {
        return std::ranges::contains(person().handles, Channel::Phone, &PersonHandle::channel);
    };
    QVERIFY(test::waitFor(hasPhone)); // both are one person
}

void TestWindowCalls::ourCallWaitsForHerConsent()
{
    fill(1);
    press();

    const auto *words = part<QLabel>("noticeWords");
    QTRY_VERIFY2(words->text().contains(u"has not allowed us"_s), qPrintable(words->text()));
    QVERIFY(calls().isEmpty());
    QCOMPARE(part<QPlainTextEdit>("callNote")->toPlainText(), u"New switch on Friday"_s);
    allow();

    press();

    QTRY_VERIFY(!dialog());
    QVERIFY(test::waitFor([this] { return calls().size() == 1; }));
    QVERIFY2(calls().constFirst().startsWith(u"We called: answered, 4:05."_s),
             qPrintable(calls().constFirst()));
}

ExitCode TestWindowCalls::run(const QStringList &arguments)
{
    cli::RealBackend backend(nullptr);
    test::FakeInterrupt interrupt;
    QBuffer in;
    QBuffer out;
    QBuffer err;
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    cli::Output output({.out = out, .err = err, .width = 80, .showsProgress = false}, cli::Format::Text);
    cli::CommandContext context{
        .backend = backend, .output = output, .input = in, .interrupt = interrupt, .profile = {}};
    const auto code = cli::runCommandLine(
        context, QStringList{u"--profile"_s, m_folder->filePath(u"profile"_s), u"--json"_s} + arguments);
    m_said = err.data() + out.data();
    return code;
}

void TestWindowCalls::commandLineObeysTheLedger()
{
    const QString id = QString::number(m_post.value);
    const QStringList ours{u"call"_s,         u"log"_s,       id,
                           u"--out"_s,        u"--length"_s,  u"4:05"_s,
                           u"--outcome"_s,    u"no-answer"_s, u"--number"_s,
                           u"+49 30 123456"_s};
    QStringList theirs = ours;
    theirs.replace(3, u"--in"_s);
    m_window.reset();
    m_profile.reset(); // the command needs it for itself

    QVERIFY2(run(ours) != ExitCode::Ok && m_said.contains("consent-missing"), m_said.constData());
    QVERIFY2(run(theirs) == ExitCode::Ok, m_said.constData());
    QVERIFY2(m_said.contains("\"seconds\":245"), m_said.constData());
    QVERIFY2(run({u"consent"_s, u"grant"_s, id, u"phone"_s, u"--number"_s, u"+49 30 123456"_s})
                 != ExitCode::Ok,
             m_said.constData()); // without what she said nothing is granted
    QCOMPARE(run({u"call"_s, u"log"_s, id, u"--in"_s, u"--length"_s, u"four"_s, u"--outcome"_s, u"busy"_s}),
             ExitCode::Usage);
    QCOMPARE(
        run({u"call"_s, u"log"_s, u"999"_s, u"--in"_s, u"--length"_s, u"0:10"_s, u"--outcome"_s, u"busy"_s}),
        ExitCode::NotFound);
    QCOMPARE(run({u"call"_s, u"dial"_s, id}), ExitCode::Usage);
}

QTEST_MAIN(TestWindowCalls)
#include "tst_windowcalls.moc"
