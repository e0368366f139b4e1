// SPDX-License-Identifier: Apache-2.0
#include "server/code_terms.hpp"

#include <fmt/format.h>

#include "emission/order_watch.hpp"

namespace tamga::server {
namespace {

/// Orders looked at in one go; the rest waits for the next.
constexpr int kOrders = 200;

/// The system itself has no number among the participants.
documents::Sender system_itself() { return {{}, true, {}, "system"}; }

}  // namespace

Result<void> send_expired_orders(sql::Store& store, documents::Sequencer& sequencer,
                                 documents::Submission::Readers const& readers, UnixMs now) {
  std::vector<emission::OrderNo> orders;
  {
    TAMGA_ASSIGN(reader, store.reader());
    TAMGA_ASSIGN(found, emission::orders_run_out(*reader, now, kOrders));
    orders = std::move(found);
  }
  for (emission::OrderNo const order : orders) {
    documents::Parcel parcel;
    parcel.body = fmt::format(R"({{"kind":"expire_codes","order":"{}"}})", order.value());
    parcel.idempotency_key = fmt::format("expire-{}", order.value());
    parcel.request_id = "code_terms";
    TAMGA_TRY(sequencer.submit(
        documents::Submission::prepare(system_itself(), std::move(parcel), readers, now, [](auto&&) {})));
  }
  return {};
}

}  // namespace tamga::server
