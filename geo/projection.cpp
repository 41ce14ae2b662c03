#include "geo/projection.hpp"

#include "geo/detail/proj_parameters.hpp"
#include "geo/detail/projection_probe.hpp"
#include "geo/detail/sphere.hpp"

#include <proj.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <stdexcept>

namespace landsea::geo {

namespace {

struct Preset {
    std::string_view name;
    std::string_view title;
    std::string_view definition;
};

// The cones touch at 22°N and 58°N so that Singapore and Hamburg both look right. On the
// sphere-only projections +R is the mean radius of WGS84 (2a + b) / 3. The ellipsoid of CGCS2000
// has a = 6378137 m and 1/f = 298.257222101, which PROJ calls GRS80; our coordinates are WGS84 and
// differ from CGCS2000 by centimetres, nothing on a map.
constexpr std::array presets{
    Preset{"lambert-asia", "Lambert conformal conic, 22°N and 58°N",
           "+proj=lcc +lat_0=40 +lat_1=22 +lat_2=58 +lon_0=75"},
    Preset{"albers-asia", "Albers equal-area conic, 22°N and 58°N, ellipsoid of CGCS2000",
           "+proj=aea +lat_0=40 +lat_1=22 +lat_2=58 +lon_0=75 +ellps=GRS80"},
    Preset{"webmercator", "Web Mercator", "+proj=webmerc"},
    Preset{"robinson", "Robinson, centred on 70°E", "+proj=robin +lon_0=70"},
    Preset{"equal-earth", "Equal Earth, centred on 70°E", "+proj=eqearth +lon_0=70"},
    Preset{"aeqd-chongqing", "Azimuthal equidistant, centred on Chongqing",
           "+proj=aeqd +lat_0=29.56 +lon_0=106.55"},
    // The western point first, or south is up.
    Preset{"tpeqd-chongqing-duisburg", "Two-point equidistant, Duisburg and Chongqing",
           "+proj=tpeqd +lat_1=51.43 +lon_1=6.76 +lat_2=29.56 +lon_2=106.55 +R=6371008.8"},
    Preset{"orthographic", "Orthographic, centred on 35°N 80°E",
           "+proj=ortho +lat_0=35 +lon_0=80 +R=6371008.8"},
    Preset{"polar", "Lambert azimuthal equal-area, North Pole, 90°E downward",
           "+proj=laea +lat_0=90 +lon_0=90"},
};

constexpr double radians_per_degree = std::numbers::pi / 180.0;

Preset find_preset(std::string_view wanted) {
    for (const Preset& preset : presets) {
        if (preset.name == wanted) {
            return preset;
        }
    }
    const detail::ProjParameters parameters{wanted};
    if (wanted.starts_with('+') && parameters.has("proj") &&
        parameters.text("proj") != "pipeline") {
        return {wanted, wanted, wanted};
    }
    std::string message = "projection: expected a PROJ string \"+proj=...\" or one of";
    for (const Preset& preset : presets) {
        message += std::string{&preset == presets.data() ? " " : ", "} + std::string{preset.name};
    }
    throw std::invalid_argument{message + ", found \"" + std::string{wanted} + "\""};
}

/// The string for PROJ: with an ellipsoid, and without what makes it a coordinate system instead
/// of a formula.
std::string complete(std::string_view definition) {
    std::string full{definition};
    for (const std::string word : {" +type=crs", " +no_defs", " +wktext"}) {
        if (const auto found = full.find(word); found != std::string::npos) {
            full.erase(found, word.size());
        }
    }
    for (const std::string_view given : {"+ellps=", "+R=", "+datum=", "+a="}) {
        if (definition.find(given) != std::string_view::npos) {
            return full;
        }
    }
    return full + " +ellps=WGS84";
}

[[noreturn]] void refuse(const std::string& definition, const std::string& problem) {
    throw std::invalid_argument{"projection \"" + definition + "\": " + problem};
}

/// Words of PROJ that move the seam or turn the axes, which the cutting would not know.
void refuse_unknown_words(const std::string& definition) {
    const detail::ProjParameters parameters{definition};
    for (const std::string word :
         {"axis", "pm", "over", "lon_wrap", "units", "to_meter", "vunits", "geoc", "init"}) {
        const bool metres = word == "units" && parameters.text(word) == "m";
        if (parameters.has(word) && !metres) {
            refuse(definition, "+" + word + ": expected none, found \"" + parameters.text(word) +
                                   "\"; maps are in metres, north and east, from Greenwich");
        }
    }
}

} // namespace

struct Projection::State {
    PJ_CONTEXT* context;
    PJ* transformation;
    std::string complaint; ///< the last that PROJ said
    std::string name;
    std::string definition;
    VisibleRegion region;

