// SPDX-License-Identifier: Apache-2.0
#include "registry/api_keys.hpp"

#include <thread>

#include "registry/errors.hpp"
#include "registry/recent.hpp"
#include "registry/signing_test.hpp"

namespace tamga::registry {
namespace {

constexpr std::int64_t kDay = 86'400'000;

class ApiKeysTest : public testing::SigningTest {
 protected:
  void SetUp() override {
    SigningTest::SetUp();
    keys_of_programs_ = open();
  }
  void TearDown() override {
    keys_of_programs_.reset();
    SigningTest::TearDown();
  }
  std::unique_ptr<ApiKeys> open() { return ApiKeys::open(store(), rng_, clock_).value(); }
  [[nodiscard]] UnixMs in(std::int64_t ms) const { return UnixMs(clock_.now().value() + ms); }
  ApiKeys::Wanted wanted(std::string name = "register 7") {
    return {.name = std::move(name),
            .scopes = {Scope::Receipts, Scope::Checks},
            .addresses = {},
            .expires = in(90 * kDay),
            .signer = signer_,
            .request = crypto::sha256("request " + std::to_string(++requests_))};
  }
  Result<ApiKeys::Made> made(ApiKeys::Wanted const& one) {
    return durably([&](sql::Connection& connection) { return keys_of_programs_->add(connection, one); });
  }
  Result<ApiKeys::Rotated> rotated(std::string const& id, std::optional<UnixMs> until = {}) {
    auto rotated = durably([&](sql::Connection& connection) {
      return keys_of_programs_->rotate(connection, {.id = id,
                                                    .expires = in(90 * kDay),
                                                    .old_until = until,
                                                    .signer = signer_,
                                                    .request = wanted().request});
    });
    if (rotated) keys_of_programs_->forget(rotated->old);
    return rotated;
  }
  Result<ApiKey> revoked(ParticipantNo who, std::string const& id) {
    auto key =
        durably([&](sql::Connection& connection) { return keys_of_programs_->revoke(connection, who, id); });
    if (key) keys_of_programs_->forget(*key);
    return key;
  }
  /// Empty when the key is good.
  std::string refusal(std::string const& token, std::string const& address = "192.0.2.7") {
    auto const seen = keys_of_programs_->look(token, address);
    if (!seen) return std::string(seen.error().name());
    return seen->refusal ? std::string(seen->refusal->name()) : std::string();
  }

