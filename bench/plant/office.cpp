// SPDX-License-Identifier: Apache-2.0
#include "bench/plant/office.hpp"

#include "base/testing/source_path.hpp"
#include "bench/measure/must.hpp"
#include "bench/plant/plant.hpp"
#include "contracts/prices.hpp"
#include "contracts/tables.hpp"
#include "documents/tables.hpp"
#include "emission/tables.hpp"
#include "evidence/tables.hpp"
#include "notices/tables.hpp"
#include "registry/tables.hpp"
#include "sql/transaction.hpp"

namespace tamga::bench {
namespace {

contracts::Party party(std::string name, std::string tax_id, std::string person_id) {
  contracts::Party out;
  out.name = std::move(name);
  out.tax_id = std::move(tax_id);
  out.registry_id = "1157746012016";
  out.address = "Moscow";
  out.director = "Ivanov Ivan";
  out.director_id = std::move(person_id);
  out.bank = "Bank";
  out.bank_code = "044525999";
  out.account = "40702810900000001111";
  out.email = "office@bench.example";
  return out;
}

crypto::SigningIdentity head_of(contracts::Party const& who, crypto::TestCa const& authority, UnixMs now) {
  constexpr std::int64_t kYear = std::int64_t{365} * 86'400'000;
  crypto::CertificateOrder order;
  order.subject =
      crypto::russian_subject(who.name, who.director, who.tax_id, *who.registry_id, *who.director_id);
  order.not_before = UnixMs(now.value() - kYear);
  order.not_after = UnixMs(now.value() + kYear);
  return must(authority.issue(order));
}

}  // namespace

Office::Office(std::filesystem::path const& folder) {
  country_.emplace(must(country::load_country(source_path("spec/ru"))));
  keys_ = must(crypto::KeyRing::open({folder / "keys/keys.ring", folder / "keys/master.key"}, rng_, clock_));
  store_ = must(sql::Store::open("sqlite:" + (folder / "store").string()));
  must(sql::migrate(*store_, "registry", registry::kMigrations, clock_));
  must(sql::migrate(*store_, "evidence", evidence::kMigrations, clock_));
  must(sql::migrate(*store_, "notices", notices::kMigrations, clock_));
  must(sql::migrate(*store_, "documents", documents::kMigrations, clock_));
  must(sql::migrate(*store_, "contracts", contracts::kMigrations, clock_));
  templates_.emplace(must(contracts::Templates::load(source_path("spec/ru"), country_->rules())));
  participants_ = must(registry::Register::open(*store_));
  catalogue_ = must(registry::Catalogue::open(*store_));
  enlist();
  admission_.emplace(*store_, *participants_, *templates_, admission::Rules());
  series_ = must(emission::SeriesBook::open(*store_, *country_, *keys_));
  tails_.emplace(*keys_);
  resolver_.emplace(*series_, *tails_, *store_);
  ledger_ = must(ledger::Ledger::open(*store_, {.cache_bytes = std::size_t{4} << 30}));
  lots_.emplace(*store_);
  recalls_ = must(documents::RecallBook::open(*store_));
  {
    auto reader = must(store_->reader());
    numbers_.emplace(clock_, 0, must(documents::last_number(*reader)));
  }
  books_.emplace(documents::Books{*country_, *participants_, *catalogue_, *series_, *tails_, *lots_,
                                  *recalls_, *numbers_, *admission_});
  sequencer_ = must(
      documents::Sequencer::start(*store_, *ledger_, *books_, clock_, {}, [](documents::Notice const&) {}));
}

Office::~Office() = default;

void Office::enlist() {
  constexpr std::int64_t kYear = std::int64_t{365} * 86'400'000;
  UnixMs const start(clock_.now().value() - kYear);
  UnixMs const end(clock_.now().value() + kYear);
  auto const authority = must(crypto::TestCa::create("Bench Root", start, end));
  producer_.emplace(head_of(party("Bench", "7700041372", "770005109157"), authority, clock_.now()));
  verifier_.emplace(must(crypto::TrustStore::of({authority.root()})));
  for (std::uint32_t number = 1; number <= Plant::kProducer.value(); ++number) {
    registry::Participant one;
    one.tax_id = "770004100" + std::to_string(number);
    one.name = "Bench " + std::to_string(number);
    one.types = {"manufacturer"};
    require(must(participants_->add(std::move(one))).number.value() == number,
            "another participant was there");
  }
  must(participants_->add_signer({producer_->certificate().sha256(), Plant::kProducer, "Ivanov Ivan"}));
  conclude_contracts(authority);
}

void Office::conclude_contracts(crypto::TestCa const& authority) {
  UnixMs const now = clock_.now();
  Date const today = country_->day_of(now);
  contracts::Party const ours = party("Operator", "7700041005", "770005100098");
  crypto::SigningIdentity const operator_key = head_of(ours, authority, now);
  contracts::Contracts const room(*templates_, *verifier_);
  std::vector<std::string> groups;
  for (country::ProductGroup const& group : country_->groups())
    if (group.ordering_open(today)) groups.push_back(group.code);
  auto writer = must(store_->writer());
  auto transaction = must(sql::Transaction::begin(*writer));
  for (auto const& needed : contracts::needed_contracts(*templates_, {"manufacturer"}, groups)) {
    contracts::ContractFacts facts;
    facts.country = "ru";
    facts.kind = needed.kind;
    facts.participant_number = Plant::kProducer;
    facts.participant = party("Bench", "7700041372", "770005109157");
    facts.operator_party = ours;
    if (!needed.group.empty())
      facts.group = contracts::group_facts(*country_, *country_->find_group(needed.group), today);
    facts.currency = country_->rules().currency.value();
    facts.date = today;
    auto const made = must(room.generate(*writer, std::move(facts), "rule", now));
    must(room.publish(*writer, made.no, "rule", now));
    must(room.open(*writer, made.no, "Ivanov Ivan", now));
    must(room.sign(*writer, made.no, must(crypto::sign_detached(*producer_, made.manifest, now)), now));
    must(room.accept_by_rule(*writer, made.no, operator_key, now));
  }
  must(transaction.commit());
}

std::string Office::sign(std::string_view body) const {
  return must(crypto::sign_detached(*producer_, body, clock_.now()));
}

documents::Parcel Office::parcel(std::string body, std::string signature) {
  documents::Parcel parcel;
  parcel.body = std::move(body);
  parcel.signature = std::move(signature);
  parcel.idempotency_key = "bench-" + std::to_string(++next_key_);
  parcel.request_id = "bench";
  return parcel;
}

documents::Submission::Readers Office::readers() const {
  return {*resolver_, *verifier_, *participants_, *country_};
}

std::future<documents::Answer> Office::send(documents::Parcel parcel) {
  auto const promise = std::make_shared<std::promise<documents::Answer>>();
  auto future = promise->get_future();
  documents::Sender sender;
  sender.participant = Plant::kProducer;
  sender.certificate = producer_->certificate().sha256();
  must(sequencer_->submit(documents::Submission::prepare(
      std::move(sender), std::move(parcel), readers(), clock_.now(),
      [promise](documents::Answer answer) { promise->set_value(std::move(answer)); })));
  return future;
}

void Office::expect_accepted(documents::Answer const& answer, std::int64_t codes) {
  if (auto const* malformed = std::get_if<documents::Malformed>(&answer))
    give_up("document refused: " + describe(malformed->errors.front()));
  if (auto const* error = std::get_if<Error>(&answer)) give_up("document failed: " + describe(*error));
  auto const& judged = std::get<documents::Judged>(answer);
  if (judged.document.verdict.accepted == codes) return;
  auto const& verdict = judged.document.verdict;
  give_up("document not accepted: " + (!verdict.objections.empty() ? verdict.objections.front().error
                                       : !verdict.items.empty()    ? verdict.items.front().error
                                                                   : std::string("no reason")));
}

}  // namespace tamga::bench
