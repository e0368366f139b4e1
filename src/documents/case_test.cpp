// SPDX-License-Identifier: Apache-2.0
#include "documents/case.hpp"

#include <gtest/gtest.h>

#include <map>

#include "documents/kinds/aggregate.hpp"
#include "documents/kinds/withdraw.hpp"
#include "documents/kinds/write_off.hpp"
#include "shape/decode.hpp"

namespace tamga::documents {
namespace {

using ledger::CodeNo;
using ledger::CodeRange;
using ledger::CodeSet;
using ledger::CodeStatus;
using ledger::Event;
using ledger::ParticipantNo;

constexpr ledger::SeriesNo kGoods(1);
constexpr ledger::SeriesNo kBoxes(2);
constexpr ParticipantNo kMaker(7);
constexpr ParticipantNo kStranger(8);

/// Nothing is published: each test lives in one batch.
struct NoBlocks : ledger::BlockSource {
  Result<void> fetch(std::span<ledger::BlockNo const> wanted,
                     std::vector<ledger::PublishedBlock>& found) override {
    found.resize(found.size() + wanted.size());
    return {};
  }
};

struct MapShelf : PackageShelf {
  std::map<CodeNo, PackageContent> packages;
  [[nodiscard]] bool may_be_package(ledger::SeriesNo series) const override { return series == kBoxes; }
  Result<std::vector<PackageContent>> content(std::span<CodeNo const> asked) override {
    std::vector<PackageContent> found;
    for (CodeNo const code : asked) found.push_back(packages[code]);
    return found;
  }
  void put(CodeNo package, PackageContent content) override { packages[package] = std::move(content); }
};

/// Goods are named "1:17" (series and index): what texts mean is another room's business.
Resolution resolve(Naming const& naming) {
  Resolution resolution;
  for (std::size_t item = 0; item < naming.size(); ++item) {
    std::string const text(naming.text(item));
    auto const colon = text.find(':');
    resolution.codes.push_back(ledger::code_no(ledger::SeriesNo(std::stoi(text.substr(0, colon))),
                                               std::stoll(text.substr(colon + 1))));
  }
  return resolution;
}

class CaseTest : public ::testing::Test {
 protected:
  void SetUp() override {
    CodeSet const goods(CodeRange{ledger::code_no(kGoods, 0), 2000});
    ASSERT_TRUE(batch_.load(goods));
    batch_.begin_document(ledger::DocumentNo(1));
    batch_.change(Event::Issue, ledger::patch_of(Event::Issue).owner(kMaker), goods);
    batch_.change(Event::Apply, ledger::patch_of(Event::Apply), goods);
    batch_.change(Event::Introduce, ledger::patch_of(Event::Introduce), goods);
  }

  /// Sends a document; gives the refusals as "pointer NAME".
  template <class D>
  std::vector<std::string> send(std::string const& json, ParticipantNo sender = kMaker) {
    auto const body = shape::decode<typename D::Body>(json);
    EXPECT_TRUE(body) << describe(body.error());
    Naming naming;
    auto const parts = D::name(*body, naming);
    Case one({{sender, false}, ledger::DocumentNo(2), UnixMs(0)}, naming, resolve(naming), batch_, shelf_);
    auto const plan = D::check(*body, parts, one);
    EXPECT_TRUE(plan) << describe(plan.error());
    if (one.refusals().empty() || D::kAtomicity == Atomicity::PerCode) D::apply(*body, *plan, one);
    EXPECT_FALSE(batch_.broken()) << describe(*batch_.broken());
    std::vector<std::string> refused;
    for (Refusal const& refusal : one.refusals())
      refused.push_back(naming.pointer(refusal.item) + " " + std::string(refusal.kind->name));
    return refused;
  }

  ledger::CodeState good(std::int64_t index) { return batch_.state(ledger::code_no(kGoods, index)); }
  ledger::CodeState box(std::int64_t index) { return batch_.state(ledger::code_no(kBoxes, index)); }

