# SPDX-FileCopyrightText: 2026 The Aside authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Half of the time a file takes is reading the headers of Qt and of the standard library. They are read once and
# shared, in builds of every day; the release build goes without, so that a header nobody included is missed there.
option(ASIDE_PRECOMPILED "Read the headers of Qt and of the standard library once" OFF)

set(ASIDE_CORE_HEADERS <algorithm> <chrono> <expected> <functional> <memory> <optional> <ranges> <span> <string>
  <variant> <QDateTime> <QFuture> <QHash> <QList> <QMap> <QObject> <QPromise> <QString> <QStringList>)
set(ASIDE_WIDGET_HEADERS ${ASIDE_CORE_HEADERS} <QAction> <QApplication> <QBoxLayout> <QLabel> <QListView> <QPainter>
  <QWidget>)
set(ASIDE_TEST_HEADERS ${ASIDE_CORE_HEADERS} <QSignalSpy> <QTest>)

# aside_precompile(TARGET HEADER…) reads the headers once for this target.
function(aside_precompile target)
  if(ASIDE_PRECOMPILED)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()

# aside_reuse_precompiled(TARGET OTHER) takes what was read for the other target.
function(aside_reuse_precompiled target other)
  if(ASIDE_PRECOMPILED)
    target_precompile_headers(${target} REUSE_FROM ${other})
  endif()
endfunction()
