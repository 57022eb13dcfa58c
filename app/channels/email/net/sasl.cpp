// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/net/sasl.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace aside::mail {

using namespace Qt::StringLiterals;

namespace {

/// RFC 4616: all in one go.
class Plain final : public SaslMechanism
{
public:
    explicit Plain(Credentials credentials)
        : m_credentials(std::move(credentials))
    {
    }

    [[nodiscard]] QByteArray name() const override { return "PLAIN"_ba; }
    [[nodiscard]] bool speaksFirst() const override { return true; }

    [[nodiscard]] Result<Secret> answer(const QByteArray &challenge) override
    {
        if (!challenge.isEmpty()) {
            return fail(Errc::BadAnswer, u"a question in PLAIN"_s);
        }
        const QByteArray user = m_credentials.user.toUtf8();
        if (user.contains('\0') || m_credentials.password.bytes().contains('\0')) {
            return fail(Errc::InvalidInput, u"a zero in a name or password"_s);
        }
        return Secret('\0' + user + '\0' + m_credentials.password.bytes());
    }

private:
    Credentials m_credentials;
};

/// Never a standard, but some servers have nothing else: asks for the name, then for the password.
class Login final : public SaslMechanism
{
public:
    explicit Login(Credentials credentials)
        : m_credentials(std::move(credentials))
    {
    }

    [[nodiscard]] QByteArray name() const override { return "LOGIN"_ba; }
    [[nodiscard]] bool speaksFirst() const override { return false; }

    [[nodiscard]] Result<Secret> answer(const QByteArray &) override
    {
        switch (m_asked++) {
        case 0:
            return Secret(m_credentials.user.toUtf8());
        case 1:
            return m_credentials.password;
        }
        return fail(Errc::BadAnswer, u"a third question in LOGIN"_s);
    }

private:
    Credentials m_credentials;
    int m_asked = 0;
};

/// Google's and Microsoft's way with tokens, older than RFC 7628.
class XOAuth2 final : public SaslMechanism
{
public:
    explicit XOAuth2(Credentials credentials)
        : m_credentials(std::move(credentials))
    {
    }

    [[nodiscard]] QByteArray name() const override { return "XOAUTH2"_ba; }
    [[nodiscard]] bool speaksFirst() const override { return true; }

    [[nodiscard]] Result<Secret> answer(const QByteArray &challenge) override
    {
        if (!challenge.isEmpty()) {
            return Secret(); // why it refuses; the answer lets it say so for good
        }
        return Secret("user=" + m_credentials.user.toUtf8()
                      + "\x01"
                        "auth=Bearer "
                      + m_credentials.token.bytes() + "\x01\x01");
    }

private:
    Credentials m_credentials;
};

/// RFC 7628.
class OAuthBearer final : public SaslMechanism
{
public:
    explicit OAuthBearer(Credentials credentials)
        : m_credentials(std::move(credentials))
    {
    }

    [[nodiscard]] QByteArray name() const override { return "OAUTHBEARER"_ba; }
    [[nodiscard]] bool speaksFirst() const override { return true; }

    [[nodiscard]] Result<Secret> answer(const QByteArray &challenge) override
    {
        if (!challenge.isEmpty()) {
            return Secret("\x01"_ba);
        }
        QByteArray user = m_credentials.user.toUtf8();
        user.replace('=', "=3D").replace(',', "=2C");
        return Secret("n,a=" + user
                      + ",\x01"
                        "host="
                      + m_credentials.host.toUtf8()
                      + "\x01"
                        "port="
                      + QByteArray::number(m_credentials.port)
                      + "\x01"
                        "auth=Bearer "
                      + m_credentials.token.bytes() + "\x01\x01");
    }

private:
    Credentials m_credentials;
};

QByteArray freshNonce()
{
    std::array<quint32, 6> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words)).toBase64();
}

} // namespace

std::unique_ptr<SaslMechanism> chooseMechanism(const QList<QByteArray> &offered,
                                               const Credentials &credentials)
{
    const auto offers = [&](QByteArrayView name) {
        return std::ranges::any_of(
            offered, [&](const QByteArray &other) { return name.compare(other, Qt::CaseInsensitive) == 0; });
    };
    if (!credentials.token.isEmpty()) {
        if (offers("OAUTHBEARER")) {
            return std::make_unique<OAuthBearer>(credentials);
        }
        return offers("XOAUTH2") ? std::make_unique<XOAuth2>(credentials) : nullptr;
    }
    if (offers("SCRAM-SHA-256")) {
        return scramSha256(credentials, freshNonce());
    }
    if (offers("PLAIN")) {
        return std::make_unique<Plain>(credentials);
    }
    return offers("LOGIN") ? std::make_unique<Login>(credentials) : nullptr;
}

} // namespace aside::mail
