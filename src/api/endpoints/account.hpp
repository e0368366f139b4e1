// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/wire.hpp"
#include "billing/account.hpp"

template <>
inline constexpr auto tamga::shape::names<tamga::billing::AccountKind> = tamga::shape::enumeration(
    "AccountKind", "An account of the books",
    tamga::shape::value(tamga::billing::AccountKind::Funds, "funds", "Paid in and free to use"),
    tamga::shape::value(tamga::billing::AccountKind::Reserved, "reserved",
                        "Set aside for codes charged later"),
    tamga::shape::value(tamga::billing::AccountKind::Owed, "owed", "Charged and not paid yet"),
    tamga::shape::value(tamga::billing::AccountKind::Bank, "bank", "The operator's bank account"),
    tamga::shape::value(tamga::billing::AccountKind::Unmatched, "unmatched", "Payments without an owner"),
    tamga::shape::value(tamga::billing::AccountKind::Fees, "fees", "Charged for codes, without VAT"),
    tamga::shape::value(tamga::billing::AccountKind::Vat, "vat", "VAT on fees"),
    tamga::shape::value(tamga::billing::AccountKind::TestMoney, "test_money", "Money of a sandbox"));

template <>
inline constexpr auto tamga::shape::names<tamga::billing::PostingKind> = tamga::shape::enumeration(
    "PostingKind", "Why money moved",
    tamga::shape::value(tamga::billing::PostingKind::Payment, "payment", "Came to the bank account"),
    tamga::shape::value(tamga::billing::PostingKind::Allocation, "allocation", "A payment got its owner"),
    tamga::shape::value(tamga::billing::PostingKind::Reservation, "reservation", "Set aside for an order"),
    tamga::shape::value(tamga::billing::PostingKind::Release, "release", "Free again: codes not used"),
    tamga::shape::value(tamga::billing::PostingKind::Fee, "fee", "Charged for codes, without VAT"),
    tamga::shape::value(tamga::billing::PostingKind::FeeVat, "fee_vat", "VAT of a fee"),
    tamga::shape::value(tamga::billing::PostingKind::Refund, "refund", "A fee given back, without VAT"),
    tamga::shape::value(tamga::billing::PostingKind::RefundVat, "refund_vat", "VAT of a fee given back"),
    tamga::shape::value(tamga::billing::PostingKind::Settlement, "settlement", "What was owed is paid"),
    tamga::shape::value(tamga::billing::PostingKind::TopUp, "top_up", "Test money"),
    tamga::shape::value(tamga::billing::PostingKind::PayBack, "pay_back", "Went back to the payer"));

