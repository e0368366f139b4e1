// SPDX-License-Identifier: Apache-2.0
#include "bench/plant/office.hpp"

#include "bench/measure/must.hpp"
#include "bench/plant/plant.hpp"
#include "crypto/test_ca.hpp"
#include "documents/tables.hpp"
#include "emission/tables.hpp"
#include "evidence/tables.hpp"
#include "registry/tables.hpp"

namespace tamga::bench {

Office::Office(std::filesystem::path const& folder) {
  country_.emplace(must(country::load_country(std::filesystem::path(TAMGA_SOURCE_DIR) / "spec/ru")));
  keys_ = must(crypto::KeyRing::open({folder / "keys/keys.ring", folder / "keys/master.key"}, rng_, clock_));
  store_ = must(sql::Store::open("sqlite:" + (folder / "store").string()));
  must(sql::migrate(*store_, "registry", registry::kMigrations, clock_));
  must(sql::migrate(*store_, "evidence", evidence::kMigrations, clock_));
  must(sql::migrate(*store_, "documents", documents::kMigrations, clock_));
  participants_ = must(registry::Register::open(*store_));
  catalogue_ = must(registry::Catalogue::open(*store_));
  enlist();
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
                                  *recalls_, *numbers_});
  sequencer_ = must(
      documents::Sequencer::start(*store_, *ledger_, *books_, clock_, {}, [](documents::Notice const&) {}));
}

Office::~Office() = default;

void Office::enlist() {
  constexpr std::int64_t kYear = std::int64_t{365} * 86'400'000;
  UnixMs const start(clock_.now().value() - kYear);
  UnixMs const end(clock_.now().value() + kYear);
  auto const authority = must(crypto::TestCa::create("Bench Root", start, end));
  crypto::CertificateOrder order;
  order.subject =
      crypto::russian_subject("Bench", "Ivanov Ivan", "7700041372", "1157746012016", "770005109157");
  order.not_before = start;
  order.not_after = end;
  producer_.emplace(must(authority.issue(order)));
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
