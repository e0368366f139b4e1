// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "naive_model.hpp"
#include "plan.hpp"

namespace tamga::demo {

/// What is timed.
enum class Step : std::uint8_t { Order, Download, Apply, Introduce, Aggregate, Receipt, Check };
inline constexpr std::size_t kSteps = 7;

/// How the story of one template went.
struct TemplateReport {
  Plan const* plan = nullptr;
  std::array<double, kSteps> rates{};   ///< a second: codes, receipts for Receipt; 0: there was no such step
  std::array<std::int64_t, 6> goods{};  ///< by Status, at the end
  int packages = 0;
  int documents = 0;
  int compared = 0;  ///< codes whose state was asked for and was right
  std::vector<std::string> remarks;
  std::string difference;  ///< empty: none
};

/// Measures from its making on.
class Stopwatch {
 public:
  [[nodiscard]] double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }
  [[nodiscard]] double rate(std::int64_t count) const { return static_cast<double>(count) / seconds(); }

 private:
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

/// What happened on one engine.
struct EngineReport {
  std::string engine;
  std::vector<TemplateReport> templates;
  std::vector<std::string> remarks;  ///< about the whole: what the stores said at the end
  std::string difference;            ///< of the whole; empty: none
  double seconds = 0;

  [[nodiscard]] bool good() const;
};

/// A page for people.
void print_report(EngineReport const& report, Extent const& extent);

}  // namespace tamga::demo
