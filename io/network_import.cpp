#include "io/network_import.hpp"

#include "io/detail/import_defaults.hpp"
#include "io/detail/import_ids.hpp"
#include "io/detail/import_links.hpp"
#include "io/detail/import_reader.hpp"
#include "io/input_error.hpp"
#include "io/read_network.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace landsea::io {

namespace {

using detail::Assumption;
using detail::ImportLink;
using detail::ImportReader;
using detail::mode_of;
using detail::ProblemList;
using detail::write_names;
using detail::write_words;

constexpr const char* no_source = "read from the imported file, which states no source";
constexpr const char* unknown_country = "ZZ"; // ISO 3166-1: never a country's

/// Writes one network file, list by list.
class Importer {
  public:
    explicit Importer(const ImportSource& source)
        : source_{&source}, remarks_{source.remarks}, links_{detail::links_to_write(source,
                                                                                    remarks_)} {}

    ImportedNetwork run() {
        ids_ = detail::ids_of(*source_, problems_);
        problems_.throw_if_any();
        json_.open_object();
        json_.key("schema_version").integer(1);
        json_.key("title").text(source_->title);
        write_list("sources", source_->sources, &Importer::write_source);
        write_factors();
        write_list("passages", source_->passages, &Importer::write_passage);
        detail::write_imported_means(json_);
        write_list("places", source_->places, &Importer::write_place);
        detail::write_imported_handling(json_);
        write_links();
        write_services();
        json_.close_object();
        problems_.throw_if_any();
        add_remarks();
        return {.json = std::move(json_).result(),
                .remarks = std::move(remarks_),
                .places = source_->places.size(),
                .links = links_one_way_};
    }

  private:
    [[nodiscard]] ImportReader reader(const ImportRecord& record) {
        return {record, *source_, problems_};
    }

    void write_list(const char* key, const std::vector<ImportRecord>& records,
                    void (Importer::*write)(const ImportReader&)) {
        json_.key(key).open_list();
        for (const ImportRecord& record : records) {
            json_.open_object();
            (this->*write)(reader(record));
            json_.close_object();
        }
        json_.close_list();
    }

    void write_source(const ImportReader& read) {
        json_.key("id").text(read.text("id"));
        json_.key("title").text(read.required("title"));
        json_.key("publisher").text(read.required("publisher"));
        if (const auto year = read.number("year", 1000, 3000)) {
            json_.key("year").number(*year);
        }
        if (read.has("note")) {
            json_.key("note").text(read.text("note"));
        }
    }

    void write_location(const ImportReader& read) {
        const auto degrees = [&](const char* key, const char* name, double most) {
            if (!read.has(name)) {
                read.problem(name, "degrees");
            }
            json_.key(key).number(read.number(name, -most, most).value_or(0.0));
        };
        degrees("lat", "lat_deg", 90.0);
        degrees("lon", "lon_deg", 180.0);
    }

    void write_passage(const ImportReader& read) {
        json_.key("id").text(read.text("id"));
        write_names(json_, read.required("name_en"), read.required("name_zh"));
        write_location(read);
    }

    std::string factor_of(const ImportReader& read) const {
        return read.has("emission_factor") && read.has("carbon_typical_g_co2e_per_tkm")
                   ? read.text("emission_factor")
                   : "imported_" + mode_of(read);
    }

    void write_factors() {
        json_.key("emission_factors").open_list();
        std::set<std::string> written;
        for (const ImportRecord& link : source_->links) {
            const ImportReader read = reader(link);
            const std::string id = factor_of(read);
            if (!written.insert(id).second) {
                continue;
            }
            json_.open_object();
            json_.key("id").text(id);
            write_names(json_, id, id);
            detail::write_estimate(json_, "g_co2e_per_tkm", read, "carbon", "g_co2e_per_tkm",
                                   ids_.sources, detail::guess_for(mode_of(read)).g_co2e_per_tkm);
            json_.close_object();
        }
        json_.close_list();
    }

