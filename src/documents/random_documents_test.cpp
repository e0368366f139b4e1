// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <random>
#include <set>

#include "documents/testing/trade.hpp"
#include "ledger/testing/naive_model.hpp"

namespace tamga::documents {
namespace {

using ledger::CodeNo;
using ledger::CodeState;
using ledger::CodeStatus;
using ledger::Mark;
using ledger::ParticipantNo;
using testing::field;
using testing::fields;
using testing::Outcome;
using testing::Texts;

constexpr int kDocuments = 900;
constexpr int kBoxes = 40;

/// Documents of every kind from several participants, mostly sensible, sometimes not. The naive model repeats
/// what was accepted; after each document it and the ledger must agree, and nothing impossible may be seen.
class RandomDocumentsTest : public testing::TradeTest {
 protected:
  using Wish = std::function<bool(CodeState const&)>;

  void SetUp() override {
    TradeTest::SetUp();
    partners_ = {maker_, shop_, stage().join("5003052454")};
    tax_ids_ = {"7707083893", kShopTaxId, "5003052454"};
    pack_gtin_ = stage().product(maker_, kGroup, "GROUP");
    keg_gtin_ = stage().product(maker_, "beer");
    for (int i = 0; i < kBoxes; ++i) boxes_.push_back(testing::sscc(i));
  }

  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }
  bool often() { return below(6) != 0; }

  /// Up to `most` codes that are as wished, or, rarely, any.
  Texts pick(std::size_t most, Wish const& wish) {
    Texts out;
    bool const sensible = often();
    for (int tries = 0; tries < 400 && out.size() < most; ++tries) {
      std::string const& code = codes_[below(codes_.size())];
      bool const repeated = std::find(out.begin(), out.end(), code) != out.end();
      if (repeated || (sensible && !wish(model_.state(numbers_.at(code))))) continue;
      out.push_back(code);
    }
    if (out.empty()) out.push_back(codes_[below(codes_.size())]);
    return out;
  }
  Wish in(CodeStatus status, ParticipantNo owner, bool loose = false) {
    return [=](CodeState const& state) {
      return state.status == status && state.owner == owner && (!loose || state.parent == CodeNo()) &&
             (state.marks & ledger::kHindrances) == 0;
    };
  }
  Wish released(std::string const& method, Wish wish) {
    return [=, this](CodeState const& state) {
      if (!wish(state) || state.lot == ledger::LotNo()) return false;
      return stage().books().lots.find({&state.lot, 1}).value().front()->release_method == method;
    };
  }
  Wish marked(Mark mark) {
    return [=](CodeState const& state) { return state.has(mark); };
  }

  void know(Texts const& codes) {
    for (std::string const& code : codes)
      if (numbers_.emplace(code, stage().number(code)).second) codes_.push_back(code);
  }

  /// Sends, and lets the model repeat what was accepted.
  Outcome play(ParticipantNo sender, std::string_view kind, std::string const& body) {
    Outcome outcome = stage().send(sender, kind, body);
    ++sent_;
    if (outcome.status == DocumentStatus::Rejected) return outcome;
    accepted_kinds_.insert(std::string(kind));
    for (ledger::Change const& change : outcome.applied->effects.changes)
      model_.change(outcome.number, change);
    return outcome;
  }

