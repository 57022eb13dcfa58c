// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/shots/stagemail.h"

#include "models/domain/channelcapabilities.h"

namespace aside {

namespace {

using namespace Qt::StringLiterals;

template <typename T>
QFuture<Result<T>> now(Result<T> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

/// An answer that never comes.
template <typename T>
QFuture<Result<T>> never(std::list<QPromise<Result<T>>> &open)
{
    open.emplace_back();
    open.back().start();
    return open.back().future();
}

MailSetup yandex(const QString &address, SetupOrigin origin)
{
    return {.imap = {.host = u"imap.yandex.ru"_s, .port = 993},
            .smtp = {.host = u"smtp.yandex.ru"_s, .port = 465},
            .user = address,
            .origin = origin,
            .provider = u"Яндекс Почта"_s,
            .signIns = {MailSignIn::AppPassword},
            .oauth = {},
            .hints
            = {{u"en"_s,
                u"Allow mail programs in the settings of the mailbox, then make an app password for mail "
                u"in your Yandex ID. Your usual password is not accepted."_s},
               {u"ru"_s,
                u"Разрешите почтовые программы в настройках ящика, затем создайте в Яндекс ID пароль "
                u"приложения для почты. Обычный пароль не подойдёт."_s}},
            .help = u"https://id.yandex.ru/security/app-passwords"_s};
}

MailSetup gmail(const QString &address)
{
    return {.imap = {.host = u"imap.gmail.com"_s, .port = 993},
            .smtp = {.host = u"smtp.gmail.com"_s, .port = 465},
            .user = address,
            .origin = SetupOrigin::Table,
            .provider = u"Gmail"_s,
            .signIns = {MailSignIn::OAuth, MailSignIn::AppPassword},
            .oauth = u"google"_s,
            .hints
            = {{u"en"_s,
                u"Sign in at Google in the browser, or switch 2-step verification on and make an app "
                u"password. Your usual password is not accepted."_s},
               {u"ru"_s,
                u"Войдите в Google в браузере или включите двухэтапную аутентификацию и создайте пароль "
                u"приложения. Обычный пароль не подойдёт."_s}},
            .help = u"https://myaccount.google.com/apppasswords"_s};
}

QList<MailFolder> folders()
{
    return {{.key = u"INBOX"_s, .name = u"INBOX"_s, .isUsual = true},
            {.key = u"Sent"_s, .name = u"Sent"_s, .isUsual = true},
            {.key = u"Suppliers"_s, .name = u"Suppliers"_s, .isUsual = true},
            {.key = u"Spam"_s, .name = u"Spam"_s, .isUsual = false}};
}

} // namespace

QFuture<Result<MailSetup>> StageFinder::find(const QString &address, std::stop_token)
{
    const QString domain = mailDomain(address);
    if (domain == "slow.example"_L1) {
        return never(m_open);
    }
    if (domain == "nowhere.example"_L1 || domain == "clear.example"_L1) {
        return now<MailSetup>(fail(domain == "clear.example"_L1 ? Errc::Insecure : Errc::NotFound));
    }
    if (domain == "gmail.com"_L1) {
        return now<MailSetup>(gmail(address));
    }
    return now<MailSetup>(
        yandex(address, domain == "yandex.ru"_L1 ? SetupOrigin::Table : SetupOrigin::Exchanger));
}

QFuture<Result<ProbeReport>> StageProbe::probe(const MailSetup &, const MailSecret &secret, std::stop_token)
{
    const QByteArray &password = secret.password.bytes();
    Q_EMIT began(ProbeStep::Receiving);
    if (password == "slow") {
        return never(m_open);
    }
    if (password == "wrong") {
        return now<ProbeReport>(
            ProbeReport{.fault = ProbeFault{.step = ProbeStep::Receiving,
                                            .code = Errc::SignInRefused,
                                            .words = u"[AUTHENTICATIONFAILED] Invalid credentials"_s}});
    }
    Q_EMIT began(ProbeStep::Sending);
    ProbeReport report{.fault = {}, .folders = folders()};
    if (password == "unsent") {
        report.fault = ProbeFault{.step = ProbeStep::Sending, .code = Errc::CertificateExpired};
    }
    return now<ProbeReport>(report);
}

QFuture<Result<MailGrant>> StageSignIns::askConsent(const OAuthClient &, const QString &, std::stop_token)
{
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT pageReady(QUrl(u"https://accounts.example/consent"_s)); },
        Qt::QueuedConnection);
    return never(m_open);
}

QFuture<Result<void>> StageSignIns::keep(AccountId, const MailGrant &)
{
    return now<void>({});
}

QFuture<Result<MailSecret>> StageSignIns::secretOf(const Account &)
{
    return now<MailSecret>(MailSecret{.password = Secret("wrong"_ba)});
}

QFuture<Result<void>> StageSignIns::forget(AccountId)
{
    return now<void>({});
}

QList<Channel> StageSetups::channels() const
{
    return {Channel::Telegram, Channel::Vk,     Channel::Mastodon,
            Channel::Feed,     Channel::Manual, Channel::Phone};
}

SetupNeeds StageSetups::needs(Channel channel) const
{
    const bool isFeed = channel == Channel::Feed;
    const bool isByHand = capabilitiesOf(channel).byHand && !isFeed;
    return {.wantsAddress = isFeed || isByHand,
            .wantsToken = !isFeed && !isByHand,
            .wantsServer = channel == Channel::Mastodon,
            .takesServer = channel == Channel::Telegram,
            .takesOwnServer = isFeed,
            .takesBrowser = channel == Channel::Mastodon,
            .takesList = isFeed};
}

QFuture<Result<Account>> StageSetups::tryAccount(Account wanted, Secret token, std::stop_token)
{
    if (token.bytes() == "slow") {
        return never(m_open);
    }
    if (token.bytes() == "wrong") {
        return now<Account>(fail(Errc::SignInRefused));
    }
    wanted.address = wanted.address.isEmpty() ? u"@lantern_shop_bot"_s : wanted.address;
    wanted.name = wanted.address;
    wanted.identity = u"Lantern Shop"_s;
    return now<Account>(wanted);
}

QFuture<Result<Secret>> StageSetups::signIn(Account, PageReady pageReady, std::stop_token)
{
    pageReady(QUrl(u"https://mastodon.example/oauth/authorize"_s));
    return never(m_signingIn);
}

Result<QList<Account>> StageSetups::readList(Channel, const QString &) const
{
    return fail(Errc::Empty);
}

QList<FetchState> StageFetches::states() const
{
    const Instant at = fromMillis(1'791'808'200'000); // before the demo's now
    FetchState troubled{.account = AccountId{1}, .address = {}, .fetchedAt = at};
    troubled.fault = Errc::Conflict;
    troubled.rates = {{.bucket = u"chat -100500"_s, .left = 3}, {.bucket = u"chat 42"_s, .left = 1}};
    FetchState well{
        .account = AccountId{2}, .address = {}, .isListening = true, .fetchedAt = at, .brought = 4};
    return {troubled, well};
}

QByteArray StageFetches::exchanges(AccountId) const
{
    return "{}\n"_ba;
}

} // namespace aside