  std::unique_ptr<ApiKeys> keys_of_programs_;
  int requests_ = 0;
};

TEST_P(ApiKeysTest, AKeyIsFoundByItsToken) {
  auto const one = made(wanted()).value();
  EXPECT_TRUE(ApiKeys::is_one(one.token)) << one.token;
  for (int round = 0; round < 2; ++round) {
    auto const seen = keys_of_programs_->look(one.token, "192.0.2.7").value();
    EXPECT_FALSE(seen.refusal);
    EXPECT_EQ(seen.key.participant, ParticipantNo(5));
    EXPECT_EQ(seen.key.name, "register 7");
    EXPECT_EQ(seen.key.scopes, (Scopes{Scope::Receipts, Scope::Checks}));
    EXPECT_EQ(seen.key.certificate, signer_.certificate);
    EXPECT_EQ(seen.key.id(), one.key.id());
    reopen();
    keys_of_programs_ = open();
  }
  EXPECT_EQ(refusal("tk_" + std::string(43, 'A')), "API_KEY_UNKNOWN");
  EXPECT_EQ(refusal(one.token.substr(3)), "API_KEY_UNKNOWN");
}

// The table holds no key: who steals it may do nothing.
TEST_P(ApiKeysTest, KeysAreNotStored) {
  auto const one = made(wanted()).value();
  auto reader = store().reader().value();
  constexpr sql::Statement kAll{"test.keys", "SELECT digest, request, name, person, addresses FROM api_key"};
  auto rows = reader->query(kAll).value();
  int count = 0;
  ASSERT_TRUE(rows.each([&](sql::Row const& row) {
    ++count;
    EXPECT_EQ(row.blob(0), crypto::view(one.key.digest));
    for (std::string_view const column : {row.blob(0), row.blob(1), row.text(2), row.text(3), row.text(4)})
      EXPECT_EQ(column.find(one.token.substr(3)), std::string_view::npos);
  }));
  EXPECT_EQ(count, 1);
}

TEST_P(ApiKeysTest, AKeyExpires) {
  auto one = wanted();
  one.expires = in(kDay);
  auto const key = made(one).value();
  clock_.pass(kDay - 1);
  EXPECT_EQ(refusal(key.token), "");
  clock_.pass(1);
  EXPECT_EQ(refusal(key.token), "API_KEY_EXPIRED");
  EXPECT_EQ(keys_of_programs_->of(ParticipantNo(5)).value().front().state(clock_.now()),
            ApiKeyState::Expired);
}

TEST_P(ApiKeysTest, ATermIsAYearAtMost) {
  auto one = wanted();
  for (UnixMs const wrong : {clock_.now(), in(-kDay), in(ApiKeys::kLongestMs + 1)}) {
    one.expires = wrong;
    auto const refused = made(one);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().is(kApiKeyTerm));
    EXPECT_EQ(refused.error().where(), "/expires");
  }
  one.expires = in(ApiKeys::kLongestMs);
  EXPECT_TRUE(made(one));
}

TEST_P(ApiKeysTest, AKeyIsGoodFromItsAddressesOnly) {
  auto one = wanted();
  one.addresses = {AddressRange::parse("192.0.2.0/24").value(), AddressRange::parse("2001:db8::1").value()};
  auto const key = made(one).value();
  for (int round = 0; round < 2; ++round) {
    EXPECT_EQ(refusal(key.token, "192.0.2.200"), "");
    EXPECT_EQ(refusal(key.token, "2001:db8::1"), "");
    EXPECT_EQ(refusal(key.token, "192.0.3.1"), "API_KEY_ADDRESS");
    EXPECT_EQ(refusal(key.token, ""), "API_KEY_ADDRESS");
    keys_of_programs_ = open();
  }
}

TEST_P(ApiKeysTest, ARevokedKeyIsGoodForNothing) {
  auto const one = made(wanted()).value();
  EXPECT_EQ(refusal(one.token), "");
  EXPECT_TRUE(revoked(ParticipantNo(6), one.key.id()).error().is(kApiKeyNotYours));
  EXPECT_EQ(refusal(one.token), "");
  ASSERT_TRUE(revoked(ParticipantNo(5), one.key.id()));
  EXPECT_EQ(refusal(one.token), "API_KEY_REVOKED");
  auto const first = *keys_of_programs_->of(ParticipantNo(5)).value().front().revoked;
  clock_.pass(kDay);
  ASSERT_TRUE(revoked(ParticipantNo(5), one.key.id()));
  EXPECT_EQ(*keys_of_programs_->of(ParticipantNo(5)).value().front().revoked, first);
}

// The program is given the new key while the old one still works.
TEST_P(ApiKeysTest, RotationOverlaps) {
  auto one = wanted();
  one.addresses = {AddressRange::parse("192.0.2.0/24").value()};
  auto const old = made(one).value();
  EXPECT_EQ(refusal(old.token), "");
  auto const next = rotated(old.key.id(), in(kDay)).value();
  EXPECT_EQ(next.made.key.name, "register 7");
  EXPECT_EQ(next.made.key.scopes, old.key.scopes);
  EXPECT_EQ(refusal(next.made.token, "198.51.100.1"), "API_KEY_ADDRESS");
  EXPECT_EQ(next.old.state(clock_.now()), ApiKeyState::Rotated);
  clock_.pass(kDay - 1);
  EXPECT_EQ(refusal(old.token), "");
  EXPECT_EQ(refusal(next.made.token), "");
  clock_.pass(1);
  EXPECT_EQ(refusal(old.token), "API_KEY_EXPIRED");
  EXPECT_EQ(refusal(next.made.token), "");
  EXPECT_TRUE(rotated(old.key.id()).error().is(kApiKeyEnded));
  EXPECT_TRUE(rotated("0123456789abcdef").error().is(kApiKeyNotYours));
}

TEST_P(ApiKeysTest, RotationNeverProlongsTheOldKey) {
  auto one = wanted();
  one.expires = in(2 * kDay);
  auto const old = made(one).value();
  EXPECT_EQ(rotated(old.key.id(), in(30 * kDay)).value().old.expires, one.expires);
  auto const other = made(wanted("register 8")).value();
  EXPECT_EQ(rotated(other.key.id()).value().old.expires, in(ApiKeys::kOverlapMs));
  auto const third = made(wanted("register 9")).value();
  ASSERT_TRUE(rotated(third.key.id(), in(-kDay)));
  EXPECT_EQ(refusal(third.token), "API_KEY_EXPIRED");
}

// Whoever catches a signed request makes no second key of it.
TEST_P(ApiKeysTest, ASignedRequestMakesOneKey) {
  auto one = wanted();
  auto const first = made(one).value();
  one.name = "other";
  EXPECT_TRUE(made(one).error().is(kApiKeyRequestUsed));
  ASSERT_TRUE(revoked(ParticipantNo(5), first.key.id()));
  EXPECT_TRUE(made(one).error().is(kApiKeyRequestUsed));
}

TEST_P(ApiKeysTest, NamesOfKeysThatWorkDiffer) {
  auto const first = made(wanted()).value();
  EXPECT_TRUE(made(wanted()).error().is(kApiKeyNameTaken));
  ASSERT_TRUE(revoked(ParticipantNo(5), first.key.id()));
  EXPECT_TRUE(made(wanted()));
  auto foreign = wanted();
  foreign.signer.participant = ParticipantNo(6);
  EXPECT_TRUE(made(foreign));
  EXPECT_EQ(keys_of_programs_->of(ParticipantNo(5)).value().size(), 2U);
}

TEST_P(ApiKeysTest, AParticipantHasAHundredKeysAtMost) {
  for (std::size_t i = 0; i < ApiKeys::kCurrentMax; ++i)
    ASSERT_TRUE(made(wanted("program " + std::to_string(i))));
  EXPECT_TRUE(made(wanted("one more")).error().is(kApiKeyTooMany));
}

TEST_P(ApiKeysTest, UseIsWrittenDownOnceAMinute) {
  auto const one = made(wanted()).value();
  auto const seen = keys_of_programs_->look(one.token, "192.0.2.7").value();
  ASSERT_TRUE(seen.due);
  EXPECT_FALSE(keys_of_programs_->look(one.token, "192.0.2.7")->due);
  ASSERT_TRUE(durably(
      [&](sql::Connection& connection) { return keys_of_programs_->note_use(connection, seen.key); }));
  EXPECT_EQ(keys_of_programs_->of(ParticipantNo(5)).value().front().used, clock_.now());
  clock_.pass(60'000);
  EXPECT_TRUE(keys_of_programs_->look(one.token, "192.0.2.7")->due);
}

// Another process that has used the key a moment ago hears of its end within five seconds.
TEST_P(ApiKeysTest, RevocationReachesOtherProcesses) {
  auto const one = made(wanted()).value();
  auto const other = open();
  ASSERT_FALSE(other->look(one.token, "192.0.2.7")->refusal);
  ASSERT_TRUE(revoked(ParticipantNo(5), one.key.id()));
  if (store().engine() == sql::Engine::Sqlite) return;  // belongs to one process
  clock_.pass(60'000);
  EXPECT_TRUE(other->look(one.token, "192.0.2.7")->refusal) << "a use that is due is looked up";
  auto const second = made(wanted("register 8")).value();
  ASSERT_FALSE(other->look(second.token, "192.0.2.7")->refusal);
  ASSERT_TRUE(revoked(ParticipantNo(5), second.key.id()));
  std::this_thread::sleep_for(kTrusted);
  EXPECT_TRUE(other->look(second.token, "192.0.2.7")->refusal);
}

INSTANTIATE_TEST_SUITE_P(Engines, ApiKeysTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::registry
