// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "base/testing/hand_clock.hpp"
#include "base/testing/source_path.hpp"
#include "business_register/testing/scripted_register.hpp"
#include "crypto/test_ca.hpp"
#include "evidence/book.hpp"
#include "evidence/tables.hpp"
#include "identifiers/contacts.hpp"
#include "mail/tables.hpp"
#include "onboarding/application_store.hpp"
#include "onboarding/applications.hpp"
#include "onboarding/errors.hpp"
#include "onboarding/tables.hpp"
#include "registry/tables.hpp"
#include "sql/testing/engines.hpp"
#include "sql/transaction.hpp"

namespace tamga::onboarding {
namespace {

constexpr std::int64_t kMinuteMs = 60'000;
constexpr std::int64_t kHourMs = 60 * kMinuteMs;
constexpr char const* kTaxId = "301234682";
constexpr char const* kPinfl = "31503882001140";

using business_register::testing::ScriptedRegister;

class OnboardingTest : public sql::testing::EachEngine {
 protected:
  void SetUp() override {
    EachEngine::SetUp();
    migrate("evidence", evidence::kMigrations);
    migrate("registry", registry::kMigrations);
    migrate("mail", mail::kMigrations);
    migrate("onboarding", kMigrations);
    std::filesystem::path const spec = source_path("spec");
    folder_ = std::filesystem::temp_directory_path() / ("tamga-onboarding-" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    texts_.emplace(country::ErrorTexts::load(spec / "errors").value());
    mail_texts_.emplace(mail::Texts::load(spec / "mail").value());
    keys_ = crypto::KeyRing::create({folder_ / "ring", folder_ / "master.key"}, rng_, clock_).value();
    UnixMs const from(clock_.now().value() - 24 * kHourMs);
    ca_.emplace(
        crypto::TestCa::create("Test Root", from, UnixMs(from.value() + 10 * 365 * 24 * kHourMs)).value());
    verifier_.emplace(crypto::TrustStore::of({ca_->root()}).value());
    participants_ = registry::Register::open(store()).value();
    numbers_.emplace(clock_, 0);
    business_register::BusinessEntity shop{.tax_id = kTaxId,
                                           .as_of = *Date::parse("2026-03-01"),
                                           .name = "Oq gul",
                                           .short_name = {},
                                           .legal_form = {},
                                           .registry_id = {},
                                           .address = {},
                                           .director = {},
                                           .main_activity = {},
                                           .registered_on = {},
                                           .vat_payer = {}};
    businesses_.entity = std::move(shop);
    businesses_.entity->director =
        business_register::Director{.name = "Mirzayev Davron", .person_id = kPinfl};
    front_ = FrontOffice::open({.terms = spec / "uz" / "onboarding.toml",
                                .system = "marking.example",
                                .site = "https://marking.example",
                                .clock = clock_,
                                .rng = rng_,
                                .numbers = *numbers_,
                                .texts = *texts_,
                                .mail_texts = *mail_texts_,
                                .keys = *keys_,
                                .verifier = *verifier_,
                                .participants = *participants_,
                                .businesses = businesses_})
                 .value();
  }
  void TearDown() override {
    front_.reset();
    participants_.reset();
    std::filesystem::remove_all(folder_);
    EachEngine::TearDown();
  }

  [[nodiscard]] Office const& office() const { return front_->office(); }
  crypto::SigningIdentity identity(std::string const& organization, std::string const& tax_id,
                                   std::int64_t hours = 24 * 365,
                                   std::string const& person = "Mirzayev Davron",
                                   std::string const& person_id = kPinfl) {
    crypto::CertificateOrder order;
    order.subject = crypto::uzbek_subject(organization, person, tax_id, person_id);
    order.not_before = UnixMs(clock_.now().value() - kHourMs);
    order.not_after = UnixMs(clock_.now().value() + hours * kHourMs);
    return ca_->issue(order).value();
  }
  SignedApplication signed_by(crypto::SigningIdentity const& who) {
    std::string const body = R"({"challenge":")" +
                             office().challenges.make(registry::Purpose::Apply).value() +
                             R"(","email":"gul@example.uz","phone":"+998 90 123-45-67","language":"uz",)" +
                             R"("consent":")" + office().terms.consent + R"("})";
    auto out = read_application(office(), body, crypto::sign_detached(who, body, clock_.now()).value());
    if (!out) throw std::runtime_error(describe(out.error().front()));
    return *std::move(out);
  }
  Result<void> send(SignedApplication const& one) {
    return durably([&](sql::Connection& connection) { return submit(office(), connection, one); });
  }
  Application check(std::int64_t id) {
    Application const one = stored(id);
    auto const outcome = run_checks(one, businesses_, clock_.now()).value();
    return durably([&](sql::Connection& connection) { return settle(office(), connection, id, outcome); })
        .value();
  }
  Application stored(std::int64_t id) {
    auto reader = store().reader().value();
    return find_application(*reader, id).value().value();
  }
  std::vector<std::string> letters() {
    auto reader = store().reader().value();
    constexpr std::array kWaiting{mail::LetterState::Waiting};
    std::vector<std::string> out;
    auto const all = mail::letters(*reader, kWaiting, 100).value();
    for (auto const& one : all) out.insert(out.begin(), one.letter.text);
    return out;
  }
  std::string token() {
    auto reader = store().reader().value();
    constexpr std::array kWaiting{mail::LetterState::Waiting};
    auto const all = mail::letters(*reader, kWaiting, 100).value();
    // The newest first.
    for (auto const& one : all)
      if (one.letter.text == "confirm_email") {
        std::string const& link = one.letter.values.at("link").front();
        return link.substr(link.rfind('/') + 1);
      }
    return {};
  }

