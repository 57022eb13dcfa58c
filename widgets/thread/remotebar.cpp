// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/thread/remotebar.h"

#include "widgets/common/elidedbutton.h"
#include "widgets/common/foreigntext.h"
#include "widgets/common/wrappingrow.h"
#include "widgets/theme/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QMap>
#include <QPushButton>

#include <algorithm>

namespace aside {

namespace {

constexpr qsizetype namedHosts = 3;
constexpr int spacing = 6;

QString namesOf(const QStringList &hosts)
{
    const QStringList named = hosts.first(std::min(hosts.size(), namedHosts));
    const auto more = static_cast<int>(hosts.size() - named.size());
    const QString names = named.join(QStringLiteral(", "));
    return more == 0 ? names : RemoteBar::tr("%1 and %n more", nullptr, more).arg(names);
}

/// A sentence for each reason.
QStringList failures(const QList<RemoteImage> &images)
{
    QMap<Errc, int> counts;
    for (const RemoteImage &image : images) {
        if (image.failure) {
            ++counts[*image.failure];
        }
    }
    QStringList sentences;
    for (const auto &[code, count] : counts.asKeyValueRange()) {
        //: %1 is why, as "the server cannot be reached"
        sentences.append(
            RemoteBar::tr("%n image(s) not loaded: %1.", nullptr, count).arg(imageFailureText(code)));
    }
    return sentences;
}

} // namespace

RemoteBar::RemoteBar(QWidget *parent)
    : QWidget(parent)
    , m_note(plainLabel(this))
    , m_load(new QPushButton(this))
    , m_always(new ElidedButton(this))
{
    setObjectName(QStringLiteral("remoteBar"));
    m_note->setObjectName(QStringLiteral("remoteNote"));
    m_note->setWordWrap(true);
    m_load->setObjectName(QStringLiteral("loadImagesButton"));
    m_load->setIcon(themedIcon(QStringLiteral("view-visible")));
    m_always->setObjectName(QStringLiteral("alwaysLoadImagesButton"));
    for (QPushButton *button : {m_load, static_cast<QPushButton *>(m_always)}) {
        button->setAutoDefault(false);
    }
    auto *buttons = new WrappingRow;
    buttons->setSpacing(spacing);
    buttons->addWidget(m_load);
    buttons->addWidget(m_always);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    column->addWidget(m_note);
    column->addLayout(buttons);
    connect(m_load, &QPushButton::clicked, this, &RemoteBar::loadAsked);
    connect(m_always, &QPushButton::clicked, this, [this] {
        Q_EMIT decided(m_decision == RemoteImages::Ask ? RemoteImages::Load : RemoteImages::Ask);
    });
}

QString RemoteBar::note(const RemoteOffer &offer)
{
    QStringList sentences;
    if (offer.places == RemotePlaces::LeftOut && !offer.content.pictures.isEmpty()) {
        //: %1 are names of servers
        sentences.append(
            tr("Images from %1 are not loaded: loading them tells their sender that you read this.")
                .arg(namesOf(offer.content.hosts)));
    }
    if (const auto loading = std::ranges::count_if(offer.images, &RemoteImage::isLoading); loading > 0) {
        sentences.append(tr("Loading %n image(s)…", nullptr, static_cast<int>(loading)));
    }
    sentences.append(failures(offer.images));
    if (!offer.content.unencryptedHosts.isEmpty()) {
        //: %1 are names of servers
        sentences.append(tr("Images from %1 are never loaded: the connection would not be encrypted.")
                             .arg(namesOf(offer.content.unencryptedHosts)));
    }
    return sentences.join(u'\n');
}

void RemoteBar::show(const RemoteOffer &offer)
{
    const QString words = note(offer);
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
    showButtons(offer);
    setVisible(!words.isEmpty() || !m_load->isHidden() || !m_always->isHidden());
}

int RemoteBar::heightForWidth(int width) const
{
    return layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width) : sizeHint().height();
}

void RemoteBar::showButtons(const RemoteOffer &offer)
{
    const bool hasFailed
        = std::ranges::any_of(offer.images, [](const RemoteImage &one) { return one.failure.has_value(); });
    const bool isLeftOut = offer.places == RemotePlaces::LeftOut;
    const bool hasPictures = !offer.content.pictures.isEmpty();
    m_load->setText(isLeftOut ? tr("Load images") : tr("Try again"));
    m_load->setVisible(hasPictures && (isLeftOut || hasFailed));
    m_decision = offer.decision;
    const QString sender = isolated(oneLine(offer.sender, 100));
    m_always->setWords(offer.decision == RemoteImages::Ask
                           ? tr("Always load images from %1").arg(sender)
                           : tr("Ask before loading images from %1").arg(sender));
    m_always->setVisible(hasPictures && !sender.isEmpty());
}

QString imageFailureText(Errc code)
{
    switch (code) {
    case Errc::Network:
        return RemoteBar::tr("the server cannot be reached");
    case Errc::Timeout:
        return RemoteBar::tr("the server does not answer in time");
    case Errc::Tls:
        return RemoteBar::tr("the server cannot prove who it is");
    case Errc::Insecure:
        return RemoteBar::tr("the connection would not be encrypted");
    case Errc::PrivateAddress:
        return RemoteBar::tr("the address leads into your own network");
    case Errc::ServerRefused:
        return RemoteBar::tr("the server refuses to give it");
    case Errc::NotFound:
        return RemoteBar::tr("it is no longer there");
    case Errc::TooLarge:
        return RemoteBar::tr("it is too large");
    case Errc::UnknownFormat:
        return RemoteBar::tr("it is no PNG, JPEG, GIF or WebP image");
    case Errc::Cancelled:
        return RemoteBar::tr("loading was stopped");
    case Errc::Internal:
    case Errc::InvalidInput:
    case Errc::CertificateUntrusted:
    case Errc::CertificateWrongHost:
    case Errc::CertificateExpired:
    case Errc::SignInRefused:
    case Errc::SignInUnsupported:
    case Errc::BadAnswer:
    case Errc::QuotaFull:
    case Errc::AtServer:
    case Errc::SecretMissing:
    case Errc::KeychainMissing:
    case Errc::KeychainSilent:
    case Errc::PassphraseMissing:
    case Errc::PassphraseWrong:
    case Errc::SecretsDamaged:
    case Errc::ConsentMissing:
    case Errc::NoPermission:
    case Errc::NotAFile:
    case Errc::NotADirectory:
    case Errc::Empty:
    case Errc::BrokenItem:
    case Errc::Truncated:
    case Errc::TooDeep:
    case Errc::DiskFull:
    case Errc::ReadOnly:
    case Errc::Io:
    case Errc::ProfileInUse:
    case Errc::DatabaseNewer:
    case Errc::DatabaseCorrupt:
    case Errc::NotADatabase:
    case Errc::KeyMissing:
    case Errc::BadSettings:
    case Errc::Conflict:
    case Errc::OtherConsumer:
        return RemoteBar::tr("it is damaged");
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace aside
