// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <atomic>
#include <string>

#include "documents/testing/stage.hpp"

namespace tamga::documents::testing {

/// A card of still water of the country `ru` under this GTIN, with nothing wrong in it; `more` goes into the
/// card behind its attributes, `attributes` among them.
inline std::string water_card(std::string const& gtin, std::string const& attributes = "",
                              std::string const& more = "") {
  auto const say = [](char const* id, char const* value) {
    return "{" + fields({field("id", id), field("value", value)}) + "}";
  };
  std::string const name = "Voda " + gtin;
  std::string const facts =
      fields({say("name_ru", name.c_str()), say("brand", "Suv"), say("tn_ved", "2201101100"), say("origin", "RU"),
              say("producer", "Springs"), say("carbonation", "still"),
              R"({"id":"net_amount","value":"0.5","unit":"l"})", R"({"id":"shelf_life","value":"12","unit":"month"})"});
  return R"("card":{)" + fields({field("gtin", gtin), field("group", "water"), field("level", "UNIT")}) +
         R"(,"attributes":[)" + facts + attributes + "]" + more + "}";
}

/// A maker, a shop and the operator, and goods of one product: where most stories of codes begin.
class TradeTest : public StageTest {
 protected:
  static constexpr char const* kGroup = "water";
  static constexpr char const* kMakerTaxId = "7707083893";
  static constexpr char const* kShopTaxId = "7728168971";

  void SetUp() override {
    StageTest::SetUp();
    maker_ = stage().join(kMakerTaxId);
    shop_ = stage().join(kShopTaxId, {"retail"});
    office_ = stage().join("7710140679", {}, true);
    gtin_ = stage().product(maker_, kGroup);
  }

  Texts emitted(int quantity) { return stage().ordered(maker_, kGroup, gtin_, quantity); }
  Texts applied(int quantity, std::string const& more = "") {
    Texts codes = emitted(quantity);
    accepted(maker_, "apply", report(codes, more));
    return codes;
  }
  /// Applied codes of goods that were ordered as imported.
  Texts from_abroad(int quantity) {
    Texts codes = stage().ordered(maker_, kGroup, gtin_, quantity, "IMPORT");
    accepted(maker_, "apply", report(codes));
    return codes;
  }
  static std::string by(std::string const& way, Texts const& codes, std::string const& more = "") {
    return fields({field("way", way), field("codes", codes)}) + more;
  }
  static std::string import(Texts const& codes, std::string const& declaration = "10702/010326/1") {
    return fields({field("way", "import"), field("declaration", declaration), field("codes", codes)});
  }
  Texts introduced(int quantity) {
    Texts codes = applied(quantity);
    accepted(maker_, "introduce", fields({field("way", "own_production"), field("codes", codes)}));
    return codes;
  }
  static std::string report(Texts const& codes, std::string const& more = "") {
    std::string const dates = R"("produced_on":"2026-02-01","expires_on":"2026-12-31")";
    return fields({dates, field("codes", codes)}) + more;
  }
  static std::string package(std::string const& code, Texts const& inside) {
    return "{" + fields({field("package", code), field("codes", inside)}) + "}";
  }
  static std::string packages(std::initializer_list<std::string> rows) {
    return R"("packages":[)" + fields(rows) + "]";
  }
  /// A box of these codes.
  std::string box(int index, Texts const& inside) {
    accepted(maker_, "aggregate", packages({package(sscc(index), inside)}));
    return sscc(index);
  }
  Outcome shipped(Texts const& codes) {
    return accepted(maker_, "ship", fields({field("receiver", kShopTaxId), field("codes", codes)}));
  }
  static std::string answer(Outcome const& shipment, std::string const& decision) {
    return fields({field("shipment", std::to_string(shipment.number.value())), field("decision", decision)});
  }
  /// The next number of what a cash register prints.
  static std::string fiscal_number() {
    static std::atomic<int> last{0};
    return std::to_string(++last);
  }
  static std::string receipt(Texts const& codes) {
    return fields({field("register", "0001"), field("number", fiscal_number()),
                   R"("at":"2026-03-02T08:00:00Z")", field("codes", codes)});
  }
  static std::string withdrawal(std::string const& reason, Texts const& codes) {
    return fields({field("reason", reason), field("primary_document", "act 1"), field("codes", codes)});
  }
  static std::string why(Texts const& codes) {
    return fields({field("reason", "because"), field("codes", codes)});
  }

  ledger::ParticipantNo maker_;
  ledger::ParticipantNo shop_;
  ledger::ParticipantNo office_;
  gs1::Gtin gtin_;
};

}  // namespace tamga::documents::testing
