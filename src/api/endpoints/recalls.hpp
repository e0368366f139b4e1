// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/wire.hpp"
#include "code_search/recalled.hpp"

namespace tamga::api {

/// Which recalls are meant.
enum class RecallState : std::uint8_t { InForce, Lifted };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::RecallState> = tamga::shape::enumeration(
    "RecallState", "Whether a recall is in force",
    tamga::shape::value(tamga::api::RecallState::InForce, "in_force", "Nobody may sell the goods"),
    tamga::shape::value(tamga::api::RecallState::Lifted, "lifted", "The goods may be sold again"));

namespace tamga::api {

/// A recall: goods of a GTIN, all or those of a batch or of some days.
struct RecallView {
  DocumentNumber recall;
  RecallState state;
  GtinText gtin;
  std::string product;
  std::optional<std::string> batch;
  std::optional<Date> produced_from;
  std::optional<Date> produced_to;
  std::string reason;
  std::string instruction;
  std::string declared_by;
  UnixMs declared_at;
  std::optional<DocumentNumber> lifted_by;
  std::optional<UnixMs> lifted_at;
  static Result<RecallView> of(documents::Recall const& recall, Call const& call);
  static constexpr auto shape() {
    using Me = RecallView;
    return shape::object(
        "Recall", "Goods that nobody may sell",
        shape::field("recall", &Me::recall, "Its number: of the document that declared it"),
        shape::field("state", &Me::state, "Whether it is in force"),
        shape::field("gtin", &Me::gtin, "The product"),
        shape::field("product", &Me::product, "Its name; empty where it has none"),
        shape::field("batch", &Me::batch, "Only this batch; absent: every one"),
        shape::field("produced_from", &Me::produced_from, "Only goods made on this day or later"),
        shape::field("produced_to", &Me::produced_to, "Only goods made on this day or earlier"),
        shape::field("reason", &Me::reason, "Why"),
        shape::field("instruction", &Me::instruction, "What a shop and a buyer shall do"),
        shape::field("declared_by", &Me::declared_by, "Name of who declared it"),
        shape::field("declared_at", &Me::declared_at, "When"),
        shape::field("lifted_by", &Me::lifted_by, "Number of the document that lifted it"),
        shape::field("lifted_at", &Me::lifted_at, "When that was"));
  }
};

/// What a recall covers, as it stands now.
struct RecallProgressView {
  std::int64_t not_introduced;
  std::int64_t in_circulation;
  std::int64_t out_of_circulation;
  std::int64_t written_off;
  bool complete;
  static RecallProgressView of(code_search::Recalled const& counted);
  static constexpr auto shape() {
    using Me = RecallProgressView;
    return shape::object(
        "RecallProgress", "Codes that a recall covers, as they stand now",
        shape::field("not_introduced", &Me::not_introduced, "Emitted or applied"),
        shape::field("in_circulation", &Me::in_circulation, "Still to be withdrawn"),
        shape::field("out_of_circulation", &Me::out_of_circulation, "Sold, withdrawn or used"),
        shape::field("written_off", &Me::written_off, "Annulled"),
        shape::field("complete", &Me::complete, "False: there are more; the count became too long"));
  }
};

/// A recall that touches goods of whoever asks.
struct OwnRecallView {
  RecallView recall;
  bool own_product;
  RecallProgressView held;
  static constexpr auto shape() {
    using Me = OwnRecallView;
    return shape::object("OwnRecall", "A recall that touches one's goods",
                         shape::field("recall", &Me::recall, "The recall"),
                         shape::field("own_product", &Me::own_product, "The card of the goods is one's own"),
                         shape::field("held", &Me::held, "What one holds of the goods"));
  }
};

struct ListOwnRecalls {
  static constexpr EndpointSpec kSpec{
      .name = "list_own_recalls",
      .method = http::Method::Get,
      .path = "/api/v1/recalls",
      .access = Access::Participant,
      .scope = Scope::Read,
      .right = Rights{Right::SeeCodes, Right::SeeGoods, Right::Recall},
      .summary = "Recalls of goods that one makes or has held, newest first",
      .tag = "recalls"};
  struct Input {
    RecallState state = RecallState::InForce;
    std::optional<DocumentNumber> before;
    int limit = 20;
    static constexpr auto shape() {
      return shape::object("ListOwnRecallsInput", "",
                           shape::field("state", &Input::state, "Those in force, or those that were lifted",
                                        shape::by_default(RecallState::InForce)),
                           shape::field("before", &Input::before, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 100),
                                        shape::by_default(20)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<OwnRecallView> recalls;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object("OwnRecallPage", "A page of recalls",
                           shape::field("recalls", &Output::recalls, "Newest first"),
                           shape::field("next", &Output::next, "For `before`; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct ListRecalls {
  static constexpr EndpointSpec kSpec{.name = "list_recalls",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/recalls",
                                      .access = Access::Operator,
                                      .right = Rights{Right::Recall, Right::BlockCodes},
                                      .summary = "Recalls of everybody, newest first",
                                      .tag = "operator"};
  struct Input {
    std::optional<RecallState> state;
    std::optional<GtinText> gtin;
    std::optional<DocumentNumber> before;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object("ListRecallsInput", "", shape::field("state", &Input::state, "Only these"),
                           shape::field("gtin", &Input::gtin, "Only of this product"),
                           shape::field("before", &Input::before, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<RecallView> recalls;
    std::optional<DocumentNumber> next;
    static constexpr auto shape() {
      return shape::object("RecallPage", "A page of recalls",
                           shape::field("recalls", &Output::recalls, "Newest first"),
                           shape::field("next", &Output::next, "For `before`; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

struct GetRecall {
  static constexpr EndpointSpec kSpec{.name = "get_recall",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/recalls/{recall}",
                                      .access = Access::Operator,
                                      .right = Rights{Right::Recall, Right::BlockCodes},
                                      .summary = "A recall, and how far it has come",
                                      .tag = "operator"};
  struct Input {
    DocumentNumber recall;
    static constexpr auto shape() {
      return shape::object("GetRecallInput", "", shape::field("recall", &Input::recall, "Its number"));
    }
  };
  using Body = NoBody;
  struct Output {
    RecallView recall;
    RecallProgressView progress;
    std::int64_t holders;
    static constexpr auto shape() {
      return shape::object(
          "WholeRecall", "A recall, and how far it has come",
          shape::field("recall", &Output::recall, "The recall"),
          shape::field("progress", &Output::progress, "Codes of everybody"),
          shape::field("holders", &Output::holders,
                       "Participants who have goods of it that are applied or in circulation"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListOwnRecalls>;
extern template struct RowOf<ListRecalls>;
extern template struct RowOf<GetRecall>;

}  // namespace tamga::api
