// SPDX-License-Identifier: Apache-2.0
#include "server/code_terms.hpp"

#include <fmt/format.h>

#include "base/log.hpp"
#include "emission/order.hpp"

namespace tamga::server {
namespace {

/// Orders looked at in one go; the rest waits for the next.
constexpr int kOrders = 200;

}  // namespace

CodeTerms::CodeTerms(sql::Store& store, documents::Sequencer& sequencer,
                     documents::Submission::Readers readers, documents::Sender sender, Clock const& clock,
                     std::chrono::milliseconds every)
    : store_(&store),
      sequencer_(&sequencer),
      readers_(readers),
      operator_(std::move(sender)),
      clock_(&clock),
      every_(every),
      thread_([this] { run(); }) {}

CodeTerms::~CodeTerms() {
  {
    std::lock_guard const lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void CodeTerms::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    lock.unlock();
    if (auto sent = send_all(); !sent)
      log::write(log::Level::Warn, "code_terms_failed", {{"error", describe(sent.error())}});
    lock.lock();
    wake_.wait_for(lock, every_, [this] { return stopping_; });
  }
}

Result<void> CodeTerms::send_all() {
  std::vector<emission::OrderNo> orders;
  {
    TAMGA_ASSIGN(reader, store_->reader());
    TAMGA_ASSIGN(found, emission::orders_run_out(*reader, clock_->now(), kOrders));
    orders = std::move(found);
  }
  for (emission::OrderNo const order : orders) {
    documents::Parcel parcel;
    parcel.body = fmt::format(R"({{"kind":"expire_codes","order":"{}"}})", order.value());
    parcel.idempotency_key = fmt::format("expire-{}", order.value());
    parcel.request_id = "code_terms";
    TAMGA_TRY(sequencer_->submit(documents::Submission::prepare(operator_, std::move(parcel), readers_,
                                                                clock_->now(), [](auto&&) {})));
  }
  return {};
}

}  // namespace tamga::server