  HandClock clock_{UnixMs(std::int64_t{Date::parse("2026-03-02")->days()} * 24 * kHourMs)};
  SystemRng rng_;
  ScriptedRegister businesses_;
  std::filesystem::path folder_;
  std::optional<country::ErrorTexts> texts_;
  std::optional<mail::Texts> mail_texts_;
  std::unique_ptr<crypto::KeyRing> keys_;
  std::optional<crypto::TestCa> ca_;
  std::optional<crypto::CmsVerifier> verifier_;
  std::unique_ptr<registry::Register> participants_;
  std::optional<NumberSource> numbers_;
  std::unique_ptr<FrontOffice> front_;
};

// Features 1.2 to 1.5: the path of nearly everybody.
TEST_P(OnboardingTest, TheLinkOpensTheAccount) {
  auto const who = identity("Oq gul", kTaxId);
  auto const one = signed_by(who);
  ASSERT_TRUE(send(one));
  EXPECT_EQ(stored(one.application.id).phone, "+998901234567");
  // U-04: what the applicant was shown beside the terms stays with them, whatever the country says later.
  ASSERT_FALSE(office().terms.legal_basis.empty());
  ASSERT_EQ(stored(one.application.id).legal_basis.size(), office().terms.legal_basis.size());
  EXPECT_EQ(stored(one.application.id).legal_basis.front(),
            (ShownAct{office().terms.legal_basis.front().effective_from,
                      office().terms.legal_basis.front().name.in(Language::Uz)}));
  EXPECT_EQ(check(one.application.id).state, ApplicationState::Approved);
  auto const wrong = durably([&](sql::Connection& c) { return confirm(office(), c, std::string(43, 'A')); });
  EXPECT_TRUE(wrong.error().is(kLinkUnknown));
  auto const opened = durably([&](sql::Connection& c) { return confirm(office(), c, token()); });
  ASSERT_TRUE(opened) << describe(opened.error());
  office().participants.show(opened->participant);
  office().participants.show(opened->signer);
  EXPECT_EQ(opened->participant.name, "Oq gul");
  EXPECT_EQ(participants_->signer(who.certificate().sha256()).value()->participant,
            opened->participant.number);
  EXPECT_EQ(letters(),
            (std::vector<std::string>{"application_received", "confirm_email", "application_approved"}));
  auto const again = durably([&](sql::Connection& c) { return confirm(office(), c, token()); });
  EXPECT_TRUE(again.error().is(kApplicationDecided));
  EXPECT_TRUE(send(signed_by(who)).error().is(kAlreadyRegistered));
}

// The account is kept when its head changes: nobody else can have it, and the one before is out.
TEST_P(OnboardingTest, ANewHeadTakesTheAccountOver) {
  auto const old = identity("Oq gul", kTaxId);
  auto const first = signed_by(old);
  ASSERT_TRUE(send(first));
  check(first.application.id);
  auto const opened = durably([&](sql::Connection& c) { return confirm(office(), c, token()); }).value();
  office().participants.show(opened.participant);
  office().participants.show(opened.signer);
  EXPECT_TRUE(send(signed_by(old)).error().is(kAlreadyRegistered));

  auto const other = signed_by(identity("Oq gul", kTaxId, 24 * 365, "Olimova Zebo", "41203882001113"));
  ASSERT_TRUE(send(other)) << "who it is is for the checks to find out";
  EXPECT_EQ(check(other.application.id).state, ApplicationState::Rejected);
  businesses_.entity->director->person_id = "41203882001113";
  auto const head = identity("Oq gul", kTaxId, 24 * 365, "Olimova Zebo", "41203882001113");
  auto const second = signed_by(head);
  ASSERT_TRUE(send(second));
  EXPECT_EQ(check(second.application.id).state, ApplicationState::Approved);
  auto const taken = durably([&](sql::Connection& c) { return confirm(office(), c, token()); });
  ASSERT_TRUE(taken) << describe(taken.error());
  EXPECT_EQ(taken->participant.number, opened.participant.number);
  ASSERT_TRUE(taken->succession);
  participants_->users().show(taken->succession->head);
  participants_->users().show(*taken->succession->former);
  EXPECT_EQ(participants_->users().find(old.certificate().sha256()).value()->state,
            registry::UserState::Blocked);
  auto const now = participants_->users().find(head.certificate().sha256()).value();
  EXPECT_EQ(now->state, registry::UserState::Active);
  EXPECT_EQ(now->person, "Olimova Zebo");
  EXPECT_EQ(letters().back(), "head_changed");
  EXPECT_TRUE(send(signed_by(head)).error().is(kAlreadyRegistered));
  // The register names the one before again.
  businesses_.entity->director->person_id = kPinfl;
  EXPECT_TRUE(send(signed_by(old))) << "blocked, he may ask";
}

// X-02: a register that does not answer is never a rejection.
TEST_P(OnboardingTest, SilentRegisterIsWaitedFor) {
  auto const one = signed_by(identity("Oq gul", kTaxId));
  ASSERT_TRUE(send(one));
  businesses_.silent = true;
  Application waiting = check(one.application.id);
  EXPECT_EQ(waiting.state, ApplicationState::Waiting);
  EXPECT_EQ(waiting.next_check_at.value(), clock_.now().value() + kMinuteMs);
  clock_.pass(kMinuteMs);
  waiting = check(one.application.id);
  EXPECT_EQ(waiting.next_check_at.value(), clock_.now().value() + 2 * kMinuteMs) << "less and less often";
  EXPECT_EQ(letters(), (std::vector<std::string>{"application_received", "application_waiting"}))
      << "told once";
  businesses_.silent = false;
  EXPECT_EQ(check(one.application.id).state, ApplicationState::Approved);
}

TEST_P(OnboardingTest, AfterADayOfSilenceAPersonLooks) {
  auto const one = signed_by(identity("Oq gul", kTaxId));
  ASSERT_TRUE(send(one));
  businesses_.silent = true;
  clock_.pass(24 * kHourMs);
  EXPECT_EQ(check(one.application.id).state, ApplicationState::Manual);
}

// U-27 to U-30: every reason at once.
TEST_P(OnboardingTest, EveryReasonIsTold) {
  auto const one = signed_by(identity("Oq gul", kTaxId, 1));
  ASSERT_TRUE(send(one));
  businesses_.entity->status = business_register::EntityStatus::Liquidated;
  businesses_.entity->director->person_id = "41203882001113";
  clock_.pass(2 * kHourMs);
  Application const rejected = check(one.application.id);
  EXPECT_EQ(rejected.state, ApplicationState::Rejected);
  std::vector<std::string> reasons;
  for (Finding const& finding : rejected.findings) reasons.push_back(finding.error);
  EXPECT_EQ(reasons,
            (std::vector<std::string>{"CERTIFICATE_RAN_OUT", "BUSINESS_LIQUIDATED", "DIRECTOR_DIFFERS"}));
  EXPECT_EQ(letters().back(), "application_rejected");
  EXPECT_TRUE(send(signed_by(identity("Oq gul", kTaxId)))) << "a rejected one may be followed by another";
}

// R-07: the number in the register of businesses is compared too, where both say one: a company of another
// number under the same tax number is another company.
TEST_P(OnboardingTest, AnotherNumberInTheRegisterOfBusinesses) {
  auto one = signed_by(identity("Oq gul", kTaxId));
  auto const findings_with = [&](char const* certificate, std::optional<std::string> registered) {
    one.application.holder.registry_id = certificate;
    businesses_.entity->registry_id = std::move(registered);
    return run_checks(one.application, businesses_, clock_.now()).value();
  };
  EXPECT_EQ(findings_with("1157746012016", "1157746012016").state, ApplicationState::Approved);
  EXPECT_EQ(findings_with("", "1157746012016").state, ApplicationState::Approved);
  EXPECT_EQ(findings_with("1157746012016", std::nullopt).state, ApplicationState::Approved);
  auto const other = findings_with("1157746012016", "1027700132195");
  EXPECT_EQ(other.state, ApplicationState::Rejected);
  ASSERT_EQ(other.findings.size(), 1U);
  EXPECT_EQ(other.findings[0].error, "REGISTRY_ID_DIFFERS");
  EXPECT_EQ(other.findings[0].arguments.at("register"), "1027700132195");
}

// What was signed long ago and never sent is no application of now; a clock that is a little wrong is none
// either.
TEST_P(OnboardingTest, AnApplicationIsSignedWhenItIsSent) {
  auto const who = identity("Oq gul", kTaxId);
  auto const read_signed = [&](std::int64_t ahead_ms) {
    std::string const body =
        R"({"challenge":")" + office().challenges.make(registry::Purpose::Apply).value() +
        R"(","email":"gul@example.uz","phone":"+998901234567","language":"uz","consent":")" +
        office().terms.consent + R"("})";
    return read_application(
        office(), body, crypto::sign_detached(who, body, UnixMs(clock_.now().value() + ahead_ms)).value());
  };
  EXPECT_TRUE(read_signed(-4 * kMinuteMs));
  EXPECT_TRUE(read_signed(4 * kMinuteMs));
  for (std::int64_t const minutes : {-6, 6}) {
    auto const stale = read_signed(minutes * kMinuteMs);
    ASSERT_FALSE(stale) << minutes;
    EXPECT_EQ(stale.error().front().name(), "SIGNATURE_STALE");
  }
}

