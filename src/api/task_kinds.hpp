// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "api/call.hpp"
#include "api/key_scope.hpp"
#include "api/needed_right.hpp"
#include "api/packet.hpp"
#include "tasks/work.hpp"

namespace tamga::api {

inline constexpr std::string_view kPacketTask = "packet";
inline constexpr std::string_view kLabelTask = "labels";
inline constexpr std::string_view kCodesTask = "codes";

/// What somebody must be allowed to do to have anything to do with a task of a kind.
struct TaskTerms {
  std::string_view kind;
  Right right;
  Scope scope;
  /// Whether the caller, who has right and scope, may see this one.
  bool (*shows)(Caller const& caller, tasks::Task const& task);
  bool delivers = false;  ///< its file holds codes as they are printed: fetching it is a delivery
};

/// Null for a kind that is not known any more.
TaskTerms const* terms_of(std::string_view kind);
/// Whether a task exists for the caller: his participant's, or to the operator's people the system's, of a
/// kind that he may ask for.
bool may_see(Call const& call, tasks::Task const& task);

/// What was asked for by a task whose file holds codes. Errors: those of JSON.
Result<PacketAsk> packet_ask_of(tasks::Task const& task);

/// How each kind is done. `services` outlive them.
std::vector<tasks::Kind> task_kinds(Services const& services);

}  // namespace tamga::api
