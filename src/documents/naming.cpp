// SPDX-License-Identifier: Apache-2.0
#include "documents/naming.hpp"

#include <algorithm>

namespace tamga::documents {

Naming::Piece const& Naming::piece_of(std::size_t item) const {
  auto const after =
      std::upper_bound(pieces_.begin(), pieces_.end(), item,
                       [](std::size_t value, Piece const& piece) { return value < piece.first; });
  return *std::prev(after);
}

std::string_view Naming::text(std::size_t item) const {
  Piece const& piece = piece_of(item);
  return piece.codes ? (*piece.codes)[item - piece.first] : piece.code;
}

std::string Naming::pointer(std::size_t item) const {
  Piece const& piece = piece_of(item);
  return piece.codes ? piece.pointer + "/" + std::to_string(item - piece.first) : piece.pointer;
}

}  // namespace tamga::documents
