// SPDX-License-Identifier: Apache-2.0
#include "http/route.hpp"

namespace tamga::http {

Responder& Responder::operator=(Responder&& other) noexcept {
  if (this != &other) {
    Responder const old(std::move(*this));
    sink_ = std::exchange(other.sink_, nullptr);
  }
  return *this;
}

Responder::~Responder() {
  if (sink_) sink_(std::nullopt);
}

void Responder::send(Response response) {
  if (auto const sink = std::exchange(sink_, nullptr)) sink(std::move(response));
}

}  // namespace tamga::http
