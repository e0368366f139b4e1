// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "base/testing/source_path.hpp"
#include "country/country.hpp"
#include "documents/kinds/all.hpp"
#include "documents/waiting_room.hpp"

namespace tamga::documents {
namespace {

// Numbers are stored for ever: a kind keeps the one it has.
TEST(Kinds, NumbersStay) {
  std::vector<std::string> names;
  for (Kind const* kind : all_kinds()) names.emplace_back(kind->traits.name);
  EXPECT_EQ(names, (std::vector<std::string>{"order_codes",
                                             "print",
                                             "apply",
                                             "aggregate",
                                             "introduce",
                                             "disaggregate",
                                             "reaggregate",
                                             "ship",
                                             "accept",
                                             "write_off",
                                             "withdraw",
                                             "cancel_shipment",
                                             "receipt",
                                             "refund",
                                             "return",
                                             "cancel_withdrawal",
                                             "remark",
                                             "correct",
                                             "recall",
                                             "lift_recall",
                                             "block",
                                             "unblock",
                                             "clear_customs",
                                             "expire_codes",
                                             "introduce_foreign",
                                             "complete_profile",
                                             "admit_user",
                                             "change_user",
                                             "power_of_attorney",
                                             "publish_card",
                                             "block_card",
                                             "archive_card",
                                             "fill_order",
                                             "cancel_order",
                                             "close_order",
                                             "appoint_provider",
                                             "dismiss_provider",
                                             "report_quality",
                                             "drop_out"}));
  for (std::size_t i = 0; i < names.size(); ++i)
    EXPECT_EQ(all_kinds()[i]->traits.number, DocumentKind(static_cast<std::uint16_t>(i + 1)));
}

TEST(Kinds, AreFoundByNameAndNumber) {
  for (Kind const* kind : all_kinds()) {
    EXPECT_EQ(find_kind(kind->traits.name), kind);
    EXPECT_EQ(find_kind(kind->traits.number), kind);
  }
  EXPECT_EQ(find_kind("abolish"), nullptr);
  EXPECT_EQ(find_kind(DocumentKind(0)), nullptr);
}

// Every kind that a country's rules speak of is there.
TEST(Kinds, CountriesNameOnlyKindsThatAreThere) {
  for (char const* name : {"ru", "uz"}) {
    auto const country = country::load_country(source_path("spec") / name);
    ASSERT_TRUE(country) << describe(country.error());
    for (std::string const& kind : country->rules().documents) EXPECT_NE(find_kind(kind), nullptr) << kind;
  }
}

// The file pair of each kind stands in the list: one that is forgotten would never be sent.
TEST(Kinds, EveryFileIsInTheList) {
  std::set<std::string> headers;
  for (auto const& file : std::filesystem::directory_iterator(source_path("src/documents/kinds")))
    if (file.path().extension() == ".hpp" && file.path().stem() != "all") headers.insert(file.path().stem());
  EXPECT_EQ(headers.size(), all_kinds().size());
}

// One schema for all documents, told apart by `kind`; the bodies come with it.
TEST(Kinds, AreDescribed) {
  shape::Catalog catalog;
  describe_kinds(catalog);
  EXPECT_TRUE(catalog.types().contains("Document"));
  for (Kind const* kind : all_kinds()) EXPECT_TRUE(catalog.types().contains(kind->body().name));
  std::string const schemas = catalog.schemas();
  EXPECT_NE(schemas.find(R"("Document":{"oneOf":[)"), std::string::npos);
  EXPECT_NE(schemas.find(R"({"const":"clear_customs"})"), std::string::npos);
  EXPECT_NE(catalog.typescript().find("clear_customs"), std::string::npos);
}

// Bytes that are no body of their kind are refused with all that is wrong; the kind itself is no stray field.
TEST(Kinds, BodiesAreDecoded) {
  auto const errors_of = [](std::string const& text) {
    auto const json = shape::JsonDocument::open(text);
    auto const decoded = find_kind(json->peek_string(kKindField).value())->decode(*json);
    std::vector<std::string> out;
    if (!decoded)
      for (Error const& error : decoded.error())
        out.push_back(error.where() + " " + std::string(error.name()));
    return out;
  };
  using Lines = std::vector<std::string>;
  EXPECT_EQ(errors_of(R"({"kind":"ship","receiver":"1","codes":["x"]})"), Lines{});
  EXPECT_EQ(errors_of(R"({"kind":"ship","codes":[],"reciever":"1"})"),
            (Lines{"/codes JSON_LIST_SIZE", "/reciever JSON_UNKNOWN_FIELD", "/receiver JSON_MISSING_FIELD"}));
}

// What nobody vouches for yet is called what it says it is, when that is a kind there is.
TEST(Kinds, UnreadBytesSayWhatTheyAre) {
  EXPECT_EQ(said_kind(R"({"codes":["x"],"kind":"ship"})"), "ship");
  for (char const* const other :
       {R"({"kind":"moonlight"})", R"({"kind":7})", R"({"codes":[]})", "{", "", "ship"})
    EXPECT_EQ(said_kind(other), "") << other;
}

}  // namespace
}  // namespace tamga::documents
