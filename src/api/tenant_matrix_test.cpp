// SPDX-License-Identifier: Apache-2.0
// Every endpoint with every caller, on own and on foreign objects: what must come of it follows from what the
// endpoint declares. An endpoint that is added is in here by itself; one whose objects the test does not know
// fails it.
#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <thread>

#include "api/endpoints/all.hpp"
#include "api/testing/contract_planter.hpp"
#include "api/testing/no_objects.hpp"
#include "api/testing/program.hpp"
#include "base/testing/source_path.hpp"

namespace tamga::api {
namespace {

using testing::Json;
using testing::kDay;
using testing::Person;
using testing::Program;
using testing::Reply;

/// What the guard itself answers.
std::set<std::string> const kGuard{"SIGN_IN_NEEDED", "SESSION_UNKNOWN", "SESSION_EXPIRED",
                                   "OPERATOR_ONLY",  "PERSON_ONLY",     "API_KEY_SCOPE",
                                   "RIGHT_MISSING",  "USER_BLOCKED",    "API_KEY_UNKNOWN"};

/// Somebody who calls, and what he may.
struct Caller {
  std::string name;
  Person* person = nullptr;  ///< whose connection is used
  std::string token{};       ///< of a program, or one that is not good
  std::string bad{};         ///< what every call of his is refused with
  bool of_operator = false;
  Scopes scopes = Scopes::all();
  bool program = false;
  Rights rights{};
  bool nobody = false;
};

/// What declarations say of a caller; empty: he is let in.
std::string expected(Caller const& caller, EndpointSpec const& spec) {
  if (!caller.bad.empty()) return caller.bad;
  if (caller.nobody) return spec.access == Access::Public ? "" : "SIGN_IN_NEEDED";
  if (spec.access == Access::Operator && !caller.of_operator) return "OPERATOR_ONLY";
  if (caller.program && !reaches(caller.scopes, spec))
    return spec.scope.scopes().empty() ? "PERSON_ONLY" : "API_KEY_SCOPE";
  if (spec.access != Access::Public && !spec.right.admits(caller.rights)) return "RIGHT_MISSING";
  return "";
}

/// Values of captures and of query parameters that name something, by the name of the field.
using testing::Objects;

class TenantMatrixTest : public testing::RunningSystem {
 protected:
  static constexpr char const* kMaker = "301234567";
  static constexpr char const* kOther = "302222222";
  static constexpr char const* kOffice = "303333333";

  void SetUp() override {
    registrars_file_ = source_path("src/api/testing/registrars.toml");
    RunningSystem::SetUp();
    people_.reserve(64);
    expired_ = &add(person("Maker", kMaker));
    sign_in(*expired_);
    clock_.pass(13 * 3'600'000);
    admin_ = &add(Person(port_, expired_->identity(), clock_));
  }

  Person& add(Person one) { return people_.emplace_back(std::move(one)); }
  static void sign_in(Person& who) { ASSERT_EQ(who.sign_in().status, 201); }

