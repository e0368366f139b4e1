// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/time.hpp"
#include "shape/describe.hpp"
#include "shape/scalars.hpp"

// One of everything a shape may hold, for the tests of this room.

namespace tamga::shape::sample {

inline constexpr ErrorKind kBadParity{65000, "SAMPLE_BAD_PARITY", ErrorClass::Malformed, 400};

/// A number of even length: a scalar that cannot be empty, as a GTIN cannot.
class Even {
 public:
  static std::optional<Even> of(std::string_view digits) {
    if (digits.empty() || digits.size() % 2 != 0) return std::nullopt;
    return Even(std::string(digits));
  }
  [[nodiscard]] std::string const& text() const { return text_; }
  friend bool operator==(Even const&, Even const&) = default;

 private:
  explicit Even(std::string text) : text_(std::move(text)) {}
  std::string text_;
};

enum class Colour : std::uint8_t { Red, Green, DarkBlue };
using Price = Id<struct PriceTag, std::int64_t>;
using Label = Id<struct LabelTag, std::string>;

}  // namespace tamga::shape::sample

namespace tamga::shape {

template <>
struct Scalar<sample::Even> {
  static constexpr ScalarInfo kInfo{.name = "Even",
                                    .about = "Digits, an even number of them",
                                    .pattern = "^([0-9]{2})+$",
                                    .format = {},
                                    .example = "42"};
  static Result<sample::Even> parse(std::string_view text) {
    auto even = sample::Even::of(text);
    if (!even) return fail(Error(sample::kBadParity).with("value", std::string(text)));
    return *std::move(even);
  }
  static std::string_view text(sample::Even const& even) { return even.text(); }
};

template <>
inline constexpr auto names<sample::Colour> = enumeration("Colour", "What it looks like",
                                                          value(sample::Colour::Red, "red", "As a rose"),
                                                          value(sample::Colour::Green, "green", "As grass"),
                                                          value(sample::Colour::DarkBlue, "dark_blue",
                                                                "As the sea"));

}  // namespace tamga::shape

namespace tamga::shape::sample {

struct Item {
  Even number;
  std::int64_t count;
  friend bool operator==(Item const&, Item const&) = default;
  static constexpr auto shape() {
    return object("Item", "One line of a parcel", field("number", &Item::number, "What it is"),
                  field("count", &Item::count, "How many", range(1, 1'000'000)));
  }
};

struct Parcel {
  std::string title;
  Date sent_on;
  std::optional<UnixMs> received_at;
  Colour colour;
  std::optional<Colour> lining;
  bool fragile;
  std::int32_t weight_g;
  Price price;
  std::optional<Label> label;
  std::vector<Item> items;
  CodeList codes;
  Attributes notes;
  std::vector<std::string> tags;
  std::string remark;
  std::uint64_t serial;
  friend bool operator==(Parcel const&, Parcel const&) = default;
  static constexpr auto shape() {
    return object("Parcel", "Goods on their way", field("title", &Parcel::title, "Its name", size(1, 20)),
                  field("sent_on", &Parcel::sent_on, "Day of dispatch"),
                  field("received_at", &Parcel::received_at, "When it came"),
                  field("colour", &Parcel::colour, "Of the wrapping", by_default(Colour::Red)),
                  field("lining", &Parcel::lining, "Colour inside"),
                  field("fragile", &Parcel::fragile, "To be carried with care", by_default(false)),
                  field("weight_g", &Parcel::weight_g, "Grams", range(1, 30'000)),
                  field("price", &Parcel::price, "In the least coin"),
                  field("label", &Parcel::label, "Number on it", size(0, 8)),
                  field("items", &Parcel::items, "What is inside", size(0, 3)),
                  field("codes", &Parcel::codes, "Marking codes", size(0, 5), each(1, 16)),
                  field("notes", &Parcel::notes, "Free words", size(0, 3), each(0, 10)),
                  field("tags", &Parcel::tags, "Words to find it by", size(0, 4), each(1, 6)),
                  field("remark", &Parcel::remark, "Several lines", size(0, 100), multiline()),
                  field("serial", &Parcel::serial, "Of the printer"));
  }
};

/// The least that a Parcel needs, to be changed in one place by each test.
inline constexpr std::string_view kParcel =
    R"({"title":"Tea","sent_on":"2026-03-01","weight_g":250,"price":-5,"items":[{"number":"42","count":7}],)"
    R"("codes":["010460"],"notes":{"a":"b"},"tags":["x"],"remark":"","serial":18446744073709551615})";

struct Shipped {
  Even to;
  friend bool operator==(Shipped const&, Shipped const&) = default;
  static constexpr auto shape() {
    return object("Shipped", "It left", field("to", &Shipped::to, "Who gets it"));
  }
};
struct Lost {
  std::int32_t day;
  std::optional<std::string> where;
  friend bool operator==(Lost const&, Lost const&) = default;
  static constexpr auto shape() {
    return object("Lost", field("day", &Lost::day, "Which day"), field("where", &Lost::where, "If known"));
  }
};
using Event = std::variant<Shipped, Lost>;

struct Tree {
  std::string name;
  std::vector<Tree> branches;
  friend bool operator==(Tree const&, Tree const&) = default;
  static constexpr auto shape() {
    return object("Tree", field("name", &Tree::name, "Of the knot"),
                  field("branches", &Tree::branches, "Knots above"));
  }
};

}  // namespace tamga::shape::sample

namespace tamga::shape {

template <>
inline constexpr auto alternatives<sample::Event> = one_of("Event", "What befell it", "kind", "shipped",
                                                           "lost");

namespace sample {
struct Story {
  std::vector<Event> events;
  std::optional<RawJson> extra;
  friend bool operator==(Story const&, Story const&) = default;
  static constexpr auto shape() {
    return object("Story", field("events", &Story::events, "In order"),
                  field("extra", &Story::extra, "Anything", size(1, 32)));
  }
};
}  // namespace sample

}  // namespace tamga::shape
