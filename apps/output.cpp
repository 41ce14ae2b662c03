#include "apps/output.hpp"

#include "geo/basemap.hpp"
#include "io/atomic_file.hpp"
#include "io/comparison_files.hpp"
#include "io/input_error.hpp"
#include "io/source_list.hpp"
#include "io/what_if_files.hpp"
#include "viz/comparison_map.hpp"
#include "viz/distance_chart.hpp"
#include "viz/raster.hpp"
#include "viz/svg.hpp"

namespace landsea::apps {

namespace {

namespace fs = std::filesystem;

std::string file_stem(const scenarios::Comparison& comparison, const model::Network& network) {
    const auto& question = comparison.question;
    return question.id.empty()
               ? network[question.query.from].id + "-" + network[question.query.to].id
               : question.id;
}

/// A file that will be written, and its bytes.
using Content = std::pair<std::string, std::string>;

void add_picture(std::vector<Content>& contents, const std::string& name,
                 const viz::Picture& picture) {
    contents.emplace_back(name + ".svg", viz::to_svg(picture));
    contents.emplace_back(name + ".png", viz::to_png(picture));
}

} // namespace

geo::BaseMap base_map_of(const fs::path& data, geo::LandScale scale) {
    const fs::path file = data / "basemap.gpkg";
    try {
        return geo::read_base_map(file, scale);
    } catch (const std::runtime_error& error) {
        throw io::FileError{file, std::string{"cannot be read as the base map: "} + error.what()};
    }
}

std::string data_date_of(const Loaded& loaded, model::Language language) {
    const auto year = model::newest_source_year(loaded.network.parts());
    if (!year) {
        return {};
    }
    const std::string digits = std::to_string(*year);
    return model::Names{"sources up to " + digits, "来源截至" + digits + "年",
                        "источники до " + digits + " г."}
        .in(language);
}

std::string credit_of(const io::Identity& identity) {
    return identity.program + ", data " + identity.data_hash;
}

void write_what_if(const fs::path& folder, const scenarios::WhatIf& all, const Loaded& loaded,
                   const io::Identity& identity) {
    const std::string stem = file_stem(all.cases.front().comparison, loaded.network);
    make_folder(folder);
    io::PendingFiles files;
    files.add(folder / (stem + "-cases.csv"), io::what_if_csv(all, loaded.network, identity));
    files.add(folder / (stem + "-changes.csv"),
              io::stage_shifts_csv(all, loaded.network, identity));
    files.add(folder / (stem + "-what-if.json"), io::what_if_json(all, loaded.network, identity));
    files.commit();
}

void write_comparison(const fs::path& folder, const scenarios::Comparison& comparison,
                      const Loaded& loaded, const io::Identity& identity,
                      const io::Presentation& presentation) {
    const std::string stem = file_stem(comparison, loaded.network);
    std::vector<Content> contents{
        {stem + ".csv", io::comparison_csv(comparison, loaded.network, identity)},
        {stem + "-steps.csv", io::steps_csv(comparison, loaded.network, identity)},
        {stem + ".json", io::comparison_json(comparison, loaded.network, identity)},
        {"sources.csv", io::sources_csv(loaded.network.parts())}};
    add_picture(contents, stem + "-chart",
                viz::distance_chart(comparison, loaded.network,
                                    {.language = presentation.language,
                                     .data_date = data_date_of(loaded, presentation.language),
                                     .credit = credit_of(identity)}));
    add_picture(contents, stem + "-map",
                viz::comparison_map(comparison, loaded.network, base_map_of(loaded.data),
                                    {.language = presentation.language,
                                     .data_date = data_date_of(loaded, presentation.language),
                                     .credit = credit_of(identity)}));
    make_folder(folder);
    io::PendingFiles files;
    for (const auto& [name, bytes] : contents) {
        files.add(folder / name, bytes);
    }
    files.commit();
}

void make_folder(const fs::path& folder) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed || !fs::is_directory(folder)) {
        throw io::FileError{folder, "cannot be made: " +
                                        (failed ? failed.message() : "a file has that name")};
    }
}

} // namespace landsea::apps
