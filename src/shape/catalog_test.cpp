// SPDX-License-Identifier: Apache-2.0
#include "shape/catalog.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "shape/document.hpp"
#include "shape/sample_test.hpp"

namespace tamga::shape {
namespace {

using nlohmann::json;

json schemas() {
  return json::parse(Catalog().add<sample::Parcel>().add<sample::Story>().add<sample::Tree>().schemas());
}

// A type brings all it is made of, each once.
TEST(Catalog, HoldsEveryNamedType) {
  std::string names;
  json const all = schemas();
  for (auto const& entry : all.items()) names += entry.key() + " ";
  EXPECT_EQ(names, "Colour Day Even Event Item Lost Moment Parcel Shipped Story Tree ");
}

// What the decoder demands the schema says: required fields, limits, nothing unknown.
TEST(Catalog, SchemaOfAnObjectSaysWhatTheDecoderDemands) {
  json const item = schemas()["Item"];
  EXPECT_EQ(item, json::parse(R"({"type":"object","additionalProperties":false,"required":["number","count"],
    "properties":{"number":{"$ref":"#/components/schemas/Even","description":"What it is"},
                  "count":{"type":"integer","minimum":1,"maximum":1000000,"description":"How many"}},
    "description":"One line of a parcel"})"));

  json const parcel = schemas()["Parcel"];
  EXPECT_EQ(
      parcel["required"],
      json::parse(
          R"(["title","sent_on","weight_g","price","items","codes","notes","tags","remark","serial"])"));
  json const& p = parcel["properties"];
  EXPECT_EQ(p["title"],
            json::parse(R"({"type":"string","minLength":1,"maxLength":20,"description":"Its name"})"));
  EXPECT_EQ(p["received_at"],
            json::parse(R"({"anyOf":[{"$ref":"#/components/schemas/Moment"},{"type":"null"}],
                                              "description":"When it came"})"));
  EXPECT_EQ(p["colour"]["default"], "red");
  EXPECT_EQ(p["fragile"]["default"], false);
  EXPECT_EQ(p["label"],
            json::parse(R"({"type":["string","null"],"maxLength":8,"description":"Number on it"})"));
  EXPECT_EQ(p["items"]["items"], json::parse(R"({"$ref":"#/components/schemas/Item"})"));
  EXPECT_EQ(p["items"]["maxItems"], 3);
  EXPECT_EQ(
      p["codes"],
      json::parse(R"({"type":"array","maxItems":5,"items":{"type":"string","minLength":1,"maxLength":16},
                                        "description":"Marking codes"})"));
  EXPECT_EQ(p["notes"]["additionalProperties"], json::parse(R"({"type":"string","maxLength":10})"));
  EXPECT_EQ(p["serial"]["maximum"], UINT64_MAX);
  EXPECT_EQ(p["price"]["minimum"], INT64_MIN);
}

TEST(Catalog, SchemaOfNamesAndScalars) {
  EXPECT_EQ(schemas()["Colour"], json::parse(R"({"type":"string","enum":["red","green","dark_blue"],
    "x-enum-descriptions":["As a rose","As grass","As the sea"],"description":"What it looks like"})"));
  EXPECT_EQ(schemas()["Even"],
            json::parse(R"json({"type":"string","pattern":"^([0-9]{2})+$","examples":["42"],
    "description":"Digits, an even number of them"})json"));
  EXPECT_EQ(schemas()["Day"]["format"], "date");
}

// Each alternative holds the field that tells it from the others, so that each may refuse unknown fields.
TEST(Catalog, SchemaOfOneOfSeveral) {
  json const event = schemas()["Event"];
  ASSERT_EQ(event["oneOf"].size(), 2U);
  EXPECT_EQ(event["oneOf"][1]["properties"]["kind"], json::parse(R"({"const":"lost"})"));
  EXPECT_EQ(event["oneOf"][1]["required"], json::parse(R"(["kind","day"])"));
  EXPECT_EQ(event["oneOf"][1]["additionalProperties"], false);
}

TEST(Catalog, SchemaOfAValueInPlace) {
  EXPECT_EQ(
      schema_of(description<std::optional<sample::Price>>(), {.size = {}, .each = {}, .from = 0, .to = 9}),
      R"({"type":"integer","minimum":0,"maximum":9})");
  EXPECT_EQ(schema_of(description<sample::Parcel>()), R"({"$ref":"#/components/schemas/Parcel"})");
  EXPECT_EQ(schema_of(description<RawJson>()), "{}");
}

TEST(Catalog, TypescriptHasATypeForEach) {
  std::string const text =
      Catalog().add<sample::Parcel>().add<sample::Story>().add<sample::Tree>().typescript();
  for (std::string_view const part :
       {"/** Goods on their way */\nexport interface Parcel {\n  /** Its name */\n  title: string;\n",
        "  received_at?: Moment | null;\n", "  colour?: Colour;\n", "  weight_g: number;\n",
        "  items: Item[];\n", "  codes: string[];\n", "  notes: Record<string, string>;\n",
        "  label?: string | null;\n",
        "export type Colour =\n  /** As a rose */\n  | \"red\"\n  /** As grass */\n  | \"green\"\n",
        "export type Event =\n  | ({ kind: \"shipped\" } & Shipped)\n  | ({ kind: \"lost\" } & Lost);\n",
        "export type Even = string;\n", "  branches: Tree[];\n", "  extra?: unknown | null;\n"})
    EXPECT_NE(text.find(part), std::string::npos) << part << "\nin\n" << text;
}

struct Odd {
  std::string a;
  static constexpr auto shape() { return object("Odd", "Ends */ early\nor not", field("a-b", &Odd::a, "")); }
};

TEST(Catalog, TypescriptSurvivesOddTexts) {
  EXPECT_EQ(Catalog().add<Odd>().typescript(),
            "/** Ends * / early or not */\nexport interface Odd {\n  \"a-b\": string;\n}\n");
}

struct Impostor {
  std::string a;
  static constexpr auto shape() { return object("Odd", field("a", &Impostor::a, "")); }
};

// Two types under one name would make the published schema lie about one of them.
TEST(Catalog, TwoTypesCannotShareAName) {
  Catalog catalog;
  catalog.add<Odd>().add<Odd>();
  EXPECT_THROW(catalog.add<Impostor>(), std::logic_error);
}

}  // namespace
}  // namespace tamga::shape