    State(std::string_view title, std::string_view proj_string)
        : context{proj_context_create()}, transformation{nullptr}, name{title}, definition{
                                                                                    proj_string} {
        proj_log_level(context, PJ_LOG_ERROR);
        proj_log_func(context, &complaint, [](void* said, int, const char* words) {
            static_cast<std::string*>(said)->assign(words);
        });
        transformation = proj_create(context, definition.c_str());
        proj_log_level(context, PJ_LOG_NONE);
    }

    State(const State&) = delete;
    State& operator=(const State&) = delete;

    /// By the formula alone; nullopt when the result is not finite.
    [[nodiscard]] std::optional<MapPoint> forward(model::LatLon place) const {
        proj_errno_reset(transformation);
        const PJ_COORD there = proj_trans(
            transformation, PJ_FWD,
            proj_coord(place.lon() * radians_per_degree, place.lat() * radians_per_degree, 0, 0));
        if (!std::isfinite(there.xy.x) || !std::isfinite(there.xy.y)) {
            return std::nullopt;
        }
        return MapPoint{there.xy.x, there.xy.y};
    }

    ~State() {
        proj_destroy(transformation);
        proj_context_destroy(context);
    }
};

Projection Projection::named(std::string_view preset_or_proj_string) {
    const Preset preset = find_preset(preset_or_proj_string);
    auto state = std::make_unique<State>(preset.title, complete(preset.definition));
    const std::string& definition = state->definition;
    refuse_unknown_words(definition);
    if (state->transformation == nullptr) {
        const int number = proj_context_errno(state->context);
        refuse(definition, state->complaint.empty()
                               ? proj_context_errno_string(state->context, number)
                               : state->complaint);
    }
    if (proj_angular_output(state->transformation, PJ_FWD) != 0) {
        refuse(definition, "expected one whose result is in metres, found degrees");
    }
    state->region = visible_region(definition);
    const bool own = preset.name == preset.definition;
    const auto formula = [&](model::LatLon place) { return state->forward(place); };
    if (const auto problem = own ? detail::drawing_problem(formula, state->region) : std::nullopt) {
        refuse(definition, *problem);
    }
    return Projection{std::move(state)};
}

Projection::Projection(std::unique_ptr<State> state) : state_{std::move(state)} {}

Projection::Projection(const Projection& other)
    : state_{std::make_unique<State>(other.state_->name, other.state_->definition)} {
    state_->region = other.state_->region;
}

Projection::Projection(Projection&&) noexcept = default;

Projection& Projection::operator=(Projection other) noexcept {
    state_ = std::move(other.state_);
    return *this;
}

Projection::~Projection() = default;

std::optional<MapPoint> Projection::forward(model::LatLon place) const {
    if (!contains(state_->region, place)) {
        return std::nullopt;
    }
    return state_->forward(place);
}

std::optional<model::LatLon> Projection::inverse(MapPoint point) const {
    proj_errno_reset(state_->transformation);
    const PJ_COORD there =
        proj_trans(state_->transformation, PJ_INV, proj_coord(point.x, point.y, 0, 0));
    const double lat = there.lp.phi / radians_per_degree;
    if (!std::isfinite(lat) || !std::isfinite(there.lp.lam) || std::abs(lat) > 90.0) {
        return std::nullopt;
    }
    const auto place =
        model::LatLon::degrees(lat, detail::wrapped_lon(there.lp.lam / radians_per_degree));
    return contains(state_->region, place) ? std::optional{place} : std::nullopt;
}

const std::string& Projection::name() const {
    return state_->name;
}

const std::string& Projection::definition() const {
    return state_->definition;
}

const VisibleRegion& Projection::region() const {
    return state_->region;
}

std::vector<std::string_view> projection_presets() {
    std::vector<std::string_view> names;
    for (const Preset& preset : presets) {
        names.push_back(preset.name);
    }
    return names;
}

} // namespace landsea::geo
