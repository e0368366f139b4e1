// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/registrar_view.hpp"
#include "api/wire.hpp"

namespace tamga::api {

enum class DecideRegistrarWord : std::uint8_t { DecideRegistrar };

}  // namespace tamga::api

template <>
inline constexpr auto tamga::shape::names<tamga::api::DecideRegistrarWord> =
    tamga::shape::enumeration("DecideRegistrarWord", "What is signed",
                              tamga::shape::value(tamga::api::DecideRegistrarWord::DecideRegistrar,
                                                  "decide_registrar", "The operator's word on a registrar"));

namespace tamga::api {

/// Registrars of everybody in one state.
struct ListRegistrarQueue {
  static constexpr EndpointSpec kSpec{.name = "list_registrar_queue",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/registrars",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Registrars in a state, those that wait when none is said",
                                      .tag = "operator"};
  struct Input {
    std::optional<registrars::RegistrarState> state;
    std::optional<std::int64_t> after;
    int limit = 50;
    static constexpr auto shape() {
      return shape::object("ListRegistrarQueueInput", "",
                           shape::field("state", &Input::state, "Where they stand; left out: applied"),
                           shape::field("after", &Input::after, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 200),
                                        shape::by_default(50)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<RegistrarView> registrars;
    std::optional<std::string> next;
    static constexpr auto shape() {
      return shape::object(
          "RegistrarQueue", "A page of registrars",
          shape::field("registrars", &Output::registrars, "The oldest first"),
          shape::field("next", &Output::next, "For `after` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Confirms, refuses, suspends, resumes or withdraws a registrar.
struct DecideRegistrar {
  static constexpr EndpointSpec kSpec{
      .name = "decide_registrar",
      .method = http::Method::Post,
      .path = "/api/v1/operator/registrars/{registrar}",
      .access = Access::Operator,
      .right = Right::Support,
      .summary = "Confirms, refuses, suspends, resumes, withdraws a registrar",
      .tag = "operator",
      .step_up = true,
      .action = "registrar.decide"};
  struct Input {
    std::int64_t registrar;
    static constexpr auto shape() {
      return shape::object("DecideRegistrarInput", "",
                           shape::field("registrar", &Input::registrar, "Its number"));
    }
  };
  struct Body {
    DecideRegistrarWord kind;
    std::string number;
    registrars::Move move;
    std::optional<std::string> reason;
    static constexpr auto shape() {
      return shape::object(
          "DecideRegistrar", "The operator's word on a registrar; its bytes are signed",
          shape::field("kind", &Body::kind, "What is signed"),
          shape::field("number", &Body::number, "Of the registrar, as in the address", shape::size(1, 20)),
          shape::field("move", &Body::move, "What happens to it"),
          shape::field("reason", &Body::reason, "Told to the participant; needed for refuse and suspend",
                       shape::size(3, 500)));
    }
  };
  using Output = RegistrarView;
  static Result<Output> handle(Input const& input, Body const& body, Confirmation const& confirmation,
                               Call& call);
};

/// Who had tails of codes made, how many, with which key.
struct ListTailBatches {
  static constexpr EndpointSpec kSpec{.name = "list_tail_batches",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/operator/tail-batches",
                                      .access = Access::Operator,
                                      .right = Right::Support,
                                      .summary = "Every batch of tails that was signed, newest first",
                                      .tag = "operator"};
  struct Input {
    std::optional<DocumentNumber> order;
    std::optional<std::string> tail_key;
    std::optional<std::int64_t> before;
    int limit = 100;
    static constexpr auto shape() {
      return shape::object("ListTailBatchesInput", "",
                           shape::field("order", &Input::order, "Only of this order"),
                           shape::field("tail_key", &Input::tail_key, "Only of this key", shape::size(4, 4)),
                           shape::field("before", &Input::before, "`next` of the page before"),
                           shape::field("limit", &Input::limit, "At most so many", shape::range(1, 500),
                                        shape::by_default(100)));
    }
  };
  using Body = NoBody;
  struct Row {
    std::string batch;
    DocumentNumber order;
    int line;
    std::int64_t sequence;
    UnixMs at;
    std::string tax_id;
    std::string person;
    std::string request;
    std::int64_t from;
    std::int64_t codes;
    std::string purpose;
    std::string tail_key;
    std::string seal;
    static constexpr auto shape() {
      return shape::object("TailBatch", "A batch of tails", shape::field("batch", &Row::batch, "Its number"),
                           shape::field("order", &Row::order, "Number of the order"),
                           shape::field("line", &Row::line, "Line of the order"),
                           shape::field("sequence", &Row::sequence, "Within the line, from 1"),
                           shape::field("at", &Row::at, "When"),
                           shape::field("tax_id", &Row::tax_id, "Of who asked"),
                           shape::field("person", &Row::person, "Who; of a file prepared aside, its task"),
                           shape::field("request", &Row::request, "Number of the request"),
                           shape::field("from", &Row::from, "First code of the line"),
                           shape::field("codes", &Row::codes, "How many"),
                           shape::field("purpose", &Row::purpose, "Of the key"),
                           shape::field("tail_key", &Row::tail_key, "Id of the key"),
                           shape::field("seal", &Row::seal, "Over this and the batch before, hexadecimal"));
    }
  };
  struct Output {
    std::vector<Row> batches;
    std::optional<std::string> next;
    static constexpr auto shape() {
      return shape::object(
          "TailBatches", "A page of batches", shape::field("batches", &Output::batches, "Newest first"),
          shape::field("next", &Output::next, "For `before` of the next page; absent at the end"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

extern template struct RowOf<ListRegistrarQueue>;
extern template struct RowOf<DecideRegistrar>;
extern template struct RowOf<ListTailBatches>;

}  // namespace tamga::api
