// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Times searches inside one process, without the start of a program around each.
// aside_searchbench PROFILE QUERIES.json [REPEATS]
// QUERIES.json: {"class": ["query", …], …}; prints {"class": {"queries": […], "hits": […], "ms": […]}, …}.

#include "app/profile.h"
#include "models/ports/searchindex.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

namespace {

constexpr int limit = 50;

int complain(const QString &words)
{
    QTextStream(stderr) << "aside_searchbench: " << words << Qt::endl;
    return 1;
}

aside::Result<QJsonObject> measure(aside::SearchIndex &index, const QJsonArray &queries, int repeats)
{
    QJsonArray hits;
    QJsonArray times;
    for (const auto &query : queries) {
        qsizetype found = 0;
        for (int round = 0; round < repeats; ++round) {
            QElapsedTimer timer;
            timer.start();
            const auto answer = index.search(query.toString(), limit).result();
            const qint64 taken = timer.nsecsElapsed();
            if (!answer) {
                return std::unexpected(answer.error());
            }
            found = answer->size();
            times.append(static_cast<double>(taken) / 1e6);
        }
        hits.append(static_cast<qint64>(found));
    }
    return QJsonObject{
        {QStringLiteral("queries"), queries}, {QStringLiteral("hits"), hits}, {QStringLiteral("ms"), times}};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3) {
        return complain(QStringLiteral("PROFILE QUERIES.json [REPEATS]"));
    }
    QFile file(arguments.at(2));
    if (!file.open(QIODevice::ReadOnly)) {
        return complain(file.errorString());
    }
    const QJsonObject classes = QJsonDocument::fromJson(file.readAll()).object();
    const int repeats = arguments.size() > 3 ? arguments.at(3).toInt() : 20;

    auto profile
        = aside::Profile::open({.directory = arguments.at(1), .access = aside::ProfileAccess::ReadOnly});
    if (!profile) {
        return complain(aside::errcName(profile.error().code) + QStringLiteral(": ")
                        + profile.error().detail);
    }

    QJsonObject answers;
    for (auto it = classes.begin(); it != classes.end(); ++it) {
        const auto measured = measure((*profile)->search(), it.value().toArray(), repeats);
        if (!measured) {
            return complain(it.key() + QStringLiteral(": ") + measured.error().detail);
        }
        answers.insert(it.key(), *measured);
    }
    QTextStream(stdout) << QJsonDocument(answers).toJson(QJsonDocument::Compact) << Qt::endl;
    return 0;
}
