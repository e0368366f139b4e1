// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace tamga::catalogue {

/// A regular expression of PCRE2 over UTF-8 that a whole text must match. Immutable, safe from any thread.
class Pattern {
 public:
  /// Null when it is no expression.
  static std::shared_ptr<Pattern const> compile(std::string const& text);
  ~Pattern();
  Pattern(Pattern const&) = delete;
  Pattern& operator=(Pattern const&) = delete;

  /// False also for a text that would take too long to decide.
  [[nodiscard]] bool matches(std::string_view text) const;

 private:
  struct Code;
  explicit Pattern(std::unique_ptr<Code> code);
  std::unique_ptr<Code> code_;
};

}  // namespace tamga::catalogue
