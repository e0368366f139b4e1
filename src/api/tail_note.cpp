// SPDX-License-Identifier: Apache-2.0
#include "api/tail_note.hpp"

namespace tamga::api {

Result<void> note_tails(documents::Turn& turn, emission::TailKeys const& keys, emission::TailBatch batch) {
  batch.number = turn.desk().books().numbers.next();
  batch.at = turn.now();
  TAMGA_ASSIGN(noted, emission::note_batch(turn.connection(), keys.keys(), std::move(batch)));
  journal::Entry entry;
  entry.at = noted.at;
  entry.action = std::string(emission::kTailAction);
  entry.object = noted.object();
  entry.result = "accepted";
  entry.state = crypto::view(noted.seal);
  entry.request_id = noted.request;
  turn.journal(std::move(entry));
  return {};
}

}  // namespace tamga::api
