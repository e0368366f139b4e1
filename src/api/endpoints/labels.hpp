// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/endpoint_row.hpp"
#include "api/packet_words.hpp"
#include "api/task_view.hpp"
#include "api/wire.hpp"

namespace tamga::api {

struct LabelLayoutView {
  std::string layout;
  std::string name;
  std::string medium;
  int labels_of_page;
  int width_um;
  int height_um;
  int module_um;
  int largest;
  int dpi;
  static constexpr auto shape() {
    return shape::object(
        "LabelLayout", "Labels that can be printed",
        shape::field("layout", &LabelLayoutView::layout, "By what it is asked for"),
        shape::field("name", &LabelLayoutView::name, "Name in the reader's language"),
        shape::field("medium", &LabelLayoutView::medium, "sheet: pages of several labels; roll: one by one"),
        shape::field("labels_of_page", &LabelLayoutView::labels_of_page, "Labels of a page"),
        shape::field("width_um", &LabelLayoutView::width_um, "Width of a label in micrometres"),
        shape::field("height_um", &LabelLayoutView::height_um, "Height of a label in micrometres"),
        shape::field("module_um", &LabelLayoutView::module_um, "Side of a module in micrometres"),
        shape::field("largest", &LabelLayoutView::largest, "Modules of the largest symbol that fits"),
        shape::field("dpi", &LabelLayoutView::dpi, "Dots an inch of pictures and label printers"));
  }
};

struct ListLabelLayouts {
  static constexpr EndpointSpec kSpec{.name = "list_label_layouts",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/labels/layouts",
                                      .access = Access::Participant,
                                      .scope = kAnyScope,
                                      .right = kAnyUser,
                                      .summary = "Sheets and rolls for which labels are made",
                                      .tag = "orders"};
  using Input = NoInput;
  using Body = NoBody;
  struct Output {
    std::vector<LabelLayoutView> layouts;
    static constexpr auto shape() {
      return shape::object("LabelLayouts", "Labels that can be printed",
                           shape::field("layouts", &Output::layouts, "The first is taken when none is said"));
    }
  };
  static Result<Output> handle(Input const& input, Call& call);
};

/// Labels with the codes of a line: giving them out is a delivery like any other.
struct FetchLabels {
  static constexpr EndpointSpec kSpec{.name = "fetch_labels",
                                      .method = http::Method::Get,
                                      .path = "/api/v1/orders/{order}/lines/{line}/labels",
                                      .access = Access::Participant,
                                      .scope = Scope::Orders,
                                      .right = Right::OrderCodes,
                                      .summary = "Labels with codes of an order line, ready to be printed",
                                      .tag = "orders",
                                      .certificate = true,
                                      .produces = "application/pdf"};
  struct Input {
    DocumentNumber order;
    int line;
    std::int64_t from;
    std::optional<std::int64_t> count;
    LabelFormatWord format;
    std::optional<std::string> layout;
    std::optional<LabelLanguage> language;
    std::optional<std::string> note;
    static constexpr auto shape() {
      return shape::object(
          "FetchLabelsInput", "", shape::field("order", &Input::order, "Number of the order"),
          shape::field("line", &Input::line, "Number of the line", shape::range(0, 1'000'000)),
          shape::field("from", &Input::from, "The first code, counted from 0",
                       shape::range(0, 1'000'000'000'000), shape::by_default(0)),
          shape::field("count", &Input::count,
                       "How many; all that follow when left out, of pictures one page",
                       shape::range(1, 5'000)),
          shape::field("format", &Input::format, "What they are drawn as",
                       shape::by_default(LabelFormatWord::Pdf)),
          shape::field("layout", &Input::layout, "Sheet or roll; the first of the list when left out",
                       shape::size(1, 60)),
          shape::field("language", &Input::language, "Of the name of the goods; yours when left out"),
          shape::field("note", &Input::note, "A line of text on every label: a price, a date",
                       shape::size(1, 60)));
    }
  };
  using Body = NoBody;
  using Output = Reply;
  static void handle(Input const& input, Call call, Later later);
};

struct LabelTaskBody {
  std::int64_t from;
  std::optional<std::int64_t> count;
  LabelFormatWord format;
  std::optional<std::string> layout;
  std::optional<LabelLanguage> language;
  std::optional<std::string> note;
  static constexpr auto shape() {
    return shape::object(
        "LabelTask", "A file of labels to be prepared",
        shape::field("from", &LabelTaskBody::from, "The first code, counted from 0",
                     shape::range(0, 1'000'000'000'000), shape::by_default(0)),
        shape::field("count", &LabelTaskBody::count, "How many; all that follow when left out",
                     shape::range(1, 1'000'000'000'000)),
        shape::field("format", &LabelTaskBody::format, "What they are drawn as; pdf or zpl",
                     shape::by_default(LabelFormatWord::Pdf)),
        shape::field("layout", &LabelTaskBody::layout, "Sheet or roll; the first of the list when left out",
                     shape::size(1, 60)),
        shape::field("language", &LabelTaskBody::language, "Of the name of the goods; yours when left out"),
        shape::field("note", &LabelTaskBody::note, "A line of text on every label: a price, a date",
                     shape::size(1, 60)));
  }
};

struct MakeLabelTask {
  static constexpr EndpointSpec kSpec{.name = "make_label_task",
                                      .method = http::Method::Post,
                                      .path = "/api/v1/orders/{order}/lines/{line}/labels/tasks",
                                      .access = Access::Participant,
                                      .scope = Scope::Orders,
                                      .right = Right::OrderCodes,
                                      .summary = "Has labels prepared, to be fetched later: for many of them",
                                      .tag = "orders",
                                      .idempotency_key = true,
                                      .certificate = true,
                                      .success = 201,
                                      .action = "task.labels"};
  struct Input {
    DocumentNumber order;
    int line;
    static constexpr auto shape() {
      return shape::object(
          "MakeLabelTaskInput", "", shape::field("order", &Input::order, "Number of the order"),
          shape::field("line", &Input::line, "Number of the line", shape::range(0, 1'000'000)));
    }
  };
  using Body = LabelTaskBody;
  using Output = TaskView;
  static Result<Output> handle(Input const& input, Body const& body, Call& call);
};

extern template struct RowOf<ListLabelLayouts>;
extern template struct RowOf<FetchLabels>;
extern template struct RowOf<MakeLabelTask>;

}  // namespace tamga::api
