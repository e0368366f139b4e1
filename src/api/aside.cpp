// SPDX-License-Identifier: Apache-2.0
#include "api/aside.hpp"

#include <future>
#include <memory>

#include "api/in_turn.hpp"
#include "api/revoked_use.hpp"
#include "base/failure.hpp"
#include "base/log.hpp"
#include "documents/sequencer.hpp"

namespace tamga::api {
namespace {

class Aside final : public documents::Operation {
 public:
  Aside(std::function<Result<void>(documents::Turn&)> work, std::function<void()> then)
      : work_(std::move(work)), then_(std::move(then)) {}
  Result<void> perform(documents::Turn& turn) override { return work_(turn); }
  void committed() override {
    if (then_) then_();
  }
  void failed(Error const& error) override {
    log::write(log::Level::Warn, "aside_failed", {{"error", describe(error)}});
    if (then_) then_();
  }

 private:
  std::function<Result<void>(documents::Turn&)> work_;
  std::function<void()> then_;
};

}  // namespace

void aside(Services const& services, std::function<Result<void>(documents::Turn&)> work,
           std::function<void()> then) {
  auto const taken = services.sequencer.submit(std::make_unique<Aside>(std::move(work), then));
  if (taken) return;
  log::write(log::Level::Warn, "aside_failed", {{"error", describe(taken.error())}});
  if (then) then();
}

bool is_told(Call const& call, Error const& error) { return call.signed_in() && !is_failure(error); }

void tell_refusal(Call const& call, EndpointSpec const& spec, Error const& error,
                  std::function<void()> then) {
  note_revoked_use(call.services(), error);
  journal::Entry entry = entry_of(call, std::string(spec.action.empty() ? "call" : spec.action));
  if (spec.action.empty()) entry.object = spec.name;
  if (!call.request().body().empty()) entry.body_hash = crypto::view(crypto::sha256(call.request().body()));
  entry.result = "refused";
  entry.error = error.name();
  aside(
      call.services(),
      [entry = std::move(entry)](documents::Turn& turn) -> Result<void> {
        journal::Entry now = entry;
        now.at = turn.now();
        turn.journal(std::move(now));
        return {};
      },
      std::move(then));
}

void tell_refusal(Call const& call, EndpointSpec const& spec, Error const& error) {
  auto const told = std::make_shared<std::promise<void>>();
  auto end = told->get_future();
  tell_refusal(call, spec, error, [told] { told->set_value(); });
  end.wait();
}

}  // namespace tamga::api
