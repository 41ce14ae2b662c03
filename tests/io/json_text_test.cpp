#include "io/json_text.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace landsea::io {
namespace {

std::string sample(JsonLayout layout) {
    JsonText json{layout};
    json.open_object();
    json.key("z").number(10.5);
    json.key("a").open_list().text("重\"庆\"\n").integer(-3).truth(true).null().close_list();
    json.key("none").open_object().close_object();
    json.key("no").open_list().close_list();
    json.close_object();
    return std::move(json).result();
}

TEST(JsonText, KeepsTheOrderOfItsKeys) {
    EXPECT_EQ(sample(JsonLayout::one_line),
              "{\"z\": 10.5, \"a\": [\"重\\\"庆\\\"\\n\", -3, true, null], \"none\": {}, \"no\": "
              "[]}\n");
}

TEST(JsonText, IndentsByTwo) {
    EXPECT_EQ(sample(JsonLayout::indented), R"({
  "z": 10.5,
  "a": [
    "重\"庆\"\n",
    -3,
    true,
    null
  ],
  "none": {},
  "no": []
}
)");
}

TEST(JsonText, RoundsWhenAskedAndHasNoWordForInfinity) {
    JsonText json{JsonLayout::one_line};
    json.open_list();
    json.number(1.0 / 3.0, 2).number(2.999, 1).number(100, 0).number(100, 2).number(1.25, 1);
    json.number(std::numeric_limits<double>::infinity());
    json.number(std::numeric_limits<double>::quiet_NaN(), 1);
    json.close_list();
    EXPECT_EQ(std::move(json).result(), "[0.33, 3, 100, 100, 1.2, null, null]\n");
}

} // namespace
} // namespace landsea::io
