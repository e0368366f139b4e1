// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "api/endpoint.hpp"
#include "documents/turn.hpp"

namespace tamga::api {

/// Does `work` in the writer's turn while the caller goes on; `then` is called when that is durable or has
/// failed, from any thread. What fails is logged.
void aside(Services const& services, std::function<Result<void>(documents::Turn&)> work,
           std::function<void()> then = {});

/// Whether the journal tells of this refusal: of callers who are known, and not of failures of ours.
bool is_told(Call const& call, Error const& error);

/// Puts a refusal of a call into the journal, then calls `then`.
void tell_refusal(Call const& call, EndpointSpec const& spec, Error const& error, std::function<void()> then);
/// The same, waiting until it is durable. On worker threads only.
void tell_refusal(Call const& call, EndpointSpec const& spec, Error const& error);

}  // namespace tamga::api
