// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "shape/code_list.hpp"
#include "shape/document.hpp"
#include "shape/lexeme.hpp"
#include "shape/rules.hpp"
#include "shape/tokens.hpp"

namespace tamga::shape {

/// Reads a document from front to back, one value at a time; decode() drives it, and so may code that reads a
/// shape too odd to be declared. It keeps the path, so every error carries the JSON pointer of its value.
///
/// The rule of use: after a true next_field / next_entry / next_item exactly one value is read or skipped. A
/// read that answers false has reported why and is already past the value, so the caller just goes on; when
/// nothing more can be read (broken text, enough errors) all functions answer false and loops end by
/// themselves. One reader, one thread. The document must outlive it.
class Reader {
 public:
  /// Collects at most `max_errors` errors, then stops.
  explicit Reader(JsonDocument const& document, std::size_t max_errors = 1);

  bool enter_object();
  /// Goes to the next field of the object and gives its place in `names`; nothing at the end of the object.
  /// Fields not in `names` and fields whose bit is in `seen` are reported and skipped. At most 64 names, in
  /// static storage.
  std::optional<std::size_t> next_field(std::span<std::string_view const> names, std::uint64_t& seen);
  /// Goes to the next entry of an object whose field names are data. `key` must live while the value is read.
  bool next_entry(std::string& key);
  bool enter_array();
  bool next_item();

  /// True when the value is null, which is then read; false leaves it unread and is no error.
  bool null();
  /// Text with its limits; control characters are refused (JSON_CONTROL_CHARACTER) but for those of
  /// rules.multiline. Nothing is trimmed or normalised.
  bool text(std::string& out, Rules const& rules);
  /// Text of at most 4096 bytes as it stands, for values with a grammar of their own; valid until the next
  /// read.
  bool view(std::string_view& out);
  bool boolean(bool& out);
  /// A whole number from `from` to `to`.
  bool whole(Whole& out, std::int64_t from, std::uint64_t to);
  /// A list of codes into one arena; of the control characters they may hold GS (0x1D).
  bool codes(CodeList& out, Rules const& rules);
  /// Any value as the bytes it is written with, grammar checked.
  bool raw(std::string& out, Rules const& rules);
  /// An object whose field names are data: names and values are limited as rules say, names differ.
  bool attributes(std::map<std::string, std::string>& out, Rules const& rules);
  bool skip();

  /// Reports an error of the value being read (or just read); its `where` becomes the JSON pointer.
  void refuse(Error error);
  /// The same for a field of the object just read, such as one that it lacks.
  void refuse_child(std::string_view key, Error error);
  void refuse_size(ErrorKind const& kind, std::size_t size, Bounds const& bounds);
  void refuse_type(std::string_view expected, std::string_view actual);

  /// Takes over what a copy of this reader, sent ahead, found wrong.
  void adopt_errors(Reader& ahead);
  /// After the value at the root: nothing may follow.
  void finish();
  [[nodiscard]] bool failed() const { return !errors_.empty(); }
  /// Errors in order of the text; one that speaks of the whole text stands alone. At least one when failed().
  std::vector<Error> take_errors();
  [[nodiscard]] std::string pointer() const;

 private:
  struct Frame {
    std::string_view key;
    std::size_t index = 0;
    bool array = false;
    bool first = true;
  };

  [[nodiscard]] bool stopped() const { return broken_ || errors_.size() >= max_errors_; }
  bool enter(char open, std::string_view expected);
  bool advance_in(char close, std::string_view otherwise);
  bool key(std::string_view& out);
  bool wrong_type(std::string_view expected);
  bool string(std::string_view& out);
  bool append_code(CodeList& out, Bounds const& bytes);
  bool accept_text(std::string_view text, Bounds const& characters, bool multiline);
  bool skip_scalar();
  bool break_at(std::size_t offset, std::string_view reason);
  bool break_deep();

  JsonDocument const* document_;
  Tokens tokens_;
  std::vector<Frame> frames_;
  std::vector<Error> errors_;
  std::string scratch_;
  std::size_t max_errors_;
  bool broken_ = false;
};

}  // namespace tamga::shape
