// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace tamga::shape {

/// Marking codes as they came, up to a million in one list, in one piece of memory: a document of 100 000
/// codes is decoded without an allocation for each. At most 4 GiB of text. A view of a code is valid until
/// the list changes. What a code means is not known here.
class CodeList {
 public:
  class Iterator {
   public:
    using value_type = std::string_view;
    using reference = std::string_view;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;  // gives views, not references
    Iterator() = default;
    Iterator(CodeList const* list, std::size_t index) : list_(list), index_(index) {}
    std::string_view operator*() const { return (*list_)[index_]; }
    Iterator& operator++() {
      ++index_;
      return *this;
    }
    Iterator operator++(int) {
      auto const old = *this;
      ++index_;
      return old;
    }
    friend bool operator==(Iterator const&, Iterator const&) = default;

   private:
    CodeList const* list_ = nullptr;
    std::size_t index_ = 0;
  };

  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] bool empty() const { return ends_.empty(); }
  [[nodiscard]] std::string_view operator[](std::size_t index) const {
    std::size_t const begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(arena_).substr(begin, ends_[index] - begin);
  }
  [[nodiscard]] Iterator begin() const { return {this, 0}; }
  [[nodiscard]] Iterator end() const { return {this, size()}; }
  /// Of all codes together.
  [[nodiscard]] std::size_t size_bytes() const { return arena_.size(); }

  void reserve(std::size_t codes, std::size_t bytes) {
    ends_.reserve(codes);
    arena_.reserve(bytes);
  }
  void push_back(std::string_view code) {
    arena_.append(code);
    seal();
  }
  void clear() {
    ends_.clear();
    arena_.clear();
  }
  friend bool operator==(CodeList const&, CodeList const&) = default;

 private:
  friend class Reader;
  /// What was appended to the arena since the last code becomes a code.
  void seal() {
    if (arena_.size() > UINT32_MAX) throw std::length_error("more than 4 GiB of codes");
    ends_.push_back(static_cast<std::uint32_t>(arena_.size()));
  }

  std::string arena_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace tamga::shape