namespace tamga::api {

/// How the caller's account stands.
struct GetAccount {
  static constexpr EndpointSpec kSpec{.name = "get_account",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/account",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::Finance,
                                      .summary = "Own account: funds, what is set aside, what is owed",
                                      .tag = "money"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::string currency;
    std::int64_t funds;
    std::int64_t reserved;
    std::int64_t owed;
    std::optional<UnixMs> owed_since;
    bool test_money;
    static constexpr auto shape() {
      return shape::object(
          "Account", "An account with the operator; sums are minor units",
          shape::field("currency", &Output::currency, "ISO 4217"),
          shape::field("funds", &Output::funds, "Paid in and free to use"),
          shape::field("reserved", &Output::reserved, "Set aside for codes that are charged later"),
          shape::field("owed", &Output::owed, "Charged and not paid yet"),
          shape::field("owed_since", &Output::owed_since, "Since when the oldest of it is owed"),
          shape::field("test_money", &Output::test_money, "Whether test money can be had here"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct PostingView {
  std::string number;
  UnixMs at;
  billing::PostingKind kind;
  billing::AccountKind from;
  billing::AccountKind to;
  std::int64_t amount;
  std::optional<DocumentNumber> document;
  std::optional<DocumentNumber> order;
  std::optional<std::string> group;
  std::int64_t codes;
  static PostingView of(billing::Posting const& posting);
  static constexpr auto shape() {
    return shape::object("Posting", "An entry of the books: never changed, never taken out",
                         shape::field("number", &PostingView::number, "Its number"),
                         shape::field("at", &PostingView::at, "When it was made"),
                         shape::field("kind", &PostingView::kind, "Why money moved"),
                         shape::field("debit", &PostingView::from, "Account that was debited"),
                         shape::field("credit", &PostingView::to, "Account that was credited"),
                         shape::field("amount", &PostingView::amount, "Minor units"),
                         shape::field("document", &PostingView::document, "That caused it"),
                         shape::field("order", &PostingView::order, "The order whose codes it is for"),
                         shape::field("group", &PostingView::group, "Their product group"),
                         shape::field("codes", &PostingView::codes, "How many"));
  }
};

struct ListPostings {
  static constexpr EndpointSpec kSpec{.name = "list_postings",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/account/postings",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::Finance,
                                      .summary = "Every movement of own money, newest first",
                                      .tag = "money"};
  struct Input {
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<std::int64_t> before;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object("ListPostingsInput", "",
                           shape::field("from", &Input::from, "Made that day or later"),
                           shape::field("to", &Input::to, "The last day of the term"),
                           shape::field("before", &Input::before, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 500),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<PostingView> postings;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object("Postings", "A page of postings",
                           shape::field("postings", &Output::postings, "Newest first"),
                           shape::field("next", &Output::next, "For `before`; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct ChargeLine {
  std::string group;
  std::int64_t codes;
  std::int64_t net;
  std::int64_t vat;
  static constexpr auto shape() {
    return shape::object("ChargeLine", "Charges for codes of one product group, refunds taken off",
                         shape::field("group", &ChargeLine::group, "Product group"),
                         shape::field("codes", &ChargeLine::codes, "Codes charged"),
                         shape::field("net", &ChargeLine::net, "Without VAT, minor units"),
                         shape::field("vat", &ChargeLine::vat, "VAT, minor units"));
  }
};

/// The report of charges. Requirements.
struct GetCharges {
  static constexpr EndpointSpec kSpec{.name = "get_charges",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/account/charges",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::Finance,
                                      .summary = "Charges for codes by product group in a term",
                                      .tag = "money"};
  struct Input {
    Date from = Date::from_days(0);
    Date to = Date::from_days(0);
    static constexpr auto shape() {
      return shape::object("GetChargesInput", "", shape::field("from", &Input::from, "First day"),
                           shape::field("to", &Input::to, "Last day"));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<ChargeLine> groups;
    ChargeLine total;
    static constexpr auto shape() {
      return shape::object("ChargeReport", "Charges for codes in a term",
                           shape::field("groups", &Output::groups, "By product group"),
                           shape::field("total", &Output::total, "All together; `group` is empty"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// The same movements as a table for accounting programs.
struct ExportPostings {
  static constexpr EndpointSpec kSpec{.name = "export_postings",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/account/postings.csv",
                                      .access = Access::Participant,
                                      .scope = Scope::Read,
                                      .right = Right::Finance,
                                      .summary = "Movements of own money in a term, oldest first, as CSV",
                                      .tag = "money",
                                      .produces = "text/csv"};
  using Input = GetCharges::Input;
  using Body = NoBody;
  using Output = Reply;
  static Result<Output> handle(Input const& input, Call& call);
};

/// Test money, in a sandbox only.
struct TopUp {
  static constexpr EndpointSpec kSpec{.name = "top_up",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/account/top-up",
                                      .access = Access::Participant,
                                      .scope = Scope::Orders,
                                      .right = Right::Finance,
                                      .summary = "Test money for one's own account; in a sandbox only",
                                      .tag = "money",
                                      .idempotency_key = true,
                                      .action = "account.top_up"};
  using Input = NoInput;
  struct Body {
    std::int64_t amount;
    static constexpr auto shape() {
      return shape::object(
          "TopUp", "Asks for test money",
          shape::field("amount", &Body::amount, "Minor units", shape::range(1, 1'000'000'000'000)));
    }
  };
  using Output = GetAccount::Output;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

extern template struct RowOf<GetAccount>;
extern template struct RowOf<ListPostings>;
extern template struct RowOf<GetCharges>;
extern template struct RowOf<ExportPostings>;
extern template struct RowOf<TopUp>;

}  // namespace tamga::api
