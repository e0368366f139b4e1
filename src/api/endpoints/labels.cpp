// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints/labels.hpp"

#include "api/errors.hpp"
#include "api/packet.hpp"
#include "api/task_kinds.hpp"
#include "labels/errors.hpp"
#include "labels/layout.hpp"
#include "shape/encode.hpp"

namespace tamga::api {
namespace {

template <class Asked>
PacketAsk ask_of(DocumentNumber order, int line, Asked const& asked, Call const& call) {
  return {.order = order,
          .line = line,
          .from = asked.from,
          .form = form_of(asked.format),
          .layout = asked.layout.value_or(""),
          .language = asked.language.value_or(word_of(call.language())),
          .note = asked.note.value_or("")};
}

/// Pictures show one page: without a count, as many labels as it has.
Result<PlannedPacket> plan(FetchLabels::Input const& input, Call const& call) {
  TAMGA_ASSIGN(packet, plan_packet(call, ask_of(input.order, input.line, input, call), input.count, false));
  if (input.count || !is_picture(packet.ask.form)) return packet;
  labels::Layouts const& layouts = *call.services().layouts;
  labels::Layout const* layout = &layouts.all().front();
  if (input.layout) {
    TAMGA_ASSIGN(found, layouts.find(*input.layout));
    layout = found;
  }
  packet.ask.count = std::min<std::int64_t>(packet.ask.count, layout->labels_of_page());
  return packet;
}

}  // namespace

Result<ListLabelLayouts::Output> ListLabelLayouts::handle(Input const&, Call& call) {
  Output out;
  for (labels::Layout const& layout : call.services().layouts->all())
    out.layouts.push_back(
        {.layout = layout.id,
         .name = layout.title.in(call.language()),
         .medium = std::string(labels::kMediumNames[static_cast<std::size_t>(layout.medium)]),
         .labels_of_page = layout.labels_of_page(),
         .width_um = layout.width,
         .height_um = layout.height,
         .module_um = layout.module,
         .largest = layout.largest,
         .dpi = layout.dpi});
  return out;
}

void FetchLabels::handle(Input const& input, Call call, Later later) {
  auto const packet = plan(input, call);
  if (!packet) return later.refuse(packet.error(), Place::Parameters);
  auto response = packet_response(call.services(), *packet);
  if (!response) return later.refuse(response.error(), Place::Parameters);
  note_delivery(call, delivery_of(*packet), *std::move(response),
                std::move(later));
}

Result<MakeLabelTask::Output> MakeLabelTask::handle(Input const& input, Body const& body, Call& call) {
  PacketAsk ask = ask_of(input.order, input.line, body, call);
  if (is_picture(ask.form)) return fail(Error(labels::kPictureAtOnce).at("/format"));
  TAMGA_ASSIGN(packet, plan_packet(call, std::move(ask), body.count, false));
  // What cannot be made is refused now and not in an hour.
  TAMGA_TRY(open_packet(call.services(), packet));
  return make_task(call, kSpec.action,
                   {.kind = kLabelTask,
                    .params = shape::encode(packet.ask),
                    .file_name = file_name_of(packet.ask),
                    .media_type = media_type_of(packet.ask),
                    .total = packet.ask.count});
}

template struct RowOf<ListLabelLayouts>;
template struct RowOf<FetchLabels>;
template struct RowOf<MakeLabelTask>;

}  // namespace tamga::api
