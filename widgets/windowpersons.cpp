// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets/windowpersons.h"

#include "models/check/replydesk.h"
#include "models/ports/personrecords.h"
#include "widgets/mainwindow.h"
#include "widgets/person/mergedialog.h"
#include "widgets/person/mergesection.h"
#include "widgets/person/persondrawer.h"

#include <utility>

namespace aside {

WindowPersons::WindowPersons(const WindowServices &services, PersonDrawer &drawer, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_drawer(drawer)
    , m_window(window)
{
    connect(&drawer.merges(), &MergeSection::sameAsked, this, &WindowPersons::merge);
    connect(&drawer.merges(), &MergeSection::differentAsked, this, &WindowPersons::keepApart);
    connect(&drawer.merges(), &MergeSection::separateAsked, this, &WindowPersons::separate);
    connect(&drawer.merges(), &MergeSection::mergeAsked, this, &WindowPersons::askForOther);
    connect(&drawer.merges(), &MergeSection::undoAsked, this, &WindowPersons::undo);
}

QString WindowPersons::by() const
{
    const QString named = m_services.replyDesk.profile().operatorName;
    return named.isEmpty() ? m_services.operatorName : named;
}

/// Who is shown stays the one that is shown.
void WindowPersons::merge(PersonId other)
{
    take(m_services.records.mergePersons(other, m_drawer.person().id, by()), PersonDecision::Merged,
         tr("Merged: both are shown as one person."));
}

void WindowPersons::keepApart(PersonId other)
{
    take(m_services.records.keepApart(m_drawer.person().id, other, by()), PersonDecision::Different,
         tr("Two people: they are not proposed again."));
}

void WindowPersons::separate(PersonId part)
{
    take(m_services.records.separatePerson(part, by()), PersonDecision::Separated,
         tr("Separated: each has what is theirs."));
}

void WindowPersons::askForOther()
{
    if (!m_drawer.person().id.isValid()) {
        return;
    }
    auto *dialog = new MergeDialog(m_services.records, m_drawer.person().id, m_window);
    connect(dialog, &MergeDialog::failed, this, &WindowPersons::failed);
    connect(dialog, &MergeDialog::chosen, this, [this, person = m_drawer.person().id](PersonId other) {
        if (person == m_drawer.person().id) { // the same as when it was asked
            merge(other);
        }
    });
    dialog->open();
}

void WindowPersons::take(QFuture<Result<MergeReceipt>> done, PersonDecision what, const QString &words)
{
    done.then(this, [this, what, words](const Result<MergeReceipt> &receipt) {
        m_drawer.reload();
        if (!receipt) {
            Q_EMIT failed(receipt.error());
            return;
        }
        m_last = PersonDecided{
            .what = what, .person = receipt->person, .other = receipt->other, .at = {}, .by = by()};
        m_drawer.merges().offerUndo(words, {receipt->person, receipt->other, m_drawer.person().id});
        Q_EMIT announced(words);
    });
}

void WindowPersons::undo()
{
    const auto last = std::exchange(m_last, std::nullopt);
    m_drawer.merges().offerUndo({}, {});
    if (!last) {
        return;
    }
    auto &records = m_services.records;
    switch (last->what) {
    case PersonDecision::Merged:
        records.separatePerson(last->person, by()).then(this, [this, last](const Result<MergeReceipt> &done) {
            if (!done) {
                tookBack(done);
                return;
            }
            // Nothing is said of whether they are two: they may be proposed as before.
            m_services.records.reconsider(last->person, last->other, by())
                .then(this, [this](const Result<MergeReceipt> &again) { tookBack(again); });
        });
        break;
    case PersonDecision::Separated:
        records.mergePersons(last->person, last->other, by())
            .then(this, [this](const Result<MergeReceipt> &done) { tookBack(done); });
        break;
    case PersonDecision::Different:
    case PersonDecision::Reconsidered:
        records.reconsider(last->person, last->other, by())
            .then(this, [this](const Result<MergeReceipt> &done) { tookBack(done); });
        break;
    }
}

void WindowPersons::tookBack(const Result<MergeReceipt> &done)
{
    m_drawer.reload();
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    Q_EMIT announced(tr("Taken back."));
}

} // namespace aside
