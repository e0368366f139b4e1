// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "base/testing/source_path.hpp"
#include "crypto/cms.hpp"
#include "crypto/errors.hpp"
#include "crypto/testing_authority.hpp"
#include "evidence/bundle.hpp"
#include "evidence/doubts.hpp"
#include "evidence/policy.hpp"
#include "evidence/tables.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::evidence {
namespace {

using crypto::RevocationStatus;
using crypto::testing::authority;
using crypto::testing::kNow;
using crypto::testing::later;
using crypto::testing::order;
using crypto::testing::trust;

constexpr char const* kListUrl = "http://crl.example/list.crl";
constexpr char const* kContent = "{\"kind\":\"ship\"}";

/// An authority's list that is there, or is not.
class Lists final : public crypto::Fetcher {
 public:
  Result<std::string> fetch(crypto::FetchRequest const&) override {
    ++asked;
    if (list.empty()) return fail(Error(crypto::kFetchFailed).with("url", kListUrl));
    return list;
  }
  std::string list;
  int asked = 0;
};

class EvidenceTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("evidence", kMigrations);
    auto wanted = order();
    wanted.list_url = kListUrl;
    who_.emplace(authority().issue(wanted).value());
    checker_ = std::make_shared<crypto::RevocationChecker>(
        lists_, crypto::RevocationOptions{.when_unreachable = crypto::WhenUnreachable::Accept,
                                          .retry_after = std::chrono::milliseconds(0)});
  }
  static std::string list_of(std::vector<crypto::RevokedSerial> const& revoked, UnixMs at = kNow) {
    return authority().revocation_list(revoked, at, later(at, 24 * 60)).value();
  }
  [[nodiscard]] crypto::RevokedSerial revoked(UnixMs at) const {
    return {.serial_hex = who_->certificate().serial_hex(), .at = at, .reason = 1};
  }
  Proof accept(std::string const& content = kContent, UnixMs at = kNow) {
    crypto::CmsVerifier const verifier(trust(), {}, checker_);
    auto const cms = crypto::sign_detached(*who_, content, at).value();
    return proof_of(verifier.verify_detached(cms, content, at).value(), at);
  }
  template <class Work>
  void within(Work const& work) {
    auto writer = store().writer().value();
    auto transaction = sql::Transaction::begin(*writer).value();
    auto const done = work(*writer);
    ASSERT_TRUE(done) << describe(done.error());
    ASSERT_TRUE(transaction.commit());
  }
  std::int64_t count(char const* table) {
    std::string const text = std::string("SELECT CAST(count(*) AS {integer}) FROM ") + table;
    sql::Statement const statement{"evidence.test.count", text};
    auto reader = store().reader().value();
    return reader->find(statement, [](sql::Row const& row) { return row.int64(0); }).value().value();
  }

  std::shared_ptr<Lists> lists_ = std::make_shared<Lists>();
  std::shared_ptr<crypto::RevocationChecker> checker_;
  std::optional<crypto::SigningIdentity> who_;
};

// A thousand documents of one hour share one set, one list and one chain.
TEST_P(EvidenceTest, WhatIsTheSameIsKeptOnce) {
  lists_->list = list_of({});
  Proof const first = accept();
  EXPECT_EQ(first.standing, Standing::Proven);
  within([&](sql::Connection& connection) -> Result<void> {
    TAMGA_TRY(keep(connection, first));
    for (int i = 0; i < 50; ++i)
      TAMGA_TRY(keep(connection, accept("{\"n\":" + std::to_string(i) + "}", later(kNow, i % 10))));
    return {};
  });
  EXPECT_EQ(lists_->asked, 1);
  EXPECT_EQ(count("evidence_set"), 1);
  EXPECT_EQ(count("evidence_piece"), 3);  // signer, root, list
  auto reader = store().reader().value();
  auto const set = find_set(*reader, first.digest).value().value();
  EXPECT_EQ(set.scheme, "ecdsa-sha256");
  ASSERT_EQ(set.path.size(), 2U);
  EXPECT_EQ(set.path[0], crypto::hex(who_->certificate().sha256()));
  ASSERT_EQ(set.statements.size(), 1U);
  EXPECT_EQ(standing_of(set, kNow), Standing::Proven);
  auto const pieces =
      find_pieces(*reader, {set.statements[0].evidence, "nonsense", std::string(64, '0')}).value();
  ASSERT_EQ(pieces.size(), 1U);
  EXPECT_EQ(pieces[0].kind, PieceKind::RevocationList);
  EXPECT_EQ(pieces[0].bytes, lists_->list);
}

