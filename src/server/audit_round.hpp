// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "base/time.hpp"
#include "country/country.hpp"
#include "documents/sequencer.hpp"
#include "tasks/workers.hpp"

namespace tamga::server {

/// Once a local day every subject is audited: put into the queue of tasks, unless it was audited that day.
/// One that could not be made is put there anew an hour after it failed; one that somebody stopped, the next
/// day.
class AuditDay {
 public:
  Result<void> run(documents::Sequencer& sequencer, tasks::Workers& workers, country::Country const& country,
                   Date today);

 private:
  std::optional<Date> done_;
};

}  // namespace tamga::server