// A person decides where the register cannot tell who the director is.
TEST_P(OnboardingTest, UnknownDirectorIsForAPerson) {
  auto const one = signed_by(identity("Oq gul", kTaxId));
  ASSERT_TRUE(send(one));
  businesses_.entity->director.reset();
  EXPECT_EQ(check(one.application.id).state, ApplicationState::Manual);
  auto const by_hand = [&](CheckOutcome const& outcome) {
    return durably([&](sql::Connection& c) { return decide(office(), c, one.application.number, outcome); });
  };
  auto const wrong = durably([&](sql::Connection& c) { return decide(office(), c, "TA-0", {}); });
  EXPECT_TRUE(wrong.error().is(kApplicationUnknown));
  EXPECT_EQ(by_hand(approval()).value().state, ApplicationState::Approved);
  EXPECT_TRUE(by_hand(rejection("late")).error().is(kApplicationDecided));
}

TEST_P(OnboardingTest, UnknownBusiness) {
  auto const one = signed_by(identity("Oq gul", kTaxId));
  ASSERT_TRUE(send(one));
  businesses_.entity.reset();
  Application const rejected = check(one.application.id);
  EXPECT_EQ(rejected.findings.front().error, "BUSINESS_UNKNOWN");
}

TEST_P(OnboardingTest, OneLiveApplicationAndSoManyADay) {
  auto const who = identity("Oq gul", kTaxId);
  auto const first = signed_by(who);
  ASSERT_TRUE(send(first));
  EXPECT_TRUE(send(signed_by(who)).error().is(kApplicationLive));
  SignedApplication repeated = first;
  repeated.application.id += 1;
  EXPECT_TRUE(send(repeated).error().is(kApplicationChallengeUsed));
  businesses_.entity.reset();
  check(first.application.id);
  for (std::int64_t i = 1; i < office().terms.applications_a_day; ++i) {
    auto const next = signed_by(who);
    ASSERT_TRUE(send(next));
    check(next.application.id);
  }
  EXPECT_TRUE(send(signed_by(who)).error().is(kTooManyApplications));
  clock_.pass(25 * kHourMs);
  EXPECT_TRUE(send(signed_by(who)));
}

