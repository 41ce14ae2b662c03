#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace landsea::io {

enum class Align { left, right };

/// Whether text may hold terminal colours.
enum class Colour { never, ansi };

/// How a cell is set off where colours are allowed.
enum class Emphasis { none, strong, faint, good, bad };

struct Column {
    std::string title;
    Align align = Align::left;
};

struct Cell {
    Cell(std::string words, Emphasis how = Emphasis::none)
        : text{std::move(words)}, emphasis{how} {}

    Cell(const char* words) : text{words} {}

    std::string text;
    Emphasis emphasis = Emphasis::none;
};

/// The text in the colour of an emphasis, or as it is.
std::string emphasised(std::string_view text, Emphasis emphasis, Colour colour);

/// A table for people: columns as wide as their widest cell on the screen (Chinese characters take
/// two columns), two blanks between them, numbers right-aligned, no blank at the end of a line.
///
///     step               days  USD/TEU
///     ────────────────  ─────  ───────
///     重庆 to Qinzhou     1.9      410
///
/// A line end or other control character in a cell becomes a blank.
class TextTable {
  public:
    explicit TextTable(std::vector<Column> columns);

    /// Adds a row. It has a cell for each column; missing ones are empty.
    TextTable& row(std::vector<Cell> cells);

    /// Adds a line across all columns.
    TextTable& rule();

    /// The table, each line with its end.
    [[nodiscard]] std::string text(Colour colour = Colour::never) const;

  private:
    [[nodiscard]] std::vector<std::size_t> widths() const;

    std::vector<Column> columns_;
    std::vector<std::vector<Cell>> rows_; ///< an empty one is a rule
};

} // namespace landsea::io
