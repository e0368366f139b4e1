// SPDX-License-Identifier: Apache-2.0
#include "bench/plant/plant.hpp"

#include <fmt/format.h>

#include "base/testing/source_path.hpp"
#include "bench/measure/must.hpp"
#include "emission/tables.hpp"
#include "gs1/check_digit.hpp"
#include "ledger/tables.hpp"
#include "registry/tables.hpp"
#include "sql/migration.hpp"
#include "sql/transaction.hpp"

namespace tamga::bench {

struct Plant::Turn {
  sql::Connection& connection;
  ledger::Batch batch;
  emission::SeriesDesk desk;
  std::vector<ledger::AppliedDocument> documents{};
  std::vector<journal::Entry> entries{};
};

Plant::Plant(std::filesystem::path const& folder, std::size_t cache_bytes) {
  country_.emplace(must(country::load_country(source_path("spec/ru"))));
  std::filesystem::create_directories(folder / "keys");
  keys_ = must(
      crypto::KeyRing::open_or_create({folder / "keys/keys.ring", folder / "keys/master.key"}, rng_, clock_));
  store_ = must(sql::Store::open("sqlite:" + (folder / "store").string()));
  must(sql::migrate(*store_, "ledger", ledger::kMigrations, clock_));
  must(sql::migrate(*store_, "journal", journal::kMigrations, clock_));
  must(sql::migrate(*store_, "emission", emission::kMigrations, clock_));
  must(sql::migrate(*store_, "registry", registry::kMigrations, clock_));
  catalogue_ = must(registry::Catalogue::open(*store_));
  book_ = must(emission::SeriesBook::open(*store_, *country_, *keys_));
  tails_.emplace(*keys_);
  ledger_ = must(ledger::Ledger::open(*store_, {.cache_bytes = cache_bytes}));
  numbers_.emplace(clock_, 0);
  auto writer = must(store_->writer());
  journal_.emplace(must(journal::Journal::open(*writer, 0)));
}

Plant::~Plant() = default;

country::CodeTemplate const& Plant::form(gs1::TailKind tail, std::size_t serial_size) const {
  for (country::ProductGroup const& group : country_->groups())
    for (country::CodeTemplate const& form : group.templates)
      if (form.layout.shape() == gs1::CodeLayout::Shape::Item && form.layout.tail() == tail &&
          form.layout.serial_length() == serial_size &&
          form.layout.price() == gs1::CodeLayout::PriceField::None &&
          group.ordering_open(country_->day_of(clock_.now())) &&
          form.in_force(country_->day_of(clock_.now())))
        return form;
  give_up("no code of that form in the country");
}

gs1::Gtin Plant::gtin(int number) {
  std::string const digits = fmt::format("0460799{:06}", number);
  for (char check = '0'; check <= '9'; ++check)
    if (auto const gtin = gs1::Gtin::read14(digits + check)) return *gtin;
  give_up("no check digit fits");
}

template <class Work>
void Plant::transact(Work&& work) {
  auto writer = must(store_->writer());
  auto transaction = must(sql::Transaction::begin(*writer));
  Turn turn{*writer, ledger_->begin(*writer), emission::SeriesDesk(*book_, *writer)};
  work(turn);
  must(turn.desk.write());
  must(ledger_->write(*writer, turn.batch, turn.documents));
  auto const head = must(journal_->append(*writer, turn.entries));
  must(transaction.commit());
  turn.desk.publish();
  ledger_->publish(turn.batch, turn.documents);
  journal_->committed(head);
}

namespace {

journal::Entry entry(UnixMs at, std::string_view action, ledger::DocumentNo number) {
  journal::Entry entry;
  entry.at = at;
  entry.participant = Plant::kProducer.value();
  entry.action = action;
  entry.object = std::to_string(number.value());
  entry.result = "accepted";
  entry.body_hash.assign(32, 'b');
  entry.state.assign(32, 's');
  entry.certificate.assign(32, 'c');
  return entry;
}

}  // namespace

emission::OrderLine Plant::order(gs1::Gtin gtin, country::CodeTemplate const& form, std::int64_t quantity) {
  emission::OrderLine line;
  transact([&](Turn& turn) {
    ledger::DocumentNo const number(numbers_->next());
    auto const* series = must(turn.desk.of_item(gtin, form, emission::SeriesKind::Operator));
    line.order = number;
    line.gtin = gtin;
    line.series = series->number;
    line.quantity = quantity;
    line.codes = must(turn.desk.reserve(*series, quantity));
    line.tail_key_id = must(tails_->active(form.layout.tail()))->key_id();
    must(turn.batch.load(line.codes));
    turn.batch.begin_document(number);
    turn.batch.change(ledger::Event::Issue, ledger::patch_of(ledger::Event::Issue).owner(kProducer),
                      line.codes);
    auto outcome = turn.batch.finish_document();
    turn.documents.push_back(
        {number, ledger::AppliedNo(numbers_->next()), std::move(outcome.effects), std::move(outcome.stock)});
    turn.entries.push_back(entry(clock_.now(), "document.order_codes", number));
    emission::Order order;
    order.number = number;
    order.participant = kProducer;
    order.group = country_->group(form.group).code;
    order.release_method = "PRODUCTION";
    order.at = clock_.now();
    order.lines.push_back(line);
    must(emission::insert_order(turn.connection, order));
  });
  return line;
}

void Plant::happen(ledger::Event event, ledger::Patch const& patch, ledger::CodeSet const& codes) {
  happen({{{event, patch, codes}}});
}

void Plant::happen(std::vector<std::vector<ledger::Change>> const& documents) {
  transact([&](Turn& turn) {
    for (auto const& changes : documents) {
      ledger::DocumentNo const number(numbers_->next());
      for (ledger::Change const& change : changes) must(turn.batch.load(change.codes));
      turn.batch.begin_document(number);
      for (ledger::Change const& change : changes)
        turn.batch.change(change.event, change.patch, change.codes);
      auto outcome = turn.batch.finish_document();
      turn.documents.push_back({number, ledger::AppliedNo(numbers_->next()), std::move(outcome.effects),
                                std::move(outcome.stock)});
      turn.entries.push_back(entry(clock_.now(), "document.event", number));
    }
  });
}

void Plant::describe(gs1::Gtin gtin, country::CodeTemplate const& form, ledger::LotNo lot) {
  constexpr sql::Statement kInsert{
      "bench.lot",
      "INSERT INTO lot (lot, base, document, producer, produced_on, expires_on, "
      "batch, country, line, declaration, release_method, issuer) "
      "VALUES ($1, 0, 1, $2, $3, $4, 'B-17', 'RU', 'line 3', '', 'PRODUCTION', '')"};
  auto const today = Date::of(clock_.now()).days();
  {
    auto writer = must(store_->writer());
    must(writer->execute(kInsert, lot, kProducer, today - 10, today + 300));
  }
  registry::Product product;
  product.gtin = gtin;
  product.owner = kProducer;
  product.group = country_->group(form.group).code;
  product.level = "UNIT";
  for (Language const language : kLanguages) product.name.in(language) = "Goods of the benchmark, 0.5 l";
  must(catalogue_->put({&product, 1}));
}

void Plant::keep_contents(std::vector<std::pair<ledger::CodeNo, ledger::CodeSet>> const& packages) {
  constexpr sql::Statement kInsert{"bench.package",
                                   "INSERT INTO package (package, level, content) VALUES ($1, 1, $2)"};
  auto writer = must(store_->writer());
  auto transaction = must(sql::Transaction::begin(*writer));
  for (auto const& [package, codes] : packages) {
    std::string bytes;
    codes.encode(bytes);
    must(writer->execute(kInsert, package, sql::Blob(bytes)));
  }
  must(transaction.commit());
}

bool Plant::settle(bool all) {
  auto writer = must(store_->writer());
  return must(ledger_->settle(*writer, all));
}

}  // namespace tamga::bench