  /// A contract that the participant has signed: number of its row.
  std::string planted_contract(Person& owner, std::uint32_t number, char const* tax_id) {
    auto const templates = contracts::Templates::load(spec_ / "uz", country_->rules()).value();
    crypto::CmsVerifier const verifier(trusted_roots());
    testing::ContractPlanter const planter{store(), contracts::Contracts(templates, verifier),
                                           contract_office_->office().terms.operator_party};
    return planter.plant(owner, registry::ParticipantNo(number), tax_id, clock_.now());
  }
  /// Everything of a participant that has a name somewhere.
  Objects objects_of(Person& owner, std::uint32_t number, std::string const& gtin) {
    add_water(number, gtin);
    auto const order = owner.document({{"kind", "order_codes"},
                                       {"group", "water"},
                                       {"release_method", "OWN_PRODUCTION"},
                                       {"lines", {{{"gtin", gtin}, {"quantity", 3}}}}});
    EXPECT_EQ(order.status, 201) << order.json;
    std::string const document = order.json.value("document", "");
    std::string codes = owner.get("/api/v1/orders/" + document + "/lines/0/codes").raw.body;
    auto const key = Program::made(owner, "objects of " + std::to_string(number), {"read"},
                                   UnixMs(clock_.now().value() + 90 * kDay));
    std::string session;
    auto const sessions = owner.get("/api/v1/sessions");
    for (Json const& one : sessions.json.at("sessions"))
      if (one.at("current") == true) session = one.at("session");
    std::string const draft = "draft of " + std::to_string(number);
    Json const saved{{"kind", "ship"}, {"body", "{}"}};
    EXPECT_EQ(owner
                  .send(http::Method::Put, "/api/v1/drafts/" + escaped(draft), {{"Idempotency-Key", "draft"}},
                        saved.dump())
                  .status,
              200);
    Json const card{{"gtin", gtin}, {"group", "water"}, {"level", "UNIT"}, {"attributes", Json::array()}};
    EXPECT_EQ(owner
                  .send(http::Method::Put, "/api/v1/cards/" + gtin + "/draft", {{"Idempotency-Key", "card"}},
                        card.dump())
                  .status,
              200);
    auto const photo = owner.send(http::Method::Post, "/api/v1/cards/" + gtin + "/photos",
                                  {{"Idempotency-Key", "photo"}}, "\xFF\xD8\xFF\xFF\xD9");
    EXPECT_EQ(photo.status, 201) << photo.json;
    auto const channel = owner.post_confirmed(
        "/api/v1/channels", {{"kind", "connect_channel"}, {"channel", "edo"}, {"operator", "tamga"}});
    EXPECT_EQ(channel.status, 201) << channel.json;
    auto const registrar = owner.post_confirmed(
        "/api/v1/registrars",
        {{"kind", "apply_registrar"}, {"registrar", "remote"}, {"access", "shared"}, {"place", "Line 1"}});
    EXPECT_EQ(registrar.status, 201) << registrar.json;
    auto const task = owner.send(http::Method::Post, "/api/v1/orders/" + document + "/lines/0/labels/tasks",
                                 {{"Idempotency-Key", "labels"}}, "{}");
    EXPECT_EQ(task.status, 201) << task.json;
    std::string const made = task.json.value("task", "");
    for (int i = 0; i < 2000 && owner.get("/api/v1/tasks/" + made).json.value("state", "") != "ready"; ++i)
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    auto const invoice = owner.send(http::Method::Post, "/api/v1/invoices", {{"Idempotency-Key", "invoice"}},
                                    R"({"amount":100})");
    EXPECT_EQ(invoice.status, 201) << invoice.json;
    Json const question{{"topic", "codes"}, {"subject", "Canary"}, {"text", "Canary"}};
    auto const ticket =
        owner.send(http::Method::Post, "/api/v1/tickets", {{"Idempotency-Key", "ticket"}}, question.dump());
    EXPECT_EQ(ticket.status, 201) << ticket.json;
    auto const comment = owner.send(http::Method::Post, "/api/v1/help/first-steps/comments",
                                    {{"Idempotency-Key", "comment"}}, R"({"name":"Canary","text":"Canary"})");
    EXPECT_EQ(comment.status, 201) << comment.json;
    return {{"draft", draft},
            {"ticket", ticket.json.at("ticket").value("ticket", "")},
            {"violation", "7"},
            {"comment", comment.json.value("comment", "")},
            {"shipment", shipped(owner, number, codes)},
            {"recall", "7"},
            {"letter", "7"},
            {"article", "first-steps"},
            {"task", made},
            {"block", "1"},
            {"invoice", invoice.json.value("invoice", "")},
            {"payment", "7"},
            {"from", "2026-01-01"},
            {"to", "2026-12-31"},
            {"photo", photo.json.value("photo", "")},
            {"group", "water"},
            {"prefix", "4780000"},
            {"classifier", "tnved"},
            {"effective_from", "2026-03-01"},
            {"begins", "22"},
            {"channel", channel.json.value("number", "")},
            {"registrar", registrar.json.value("number", "")},
            {"contract", planted_contract(owner, number, number == 2 ? kOther : kMaker)},
            {"group", "water"},
            {"language", "uz"},
            {"party", "participant"},
            {"document", document},
            {"order", document},
            {"line", "0"},
            {"gtin", gtin},
            {"key", key.key},
            {"session", session},
            {"code", codes.substr(0, codes.find_first_of("\r\n"))},
            {"user", user_number(owner, "Karimov Anvar")},
            {"number", "TA-0000"},
            {"name", "SIGN_IN_NEEDED"},
            {"text", gtin},
            {"state", "manual"}};
  }
  /// The codes of the order, on their way to the other of the two.
  std::string shipped(Person& owner, std::uint32_t number, std::string const& codes) {
    std::vector<std::string> texts;
    std::istringstream lines(codes);
    for (std::string line; std::getline(lines, line);) texts.push_back(line);
    std::vector<std::string> const some{texts.at(1)};
    auto const applied = owner.document({{"kind", "apply"},
                                         {"produced_on", "2026-02-20"},
                                         {"expires_on", "2026-12-31"},
                                         {"batch", "B"},
                                         {"codes", some}});
    EXPECT_EQ(applied.json.value("status", ""), "accepted") << applied.json;
    auto const sent = owner.document({{"kind", "ship"}, {"receiver", kOffice}, {"codes", some}});
    EXPECT_EQ(sent.json.value("status", ""), "accepted") << number << ": " << sent.json;
    return sent.json.value("document", "");
  }
  /// The address with its captures and required parameters filled.
  std::string target_of(EndpointRow const& row, Objects const& objects) {
    std::string target(row.spec.path);
    std::set<std::string, std::less<>> captured;
    for (auto const name : captures_of(row.spec.path)) {
      captured.emplace(name);
      auto const value = objects.find(name);
      if (value == objects.end()) {
        ADD_FAILURE() << row.spec.path << ": the matrix does not know what a {" << name << "} is";
        return target;
      }
      target.replace(target.find("{" + std::string(name) + "}"), name.size() + 2, escaped(value->second));
    }
    std::string query;
    for (auto const& field : row.input().fields) {
      if (!field.required || captured.contains(field.name)) continue;
      auto const value = objects.find(field.name);
      if (value == objects.end()) {
        ADD_FAILURE() << row.spec.path << ": the matrix does not know what to ask as " << field.name;
        continue;
      }
      query += (query.empty() ? "?" : "&") + std::string(field.name) + "=" + escaped(value->second);
    }
    return target + query;
  }
  /// Whether the endpoint is about something that belongs to somebody.
  static bool names_something(EndpointRow const& row) {
    if (row.spec.access != Access::Participant) return false;
    if (!captures_of(row.spec.path).empty()) return true;
    auto const fields = row.input().fields;
    return std::any_of(fields.begin(), fields.end(),
                       [](auto const& field) { return field.required && field.name == "code"; });
  }

