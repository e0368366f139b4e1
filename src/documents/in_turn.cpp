// SPDX-License-Identifier: Apache-2.0
#include "documents/in_turn.hpp"

#include <future>

namespace tamga::documents {
namespace {

class Turned final : public Operation {
 public:
  Turned(std::function<Result<void>(Turn&)> work, std::promise<Result<void>> end)
      : work_(std::move(work)), end_(std::move(end)) {}
  Result<void> perform(Turn& turn) override { return work_(turn); }
  void committed() override { end_.set_value({}); }
  void failed(Error const& error) override { end_.set_value(fail(error)); }

 private:
  std::function<Result<void>(Turn&)> work_;
  std::promise<Result<void>> end_;
};

}  // namespace

Result<void> in_turn(Sequencer& sequencer, std::function<Result<void>(Turn&)> work) {
  std::promise<Result<void>> promise;
  auto end = promise.get_future();
  TAMGA_TRY(sequencer.submit(std::make_unique<Turned>(std::move(work), std::move(promise))));
  return end.get();
}

}  // namespace tamga::documents
