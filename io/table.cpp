#include "io/table.hpp"

#include "io/display_width.hpp"

#include <algorithm>
#include <cassert>

namespace landsea::io {

namespace {

std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; }, ' ');
    return text;
}

std::string_view code_of(Emphasis emphasis) {
    switch (emphasis) {
    case Emphasis::strong:
        return "\x1b[1m";
    case Emphasis::faint:
        return "\x1b[2m";
    case Emphasis::good:
        return "\x1b[32m";
    case Emphasis::bad:
        return "\x1b[31m";
    case Emphasis::none:
        break;
    }
    return "";
}

std::string line_of(const std::vector<Cell>& cells, const std::vector<Column>& columns,
                    const std::vector<std::size_t>& widths, Colour colour) {
    std::string line;
    std::size_t owed = 0; // blanks that are written only when something follows
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::string& text = cells[i].text;
        const std::size_t padding = widths[i] - display_width(text);
        const bool right = columns[i].align == Align::right;
        owed += (i == 0 ? 0 : 2) + (right ? padding : 0);
        if (!text.empty()) {
            line += std::string(owed, ' ') + emphasised(text, cells[i].emphasis, colour);
            owed = 0;
        }
        owed += right ? 0 : padding;
    }
    return line + '\n';
}

} // namespace

std::string emphasised(std::string_view text, Emphasis emphasis, Colour colour) {
    if (colour == Colour::never || emphasis == Emphasis::none) {
        return std::string{text};
    }
    return std::string{code_of(emphasis)} + std::string{text} + "\x1b[0m";
}

TextTable::TextTable(std::vector<Column> columns) : columns_{std::move(columns)} {
    assert(!columns_.empty());
}

TextTable& TextTable::row(std::vector<Cell> cells) {
    assert(cells.size() <= columns_.size());
    cells.resize(columns_.size(), Cell{""});
    for (Cell& cell : cells) {
        cell.text = one_line(std::move(cell.text));
    }
    rows_.push_back(std::move(cells));
    return *this;
}

TextTable& TextTable::rule() {
    rows_.emplace_back();
    return *this;
}

std::vector<std::size_t> TextTable::widths() const {
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::size_t width = display_width(columns_[i].title);
        for (const auto& cells : rows_) {
            width = std::max(width, cells.empty() ? 0 : display_width(cells[i].text));
        }
        widths.push_back(width);
    }
    return widths;
}

std::string TextTable::text(Colour colour) const {
    const auto columns = widths();
    std::vector<Cell> titles;
    std::vector<Cell> lines;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        titles.emplace_back(columns_[i].title, Emphasis::strong);
        std::string line;
        for (std::size_t j = 0; j < columns[i]; ++j) {
            line += "─";
        }
        lines.emplace_back(std::move(line), Emphasis::faint);
    }
    std::string text =
        line_of(titles, columns_, columns, colour) + line_of(lines, columns_, columns, colour);
    for (const auto& cells : rows_) {
        text += line_of(cells.empty() ? lines : cells, columns_, columns, colour);
    }
    return text;
}

} // namespace landsea::io
