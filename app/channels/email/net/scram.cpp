// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/channels/email/net/sasl.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>

#include <algorithm>

namespace aside::mail {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestRounds = 4'096; // RFC 7677
constexpr int mostRounds = 2'000'000; // a second or two; a server that wants more wants us to stand still
constexpr qsizetype hashLength = 32;

QByteArray hash(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

QByteArray sign(const QByteArray &bytes, const QByteArray &key)
{
    return QMessageAuthenticationCode::hash(bytes, key, QCryptographicHash::Sha256);
}

/// What SASLprep (RFC 4013) does to the passwords people have: other spaces become the space, what looks the
/// same becomes the same.
QByteArray prepared(const QByteArray &password)
{
    QString text = QString::fromUtf8(password);
    for (QChar &c : text) {
        if (c.unicode() > 0x7f && c.category() == QChar::Separator_Space) {
            c = u' ';
        }
    }
    text.remove(u'\u00ad');
    return text.normalized(QString::NormalizationForm_KC).toUtf8();
}

QByteArray escapedName(const QString &user)
{
    return prepared(user.toUtf8()).replace('=', "=3D").replace(',', "=2C");
}

/// The value of "k=…" in a list with commas between.
QByteArray attribute(const QByteArray &message, char key)
{
    for (const QByteArray &part : message.split(',')) {
        if (part.startsWith(key) && part.size() > 1 && part[1] == '=') {
            return part.sliced(2);
        }
    }
    return {};
}

/// RFC 5802 and 7677, without channel binding: Qt does not tell what to bind to.
class ScramSha256 final : public SaslMechanism
{
public:
    ScramSha256(const Credentials &credentials, QByteArray nonce)
        : m_password(Secret(prepared(credentials.password.bytes())))
        , m_nonce(std::move(nonce))
        , m_first("n=" + escapedName(credentials.user) + ",r=" + m_nonce)
    {
    }

    [[nodiscard]] QByteArray name() const override { return "SCRAM-SHA-256"_ba; }
    [[nodiscard]] bool speaksFirst() const override { return true; }
    [[nodiscard]] Result<Secret> answer(const QByteArray &challenge) override;
    [[nodiscard]] Result<void> finish() const override
    {
        return m_step == Step::Proved ? Result<void>() : fail(Errc::Tls, u"no proof from the server"_s);
    }

private:
    enum class Step : quint8 { First, Final, Check, Proved };

    [[nodiscard]] Result<Secret> proof(const QByteArray &challenge);
    [[nodiscard]] Result<Secret> check(const QByteArray &challenge);

    Secret m_password;
    QByteArray m_nonce;
    QByteArray m_first;
    QByteArray m_expected; ///< the signature of a server that knows the password
    Step m_step = Step::First;
};

Result<Secret> ScramSha256::answer(const QByteArray &challenge)
{
    switch (m_step) {
    case Step::First:
        m_step = Step::Final;
        return Secret("n,," + m_first);
    case Step::Final:
        m_step = Step::Check;
        return proof(challenge);
    case Step::Check:
        return check(challenge);
    case Step::Proved:
        break;
    }
    return fail(Errc::BadAnswer, u"a question after the end of SCRAM"_s);
}

Result<Secret> ScramSha256::proof(const QByteArray &challenge)
{
    const QByteArray nonce = attribute(challenge, 'r');
    const auto salt
        = QByteArray::fromBase64Encoding(attribute(challenge, 's'), QByteArray::AbortOnBase64DecodingErrors);
    bool isNumber = false;
    const int rounds = attribute(challenge, 'i').toInt(&isNumber);
    if (challenge.startsWith("m=") || !nonce.startsWith(m_nonce) || nonce.size() == m_nonce.size() || !salt
        || (*salt).isEmpty() || !isNumber) {
        return fail(Errc::BadAnswer, u"not a SCRAM challenge"_s);
    }
    if (rounds < fewestRounds || rounds > mostRounds) {
        return fail(Errc::Insecure, u"%1 rounds of SCRAM"_s.arg(rounds));
    }
    const QByteArray salted = QPasswordDigestor::deriveKeyPbkdf2(
        QCryptographicHash::Sha256, m_password.bytes(), *salt, rounds, hashLength);
    const QByteArray bare = "c=biws,r=" + nonce;
    const QByteArray all = m_first + ',' + challenge + ',' + bare;
    QByteArray key = sign("Client Key"_ba, salted);
    const QByteArray mask = sign(all, hash(key));
    for (qsizetype i = 0; i < key.size(); ++i) {
        key[i] = static_cast<char>(key[i] ^ mask[i]);
    }
    m_expected = sign(all, sign("Server Key"_ba, salted));
    return Secret(bare + ",p=" + key.toBase64());
}

Result<Secret> ScramSha256::check(const QByteArray &challenge)
{
    if (!attribute(challenge, 'e').isEmpty()) {
        return fail(Errc::SignInRefused, u"SCRAM was refused"_s);
    }
    if (QByteArray::fromBase64(attribute(challenge, 'v')) != m_expected) {
        return fail(Errc::Tls, u"the server does not know the password"_s);
    }
    m_step = Step::Proved;
    return Secret();
}

} // namespace

std::unique_ptr<SaslMechanism> scramSha256(const Credentials &credentials, QByteArray nonce)
{
    return std::make_unique<ScramSha256>(credentials, std::move(nonce));
}

} // namespace aside::mail
