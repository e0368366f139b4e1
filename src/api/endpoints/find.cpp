// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/find.hpp"

#include <algorithm>
#include <charconv>

#include "api/endpoints/documents.hpp"
#include "billing/invoices.hpp"
#include "catalogue/card_book.hpp"
#include "catalogue/words.hpp"
#include "documents/kinds/all.hpp"
#include "emission/code_names.hpp"
#include "emission/order.hpp"
#include "emission/resolver.hpp"
#include "ledger/ledger.hpp"
#include "registry/catalogue.hpp"
#include "registry/register.hpp"
#include "sql/store.hpp"

namespace tamga::api {
namespace {

constexpr std::size_t kMostProducts = 8;
constexpr std::size_t kShortestNumber = 15;

std::string trimmed(std::string_view text) {
  auto const from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return std::string(text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1));
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Looks for each thing that a text may mean and gathers what there is.
class Search {
 public:
  Search(std::string text, Call const& call) : text_(std::move(text)), call_(call) {}

  Result<std::vector<HitView>> all() {
    TAMGA_TRY(code());
    TAMGA_TRY(product_by_number());
    TAMGA_TRY(numbered());
    TAMGA_TRY(invoice());
    TAMGA_TRY(participant());
    TAMGA_TRY(products_by_words());
    return std::move(hits_);
  }

 private:
  Services const& services() const { return call_.services(); }
  void hit(HitKind kind, std::string id, std::string title) {
    bool const known = std::any_of(hits_.begin(), hits_.end(),
                                   [&](HitView const& one) { return one.kind == kind && one.id == id; });
    if (!known) hits_.push_back({kind, std::move(id), std::move(title)});
  }

  Result<void> code() {
    auto const reading = services().resolver.read(text_);
    if (!reading || reading->code == ledger::CodeNo()) return {};
    ledger::CodeState state;
    TAMGA_TRY(services().ledger.states({&reading->code, 1}, {&state, 1}));
    if (state.status == ledger::CodeStatus::NotIssued) return {};
    TAMGA_ASSIGN(names, emission::names_of({&reading->code, 1}, services().series, services().store));
    std::string title;
    if (auto const* series = services().series.find(ledger::series_of(reading->code));
        series != nullptr && !series->is_transport()) {
      TAMGA_ASSIGN(product, services().catalogue.look(series->gtin));
      if (product) title = product->name.in(call_.language());
    }
    hit(HitKind::Code, names.front(), std::move(title));
    return {};
  }

  Result<void> product_by_number() {
    auto const gtin = gs1::Gtin::parse(text_);
    if (!gtin) return {};
    return product(*gtin);
  }
  Result<void> product(gs1::Gtin gtin) {
    TAMGA_ASSIGN(found, services().catalogue.look(gtin));
    if (found) hit(HitKind::Product, gtin.text(), found->name.in(call_.language()));
    return {};
  }

  /// An order has the number of its document.
  Result<void> numbered() {
    if (!all_digits(text_) || text_.size() < kShortestNumber) return {};
    std::int64_t value = 0;
    if (std::from_chars(text_.data(), text_.data() + text_.size(), value).ec != std::errc()) return {};
    ledger::DocumentNo const number(value);
    {
      TAMGA_ASSIGN(reader, services().store.reader());
      TAMGA_ASSIGN(order, emission::find_order(*reader, number));
      if (order && call_.may_see(order->participant) && call_.caller().works_with_group(order->group))
        hit(HitKind::Order, text_, order->group);
    }
    auto const document = document_of(call_, number);
    if (!document) return {};
    auto const* kind = documents::find_kind(document->kind);
    hit(HitKind::Document, text_, kind == nullptr ? std::string() : std::string(kind->traits.name));
    return {};
  }

  Result<void> invoice() {
    if (!call_.caller().rights.has(country::Right::Finance)) return {};
    TAMGA_ASSIGN(reader, services().store.reader());
    TAMGA_ASSIGN(found, billing::find_invoice(*reader, std::string_view(text_)));
    if (found && call_.may_see(found->participant))
      hit(HitKind::Invoice, std::to_string(found->no.value()), found->number);
    return {};
  }

  Result<void> participant() {
    if (!all_digits(text_)) return {};
    TAMGA_ASSIGN(found, services().participants.find_by_tax_id(text_));
    if (found) hit(HitKind::Participant, found->tax_id, found->name);
    return {};
  }

  Result<void> products_by_words() {
    if (all_digits(text_) || services().cards == nullptr) return {};
    auto const words = catalogue::search_words(text_);
    if (words.empty()) return {};
    for (gs1::Gtin const gtin : services().cards->index().find({.words = words}, {}, kMostProducts))
      TAMGA_TRY(product(gtin));
    return {};
  }

  std::string text_;
  Call const& call_;
  std::vector<HitView> hits_;
};

}  // namespace

Result<Find::Output> Find::handle(Input const& input, Call& call) {
  // A code keeps its separators; only what a keyboard adds around it is taken away.
  TAMGA_ASSIGN(hits, Search(trimmed(input.text), call).all());
  return Output{std::move(hits)};
}

template struct RowOf<Find>;

}  // namespace tamga::api