    void write_place(const ImportReader& read) {
        const std::string id = read.text("id");
        const std::string en = read.has("name_en") ? read.text("name_en") : id;
        names_.emplace(id, en);
        json_.key("id").text(id);
        write_texts(read, {"unlocode"});
        json_.key("names").open_object();
        json_.key("en").text(en);
        json_.key("zh").text(read.has("name_zh") ? read.text("name_zh") : en);
        if (read.has("name_ru")) {
            json_.key("ru").text(read.text("name_ru"));
        }
        if (read.has("name_local")) {
            json_.key("local").text(read.text("name_local"));
        }
        json_.close_object();
        names_missing_ += read.has("name_zh") ? 0 : 1;
        countries_missing_ += read.has("country") ? 0 : 1;
        json_.key("country").text(read.has("country") ? read.text("country") : unknown_country);
        write_location(read);
        write_words(json_, "kinds",
                    read.has("kinds") ? read.list("kinds") : std::vector<std::string>{"junction"});
        if (read.has("aliases")) {
            write_words(json_, "aliases", read.list("aliases"));
        }
        write_texts(read, {"part_of"});
        json_.key("handled_as").text(detail::imported_handling);
        detail::write_evidence(json_, read, "position", ids_.sources, no_source);
    }

    void write_texts(const ImportReader& read, std::initializer_list<const char*> names) {
        for (const char* name : names) {
            if (read.has(name)) {
                json_.key(name).text(read.text(name));
            }
        }
    }

    void write_links() {
        json_.key("links").open_list();
        for (const ImportLink& link : links_) {
            json_.open_object();
            write_link(link, reader(*link.there));
            json_.close_object();
        }
        json_.close_list();
    }

    void write_link(const ImportLink& link, const ImportReader& read) {
        const std::string mode = mode_of(read);
        modes_missing_ += read.has("mode") ? 0 : 1;
        json_.key("id").text(link.id);
        json_.key("from").text(read.text("from"));
        json_.key("to").text(read.text("to"));
        json_.key("mode").text(mode);
        if (!link.variant.empty()) {
            json_.key("variant").text(link.variant);
        }
        write_words(json_, "countries", read.list("countries"));
        write_passages_of(read);
        detail::write_estimate(json_, "length_km", read, "length", "km", ids_.sources,
                               assumed_length(read));
        json_.key("length_basis")
            .text(read.has("length_basis") ? read.text("length_basis") : "actual");
        write_figures(read);
        const auto year = read.number("price_year", 1900, 2100);
        json_.key("price_year").number(year.value_or(detail::imported_price_year));
        json_.key("emission_factor").text(factor_of(read));
        write_shape(link.there->line);
        write_standing(read);
        links_one_way_ += link.back != nullptr || link.is_undirected ? 2 : 1;
        json_.key("reverse");
        if (link.back != nullptr) {
            json_.open_object();
            write_figures(reader(*link.back));
            json_.close_object();
        } else {
            json_.text(link.is_undirected ? "mirrored" : "none");
        }
    }

    void write_figures(const ImportReader& read) {
        detail::write_estimate(json_, "time_h", read, "time", "h", ids_.sources,
                               assumed_time(read));
        prices_missing_ += read.has("money_typical_usd_per_teu") ? 0 : 1;
        detail::write_estimate(
            json_, "money_usd_per_teu", read, "money", "usd_per_teu", ids_.sources,
            {0.0, 0.0, 0.0, "no price in the imported file: nothing is charged"});
    }

    void write_passages_of(const ImportReader& read) {
        const auto ids = read.list("passages");
        for (const std::string& id : ids) {
            if (!ids_.passages.contains(id)) {
                read.problem("passages", "ids of passages, joined by |");
            }
        }
        if (!ids.empty()) {
            write_words(json_, "passages", ids);
        }
    }

    [[nodiscard]] static double line_length(const ImportReader& read) {
        return std::max(geo::length(read.record().line).count(), 0.001);
    }

    Assumption assumed_length(const ImportReader& read) {
        if (const auto stated = read.number("length_km", 1e-6, 1e6)) {
            return {*stated, *stated, *stated, "stated by the imported file without a source"};
        }
        lengths_missing_ += read.has("length_typical_km") ? 0 : 1;
        const double km = line_length(read);
        return {km, km, km, "length of the line in the imported file, which states none"};
    }

