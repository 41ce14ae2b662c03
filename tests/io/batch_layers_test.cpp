#include "io/atomic_file.hpp"
#include "io/batch_layers.hpp"
#include "io/batch_text.hpp"
#include "io/input_error.hpp"

#include <gmock/gmock.h>

#include <cstdlib>

namespace landsea::io {
namespace {

namespace fs = std::filesystem;
using model::LatLon;
using scenarios::BatchRow;
using scenarios::RowStatus;

class Layers : public testing::Test {
  protected:
    Layers() {
        std::string name = fs::temp_directory_path() / "landsea-layers-XXXXXX";
        folder_ = mkdtemp(name.data());
        plan.jobs = {{.id = "=j", .from = "City", .to = "Far"}};
        plan.scenarios = {{.id = "base"}};
        plan.detail = scenarios::RowDetail::lines;
    }

    ~Layers() override {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
    }

    [[nodiscard]] std::vector<geo::FeatureLayer> of_text(const std::string& text) const {
        write_file(folder_ / "rows", text);
        return batch_layers(folder_ / "rows", plan);
    }

    [[nodiscard]] std::vector<geo::FeatureLayer> of(const std::vector<BatchRow>& rows) const {
        return of_text(batch_text(rows, plan, RowFormat::gpkg));
    }

    /// What a feature says in the field of that name.
    static geo::FieldValue value(const geo::FeatureLayer& layer, std::size_t feature,
                                 const std::string& field) {
        const auto at = std::ranges::find(layer.fields, field, &geo::Field::name);
        return layer.features.at(feature).values.at(
            static_cast<std::size_t>(at - layer.fields.begin()));
    }

    fs::path folder_;
    scenarios::BatchPlan plan;
};

TEST_F(Layers, HoldRoutesWithLinesAndTheOthersInATable) {
    const std::vector<std::vector<LatLon>> lines{{LatLon::degrees(1, 2), LatLon::degrees(3, 4)}};
    const auto layers = of({{.status = RowStatus::no_route},
                            {.status = RowStatus::ok,
                             .typical = {.time = model::Hours{36}},
                             .transfers = 1,
                             .services = {"train", "liner"},
                             .lines = lines},
                            {.status = RowStatus::bad_job}});
    ASSERT_EQ(layers.size(), 2U);
    const geo::FeatureLayer& routes = layers[0];
    EXPECT_EQ(routes.name, "routes");
    ASSERT_EQ(routes.features.size(), 1U);
    EXPECT_EQ(std::get<std::vector<geo::Path>>(routes.features[0].shape), lines);
    EXPECT_EQ(value(routes, 0, "row"), geo::FieldValue{std::int64_t{2}});
    EXPECT_EQ(value(routes, 0, "job"), geo::FieldValue{"=j"}) << "a database computes nothing";
    EXPECT_EQ(value(routes, 0, "time_typical_days"), geo::FieldValue{1.5});
    EXPECT_EQ(value(routes, 0, "transfers"), geo::FieldValue{std::int64_t{1}});
    EXPECT_EQ(value(routes, 0, "services"), geo::FieldValue{"train>liner"});
    EXPECT_EQ(value(routes, 0, "problem"), geo::FieldValue{});
    const geo::FeatureLayer& others = layers[1];
    EXPECT_EQ(others.kind, geo::ShapeKind::none);
    ASSERT_EQ(others.features.size(), 2U);
    EXPECT_EQ(value(others, 0, "status"), geo::FieldValue{"no_route"});
    EXPECT_EQ(value(others, 0, "time_typical_days"), geo::FieldValue{});
    EXPECT_EQ(value(others, 1, "row"), geo::FieldValue{std::int64_t{3}});
}

TEST_F(Layers, LeaveOutLinesThatLeadNowhere) {
    const LatLon here = LatLon::degrees(1, 2);
    const auto layers = of({{.status = RowStatus::ok, .lines = {{here, here}}}});
    EXPECT_TRUE(layers[0].features.empty());
    EXPECT_EQ(layers[1].features.size(), 1U);
}

TEST_F(Layers, CanBeWritten) {
    geo::write_geopackage(folder_ / "a.gpkg",
                          of({{.status = RowStatus::ok,
                               .lines = {{LatLon::degrees(1, 179), LatLon::degrees(1, -179)}}},
                              {.status = RowStatus::bad_job}}));
    EXPECT_GT(fs::file_size(folder_ / "a.gpkg"), 0U);
}

TEST_F(Layers, OfWrongRowsAreRefused) {
    for (const char* text : {"7\n", "{}\n", "{\"lines\":[[[1,2,3]]]}\n", "\n", "{\"lines\":7}\n",
                             "{\"lines\":[[[999,0],[0,0]]]}\n"}) {
        EXPECT_THROW(static_cast<void>(of_text(text)), InputError) << text;
    }
    EXPECT_THROW(static_cast<void>(batch_layers(folder_ / "none", plan)), FileError);
}

} // namespace
} // namespace landsea::io
