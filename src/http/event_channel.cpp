// SPDX-License-Identifier: Apache-2.0
#include "http/event_channel.hpp"

#include <string_view>
#include <utility>

namespace tamga::http {
namespace {

void append_line(std::string& out, std::string_view field, std::string_view value) {
  out += field;
  out += ": ";
  for (char const c : value)
    if (c != '\r' && c != '\n' && c != '\0') out += c;
  out += '\n';
}

}  // namespace

std::shared_ptr<std::string const> Event::frame() const {
  auto bytes = std::make_shared<std::string>();
  bytes->reserve(id.size() + name.size() + data.size() + 32);
  if (!id.empty()) append_line(*bytes, "id", id);
  if (!name.empty()) append_line(*bytes, "event", name);
  std::string_view rest = data;
  for (;;) {
    auto const end = rest.find('\n');
    append_line(*bytes, "data", rest.substr(0, end));
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  *bytes += '\n';
  return bytes;
}

bool EventChannel::publish(std::shared_ptr<std::string const> frame) {
  std::scoped_lock const lock(mutex_);
  if (state_ != State::Open) return false;
  bool const was_empty = queue_.empty();
  if (queue_.size() >= capacity_) {
    queue_.clear();
    state_ = State::TooSlow;
    if (wake_) wake_();
    return false;
  }
  queue_.push_back(std::move(frame));
  if (was_empty && wake_) wake_();
  return true;
}

void EventChannel::close() {
  std::scoped_lock const lock(mutex_);
  if (state_ != State::Open) return;
  state_ = State::Closed;
  if (wake_) wake_();
}

bool EventChannel::open() const {
  std::scoped_lock const lock(mutex_);
  return state_ == State::Open;
}

void EventChannel::attach(std::function<void()> wake) {
  std::scoped_lock const lock(mutex_);
  wake_ = std::move(wake);
}

void EventChannel::detach() {
  std::scoped_lock const lock(mutex_);
  wake_ = nullptr;
  queue_.clear();
  if (state_ == State::Open) state_ = State::Closed;
}

EventChannel::State EventChannel::take(std::string& out) {
  std::scoped_lock const lock(mutex_);
  for (auto const& frame : queue_) out += *frame;
  queue_.clear();
  return state_;
}

}  // namespace tamga::http
