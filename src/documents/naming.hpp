// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shape/code_list.hpp"

namespace tamga::documents {

/// All codes that a document names, as one numbered list of items, in the order in which they stand in it.
/// Borrows the body. An item's number is what refusals speak of; its place is a JSON pointer.
class Naming {
 public:
  /// A part of the document: items `first` to `first + count - 1`.
  struct Part {
    std::size_t first = 0;
    std::size_t count = 0;
  };

  Part add(std::string pointer, shape::CodeList const& codes) {
    Part const part{size_, codes.size()};
    pieces_.push_back({std::move(pointer), &codes, {}, size_});
    size_ += codes.size();
    return part;
  }
  Part add(std::string pointer, std::string_view code) {
    Part const part{size_, 1};
    pieces_.push_back({std::move(pointer), nullptr, code, size_});
    ++size_;
    return part;
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::string_view text(std::size_t item) const;
  /// All texts in the order of their items; cheaper than asking for each.
  template <class Visit>
  void for_each_text(Visit&& visit) const {
    for (Piece const& piece : pieces_) {
      if (!piece.codes) {
        visit(piece.code);
        continue;
      }
      for (std::string_view const code : *piece.codes) visit(code);
    }
  }
  /// "/packages/3/codes/17".
  [[nodiscard]] std::string pointer(std::size_t item) const;

 private:
  struct Piece {
    std::string pointer;
    shape::CodeList const* codes;
    std::string_view code;
    std::size_t first;
  };
  [[nodiscard]] Piece const& piece_of(std::size_t item) const;

  std::vector<Piece> pieces_;
  std::size_t size_ = 0;
};

}  // namespace tamga::documents