    /// Of the length and speed in the file, or a speed of the mode; a third more or less.
    Assumption assumed_time(const ImportReader& read) {
        double km = read.number("length_typical_km", 0.0, 1e9).value_or(0.0);
        km = km > 0.0 ? km : read.number("length_km", 1e-6, 1e6).value_or(line_length(read));
        const auto speed = read.number("free_speed_km_per_h", 1e-3, 1e4);
        if (speed) {
            const double hours = km / *speed;
            return {hours, hours, 2.0 * hours,
                    "length / free speed of the imported file; up to twice as long"};
        }
        speeds_missing_ += read.has("time_typical_h") ? 0 : 1;
        const double hours = km / detail::guess_for(mode_of(read)).km_per_h;
        return {hours / 1.5, hours, 2.0 * hours,
                "length / a speed usual for the mode; the imported file states none"};
    }

    void write_shape(const geo::Path& line) {
        if (line.size() <= 2) {
            return;
        }
        json_.key("shape_lat_lon").open_list();
        for (std::size_t i = 1; i + 1 < line.size(); ++i) {
            json_.open_list().number(line[i].lat()).number(line[i].lon()).close_list();
        }
        json_.close_list();
    }

    void write_standing(const ImportReader& read) {
        const std::string text = read.text("standing");
        constexpr std::string_view planned = "planned ";
        constexpr std::string_view suspended = "suspended: ";
        if (text.empty() || text == "open") {
            return;
        }
        json_.key("standing").open_object();
        if (text.starts_with(planned)) {
            json_.key("planned").text(text.substr(planned.size()));
        } else if (text.starts_with(suspended)) {
            json_.key("suspended").text(text.substr(suspended.size()));
        } else {
            read.problem("standing", "open, \"planned 2026-12\" or \"suspended: why\"");
        }
        json_.close_object();
    }

    void write_services() {
        json_.key("services").open_list();
        for (const ImportLink& link : links_) {
            const ImportReader read = reader(*link.there);
            const std::string mode = mode_of(read);
            const std::string ends =
                names_[read.text("from")] + "–" + names_[read.text("to")] + " by " + mode;
            json_.open_object();
            json_.key("id").text("on:" + link.id);
            write_names(json_, ends, ends);
            json_.key("means").text("imported_" + mode);
            write_words(json_, "route", {read.text("from"), read.text("to")});
            if (!link.variant.empty()) {
                json_.key("variant").text(link.variant);
            }
            json_.key("corridors").open_list().close_list();
            json_.key("return").text(link.back != nullptr || link.is_undirected ? "same" : "none");
            json_.close_object();
        }
        json_.close_list();
    }

    void add_remarks() {
        const auto say = [&](std::size_t count, const std::string& text) {
            if (count > 0) {
                remarks_.push_back(text + ": " + std::to_string(count));
            }
        };
        say(modes_missing_, "links without a mode, taken as road");
        say(lengths_missing_, "links without a length, measured along their lines");
        say(speeds_missing_, "running times without a speed, assumed by mode");
        say(prices_missing_, "prices missing, nothing is charged there");
        say(countries_missing_, "places without a country, given ZZ");
        say(names_missing_, "places without a Chinese name, given the other one");
        remarks_.emplace_back("services, seasons and operations are not imported: each link has a "
                              "service of its own that leaves when called, loading and changing "
                              "take no time");
    }

    const ImportSource* source_;
    std::vector<std::string> remarks_;
    std::vector<ImportLink> links_;
    ProblemList problems_;
    JsonText json_;
    detail::ImportIds ids_;
    std::map<std::string, std::string> names_;
    std::size_t links_one_way_{};
    std::size_t modes_missing_{};
    std::size_t lengths_missing_{};
    std::size_t speeds_missing_{};
    std::size_t prices_missing_{};
    std::size_t countries_missing_{};
    std::size_t names_missing_{};
};

} // namespace

ImportedNetwork imported_network(const ImportSource& source) {
    ImportedNetwork imported = Importer{source}.run();
    static_cast<void>(read_network_text({{"the imported network", imported.json}}));
    return imported;
}

} // namespace landsea::io