// The shelf says what is stored and forgets the oldest.
TEST_P(EvidenceTest, TheShelfRemembers) {
  Shelf shelf;
  crypto::Sha256 digest{};
  EXPECT_FALSE(shelf.holds(digest));
  shelf.remember(digest);
  shelf.remember(digest);
  EXPECT_TRUE(shelf.holds(digest));
  for (int i = 0; i < 10'000; ++i) {
    crypto::Sha256 const other = crypto::sha256(std::to_string(i));
    shelf.remember(other);
  }
  EXPECT_FALSE(shelf.holds(digest));
}

// While nobody answers a signature waits; the answer that comes later decides by the moment of the signature.
TEST_P(EvidenceTest, DoubtsAreSettledByTheNextAnswer) {
  Proof const proof = accept();
  EXPECT_EQ(proof.standing, Standing::Waiting);
  Doubt doubt{.subject = Subject::Document,
              .id = 7,
              .evidence = proof.digest,
              .moment = proof.moment,
              .accepted_at = kNow,
              .state = Standing::Waiting,
              .next_check_at = later(kNow, 5),
              .checks = 1};
  within([&](sql::Connection& connection) -> Result<void> {
    TAMGA_TRY(keep(connection, proof));
    return put_doubt(connection, doubt);
  });
  {
    auto const reader = store().reader().value();
    EXPECT_TRUE(doubts_due(*reader, later(kNow, 4), 10).value().empty());
    ASSERT_EQ(doubts_due(*reader, later(kNow, 5), 10).value().size(), 1U);
    EXPECT_EQ(find_doubt(*reader, Subject::Document, 7).value()->evidence, proof.digest);
    EXPECT_FALSE(find_doubt(*reader, Subject::Application, 7).value());

    UnixMs const then = later(kNow, 5);
    EXPECT_EQ(look_again(find_chains(*reader, proof.digest).value(), *checker_, proof.moment, then).standing,
              Standing::Waiting);
    lists_->list = list_of({revoked(later(kNow, 1))}, then);
    auto const after =
        look_again(find_chains(*reader, proof.digest).value(), *checker_, proof.moment, later(then, 1));
    EXPECT_EQ(after.standing, Standing::Proven);  // revoked, but later than signed
    ASSERT_EQ(after.statements.size(), 1U);
    EXPECT_EQ(after.statements[0].status, RevocationStatus::Revoked);
    EXPECT_EQ(
        look_again(find_chains(*reader, proof.digest).value(), *checker_, later(kNow, 2), later(then, 1))
            .standing,
        Standing::Revoked);
  }
  doubt.state = Standing::Revoked;
  within([&](sql::Connection& connection) { return put_doubt(connection, doubt); });
  {
    auto const again = store().reader().value();
    EXPECT_TRUE(doubts_due(*again, later(kNow, 50), 10).value().empty());
    EXPECT_EQ(doubts_in(*again, Standing::Revoked, 0, 10).value().size(), 1U);
    EXPECT_TRUE(doubts_in(*again, Standing::Revoked, 7, 10).value().empty());
  }
  within([&](sql::Connection& connection) { return drop_doubt(connection, doubt); });
  EXPECT_EQ(count("signature_doubt"), 0);
}

// A contract is signed by both sides under one number: a page never ends between the two.
TEST_P(EvidenceTest, APageOfDoubtsKeepsBothSidesTogether) {
  Proof const proof = accept();
  within([&](sql::Connection& connection) { return keep(connection, proof); });
  auto const doubt = [&](Subject subject, std::int64_t id) {
    Doubt const one{.subject = subject,
                    .id = id,
                    .evidence = proof.digest,
                    .moment = proof.moment,
                    .accepted_at = kNow,
                    .state = Standing::Revoked,
                    .next_check_at = kNow,
                    .checks = 1};
    within([&](sql::Connection& connection) { return put_doubt(connection, one); });
  };
  doubt(Subject::Document, 1);
  doubt(Subject::Contract, 2);
  doubt(Subject::ContractByOperator, 2);
  doubt(Subject::Document, 3);
  auto const reader = store().reader().value();
  EXPECT_EQ(doubts_in(*reader, Standing::Revoked, 0, 2).value().size(), 3U);
  EXPECT_EQ(doubts_in(*reader, Standing::Revoked, 2, 2).value().size(), 1U);
  EXPECT_EQ(doubts_in(*reader, Standing::Revoked, 0, 10).value().size(), 4U);
}

