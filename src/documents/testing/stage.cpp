// SPDX-License-Identifier: Apache-2.0
#include "documents/testing/stage.hpp"

#include <fmt/format.h>

#include "base/testing/source_path.hpp"
#include "billing/tables.hpp"
#include "catalogue/given_goods.hpp"
#include "catalogue/prefixes.hpp"
#include "catalogue/tables.hpp"
#include "contracts/tables.hpp"
#include "documents/document_store.hpp"
#include "documents/errors.hpp"
#include "documents/sender_gate.hpp"
#include "documents/tables.hpp"
#include "documents/testing/world.hpp"
#include "emission/code_writer.hpp"
#include "emission/tables.hpp"
#include "gs1/check_digit.hpp"
#include "gs1/scan.hpp"
#include "ledger/errors.hpp"
#include "ledger/tables.hpp"
#include "ledger/verify.hpp"
#include "notices/tables.hpp"
#include "packets/blocks.hpp"
#include "packets/tables.hpp"
#include "registrars/tables.hpp"
#include "registry/tables.hpp"
#include "shape/encode.hpp"
#include "sql/transaction.hpp"

namespace tamga::documents::testing {
namespace {

bool may_send(From from, bool authority) {
  return from == From::Either || (from == From::Operator) == authority;
}

Texts lines_of(Naming const& naming, Case const& one) {
  Texts lines;
  for (Refusal const& refusal : one.refusals())
    lines.push_back(naming.pointer(refusal.item) + " " + std::string(refusal.kind->name));
  for (Error const& error : one.objections())
    lines.push_back(error.where() + " " + std::string(error.name()));
  return lines;
}

}  // namespace

std::string field(std::string_view name, std::string_view text) {
  return shape::encode(std::string(name)) + ":" + shape::encode(std::string(text));
}

std::string field(std::string_view name, Texts const& texts) {
  return shape::encode(std::string(name)) + ":" + shape::encode(texts);
}

std::string field(std::string_view name, std::initializer_list<std::string> texts) {
  return field(name, Texts(texts));
}

std::string fields(std::initializer_list<std::string> parts) {
  std::string out;
  for (std::string const& part : parts) out += (out.empty() ? "" : ",") + part;
  return out;
}

Texts some(Texts const& texts, std::size_t from, std::size_t count) {
  return {texts.begin() + static_cast<std::ptrdiff_t>(from),
          texts.begin() + static_cast<std::ptrdiff_t>(from + count)};
}

std::string sscc(int index) {
  std::string const payload = fmt::format("0460123{:010}", index);
  return "00" + payload + static_cast<char>('0' + gs1::mod10_check_digit(std::string_view(payload)));
}

Stage::Stage(sql::Store& store, std::string const& country, Contracts asked)
    : world_(std::make_unique<World>(store, country, asked == Contracts::Asked)) {
  World& w = *world_;
  sure(sql::migrate(store, "ledger", ledger::kMigrations, w.system_clock));
  sure(sql::migrate(store, "billing", billing::kMigrations, w.system_clock));
  sure(sql::migrate(store, "emission", emission::kMigrations, w.system_clock));
  sure(sql::migrate(store, "registry", registry::kMigrations, w.system_clock));
  sure(sql::migrate(store, "catalogue", catalogue::kMigrations, w.system_clock));
  sure(sql::migrate(store, "contracts", contracts::kMigrations, w.system_clock));
  sure(sql::migrate(store, "registrars", registrars::kMigrations, w.system_clock));
  sure(sql::migrate(store, "notices", notices::kMigrations, w.system_clock));
  sure(sql::migrate(store, "packets", packets::kMigrations, w.system_clock));
  sure(sql::migrate(store, "documents", kMigrations, w.system_clock));
  w.keys = sure(crypto::KeyRing::create({w.folder / "ring", w.folder / "master.key"}, w.rng, w.system_clock));
  w.series = sure(emission::SeriesBook::open(store, w.country, *w.keys));
  w.tails = std::make_unique<emission::TailKeys>(*w.keys);
  w.resolver = std::make_unique<emission::Resolver>(*w.series, *w.tails, store);
  w.participants = sure(registry::Register::open(store));
  w.catalogue = sure(registry::Catalogue::open(store));
  w.cards = sure(
      catalogue::CardBook::open(source_path("spec") / country / "catalogue", w.country, store, *w.catalogue));
  w.lots = std::make_unique<LotBook>(store, 1000);
  w.recalls = sure(RecallBook::open(store));
  w.ledger = sure(ledger::Ledger::open(store, {}));
  w.numbers = std::make_unique<NumberSource>(clock, 0);
  w.admission =
      std::make_unique<admission::Admission>(store, *w.participants, w.templates, admission::Rules());
  w.books = std::make_unique<Books>(Books{w.country, *w.participants, *w.catalogue, *w.series, *w.tails,
                                          *w.lots, *w.recalls, *w.numbers, *w.admission, w.trust.get(),
                                          nullptr, nullptr, w.cards.get(), &w.registrars});
}

Stage::~Stage() { std::filesystem::remove_all(world_->folder); }

ledger::ParticipantNo Stage::join(std::string const& tax_id, Texts types, bool authority) {
  return sure(world_->participants->add({{}, tax_id, "Company " + tax_id, std::move(types), authority}))
      .number;
}

std::string Stage::certificate(std::string const& tax_id, std::string const& person,
                               std::string const& snils) {
  crypto::CertificateOrder order;
  order.subject = crypto::russian_subject("Company", person, tax_id, "", "");
  order.subject.snils = snils;
  order.not_before = UnixMs(1'710'000'000'000);
  order.not_after = UnixMs(1'890'000'000'000);
  return sure(world_->authority.issue(order)).certificate().pem();
}

gs1::Gtin Stage::product(ledger::ParticipantNo owner, std::string const& group, std::string const& level,
                         bool published) {
  std::uint64_t const payload = 460'000'000'0000 + ++world_->products;
  auto const gtin = gs1::Gtin::from_number(payload * 10 + gs1::mod10_check_digit(payload));
  registry::Product const product{gtin, owner, group, level, {}, published};
  sure(catalogue::give_goods(*world_->cards, *world_->store, {&product, 1}, clock.now()));
  return gtin;
}

void Stage::withhold(gs1::Gtin gtin) {
  auto product = sure(world_->catalogue->find(gtin));
  product->published = false;
  sure(world_->catalogue->put(std::span(&*product, 1)));
}

void Stage::assign_prefix(ledger::ParticipantNo participant, std::string const& prefix) {
  auto writer = sure(world_->store->writer());
  sure(catalogue::assign_prefix(*writer, {prefix, participant, "test", "test", clock.now()}));
}

Resolution Stage::World::resolve(Kind const& kind, Naming const& naming, Desk& desk) {
  std::vector<std::string_view> texts;
  naming.for_each_text([&](std::string_view text) { texts.push_back(text); });
  std::vector<emission::Resolved> resolved(texts.size());
  sure(resolver->resolve(texts, kind.traits.tails, resolved));
  Resolution out;
  for (std::size_t item = 0; item < resolved.size(); ++item) {
    out.codes.push_back(resolved[item].code);
    if (!resolved[item].error) continue;
    auto const scan = gs1::parse_scan(texts[item]);
    bool const fresh = kind.traits.new_packages == NewPackages::Yes &&
                       resolved[item].error == &ledger::kCodeNotIssued && scan &&
                       scan->code.kind == gs1::ScanKind::Transport;
    if (fresh)
      out.codes.back() = sure(desk.series.transport_code(scan->cis()));
    else
      out.refusals.push_back({item, resolved[item].error});
  }
  return out;
}

Case Stage::World::make_case(Kind const& kind, Work const& work, Case::Context const& context,
                             ledger::Batch& batch, Desk& desk) {
  return {context, work.naming(), resolve(kind, work.naming(), desk), batch, desk};
}

Outcome Stage::send(ledger::ParticipantNo sender, std::string_view kind_name, std::string const& body,
                    ledger::ParticipantNo signer) {
  World& w = *world_;
  Outcome outcome;
  auto const reject = [&](Error const& error) {
    outcome.lines.push_back(error.where() + " " + std::string(error.name()));
    return outcome;
  };
  std::string const text = "{" + field(kKindField, kind_name) + (body.empty() ? "" : ",") + body + "}";
  auto const json = sure(shape::JsonDocument::open(text));
  Kind const* kind = find_kind(sure(json.peek_string(kKindField)));
  if (!kind) return reject(Error(kKindUnknown).at("/kind"));
  auto const participant = sure(w.participants->find(sender));
  if (!may_send(kind->traits.from, participant->authority)) return reject(Error(kKindNotForSender));
  auto decoded = kind->decode(json);
  if (!decoded) {
    for (Error const& error : decoded.error()) reject(error);
    return outcome;
  }
  Work& work = **decoded;
  if (auto const fine = work.preflight(); !fine) return reject(fine.error());

  auto writer = sure(w.store->writer());
  auto transaction = sure(sql::Transaction::begin(*writer));
  ledger::Batch batch = w.ledger->begin(*writer);
  Desk desk(*w.books, *writer);
  outcome.number = ledger::DocumentNo(w.numbers->next());
  ledger::Actor const actor{sender, participant->authority};
  Case::Context context{kind->traits.name, actor, outcome.number, clock.now(), w.country.day_of(clock.now())};
  context.signer = signer;
  Case rehearsal = w.make_case(*kind, work, context, batch, desk);
  if (sure(admit(rehearsal, kind->traits))) sure(work.check(rehearsal));
  Case one = w.make_case(*kind, work, context, batch, desk);
  if (sure(admit(one, kind->traits))) sure(work.check(one));
  outcome.lines = lines_of(work.naming(), one);
  if (outcome.lines != lines_of(work.naming(), rehearsal))
    throw std::runtime_error("a second check says something else");
  outcome.status = judge_case(kind->traits, work.naming(), one.refusals(), one.objections()).status;
  if (outcome.status == DocumentStatus::Rejected) return outcome;

  batch.begin_document(outcome.number);
  work.apply(one);
  if (batch.broken()) throw std::runtime_error(describe(*batch.broken()));
  auto done = batch.finish_document();
  outcome.applied = ledger::AppliedDocument{outcome.number, ledger::AppliedNo(w.numbers->next()),
                                            std::move(done.effects), std::move(done.stock)};
  StoredDocument kept;
  kept.number = outcome.number;
  kept.participant = sender;
  kept.kind = kind->traits.number;
  kept.status = outcome.status;
  kept.received_at = clock.now();
  kept.idempotency_key = std::to_string(outcome.number.value());
  kept.body = pack_body(text);
  sure(insert_documents(*writer, std::span(&kept, 1)));
  sure(desk.write());
  sure(w.ledger->write(*writer, batch, std::span(&*outcome.applied, 1)));
  sure(transaction.commit());
  w.ledger->publish(batch, std::span(&*outcome.applied, 1));
  desk.publish();
  outcome.notices = std::move(one.notices());
  return outcome;
}

void Stage::fetched(Outcome const& done, std::int64_t from, std::int64_t count) {
  auto writer = sure(world_->store->writer());
  auto transaction = sure(sql::Transaction::begin(*writer));
  sure(packets::note_block(*writer, {done.number, 0, from, count}, "Clerk", clock.now()));
  sure(emission::note_delivery(*writer, done.number, 0, sure(packets::reach_of(*writer, done.number, 0, 0))));
  sure(transaction.commit());
}

registry::StoredProfile Stage::profile(ledger::ParticipantNo participant) {
  auto reader = sure(world_->store->reader());
  return sure(registry::find_profile(*reader, participant)).value();
}

std::optional<emission::Order> Stage::order(ledger::DocumentNo number) {
  auto reader = sure(world_->store->reader());
  return sure(emission::find_order(*reader, number));
}

std::optional<Shipment> Stage::shipment(ledger::DocumentNo number) {
  auto reader = sure(world_->store->reader());
  return sure(find_shipment(*reader, number));
}

Texts Stage::codes(Outcome const& done, int line) {
  World& w = *world_;
  auto const found = order(done.number);
  emission::OrderLine const& wanted = found.value().lines.at(static_cast<std::size_t>(line));
  auto printer =
      sure(emission::CodeWriter::make(wanted, *w.series, *w.tails, *w.store, emission::PacketFormat::Text));
  std::string text;
  sure(printer.write(0, wanted.codes.size(), text));
  Texts out;
  for (std::size_t at = 0; at < text.size();) {
    auto const end = text.find('\n', at);
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

Texts Stage::ordered(ledger::ParticipantNo sender, std::string const& group, gs1::Gtin gtin, int quantity,
                     std::string const& release_method) {
  auto const method =
      release_method.empty() ? world_->country.rules().release_methods.rows().front().code : release_method;
  Outcome const done =
      send(sender, "order_codes",
           fields({field("group", group), field("release_method", method),
                   fmt::format(R"("lines":[{{"gtin":"{}","quantity":{}}}])", gtin.text(), quantity)}));
  if (done.status != DocumentStatus::Accepted)
    throw std::runtime_error("the order was refused: " + (done.lines.empty() ? "" : done.lines.front()));
  return codes(done);
}

ledger::CodeNo Stage::number(std::string const& code) {
  std::string_view const text = code;
  emission::Resolved out;
  sure(world_->resolver->resolve({&text, 1}, Tails::Optional, {&out, 1}));
  if (out.error) throw std::runtime_error(std::string(out.error->name) + " for " + code);
  return out.code;
}

ledger::CodeState Stage::state(std::string const& code) {
  ledger::CodeNo const wanted = number(code);
  ledger::CodeState state;
  sure(world_->ledger->states({&wanted, 1}, {&state, 1}));
  return state;
}

std::shared_ptr<Lot const> Stage::lot(std::string const& code) {
  ledger::LotNo const wanted = state(code).lot;
  LotBook unremembered(*world_->store);
  return sure(unremembered.find(std::span(&wanted, 1))).front();
}

Texts Stage::history(std::string const& code) {
  Texts out;
  for (ledger::HistoryLine const& line : sure(world_->ledger->history(number(code))))
    out.emplace_back(name_of(line.event));
  return out;
}

ledger::Ledger& Stage::ledger() { return *world_->ledger; }
Books& Stage::books() { return *world_->books; }
country::Country const& Stage::country() { return world_->country; }
contracts::Templates const& Stage::templates() { return world_->templates; }

Result<void> Stage::verify() {
  TAMGA_ASSIGN(writer, world_->store->writer());
  TAMGA_TRY(world_->ledger->settle(*writer, true));
  TAMGA_TRY(ledger::verify(*writer));
  return {};
}

void StageTest::SetUp() {
  EachEngine::SetUp();
  open("ru");
}

void StageTest::TearDown() {
  if (stage_) {
    auto const whole = stage_->verify();
    EXPECT_TRUE(whole) << describe(whole.error());
  }
  stage_.reset();
  EachEngine::TearDown();
}

Outcome StageTest::accepted(ledger::ParticipantNo sender, std::string_view kind, std::string const& body) {
  Outcome outcome = stage().send(sender, kind, body);
  EXPECT_EQ(outcome.lines, Texts{}) << kind;
  EXPECT_EQ(outcome.status, DocumentStatus::Accepted) << kind;
  return outcome;
}

Texts StageTest::refused(ledger::ParticipantNo sender, std::string_view kind, std::string const& body) {
  return stage().send(sender, kind, body).lines;
}

}  // namespace tamga::documents::testing
