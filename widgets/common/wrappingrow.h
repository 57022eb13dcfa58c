// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLayout>
#include <QList>

#include <memory>
#include <vector>

namespace aside {

/// A row of parts: the first where a line begins, the others at its end, the last of them smaller where it
/// can be; a row in the first place is made smaller before. Where they do not fit beside the first, the
/// others go below.
class WrappingRow : public QLayout
{
public:
    WrappingRow() = default;
    ~WrappingRow() override;
    Q_DISABLE_COPY_MOVE(WrappingRow)

    void addRow(QLayout *row);
    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    void setGeometry(const QRect &rect) override;

private:
    [[nodiscard]] QList<QLayoutItem *> others() const;
    [[nodiscard]] QSize sizeOfFirst() const;
    [[nodiscard]] QSize sizeOfOthers() const;
    [[nodiscard]] int leastOfOthers() const;
    [[nodiscard]] int widthOfFirst(int width) const;
    [[nodiscard]] bool fits(int width) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace aside
