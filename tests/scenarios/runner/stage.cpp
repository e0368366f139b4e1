// SPDX-License-Identifier: Apache-2.0
#include "runner/stage.hpp"
#include "base/testing/source_path.hpp"

#include <algorithm>
#include <array>

#include "catalogue/given_goods.hpp"
#include "crypto/base64.hpp"
#include "crypto/cms.hpp"
#include "registry/catalogue.hpp"
#include "registry/register.hpp"
#include "registry/sessions.hpp"
#include "runner/script.hpp"
#include "server/offline.hpp"
#include "server/test_authority.hpp"

namespace tamga::scenario {
namespace {

constexpr int kStopMs = 5000;
constexpr std::int64_t kRenewMs = registry::Sessions::kIdleMs - 60'000;

template <class T>
T must(Result<T> result, std::string_view what) {
  if (!result) throw Mistake(std::string(what) + ": " + describe(result.error()));
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

std::filesystem::path spec_folder() { return source_path("spec"); }

std::string key_of(std::string_view words) {
  if (words.starts_with("the ")) words.remove_prefix(4);
  std::string key(words);
  std::replace(key.begin(), key.end(), ' ', '_');
  return key;
}

/// With its check digits (Resolution 122p of the Pension Fund, 2006).
std::string snils(std::string const& nine) {
  int sum = 0;
  for (std::size_t i = 0; i < nine.size(); ++i) sum += (nine[i] - '0') * static_cast<int>(9 - i);
  int const check = sum % 101 % 100;
  return nine + (check < 10 ? "0" : "") + std::to_string(check);
}

/// The tax number of a person from its first ten digits: with its check digits (Order MMV-7-6/435 of the Tax
/// Service).
std::string person_inn(std::string digits) {
  constexpr std::array kWeights{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};
  for (std::size_t const first : {1U, 0U}) {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * kWeights[i + first];
    digits += static_cast<char>('0' + sum % 11 % 10);
  }
  return digits;
}

}  // namespace

Stage::Stage(std::string country, std::string store, std::filesystem::path folder,
             crypto::KeyAlgorithm algorithm)
    : name_(std::move(country)), store_(std::move(store)), folder_(std::move(folder)), algorithm_(algorithm) {
  open();
  spec_ = must(server::read_sandbox(spec_folder() / name_ / "sandbox.toml", this->country()), "sandbox");
  auto& participants = systems_.front().system->participants();
  for (server::SandboxCompany const& company : spec_->companies) {
    auto const pem =
        must(server::read_file(folder_ / name_ / "people" / (company.key + ".pem")), company.key);
    auto const known = must(participants.find_by_tax_id(company.tax_id), company.key);
    people_.emplace(company.key, Person{company, known->number,
                                        must(crypto::SigningIdentity::from_pem(pem), company.key)});
  }
  for (server::SandboxCompany const& company : spec_->applicants) {
    auto const pem =
        must(server::read_file(folder_ / name_ / "people" / (company.key + ".pem")), company.key);
    people_.emplace(company.key,
                    Person{company, {}, must(crypto::SigningIdentity::from_pem(pem), company.key)});
  }
}

Stage::~Stage() = default;

void Stage::open() {
  server::SandboxOptions options;
  options.folder = folder_;
  options.spec = spec_folder();
  options.countries = {name_};
  options.store = store_;
  options.port = 0;
  options.algorithm = algorithm_;
  options.mails_every = std::nullopt;  // a link is in the letter only until it is sent
  // The clock of the limits is not ours to move: a scenario asks as fast as it can.
  options.interface.per_address = {};
  options.interface.per_caller = {};
  options.http.io_threads = 1;
  options.http.worker_threads = 2;
  systems_ = must(server::open_sandbox(options, clock_, rng_), "sandbox");
  client_.emplace("127.0.0.1", systems_.front().port);
}

server::SystemOptions Stage::options_of_another_process(std::int64_t lane) const {
  server::SystemOptions options;
  options.spec = spec_folder();
  options.country = name_;
  options.store = store_;
  options.keys = folder_ / name_ / "keys";
  options.roots = folder_ / "ca" / "root.pem";
  options.operator_identity = folder_ / name_ / "people" / "operator.pem";
  options.name = "sandbox-" + name_;
  options.lane = lane;
  options.http.io_threads = 1;
  options.http.worker_threads = 2;
  options.interface.per_address = {};
  options.interface.per_caller = {};
  return options;
}

void Stage::restart() {
  client_->close();
  systems_.front().system->stop(std::chrono::milliseconds(kStopMs));
  systems_.clear();
  open();
}

void Stage::settle() { systems_.front().system->settle(); }

std::string Stage::close_and_verify() {
  client_->close();
  systems_.front().system->stop(std::chrono::milliseconds(kStopMs));
  systems_.clear();
  auto store = must(sql::Store::open(store_), "store");
  if (auto const sound = server::verify_ledger(*store); !sound) return "ledger: " + describe(sound.error());
  if (auto const sound = server::verify_journal(*store); !sound) return "journal: " + describe(sound.error());
  SystemRng rng;
  auto const keys = folder_ / name_ / "keys";
  auto const ring =
      must(crypto::KeyRing::open({keys / "keys.ring", keys / "master.key"}, rng, clock_), "key ring");
  if (auto const sound = server::verify_tails(*store, *ring); !sound)
    return "signed tails: " + describe(sound.error());
  return {};
}

Person* Stage::person(std::string_view words) {
  if (words == "anyone") return nullptr;
  return &company(key_of(words));
}

Person& Stage::company(std::string const& key) {
  auto const found = people_.find(key);
  if (found == people_.end()) throw Mistake("nobody in the sandbox is called " + key);
  return found->second;
}

crypto::SigningIdentity Stage::stranger(Person const& like, int days) {
  auto const authority =
      must(server::TestAuthority::open_or_create(folder_ / "ca", clock_.now()), "authority");
  return must(authority.issue(spec_->subject(like.company), clock_.now(), days), "certificate");
}

Person& Stage::hire(Person const& employer, std::string_view words, bool personal) {
  Person person{employer.company, employer.number, employer.identity};
  person.company.key = key_of(words);
  person.company.person = "Colleague " + person.company.key;
  auto const number = people_.size();
  crypto::Subject subject = spec_->subject(person.company);
  // Numbers of people, each of his own: the tax number and the personal number.
  std::string const tail = std::to_string(100 + number);
  if (subject.stir.empty()) {
    subject.inn = person_inn("7707041" + tail);
    subject.snils = snils("112233" + tail);
  } else {
    subject.pinfl = "3110385200" + tail + "0";
    subject.person_tin = "500000" + tail;
  }
  if (personal) {
    subject.organization.clear();
    subject.stir.clear();
    subject.inn_le.clear();
    subject.ogrn.clear();
    subject.common_name = person.company.person;
  }
  auto const authority =
      must(server::TestAuthority::open_or_create(folder_ / "ca", clock_.now()), "authority");
  person.identity = must(authority.issue(subject, clock_.now(), 365), "certificate");
  auto const key = person.company.key;
  auto const [hired, fresh] = people_.emplace(key, std::move(person));
  if (!fresh) throw Mistake("somebody is called so already: " + key);
  return hired->second;
}

Answer Stage::send(Request request) {
  auto const response =
      must(client_->send(request.method, request.target, request.headers, request.body), request.target);
  Answer answer;
  answer.request = std::move(request);
  answer.status = response.status;
  answer.media_type = response.header("Content-Type").value_or("");
  answer.body = response.body;
  answer.json = Json::parse(response.body, nullptr, false);
  if (answer.json.is_discarded()) answer.json = nullptr;
  return answer;
}

std::string Stage::sign_in(Person const& who) {
  auto const asked = send({.method = http::Method::Post, .target = "/api/v1/sign-in/challenge"});
  std::string const challenge = asked.text("challenge");
  auto const cms = must(crypto::sign_attached(who.identity, challenge, clock_.now()), "sign");
  Json const body{{"challenge", challenge}, {"signature", crypto::encode_base64(cms)}};
  auto const opened = send({.method = http::Method::Post, .target = "/api/v1/sign-in", .body = body.dump()});
  if (opened.refused() || opened.text("token").empty()) throw Mistake("sign-in: " + opened.describe());
  return opened.text("token");
}

void Stage::keep_signed_in(Person& who) {
  if (who.by_hand || (!who.token.empty() && who.token_ends > clock_.now())) return;
  who.token = sign_in(who);
  who.token_ends = UnixMs(clock_.now().value() + kRenewMs);
}

Answer Stage::send_as(Person* who, http::Method method, std::string target, std::string body) {
  Request request{.method = method, .target = std::move(target), .body = std::move(body)};
  if (who) {
    keep_signed_in(*who);
    request.who = who->company.key;
    request.headers.emplace_back("Authorization", "Bearer " + who->token);
  }
  return send(std::move(request));
}

Answer Stage::send_by(Person& who, std::string_view program, Request request) {
  auto const found = who.programs.find(program);
  if (found == who.programs.end()) throw Mistake("nobody made a key " + std::string(program));
  request.who = who.company.key;
  request.headers.emplace_back("Authorization", "Bearer " + found->second.token);
  return send(std::move(request));
}

Answer Stage::ask(Person* who, std::string target) {
  Request request{.target = std::move(target)};
  if (who) {
    if (who->errand_token.empty() || who->errand_ends <= clock_.now()) {
      who->errand_token = sign_in(*who);
      who->errand_ends = UnixMs(clock_.now().value() + kRenewMs);
    }
    request.headers.emplace_back("Authorization", "Bearer " + who->errand_token);
  }
  return send(std::move(request));
}

Json Stage::fetch(Person* who, std::string target) {
  auto answer = ask(who, std::move(target));
  if (answer.refused()) throw Mistake(answer.request.target + ": " + answer.describe());
  return std::move(answer.json);
}

void Stage::add_product(Person const& owner, gs1::Gtin gtin, std::string const& group) {
  registry::Product product{gtin, owner.number, group, "UNIT", {}, true};
  for (Language const language : kLanguages) product.name.in(language) = gtin.text();
  server::System& system = *systems_.front().system;
  must(catalogue::give_goods(system.cards(), system.store(), {&product, 1}, clock_.now()), "product");
}

void Stage::enlist(Person& who) {
  auto const known =
      must(systems_.front().system->participants().find_by_tax_id(who.company.tax_id), "register");
  if (known) who.number = known->number;
}

std::vector<mail::StoredLetter> Stage::letters_to(std::string const& address) {
  using mail::LetterState;
  constexpr std::array kStates{LetterState::Waiting, LetterState::Sending, LetterState::Sent,
                               LetterState::Failed};
  auto const reader = must(systems_.front().system->store().reader(), "letters");
  auto all = must(mail::letters(*reader, kStates, 1000), "letters");
  std::erase_if(all, [&](mail::StoredLetter const& one) { return one.letter.to != address; });
  std::reverse(all.begin(), all.end());
  return all;
}

std::optional<journal::Entry> Stage::newest_call(registry::ParticipantNo participant) {
  constexpr int kLooked = 50;
  for (auto& entry : journal_of(participant, kLooked))
    if (!entry.request_id.empty()) return std::move(entry);
  return std::nullopt;
}

std::vector<journal::Entry> Stage::journal_of(registry::ParticipantNo participant, int limit) {
  auto const reader = must(systems_.front().system->store().reader(), "journal");
  auto const records =
      must(journal::entries_of(*reader, participant.value(), clock_.now().value() + 1, limit), "journal");
  std::vector<journal::Entry> out;
  for (auto const& record : records) out.push_back(record.entry);
  return out;
}

}  // namespace tamga::scenario
