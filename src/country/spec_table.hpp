// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "base/language.hpp"
#include "base/time.hpp"
#include "country/spec_tree.hpp"
#include "country/vocabulary.hpp"

namespace tamga::country {

/// All mistakes of one load, in the order they were met: who wrote three of them is told three.
using Problems = std::vector<Error>;

/// Reads one table of a file. What is missing or wrong goes to `problems` with file and line, and a harmless
/// value is given back, so that the rest is checked too. A key that nobody asked for is a mistake: it is told
/// when the reader goes out of scope. Lives on the stack, beside the tree it reads.
class SpecTable {
 public:
  SpecTable(SpecNode const& node, std::string const& file, Problems& problems);
  ~SpecTable();
  SpecTable(SpecTable const&) = delete;
  SpecTable& operator=(SpecTable const&) = delete;

  [[nodiscard]] bool has(std::string_view key) const { return node_.find(key) != nullptr; }
  /// "spec/uz/country.toml:12", of the key when it is there, of the table otherwise.
  [[nodiscard]] std::string where(std::string_view key = {}) const;
  /// Records a mistake of this table at `key`.
  void wrong(std::string_view key, Error error);

  std::string text(std::string_view key);
  std::string text_or(std::string_view key, std::string otherwise);
  std::int64_t integer(std::string_view key, std::int64_t least, std::int64_t most);
  std::optional<std::int64_t> integer_if_given(std::string_view key, std::int64_t least, std::int64_t most);
  /// An array of whole numbers, not empty, none twice; smallest first, in whatever order they stand there.
  std::vector<std::int64_t> integers(std::string_view key, std::int64_t least, std::int64_t most);
  bool flag_or(std::string_view key, bool otherwise);
  Date day(std::string_view key);
  std::optional<Date> day_if_given(std::string_view key);
  /// { ru = "...", uz = "...", en = "..." }: all three, none empty.
  LocalizedText texts(std::string_view key);
  /// An array of texts, none empty, none twice.
  std::vector<std::string> list(std::string_view key);
  std::vector<std::string> list_or_empty(std::string_view key);

  /// A closed word, given by the names of its enumerators in their order.
  template <class E>
  E word(std::string_view key, std::span<std::string_view const> names) {
    return static_cast<E>(index_of_word(key, text(key), names));
  }
  template <class E>
  E word_or(std::string_view key, std::span<std::string_view const> names, E otherwise) {
    return has(key) ? word<E>(key, names) : otherwise;
  }
  template <class E>
  EnumSet<E> words_or_none(std::string_view key, std::span<std::string_view const> names) {
    EnumSet<E> set;
    for (std::string const& name : list_or_empty(key))
      set.add(static_cast<E>(index_of_word(key, name, names)));
    return set;
  }

  /// Reads the table under `key`; a missing one is a mistake.
  void inside(std::string_view key, std::function<void(SpecTable&)> const& read);
  /// Reads each table of the array under `key`, in file order; a missing array is an empty one.
  void each(std::string_view key, std::function<void(SpecTable&)> const& read);
  /// Reads every member as a table: for files whose keys are names.
  void each_member(std::function<void(std::string const& name, SpecTable&)> const& read);

 private:
  SpecNode const* take(std::string_view key);
  SpecNode const* take(std::string_view key, SpecNode::Kind kind, std::string_view expected, bool needed);
  std::size_t index_of_word(std::string_view key, std::string const& value,
                            std::span<std::string_view const> names);

  SpecNode const& node_;
  std::string const& file_;
  Problems& problems_;
  std::vector<std::string_view> taken_;
};

}  // namespace tamga::country