  Reply call(Caller const& caller, EndpointRow const& row, std::string const& target) {
    Person& who = *caller.person;
    std::string const own = who.token;
    if (caller.nobody) who.token.clear();
    if (!caller.token.empty()) who.token = caller.token;
    auto reply =
        who.send(row.spec.method, target, {{"Idempotency-Key", "call " + std::to_string(++calls_)}}, "{}");
    who.token = own;
    return reply;
  }
  static std::string code(Reply const& reply) {
    return reply.status >= 400 && reply.json.is_object() ? reply.json.value("code", "") : "";
  }

  /// Everybody who calls.
  std::vector<Caller> callers() {
    auto const& roles = country_->rules().roles;
    std::vector<Caller> all;
    all.push_back({.name = "nobody", .person = admin_, .nobody = true});
    all.push_back(
        {.name = "expired session", .person = admin_, .token = expired_->token, .bad = "SESSION_EXPIRED"});
    all.push_back(
        {.name = "no session", .person = admin_, .token = std::string(43, 'A'), .bad = "SESSION_UNKNOWN"});
    for (country::Role const& role : roles.rows.rows()) {
      Person& boss = role.of_operator ? *office_ : *admin_;
      Person& one = add(hire(boss, role.of_operator ? kOffice : kMaker, "Has " + role.code, {role.code}));
      all.push_back({.name = "role " + role.code,
                     .person = &one,
                     .of_operator = role.of_operator,
                     .rights = role.rights});
    }
    for (Scope const scope : registry::kScopes) {
      std::string const word(name_of(scope));
      auto const program = Program::made(*admin_, word, {word}, UnixMs(clock_.now().value() + 90 * kDay));
      all.push_back({.name = "key " + word,
                     .person = admin_,
                     .token = program.token,
                     .scopes = scope,
                     .program = true,
                     .rights = Rights::of_participants()});
    }
    // A key is never good for more than whoever made it.
    Person& technical = add(hire(*admin_, kMaker, "Key maker", {"technical"}));
    auto const narrow =
        Program::made(technical, "narrow", {"orders", "read"}, UnixMs(clock_.now().value() + 90 * kDay));
    std::vector<std::string> const technical_role{"technical"};
    all.push_back({.name = "key of a technical user",
                   .person = admin_,
                   .token = narrow.token,
                   .scopes = Scopes{Scope::Orders, Scope::Read},
                   .program = true,
                   .rights = roles.rights_of(technical_role)});
    Person& blocked = add(hire(*admin_, kMaker, "Blocked", {"signer"}));
    EXPECT_EQ(
        admin_
            ->document(
                {{"kind", "change_user"}, {"user", user_number(*admin_, "Blocked")}, {"decision", "block"}})
            .status,
        201);
    all.push_back({.name = "blocked user", .person = admin_, .token = blocked.token, .bad = "USER_BLOCKED"});
    blocked.token.clear();
    return all;
  }

