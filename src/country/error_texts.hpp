// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/language.hpp"
#include "base/result.hpp"

namespace tamga::country {

/// What a person is told: what is wrong, and what to do about it.
struct ErrorMessage {
  std::string title;
  std::string remedy;
};

/// The texts of the error catalogue: spec/errors/*.toml, one row for each error of the program, in every
/// language. Loaded once at start, immutable, safe from any thread.
class ErrorTexts {
 public:
  struct Row {
    LocalizedText title;
    LocalizedText remedy;
  };

  /// Reads every *.toml of the folder, and of its folder `words` the words that stand for values in texts
  /// (statuses of codes). Refused, with file and line: a row that lacks a language, one that uses other
  /// placeholders in one language than in another, a name that two files have. The first mistake is the
  /// result; the log detail holds all.
  static Result<ErrorTexts> load(std::filesystem::path const& folder);

  /// The row's texts with each {placeholder} replaced by the error's value of that name, in the language's
  /// words where there are such; a value that the error does not carry shows as "?". An error without a row
  /// gives its name as title: a missing text never hides a failure.
  [[nodiscard]] ErrorMessage render(Error const& error, Language language) const;

  /// The same of an error that was kept by its name and values.
  [[nodiscard]] ErrorMessage render(std::string_view name, std::map<std::string, std::string> const& values,
                                    Language language) const;

  /// How a value is called in texts; one that has no word is called by itself.
  [[nodiscard]] std::string word(std::string_view value, Language language) const;
  /// Adds names of a country's own (its roles) to the words that stand for values. At the start only.
  void add_words(std::map<std::string, LocalizedText, std::less<>> const& words) {
    words_.insert(words.begin(), words.end());
  }

  [[nodiscard]] Row const* find(std::string_view name) const;
  [[nodiscard]] std::map<std::string, Row, std::less<>> const& rows() const { return rows_; }

 private:
  using Words = std::map<std::string, LocalizedText, std::less<>>;
  std::map<std::string, Row, std::less<>> rows_;
  Words words_;
};

}  // namespace tamga::country