TEST_P(OnboardingTest, UnusedLinkEnds) {
  auto const one = signed_by(identity("Oq gul", kTaxId));
  ASSERT_TRUE(send(one));
  check(one.application.id);
  std::string const link = token();
  clock_.pass(office().terms.link_hours * kHourMs);
  auto const late = durably([&](sql::Connection& c) { return confirm(office(), c, link); });
  EXPECT_TRUE(late.error().is(kLinkExpired));
  auto const ended = durably([&](sql::Connection& c) { return expire(office(), c, one.application.id); });
  EXPECT_EQ(ended.value()->state, ApplicationState::Expired);
  EXPECT_TRUE(send(signed_by(identity("Oq gul", kTaxId))));
}

// Check 1 (U-21): revoked is a reason; a silent authority is none, the application waits and says for whom.
TEST_P(OnboardingTest, TheAuthoritysWordCounts) {
  auto const one = signed_by(identity("Oq gul", kTaxId));
  ASSERT_TRUE(send(one));
  AuthorityWord word{.standing = evidence::Standing::Revoked, .revoked_at = clock_.now()};
  auto const revoked = run_checks(one.application, businesses_, clock_.now(), word).value();
  EXPECT_EQ(revoked.state, ApplicationState::Rejected);
  ASSERT_EQ(revoked.findings.size(), 1U);
  EXPECT_EQ(revoked.findings[0].error, "CERTIFICATE_WITHDRAWN");
  word = {.standing = evidence::Standing::Waiting, .revoked_at = {}};
  auto const silent = run_checks(one.application, businesses_, clock_.now(), word).value();
  EXPECT_EQ(silent.state, ApplicationState::Waiting);
  ASSERT_EQ(silent.findings.size(), 1U);
  EXPECT_EQ(silent.findings[0].error, "AUTHORITY_SILENT");
  businesses_.silent = true;
  EXPECT_EQ(run_checks(one.application, businesses_, clock_.now(), word)->findings.size(), 2U);
  businesses_.silent = false;
  word.silence_matters = false;
  EXPECT_EQ(run_checks(one.application, businesses_, clock_.now(), word)->state, ApplicationState::Approved);
  // What was signed is kept with what proves it.
  auto reader = store().reader().value();
  EXPECT_TRUE(
      evidence::find_link(*reader, evidence::Subject::Application, one.application.id).value().has_value());
}

TEST(Contacts, AddressesAndTelephones) {
  using identifiers::check_email;
  using identifiers::read_phone;
  for (char const* good : {"a@b.uz", "ivan.petrov+work@mail.example.org", "o'neil@x-y.co"})
    EXPECT_TRUE(check_email(good)) << good;
  for (char const* bad : {"", "a", "a@b", "a@@b.uz", "a b@c.uz", ".a@b.uz", "a..b@c.uz", "a@-b.uz", "a@b.u1",
                          "a@b.uz\r\nBcc: x@y.z", "a@b..uz"})
    EXPECT_FALSE(check_email(bad)) << bad;
  EXPECT_EQ(read_phone("+998 (90) 123-45-67").value(), "+998901234567");
  for (char const* bad : {"998901234567", "+0123456789", "+12345", "+99890123456789012", "+9989012345a7"})
    EXPECT_FALSE(read_phone(bad)) << bad;
}

INSTANTIATE_TEST_SUITE_P(Engines, OnboardingTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::onboarding
