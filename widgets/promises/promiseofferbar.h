// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "models/promises/promiseoffers.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace aside {

class OfferLine;

/// Quiet lines above the thread: the dates that a reply gave, each to be kept in mind as a promise or not.
/// Hidden where there is none.
class PromiseOfferBar : public QWidget
{
    Q_OBJECT

public:
    /// More wait until these are decided on.
    static constexpr qsizetype mostShown = 3;

    explicit PromiseOfferBar(QWidget *parent);

    void show(const QList<PromiseOffer> &offers, Instant now);
    void clear();

Q_SIGNALS:
    /// `instead` is the promise that moves; none: it is another one.
    void keepAsked(const aside::PromiseOffer &offer, aside::PromiseId instead);
    void changeAsked(const aside::PromiseOffer &offer);
    void dismissAsked(const aside::PromiseOffer &offer);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void fill();
    void addLine(const PromiseOffer &offer);
    void sayFirst();

    QVBoxLayout *m_lines;
    QList<PromiseOffer> m_offers;
    Instant m_now{};
};

} // namespace aside