  /// Somebody may have ended sessions.
  void all_signed_in() {
    for (Person& one : people_)
      if (&one != expired_ && !one.token.empty() && one.get("/api/v1/me").status == 401) sign_in(one);
  }

  int calls_ = 0;
  std::vector<Person> people_;
  Person* expired_ = nullptr;
  Person* admin_ = nullptr;
  Person* other_ = nullptr;
  Person* office_ = nullptr;
};

TEST_P(TenantMatrixTest, EveryCellIsAsDeclared) {
  sign_in(*admin_);
  other_ = &add(person("Canary Foreign Works", kOther));
  sign_in(*other_);
  office_ = &add(person("Operator", kOffice, true));
  sign_in(*office_);
  Objects const own = objects_of(*admin_, 1, "04780000000014");
  Objects const foreign = objects_of(*other_, 2, "04780000000021");
  Objects const none = testing::no_objects();
  auto const everybody = callers();
  std::size_t cells = 0;
  std::size_t let_in = 0;
  for (EndpointRow const& row : all_endpoints())
    for (Caller const& caller : everybody) {
      std::string const where = std::string(row.spec.name) + " / " + caller.name;
      std::string const must = expected(caller, row.spec);
      if (must.empty() && row.spec.produces == "text/event-stream") continue;  // does not end
      bool const reads = row.spec.method == http::Method::Get;
      bool const named = names_something(row);
      auto const missing = call(caller, row, target_of(row, none));
      ++cells;
      if (!must.empty()) {
        EXPECT_EQ(code(missing), must) << where;
        // Refused before anything is looked at: the same for everything, whether it is there or not.
        if (named) {
          auto const theirs = call(caller, row, target_of(row, foreign));
          ++cells;
          EXPECT_EQ(code(theirs), must) << where;
        }
        continue;
      }
      ++let_in;
      EXPECT_FALSE(kGuard.contains(code(missing))) << where << ": " << missing.json;
      EXPECT_LT(missing.status, 500) << where << ": " << missing.json;
      if (row.spec.method == http::Method::Delete) all_signed_in();
      if (!named || caller.of_operator) continue;
      auto const theirs = call(caller, row, target_of(row, foreign));
      ++cells;
      EXPECT_EQ(theirs.status, missing.status) << where << ": foreign and missing differ: " << theirs.json;
      // Whether a code was ever issued is no secret: the public check tells it to anybody.
      EXPECT_TRUE(code(theirs) == code(missing) || code(missing) == "CODE_NOT_ISSUED")
          << where << ": " << code(theirs) << " " << code(missing);
      // An empty body is refused before anything is looked for.
      EXPECT_TRUE(theirs.status == 404 || code(theirs).starts_with("JSON_")) << where << ": " << theirs.json;
      EXPECT_EQ(theirs.raw.body.find("Canary"), std::string::npos) << where;
      EXPECT_EQ(theirs.raw.body.find(kOther), std::string::npos) << where;
      if (!reads) continue;
      auto const mine = call(caller, row, target_of(row, own));
      ++cells;
      // Nobody here began with an application.
      if (row.spec.name == "get_application_evidence") continue;
      bool const whole = caller.rights.has(Right::SeeDocuments) ||
                         (row.spec.name != "get_document" && row.spec.name != "get_document_evidence");
      // A task exists for whoever might have asked for it himself.
      bool const his = row.spec.path.find("{task}") == std::string_view::npos ||
                       (caller.rights.has(Right::OrderCodes) && caller.scopes.has(Scope::Orders));
      // So does a ticket for who asked, and for administrators.
      bool const asked =
          row.spec.path.find("{ticket}") == std::string_view::npos || caller.rights.has(Right::Users);
      EXPECT_TRUE(mine.status < 400 || !whole || !his || !asked) << where << ": " << mine.json;
    }
  EXPECT_GE(cells, 1000U);
  EXPECT_GE(let_in, 300U);
  // What was refused left the foreign participant as he was.
  EXPECT_EQ(other_->get("/api/v1/me").status, 200);
  EXPECT_EQ(other_->get("/api/v1/users").json.at("users").size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Engines, TenantMatrixTest, sql::testing::engines());

}  // namespace
}  // namespace tamga::api
