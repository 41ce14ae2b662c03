#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace landsea::scenarios {

/// A straight line over the values from 0 to 1.
struct Line {
    double start{};
    double end{};

    [[nodiscard]] double at(double t) const { return start + t * (end - start); }
};

/// Where one line of several is the lowest.
struct LinePiece {
    double from{};
    double to{};
    std::size_t line{}; ///< its number
};

/// Whether two worths are the same but for rounding: 1e-9 of the larger, at least 1e-9.
bool same_worth(double a, double b);

/// Which of the lines is lowest where, from 0 to 1; of lines that tie over a stretch, the first.
/// Empty without lines. A line that is as low at a single value only has no piece.
/// Cost: pieces times lines.
std::vector<LinePiece> lower_envelope(const std::vector<Line>& lines);

/// Asks for the lowest line of a family at value after value, until all lines of its lower envelope
/// have been named.
///
/// `ask(t)` gives a line that no other is below at t. Two lines that are lowest at the ends of a
/// stretch are followed to where they cross: either nothing is lower there, and then nothing is in
/// between, as a lower envelope of lines is concave; or a line is found that was not known. So no
/// piece is missed, however short, but those whose depth is below `same_worth`. At most twice as
/// many questions as the envelope has pieces, and one more: each finds a line or a corner.
void visit_envelope(const std::function<Line(double)>& ask);

} // namespace landsea::scenarios
