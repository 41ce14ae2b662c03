#pragma once

#include "io/detail/json_at.hpp"
#include "model/network.hpp"
#include "scenarios/scenario.hpp"

#include <set>
#include <string>

namespace landsea::io::detail {

/// What the changes of one scenario file are read with.
struct ChangeContext {
    const model::Network& network;
    std::string scenario;          ///< id of the file
    std::set<std::string> sources; ///< ids that can be cited
};

/// One element of `changes`. What it adds to the network is in the network already.
scenarios::Change read_change(const JsonAt& change, std::size_t position,
                              const ChangeContext& context);

/// Hauls, or what a constraint takes: a word or an object.
model::Scope read_scope(const JsonAt& scope, const model::Network& network);

/// Whether a scope is about what is done at places rather than about hauls.
bool is_about_works(const JsonAt& scope, const model::Network& network);

/// Operations at places.
scenarios::WorkScope read_work_scope(const JsonAt& scope, const model::Network& network);

/// The scope in words: "mode rail and country PL".
std::string describe(const model::Scope& scope, const model::Network& network);
std::string describe(const scenarios::WorkScope& scope, const model::Network& network);

} // namespace landsea::io::detail