  void order() {
    bool const beer = below(4) == 0;
    auto const gtin = beer ? keg_gtin_ : below(4) == 0 ? pack_gtin_ : gtin_;
    Outcome const done =
        play(maker_, "order_codes",
             fields({field("group", beer ? "beer" : kGroup),
                     field("release_method", below(3) == 0 ? "IMPORT" : "PRODUCTION"),
                     fmt::format(R"("lines":[{{"gtin":"{}","quantity":{}}}])", gtin.text(), 3 + below(9))}));
    if (done.status != DocumentStatus::Accepted) return;
    know(stage().codes(done));
    orders_.push_back(done);
  }
  void introduce() {
    bool const imported = below(3) == 0;
    Texts const codes =
        pick(9, released(imported ? "IMPORT" : "PRODUCTION", in(CodeStatus::Applied, maker_)));
    std::string body = by(imported ? "import" : "own_production", codes, R"(,"declaration":"D")");
    if (!imported && below(4) == 0)
      body = by("contract_production", codes,
                "," + fields({field("customer", kShopTaxId), field("contractor", kMakerTaxId)}));
    play(maker_, "introduce", body);
  }
  void introduce_foreign() {
    std::string serial = "1";
    while (serial.size() < 13) serial += static_cast<char>('a' + below(26));
    std::string const code = "01" + gtin_.text() + "21" + serial + "\x1d" + "93abcd";
    Outcome const done =
        play(maker_, "introduce_foreign",
             fields({field("issuer", "KZ"), field("document", "d"), field("produced_on", "2026-02-01"),
                     field("expires_on", "2026-12-31"), field("codes", {code})}));
    if (done.status == DocumentStatus::Accepted) know({code});
  }
  /// Litres of a keg, sold or brought back.
  void parts(ParticipantNo who, std::string const& kind) {
    Texts const keg = pick(1, [&](CodeState const& state) {
      return state.owner == who && (state.has(Mark::Opened) || state.status == CodeStatus::Introduced);
    });
    auto const more = kind == "receipt" ? field("at", "2026-03-02T08:00:00Z") + "," : std::string();
    auto const part = fields({field("code", keg[0]), fmt::format(R"("part":{},"of":3)", 1 + below(3))});
    play(who, kind,
         fields({field("register", "1"), field("number", std::to_string(++receipts_)),
                 more + R"("parts":[{)" + part + "}]"}));
  }
  void aggregate(ParticipantNo who) {
    bool const applied = below(2) == 0;
    Texts const inside = pick(4, in(applied ? CodeStatus::Applied : CodeStatus::Introduced, who, true));
    std::string const& box = below(4) == 0 ? codes_[below(codes_.size())] : boxes_[below(boxes_.size())];
    Outcome const done = play(who, "aggregate", packages({package(box, inside)}));
    if (done.status == DocumentStatus::Accepted) know({box});
  }
  void reaggregate(ParticipantNo who) {
    Texts const package = pick(1, [&](CodeState const& state) {
      return state.status == CodeStatus::Introduced && state.owner == who && state.lot == ledger::LotNo();
    });
    Texts const add = pick(2, in(CodeStatus::Introduced, who, true));
    CodeNo const number = numbers_.at(package[0]);
    Texts const remove = pick(1, [&](CodeState const& state) { return state.parent == number; });
    std::string body = field("package", package[0]);
    if (below(3) != 0) body += "," + field("add", add);
    if (below(3) != 0) body += "," + field("remove", remove);
    play(who, "reaggregate", body);
  }
  void ship(ParticipantNo who) {
    Outcome const done = play(who, "ship",
                              fields({field("receiver", tax_ids_[below(tax_ids_.size())]),
                                      field("codes", pick(5, in(CodeStatus::Introduced, who, true)))}));
    if (done.status == DocumentStatus::Accepted) shipments_.push_back(done);
  }
  void answer_one() {
    if (shipments_.empty()) return;
    Outcome const& one = shipments_[below(shipments_.size())];
    auto const shipment = stage().shipment(one.number);
    constexpr std::array kDecisions{"all", "none", "listed"};
    std::string const decision = kDecisions[below(3)];
    std::string body = answer(one, decision);
    if (decision == "listed") {
      ledger::CodeSet const all = shipment->named.unite(shipment->content);
      Texts listed;
      for (std::string const& code : codes_)
        if (all.contains(numbers_.at(code)) && below(2) == 0) listed.push_back(code);
      body += "," + field("codes", listed.empty() ? pick(1, marked(Mark::InTransit)) : listed);
    }
    play(shipment->receiver, "accept", body);
  }
  void cancel_one() {
    if (shipments_.empty()) return;
    Outcome const& one = often() ? shipments_.back() : shipments_[below(shipments_.size())];
    play(stage().shipment(one.number)->sender, "cancel_shipment",
         field("shipment", std::to_string(one.number.value())));
  }
  void remark(ParticipantNo who) {
    Texts const old_code = pick(1, in(CodeStatus::Introduced, who));
    auto const series = ledger::series_of(numbers_.at(old_code[0]));
    auto const fresh = std::find_if(codes_.begin(), codes_.end(), [&](std::string const& code) {
      CodeNo const number = numbers_.at(code);
      return ledger::series_of(number) == series && in(CodeStatus::Emitted, who)(model_.state(number));
    });
    Texts const new_code = fresh != codes_.end() ? Texts{*fresh} : pick(1, in(CodeStatus::Emitted, who));
    play(who, "remark",
         R"("pairs":[{)" + fields({field("old", old_code[0]), field("new", new_code[0])}) +
             R"(}],"reason":"r")");
  }
  void recall_or_lift() {
    if (!recalls_.empty()) {
      play(maker_, "lift_recall", field("recall", recalls_.back()));
      recalls_.pop_back();
      return;
    }
    Outcome const done = play(maker_, "recall",
                              fields({field("gtin", gtin_.text()), field("batch", "B1"), field("reason", "r"),
                                      field("instruction", "i")}));
    if (done.status == DocumentStatus::Accepted) recalls_.push_back(std::to_string(done.number.value()));
  }

