// SPDX-License-Identifier: Apache-2.0
// Features 1.7 to 1.10 and 1.13: the profile, and what is closed before it.
#include "documents/testing/trade.hpp"

namespace tamga::documents {
namespace {

using testing::field;
using testing::fields;
using testing::Outcome;
using testing::Texts;

class ProfileTest : public testing::TradeTest {
 protected:
  void SetUp() override {
    TradeTest::SetUp();
    newcomer_ = stage().join("5003052454", {});
  }
  static std::string profile(Texts const& types, std::string const& more = "") {
    return fields({field("address", "Moscow, Arbat 1"), field("phone", "+7 (916) 123-45-67"),
                   field("email", "office@example.ru"), field("groups", {kGroup}), field("types", types)}) +
           more;
  }
  registry::Participant participant() { return stage().books().participants.find(newcomer_).value().value(); }
  ledger::ParticipantNo newcomer_;
};

TEST_P(ProfileTest, NothingBeforeTheProfile) {
  Texts const codes = introduced(1);
  EXPECT_EQ(refused(newcomer_, "receipt", receipt(codes)), Texts{" PROFILE_MISSING"});
  accepted(newcomer_, "complete_profile", profile({"retail"}));
  EXPECT_EQ(participant().types, Texts{"retail"});
  accepted(newcomer_, "receipt", receipt(codes));
}

TEST_P(ProfileTest, EverythingWrongIsToldAtOnce) {
  EXPECT_EQ(
      refused(
          newcomer_, "complete_profile",
          fields({field("address", "Moscow, Arbat 1"), field("phone", "916-00-00"), field("email", "office"),
                  field("groups", {"moon_rocks"}), field("types", {"astronaut"}),
                  R"("bank":{"bank":"044525226","account":"40702810900000000001"})",
                  R"("sites":[{"name":"One","address":"There"}])"})),
      (Texts{"/email EMAIL_WRONG", "/phone PHONE_WRONG", "/groups/0 GROUP_UNKNOWN", "/types/0 TYPE_UNKNOWN",
             "/sites SITES_NOT_FOR_TYPES", "/bank/account ACCOUNT_OTHER_BANK"}));
  EXPECT_TRUE(participant().types.empty());
}

// A correspondent account is the bank's own at the central bank: nothing is paid to a business there.
TEST_P(ProfileTest, TheAccountOfTheBankIsNotTheCompanys) {
  auto const bank = [](char const* account) {
    return R"(,"bank":{"bank":"044525225","account":")" + std::string(account) + R"("})";
  };
  EXPECT_EQ(refused(newcomer_, "complete_profile", profile({"retail"}, bank("30101810400000000225"))),
            Texts{"/bank/account ACCOUNT_OTHER_BANK"});
  accepted(newcomer_, "complete_profile", profile({"retail"}, bank("40702810200000012345")));
}

// A company has a second number of the tax office, and so may each of its places; neither is asked for.
TEST_P(ProfileTest, CodesOfTheReasonOfTaxRegistration) {
  auto const codes = [](char const* own, char const* of_site) {
    return R"(,"kpp":")" + std::string(own) + R"(","sites":[{"name":"One","address":"There"},)" +
           R"({"name":"Two","address":"Elsewhere","kpp":")" + of_site + R"("}])";
  };
  EXPECT_EQ(
      refused(newcomer_, "complete_profile", profile({"manufacturer"}, codes("5003010010", "5003o1002"))),
      (Texts{"/kpp NUMBER_LENGTH", "/sites/1/kpp NUMBER_CHARACTER"}));
  accepted(newcomer_, "complete_profile", profile({"manufacturer"}, codes(" 500301001", "5003AB002")));
  auto const stored = stage().profile(newcomer_);
  EXPECT_EQ(stored.profile.kpp, "500301001") << "kept in one form";
  EXPECT_EQ(stored.profile.sites->at(0).kpp, std::nullopt);
  EXPECT_EQ(stored.profile.sites->at(1).kpp, "5003AB002");
  accepted(newcomer_, "complete_profile", profile({"retail"}));
  EXPECT_EQ(stage().profile(newcomer_).profile.kpp, std::nullopt);

  auto const proprietor = stage().join("770005309364", {});
  EXPECT_EQ(refused(proprietor, "complete_profile", profile({"retail"}, R"(,"kpp":"770001001")")),
            Texts{"/kpp NUMBER_NOT_APPLICABLE"});
  accepted(proprietor, "complete_profile", profile({"retail"}));
}

TEST_P(ProfileTest, ACountryWithoutSuchCodes) {
  open("uz");
  EXPECT_EQ(refused(newcomer_, "complete_profile", profile({"retail"}, R"(,"kpp":"500301001")")),
            Texts{"/kpp NUMBER_NOT_APPLICABLE"});
  accepted(newcomer_, "complete_profile", profile({"retail"}));
}

TEST_P(ProfileTest, ChangesReplaceItWhole) {
  accepted(newcomer_, "complete_profile", profile({"retail"}));
  std::string const sites = R"(,"sites":[{"name":"One","address":"There","lines":["A","B"]}])";
  Outcome const changed = accepted(newcomer_, "complete_profile", profile({"manufacturer", "retail"}, sites));
  EXPECT_EQ(participant().types, (Texts{"manufacturer", "retail"}));
  auto const stored = stage().profile(newcomer_);
  EXPECT_EQ(stored.document, changed.number.value());
  EXPECT_EQ(stored.profile.phone, "+79161234567") << "kept in one form";
  EXPECT_EQ(stored.profile.sites->at(0).lines->at(1), "B");
}

INSTANTIATE_TEST_SUITE_P(Engines, ProfileTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::documents
