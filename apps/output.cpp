#include "apps/output.hpp"

#include "geo/basemap.hpp"
#include "io/atomic_file.hpp"
#include "io/comparison_files.hpp"
#include "io/input_error.hpp"
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

std::string credit_of(const io::Identity& identity) {
    return identity.program + ", data " + identity.data_hash;
}

void add_picture(io::PendingFiles& files, const fs::path& path, const viz::Picture& picture) {
    fs::path svg = path;
    fs::path png = path;
    files.add(svg += ".svg", viz::to_svg(picture));
    files.add(png += ".png", viz::to_png(picture));
}

} // namespace

viz::Picture map_of(const scenarios::Comparison& comparison, const Loaded& loaded,
                    const io::Identity& identity, model::Language language) {
    const geo::BaseMap base = geo::read_base_map(loaded.data / "basemap.gpkg");
    return viz::comparison_map(comparison, loaded.network, base,
                               {.language = language, .credit = credit_of(identity)});
}

void write_comparison(const fs::path& folder, const scenarios::Comparison& comparison,
                      const Loaded& loaded, const io::Identity& identity,
                      const io::Presentation& presentation) {
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) {
        throw io::FileError{folder, "cannot be made: " + failed.message()};
    }
    const std::string stem = file_stem(comparison, loaded.network);
    io::PendingFiles files;
    files.add(folder / (stem + ".csv"), io::comparison_csv(comparison, loaded.network, identity));
    files.add(folder / (stem + "-steps.csv"), io::steps_csv(comparison, loaded.network, identity));
    files.add(folder / (stem + ".json"), io::comparison_json(comparison, loaded.network, identity));
    add_picture(
        files, folder / (stem + "-chart"),
        viz::distance_chart(comparison, loaded.network,
                            {.language = presentation.language, .credit = credit_of(identity)}));
    add_picture(files, folder / (stem + "-map"),
                map_of(comparison, loaded, identity, presentation.language));
    files.commit();
}

} // namespace landsea::apps
