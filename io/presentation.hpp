#pragma once

#include "io/table.hpp"
#include "model/names.hpp"
#include "model/simulation.hpp"

#include <string>

namespace landsea::io {

/// A currency that tables for people may show. Files always hold USD.
struct Currency {
    std::string code = "USD";
    double per_usd = 1.0;
    std::string note; ///< of the rate and its year; empty for USD
};

/// How an answer is shown to people.
struct Presentation {
    model::Language language = model::Language::en;
    Colour colour = Colour::never;
    Currency currency;
};

/// What identifies a result: the same identity, the same bytes.
struct Identity {
    std::string program; ///< "landsea 0.1.0"
    std::string data_hash;
    std::string scenario = "base";
};

/// The phrase in the language of the presentation.
inline std::string phrase(const Presentation& presentation, const model::Names& words) {
    return words.in(presentation.language);
}

/// "landsea 0.1.0 · data 0123456789abcdef · seed 1 · 10,000 draws".
std::string identity_line(const Identity& identity, const model::DrawPlan& plan);

} // namespace landsea::io