  void random_document() {
    ParticipantNo const who = partners_[below(partners_.size())];
    auto const named = [&](CodeStatus status, bool loose = false) {
      return field("codes", pick(4, in(status, who, loose)));
    };
    std::string const register_fields =
        fields({field("register", "1"), field("number", std::to_string(++receipts_))});
    switch (below(26)) {
      case 22:
      case 23:
        return parts(who, "receipt");
      case 25:
        return introduce_foreign();
      case 24:
        return parts(who, "refund");
      case 0:
        return order();
      case 1:
        if (below(3) == 0)
          play(maker_, "report_quality",
               R"("results":[{"grade":"C",)" + named(CodeStatus::Emitted) + "}]");
        else
          play(maker_, "print", named(CodeStatus::Emitted));
        return;
      case 2:
      case 3:
        play(maker_, "apply",
             report(pick(9, in(CodeStatus::Emitted, maker_)), below(2) ? R"(,"batch":"B1")" : ""));
        return;
      case 4:
      case 5:
        return introduce();
      case 6:
      case 7:
        return aggregate(who);
      case 8:
        return reaggregate(who);
      case 9:
        play(who, "disaggregate", field("packages", pick(1, [&](CodeState const& state) {
                                          return state.owner == who && state.lot == ledger::LotNo() &&
                                                 state.status == CodeStatus::Introduced;
                                        })));
        return;
      case 10:
      case 11:
        return ship(who);
      case 12:
        return answer_one();
      case 13:
        return below(3) ? answer_one() : cancel_one();
      case 14:
        if (below(2) == 0) {
          play(who, "drop_out", fields({field("reason", "DEFECT"), named(CodeStatus::Emitted)}));
          return;
        }
        play(who, "write_off",
             fields({field("reason", "KM_LOST"), field("act", "1"), named(CodeStatus::Applied)}));
        return;
      case 15:
        play(who, "withdraw",
             withdrawal(below(2) ? "OWN_USE" : "LOSS", pick(2, in(CodeStatus::Introduced, who))));
        return;
      case 16:
        play(who, "receipt", receipt(pick(2, in(CodeStatus::Introduced, partners_[below(3)]))));
        return;
      case 17:
        play(who, below(2) ? "return" : "cancel_withdrawal", why(pick(1, in(CodeStatus::Retired, who))));
        return;
      case 18:
        play(who, "refund", register_fields + "," + named(CodeStatus::Retired));
        return;
      case 19:
        return below(2) ? remark(who) : recall_or_lift();
      case 20:
        play(who, "correct", fields({field("batch", "B2"), named(CodeStatus::Introduced)}));
        return;
      default:
        break;
    }
    switch (below(3)) {
      case 0:
        play(office_, "block", why(pick(1, [](CodeState const&) { return true; })));
        return;
      case 1:
        play(office_, "unblock", why(pick(1, marked(Mark::Blocked))));
        return;
      default:
        play(office_, "clear_customs",
             fields({field("declaration", "D"), field("codes", pick(2, marked(Mark::Customs)))}));
    }
  }

