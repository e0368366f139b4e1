// SPDX-License-Identifier: Apache-2.0
#include "api/task_kinds.hpp"

#include <algorithm>

#include "api/audit_task.hpp"
#include "api/code_export.hpp"
#include "api/tail_note.hpp"
#include "documents/in_turn.hpp"
#include "shape/decode.hpp"

namespace tamga::api {
namespace {

template <class Ask>
Result<Ask> ask_of(tasks::Task const& task) {
  TAMGA_ASSIGN(document, shape::JsonDocument::open(task.params));
  auto ask = shape::decode_all<Ask>(document);
  if (!ask) return fail(ask.error().front());
  return *std::move(ask);
}

Result<void> take_all(packets::Source& source, tasks::Work& work) {
  std::string chunk;
  for (bool more = true; more;) {
    chunk.clear();
    TAMGA_ASSIGN(next, source.next(chunk));
    more = next;
    TAMGA_TRY(work.write(chunk));
    TAMGA_TRY(work.progress(source.done()));
  }
  return {};
}

/// The file has tails in it: they are put down before they are made, for each attempt.
Result<void> note_tails_of(Services const& services, tasks::Task const& task, PlannedPacket const& packet) {
  if (packet.line.tail_key_id.empty()) return {};
  return documents::in_turn(services.sequencer, [&](documents::Turn& turn) {
    return note_tails(turn, services.tail_keys,
                      {.order = packet.line.order,
                       .line = packet.line.line,
                       .participant = task.participant,
                       .person = std::to_string(task.number.value()),
                       .from = packet.ask.from,
                       .codes = packet.ask.count,
                       .key_id = packet.line.tail_key_id});
  });
}

Result<void> make_packet(Services const& services, tasks::Task const& task, tasks::Work& work) {
  TAMGA_ASSIGN(ask, packet_ask_of(task));
  TAMGA_ASSIGN(packet, plan_again(services, ask));
  TAMGA_TRY(note_tails_of(services, task, packet));
  TAMGA_ASSIGN(source, open_packet(services, packet));
  return take_all(*source, work);
}

Result<void> make_codes(Services const& services, tasks::Task const& task, tasks::Work& work) {
  TAMGA_ASSIGN(ask, ask_of<KeptExport>(task));
  TAMGA_ASSIGN(source, open_export(services, task.participant, ask));
  return take_all(*source, work);
}

bool shows_packet(Caller const& caller, tasks::Task const& task) {
  auto const ask = packet_ask_of(task);
  return ask && task.participant == caller.number() && caller.works_with_group(ask->group);
}
bool shows_codes(Caller const& caller, tasks::Task const& task) {
  auto const ask = ask_of<KeptExport>(task);
  return ask && task.participant == caller.number() && may_see(caller, *ask);
}
bool shows_audit(Caller const& caller, tasks::Task const& task) {
  return caller.authority() && task.participant == kAuditor;
}

}  // namespace

TaskTerms const* terms_of(std::string_view kind) {
  static constexpr std::array kTaskTerms{
      TaskTerms{kPacketTask, Right::OrderCodes, Scope::Orders, shows_packet, true},
      TaskTerms{kLabelTask, Right::OrderCodes, Scope::Orders, shows_packet, true},
      TaskTerms{kCodesTask, Right::SeeCodes, Scope::Read, shows_codes},
      TaskTerms{kAuditTask, Right::Support, Scope::Read, shows_audit}};
  auto const found = std::find_if(kTaskTerms.begin(), kTaskTerms.end(),
                                  [&](TaskTerms const& terms) { return terms.kind == kind; });
  return found == kTaskTerms.end() ? nullptr : &*found;
}

bool may_see(Call const& call, tasks::Task const& task) {
  TaskTerms const* const terms = terms_of(task.kind);
  Caller const& caller = call.caller();
  if (terms == nullptr) return false;
  if (!caller.rights.has(terms->right)) return false;
  if (caller.program() && !caller.scopes.has(terms->scope)) return false;
  return terms->shows(caller, task);
}

Result<PacketAsk> packet_ask_of(tasks::Task const& task) { return ask_of<PacketAsk>(task); }

std::vector<tasks::Kind> task_kinds(Services const& services) {
  auto const packet = [&services](tasks::Task const& task, tasks::Work& work) {
    return make_packet(services, task, work);
  };
  auto const codes = [&services](tasks::Task const& task, tasks::Work& work) {
    return make_codes(services, task, work);
  };
  auto const audit = [&services](tasks::Task const& task, tasks::Work& work) {
    return make_audit(services, task, work);
  };
  return {{std::string(kPacketTask), packet},
          {std::string(kLabelTask), packet},
          {std::string(kCodesTask), codes},
          {std::string(kAuditTask), audit}};
}

}  // namespace tamga::api
