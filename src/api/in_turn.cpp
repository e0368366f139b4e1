// SPDX-License-Identifier: Apache-2.0
#include "api/in_turn.hpp"

#include <future>

#include "crypto/sha256.hpp"

namespace tamga::api {
namespace {

class Turned final : public documents::Operation {
 public:
  Turned(std::function<Result<void>(documents::Turn&)> work, std::promise<Result<void>> end)
      : work_(std::move(work)), end_(std::move(end)) {}
  Result<void> perform(documents::Turn& turn) override { return work_(turn); }
  void committed() override { end_.set_value({}); }
  void failed(Error const& error) override { end_.set_value(fail(error)); }

 private:
  std::function<Result<void>(documents::Turn&)> work_;
  std::promise<Result<void>> end_;
};

}  // namespace

Result<void> in_turn(Call const& call, std::function<Result<void>(documents::Turn&)> work) {
  std::promise<Result<void>> promise;
  auto end = promise.get_future();
  TAMGA_TRY(call.services().sequencer.submit(std::make_unique<Turned>(std::move(work), std::move(promise))));
  return end.get();
}

journal::Entry entry_of(Call const& call, std::string action) {
  journal::Entry entry;
  if (call.signed_in()) {
    entry.participant = call.caller().number().value();
    entry.certificate = crypto::view(call.caller().session.certificate);
    entry.api_key = call.caller().api_key;
  }
  entry.action = std::move(action);
  entry.request_id = call.request().request_id();
  return entry;
}

}  // namespace tamga::api