  NoBlocks blocks_;
  ledger::Batch batch_{blocks_};
  MapShelf shelf_;
};

std::string package(std::string const& code, int first, int count) {
  std::string json = R"({"package":")" + code + std::string(18 - code.size(), ' ') + R"(","codes":[)";
  for (int i = 0; i < count; ++i) json += (i ? ",\"1:" : "\"1:") + std::to_string(first + i) + "\"";
  return json + "]}";
}
std::string box_name(int index) {
  std::string const name = "2:" + std::to_string(index);
  return "2:" + std::string(18 - name.size(), '0') + std::to_string(index);
}
using Lines = std::vector<std::string>;

// A pallet of boxes withdrawn as one code takes everything in it along, and nothing else.
TEST_F(CaseTest, PackageStandsForAllItHolds) {
  std::string json = R"({"packages":[)";
  for (int i = 0; i < 3; ++i) json += package(box_name(i), i * 20, 20) + ",";
  json +=
      R"({"package":")" + box_name(3) + R"(","codes":[")" + box_name(0) + "\",\"" + box_name(1) + R"("]}]})";
  ASSERT_EQ(send<Aggregate>(json), Lines{});
  EXPECT_EQ(good(5).parent, ledger::code_no(kBoxes, 0));
  EXPECT_EQ(box(0).parent, ledger::code_no(kBoxes, 3));
  EXPECT_EQ(shelf_.packages[ledger::code_no(kBoxes, 3)].level, 2);
  EXPECT_EQ(box(3).owner, kMaker);

  ASSERT_EQ(send<Withdraw>(R"({"reason":9,"primary_document":"act 1","codes":[")" + box_name(3) + R"("]})"),
            Lines{});
  for (std::int64_t i = 0; i < 40; ++i) ASSERT_EQ(good(i).status, CodeStatus::Retired) << i;
  for (std::int64_t i = 40; i < 70; ++i) ASSERT_EQ(good(i).status, CodeStatus::Introduced) << i;
  EXPECT_EQ(good(3).reason, 9);
  EXPECT_EQ(box(1).status, CodeStatus::Retired);
  EXPECT_EQ(box(2).status, CodeStatus::Introduced);
}

// All or nothing: one wrong code and nothing of the document happens.
TEST_F(CaseTest, OneWrongCodeRefusesTheWithdrawal) {
  EXPECT_EQ(send<Withdraw>(R"({"reason":9,"primary_document":"act","codes":["1:1","1:5000","1:2","1:1"]})"),
            (Lines{"/codes/3 CODE_TWICE", "/codes/1 CODE_NOT_ISSUED"}));
  EXPECT_EQ(good(1).status, CodeStatus::Introduced);
  EXPECT_EQ(send<Withdraw>(R"({"reason":9,"primary_document":"act","codes":["1:1"]})", kStranger),
            Lines{"/codes/0 CODE_OF_ANOTHER_OWNER"});
}

// Per code: what can be written off is, the rest is refused item by item.
TEST_F(CaseTest, WriteOffWorksPerCode) {
  CodeSet const fresh(CodeRange{ledger::code_no(kGoods, 2000), 10});
  ASSERT_TRUE(batch_.load(fresh));
  batch_.change(Event::Issue, ledger::patch_of(Event::Issue).owner(kMaker), fresh);
  EXPECT_EQ(send<WriteOff>(R"({"reason":3,"act":"17","codes":["1:2000","1:4","1:2003"]})"),
            Lines{"/codes/1 CODE_WRONG_STATUS"});
  EXPECT_EQ(good(2000).status, CodeStatus::WrittenOff);
  EXPECT_EQ(good(2003).reason, 3);
  EXPECT_EQ(good(2001).status, CodeStatus::Emitted);
  EXPECT_EQ(good(4).status, CodeStatus::Introduced);
}

// A code lies in one package, packages make no ring, and a package is made once.
TEST_F(CaseTest, PackagesStaySound) {
  EXPECT_EQ(send<Aggregate>(R"({"packages":[)" + package(box_name(0), 0, 2) + "," +
                            package(box_name(1), 1, 2) + "]}"),
            Lines{"/packages/1/codes/0 CODE_TWICE"});
  EXPECT_EQ(send<Aggregate>(R"({"packages":[{"package":")" + box_name(0) + R"(","codes":[")" + box_name(0) +
                            R"("]}]})"),
            Lines{"/packages/0/package PACKAGE_IN_ITSELF"});
  ASSERT_EQ(send<Aggregate>(R"({"packages":[)" + package(box_name(0), 0, 2) + "]}"), Lines{});
  EXPECT_EQ(send<Aggregate>(R"({"packages":[)" + package(box_name(0), 5, 2) + "]}"),
            Lines{"/packages/0/package PACKAGE_EXISTS"});
  EXPECT_EQ(send<Aggregate>(R"({"packages":[)" + package(box_name(1), 1, 2) + "]}"),
            Lines{"/packages/0/codes/0 CODE_INSIDE_PACKAGE"});
}

// Six levels of packages are one too many.
TEST_F(CaseTest, PackagesNestFiveDeep) {
  ASSERT_EQ(send<Aggregate>(R"({"packages":[)" + package(box_name(0), 0, 1) + "]}"), Lines{});
  for (int level = 1; level < 5; ++level)
    ASSERT_EQ(send<Aggregate>(R"({"packages":[{"package":")" + box_name(level) + R"(","codes":[")" +
                              box_name(level - 1) + R"("]}]})"),
              Lines{});
  EXPECT_EQ(send<Aggregate>(R"({"packages":[{"package":")" + box_name(5) + R"(","codes":[")" + box_name(4) +
                            R"("]}]})"),
            Lines{"/packages/0/package PACKAGE_TOO_DEEP"});
  ASSERT_EQ(send<Withdraw>(R"({"reason":9,"primary_document":"act","codes":[")" + box_name(4) + R"("]})"),
            Lines{});
  EXPECT_EQ(good(0).status, CodeStatus::Retired) << "the deepest content goes along";
}

}  // namespace
}  // namespace tamga::documents
