#include "io/detail/import_defaults.hpp"

#include "model/mode.hpp"

#include <algorithm>
#include <array>

namespace landsea::io::detail {

namespace {

/// All assumed, and wide on purpose.
const std::array<ModeGuess, 5>& guesses() {
    constexpr const char* note = "order of magnitude for the mode; the imported file has none";
    static const std::array<ModeGuess, 5> all{{
        {"road", "公路", 50.0, {50, 90, 150, note}},
        {"rail", "铁路", 40.0, {8, 20, 50, note}},
        {"sea", "海运", 30.0, {5, 12, 30, note}},
        {"inland_waterway", "内河", 12.0, {15, 30, 60, note}},
        {"air", "航空", 700.0, {500, 800, 1500, note}},
    }};
    return all;
}

void write_nothing(JsonText& json, const char* key, const char* note) {
    json.key(key).open_object();
    for (const char* which : {"low", "typical", "high"}) {
        json.key(which).number(0.0);
    }
    json.key("grade").text("assumed");
    json.key("note").text(note);
    json.close_object();
}

void write_operation(JsonText& json, const char* id, const char* from, const char* to) {
    constexpr const char* note = "imported networks say nothing of what is done at a place";
    json.open_object();
    json.key("id").text(id);
    json.key("kind").text(id);
    write_words(json, "from", {from});
    write_words(json, "to", {to});
    write_nothing(json, "time_h", note);
    write_nothing(json, "money_usd_per_teu", note);
    json.key("price_year").integer(imported_price_year);
    json.close_object();
}

} // namespace

const ModeGuess& guess_for(const std::string& mode) {
    return *std::ranges::find(guesses(), mode, &ModeGuess::mode);
}

std::string mode_of(const ImportReader& link) {
    return link.has("mode") ? link.text("mode") : "road";
}

void write_names(JsonText& json, const std::string& en, const std::string& zh) {
    json.key("names").open_object();
    json.key("en").text(en);
    json.key("zh").text(zh);
    json.close_object();
}

void write_words(JsonText& json, const char* key, const std::vector<std::string>& words) {
    json.key(key).open_list();
    for (const std::string& word : words) {
        json.text(word);
    }
    json.close_list();
}

void write_imported_means(JsonText& json) {
    json.key("means").open_list();
    for (const ModeGuess& guess : guesses()) {
        json.open_object();
        json.key("id").text("imported_" + guess.mode);
        write_names(json, "Imported " + guess.mode, "导入的" + guess.zh);
        json.key("mode").text(guess.mode);
        json.close_object();
    }
    json.close_list();
}

void write_imported_handling(JsonText& json) {
    json.key("handling_classes").open_list().open_object();
    json.key("id").text(imported_handling);
    write_names(json, "Imported: nothing is known", "导入：未知");
    json.key("operations").open_list();
    write_operation(json, "load", "gate", "any");
    write_operation(json, "unload", "any", "gate");
    write_operation(json, "transfer", "any", "any");
    json.close_list().close_object().close_list();
}

} // namespace landsea::io::detail