  void expect_agreement() {
    std::vector<CodeNo> numbers;
    for (auto const& [text, number] : numbers_) numbers.push_back(number);
    std::vector<CodeState> states(numbers.size());
    ASSERT_TRUE(stage().ledger().states(numbers, states));
    for (std::size_t i = 0; i < numbers.size(); ++i)
      ASSERT_EQ(states[i], model_.state(numbers[i])) << "code " << numbers[i].value();
    ASSERT_EQ(model_.breaches(), Texts{});
    std::size_t lines = 0;
    auto const expected = model_.stock();
    for (std::uint32_t owner = 0; owner <= 5; ++owner) {
      auto const stock = stage().ledger().stock(ParticipantNo(owner));
      ASSERT_TRUE(stock);
      lines += stock->size();
      for (ledger::StockLine const& line : *stock) {
        auto const found = expected.find({ParticipantNo(owner), line.series, line.status});
        ASSERT_NE(found, expected.end());
        ASSERT_EQ(line.quantity, found->second);
      }
    }
    ASSERT_EQ(lines, expected.size());
  }

  std::mt19937_64 random_{20260302};
  ledger::testing::NaiveModel model_;
  std::vector<ParticipantNo> partners_;
  Texts tax_ids_;
  Texts boxes_;
  Texts codes_;
  std::map<std::string, CodeNo> numbers_;
  std::vector<Outcome> orders_;
  std::vector<Outcome> shipments_;
  Texts recalls_;
  int receipts_ = 0;
  std::set<std::string> accepted_kinds_;
  gs1::Gtin pack_gtin_;
  gs1::Gtin keg_gtin_;
  int sent_ = 0;
};

TEST_P(RandomDocumentsTest, AgreeWithTheNaiveModel) {
  for (int i = 0; i < 6; ++i) order();
  while (sent_ < kDocuments) {
    random_document();
    ASSERT_NO_FATAL_FAILURE(expect_agreement()) << "after document " << sent_;
  }
  stage().clock.turn_to(UnixMs(stage().clock.now().value() + std::int64_t{40} * 86'400'000));
  for (Outcome const& order : orders_)
    play(office_, "expire_codes", field("order", std::to_string(order.number.value())));
  ASSERT_NO_FATAL_FAILURE(expect_agreement());
  play(maker_, "complete_profile",
       fields({field("address", "Moscow, Arbat 1"), field("phone", "+79161234567"), field("email", "a@b.ru"),
               field("groups", {kGroup}), field("types", {"manufacturer"})}));
  Outcome const admitted =
      play(maker_, "admit_user",
           fields({field("certificate", stage().certificate(kMakerTaxId, "Clerk", "11223344595")),
                   field("email", "clerk@b.ru"), field("roles", {"warehouse"})}));
  play(maker_, "change_user",
       fields({field("user", std::to_string(admitted.number.value())), field("roles", {"cashier"})}));
  play(maker_, "power_of_attorney",
       fields({field("number", "1"), field("decision", "give"), field("person_id", "11223344595"),
               field("person", "Clerk"), field("rights", {"ship"}), field("from", "2026-01-01"),
               field("until", "2030-12-31")}));
  // What happens to orders that wait is played in random_charges_test.cpp.
  for (char const* kind : {"fill_order", "cancel_order", "close_order"}) accepted_kinds_.insert(kind);
  stage().list_provider(shop_, {kGroup});
  Outcome const appointed = play(
      maker_, "appoint_provider",
      fields({field("provider", kShopTaxId), field("rights", {"order_codes"}), field("from", "2026-01-01"),
              field("until", "2030-12-31")}));
  play(shop_, "dismiss_provider", field("mandate", std::to_string(appointed.number.value())));
  stage().assign_prefix(maker_, "4609");
  play(maker_, "publish_card", testing::water_card("4609000000018"));
  play(maker_, "block_card", fields({field("gtin", "4609000000018"), field("reason", "r")}));
  play(maker_, "archive_card", fields({field("gtin", "4609000000018"), field("reason", "r")}));
  Texts missing;
  for (Kind const* kind : all_kinds())
    if (!accepted_kinds_.contains(std::string(kind->traits.name))) missing.emplace_back(kind->traits.name);
  EXPECT_EQ(missing, Texts{}) << "a test of documents that are all refused proves little";
}

INSTANTIATE_TEST_SUITE_P(Engines, RandomDocumentsTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
