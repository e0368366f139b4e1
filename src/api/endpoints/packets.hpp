// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/packet_words.hpp"
#include "api/task_view.hpp"
#include "api/wire.hpp"

namespace tamga::api {

struct BlockView {
  std::int64_t block;
  std::int64_t from;
  std::int64_t count;
  std::int64_t times;
  UnixMs first_at;
  UnixMs last_at;
  std::string first_by;
  std::string last_by;
  static constexpr auto shape() {
    return shape::object(
        "CodeBlock", "Codes of a line that were fetched, as they were asked for",
        shape::field("block", &BlockView::block, "Number within the line, from 1"),
        shape::field("from", &BlockView::from, "The first code, counted from 0"),
        shape::field("count", &BlockView::count, "How many"),
        shape::field("times", &BlockView::times, "How often they were fetched"),
        shape::field("first_at", &BlockView::first_at, "When first"),
        shape::field("last_at", &BlockView::last_at, "When last"),
        shape::field("first_by", &BlockView::first_by, "By whom first: a person, or the name of a key"),
        shape::field("last_by", &BlockView::last_by, "By whom last"));
  }
};

struct ListBlocks {
  static constexpr EndpointSpec kSpec{.name = "list_blocks",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/orders/{order}/lines/{line}/blocks",
                                      .access = Access::Participant,
                                      .scope = Scopes{Scope::Orders, Scope::Read},
                                      .right = Rights{Right::OrderCodes, Right::SeeDocuments},
                                      .summary = "What of an own order line was fetched, when and by whom",
                                      .tag = "orders"};
  struct Input {
    DocumentNumber order;
    int line;
    std::int64_t after;
    int limit;
    static constexpr auto shape() {
      return shape::object(
          "ListBlocksInput", "", shape::field("order", &Input::order, "Number of the order"),
          shape::field("line", &Input::line, "Number of the line", shape::range(0, 1'000'000)),
          shape::field("after", &Input::after, "Blocks with a larger number: the last of the page before",
                       shape::range(0, 1'000'000'000'000), shape::by_default(0)),
          shape::field("limit", &Input::limit, "At most so many", shape::range(1, 1'000),
                       shape::by_default(100)));
    }
  };
  using Body = NoBody;
  struct Output {
    std::vector<BlockView> blocks;
    std::int64_t codes;
    std::int64_t delivered;
    std::int64_t fetched;
    std::optional<std::int64_t> next;
    static constexpr auto shape() {
      return shape::object(
          "CodeBlocks", "What of an order line was fetched",
          shape::field("blocks", &Output::blocks, "In the order in which they were first asked for"),
          shape::field("codes", &Output::codes, "Codes of the line"),
          shape::field("delivered", &Output::delivered, "Of them fetched without a gap, from the first on"),
          shape::field("fetched", &Output::fetched, "Different codes that were fetched at least once"),
          shape::field("next", &Output::next, "Give it as `after` for the next page; absent on the last"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// A block again: what was lost on the way is fetched by its number.
struct FetchBlock {
  static constexpr EndpointSpec kSpec{.name = "fetch_block",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/orders/{order}/lines/{line}/blocks/{block}",
                                      .access = Access::Participant,
                                      .scope = Scope::Orders,
                                      .right = Right::OrderCodes,
                                      .summary = "The codes of a block that was fetched before, once more",
                                      .tag = "orders",
                                      .certificate = true,
                                      .produces = "text/plain"};
  struct Input {
    DocumentNumber order;
    int line;
    std::int64_t block;
    PacketFormatWord format;
    bool encrypted;
    static constexpr auto shape() {
      return shape::object(
          "FetchBlockInput", "", shape::field("order", &Input::order, "Number of the order"),
          shape::field("line", &Input::line, "Number of the line", shape::range(0, 1'000'000)),
          shape::field("block", &Input::block, "Number of the block", shape::range(1, 1'000'000'000'000)),
          shape::field("format", &Input::format, "How they are written",
                       shape::by_default(PacketFormatWord::Txt)),
          shape::field("encrypted", &Input::encrypted,
                       "True: as CMS EnvelopedData for the certificate of the session, RSA or EC",
                       shape::by_default(false)));
    }
  };
  using Body = NoBody;
  using Output = Reply;
  static void handle(Input const& input, Call call, Later later);
};

struct PacketTaskBody {
  std::int64_t from;
  std::optional<std::int64_t> count;
  PacketFormatWord format;
  bool encrypted;
  static constexpr auto shape() {
    return shape::object(
        "PacketTask", "A file of codes to be prepared",
        shape::field("from", &PacketTaskBody::from, "The first code, counted from 0",
                     shape::range(0, 1'000'000'000'000), shape::by_default(0)),
        shape::field("count", &PacketTaskBody::count, "How many; all that follow when left out",
                     shape::range(1, 1'000'000'000'000)),
        shape::field("format", &PacketTaskBody::format, "How they are written",
                     shape::by_default(PacketFormatWord::Xlsx)),
        shape::field("encrypted", &PacketTaskBody::encrypted,
                     "True: as CMS EnvelopedData for the certificate of the session, RSA or EC",
                     shape::by_default(false)));
  }
};

struct MakePacketTask {
  static constexpr EndpointSpec kSpec{.name = "make_packet_task",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/orders/{order}/lines/{line}/codes/tasks",
                                      .access = Access::Participant,
                                      .scope = Scope::Orders,
                                      .right = Right::OrderCodes,
                                      .summary = "Has a file of codes prepared, to be fetched later",
                                      .tag = "orders",
                                      .idempotency_key = true,
                                      .certificate = true,
                                      .success = 201,
                                      .action = "task.packet"};
  struct Input {
    DocumentNumber order;
    int line;
    static constexpr auto shape() {
      return shape::object(
          "MakePacketTaskInput", "", shape::field("order", &Input::order, "Number of the order"),
          shape::field("line", &Input::line, "Number of the line", shape::range(0, 1'000'000)));
    }
  };
  using Body = PacketTaskBody;
  using Output = TaskView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

extern template struct RowOf<ListBlocks>;
extern template struct RowOf<FetchBlock>;
extern template struct RowOf<MakePacketTask>;

}  // namespace tamga::api
