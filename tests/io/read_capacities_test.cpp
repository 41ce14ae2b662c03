#include "io/input_error.hpp"
#include "io/read_capacities.hpp"
#include "small_capacities.hpp"

#include <gmock/gmock.h>

namespace landsea::io {
namespace {

using model::Teu;
using testing::HasSubstr;
using testing::SizeIs;

const model::Network& network() {
    static const model::Network network =
        read_network_text({{"n.json", std::string{capacity_network}}}).network;
    return network;
}

/// The small file with a part of its text replaced.
std::string changed(const std::string& old, const std::string& fresh) {
    std::string text{small_capacities};
    const std::size_t at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return text.replace(at, old.size(), fresh);
}

std::string complaint(const std::string& text) {
    try {
        static_cast<void>(read_capacities_text({"c.json", text}, network()));
    } catch (const InputError& error) {
        return error.what();
    }
    ADD_FAILURE() << "accepted";
    return {};
}

TEST(ReadCapacities, TakesPlacesPassagesAndTheirEvidence) {
    const CapacityFile file =
        read_capacities_text({"c.json", std::string{small_capacities}}, network());
    ASSERT_THAT(file.capacities, SizeIs(2));
    const scenarios::Capacity& lock = file.capacities[0];
    EXPECT_EQ(scenarios::id_of(lock.where, network()), "LOCK");
    EXPECT_EQ(lock.yearly.range.typical, Teu{1000});
    EXPECT_EQ(lock.yearly.evidence.grade, model::Grade::published);
    EXPECT_EQ(file.sources[lock.yearly.evidence.sources[0]].title, "The book of locks");
    EXPECT_EQ(lock.in_use->range.typical, Teu{500});
    EXPECT_EQ(lock.in_use->evidence.year, 2023);
    EXPECT_EQ(lock.batch.range.typical, Teu{10});
    EXPECT_EQ(scenarios::id_of(file.capacities[1].where, network()), "strait");
    EXPECT_FALSE(file.capacities[1].in_use);
}

TEST(ReadCapacities, NamesTheNearestPlace) {
    EXPECT_EQ(complaint(changed("\"LOCK\"", "\"LOCKS\"")),
              "c.json: /capacities/0/place: expected the id of a place (nearest: LOCK), found "
              "\"LOCKS\"");
}

TEST(ReadCapacities, WantsASourceForWhatIsNotAssumed) {
    EXPECT_THAT(complaint(changed("\"published\",\n                               \"sources\": "
                                  "[\"book\"]",
                                  "\"published\"")),
                HasSubstr("/capacities/0/capacity_teu_per_year"));
}

TEST(ReadCapacities, RefusesWhatCannotBe) {
    EXPECT_THAT(complaint(changed("\"typical\": 1000", "\"typical\": 1e300")),
                HasSubstr("low <= typical <= high"));
    EXPECT_THAT(complaint(changed("\"typical\": 1000", "\"typical\": -1")), HasSubstr("above 0"));
    EXPECT_THAT(
        complaint(changed("\"typical\": 10, \"high\": 20", "\"typical\": 101, \"high\": 200")),
        HasSubstr("at most a tenth of the capacity"));
    EXPECT_THAT(complaint(changed("\"passage\": \"strait\"", "\"place\": \"LOCK\"")),
                HasSubstr("stands here once"));
    EXPECT_THAT(complaint(changed("\"passage\": \"strait\",", "")),
                HasSubstr("one of the keys place and passage"));
    EXPECT_THAT(complaint(changed("\"batch_teu\"", "\"batch\"")), HasSubstr("batch_teu"));
    EXPECT_THAT(complaint(changed("\"schema_version\": 1", "\"schema_version\": 2")),
                HasSubstr("/schema_version"));
}

} // namespace
} // namespace landsea::io