// The set of an application is found by its number.
TEST_P(EvidenceTest, LinksBelongToTheirSubject) {
  lists_->list = list_of({});
  Proof const proof = accept();
  within([&](sql::Connection& connection) { return keep(connection, Subject::Application, 3, proof); });
  auto reader = store().reader().value();
  auto const linked = find_link(*reader, Subject::Application, 3).value();
  ASSERT_TRUE(linked);
  EXPECT_EQ(linked->evidence, proof.digest);
  EXPECT_EQ(linked->moment, kNow);
  EXPECT_FALSE(find_link(*reader, Subject::Contract, 3).value());
}

// The pause grows and stays below a day.
TEST(EvidencePolicy, TriesBecomeRarer) {
  constexpr std::chrono::minutes kFirst{5};
  EXPECT_EQ(next_try(kNow, 1, kFirst), later(kNow, 5));
  EXPECT_EQ(next_try(kNow, 2, kFirst), later(kNow, 10));
  EXPECT_EQ(next_try(kNow, 5, kFirst), later(kNow, 80));
  EXPECT_EQ(next_try(kNow, 1000, kFirst), later(kNow, 24 * 60));
}

// Each country says what it wants, and the checker is set by it.
TEST(EvidencePolicy, CountriesSayWhatTheyWant) {
  std::filesystem::path const spec = source_path("spec");
  auto const accepting = read_policy(spec / "ru" / "signatures.toml").value();
  EXPECT_EQ(accepting.when_silent, WhenSilent::Accept);
  EXPECT_EQ(when_unreachable(accepting.when_silent), crypto::WhenUnreachable::Accept);
  auto const waiting = read_policy(spec / "uz" / "signatures.toml").value();
  EXPECT_EQ(waiting.when_silent, WhenSilent::Wait);
  EXPECT_EQ(when_unreachable(waiting.when_silent), crypto::WhenUnreachable::Refuse);
  EXPECT_FALSE(read_policy(spec / "uz" / "onboarding.toml"));
}

/// Runs a program in the shell; its status.
int run(std::string const& command) { return std::system(("{ " + command + "; } >/dev/null 2>&1").c_str()); }

// Whoever has the archive verifies it with OpenSSL alone: signature, chain, list. With another content it
// fails.
TEST_P(EvidenceTest, ABundleIsVerifiedWithOpenSslAlone) {
  lists_->list = list_of({});
  Proof const proof = accept();
  auto const cms = crypto::sign_detached(*who_, kContent, kNow).value();
  within([&](sql::Connection& connection) { return keep(connection, proof); });
  auto reader = store().reader().value();
  auto const files = bundle_of(*reader, {.name = "document-7",
                                         .content = kContent,
                                         .signature = cms,
                                         .evidence = proof.digest,
                                         .moment = kNow})
                         .value();
  ASSERT_EQ(files.size(), 7U);
  auto const folder = std::filesystem::temp_directory_path() / ("tamga-evidence-" + std::to_string(getpid()));
  std::filesystem::remove_all(folder);
  std::filesystem::create_directories(folder);
  {
    std::string const tar = tar_of("document-7", files, kNow);
    EXPECT_EQ(tar.size() % 512, 0U);
    std::ofstream(folder / "bundle.tar", std::ios::binary) << tar;
  }
  std::string const in = "cd " + folder.string() + " && ";
  ASSERT_EQ(run(in + "tar xf bundle.tar && cat document-7/chain/*.pem > document-7/chain.pem"), 0);
  std::string const at = std::to_string(kNow.value() / 1000);
  std::string const verify = in +
                             "cd document-7 && openssl cms -verify -binary -inform DER -in signature.p7s "
                             "-content content.bin -out /dev/null -CAfile chain.pem -purpose any -attime " +
                             at;
  EXPECT_EQ(run(verify), 0);
  EXPECT_EQ(run(in + "cd document-7 && openssl crl -inform DER -in evidence/0.crl -CAfile chain.pem -noout"),
            0);
  EXPECT_EQ(run(in + "printf x >> document-7/content.bin"), 0);
  EXPECT_NE(run(verify), 0);
  std::filesystem::remove_all(folder);
}

INSTANTIATE_TEST_SUITE_P(Engines, EvidenceTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::evidence
