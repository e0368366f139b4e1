// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tamga::shape {

/// Appends compact JSON to a string; encode() drives it, and so may code whose answer has no struct. It sets
/// the commas; that every container is closed and every key has a value is the caller's part. Texts must be
/// UTF-8, which all decoded texts are. One writer, one thread; the string must outlive it.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(&out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);
  /// The same from a text that `quoted_key` has made.
  void quoted(std::string_view key) {
    out_->append(first_ ? key.substr(1) : key);
    first_ = true;
  }
  void string(std::string_view text);
  void whole(std::int64_t value);
  void whole_unsigned(std::uint64_t value);
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }
  /// A value that is JSON already.
  void raw(std::string_view json);

  void field(std::string_view name, std::string_view text) {
    key(name);
    string(text);
  }

 private:
  void separate() {
    if (!first_) out_->push_back(',');
    first_ = false;
  }
  void open(char bracket) {
    separate();
    out_->push_back(bracket);
    first_ = true;
  }
  void close(char bracket) {
    out_->push_back(bracket);
    first_ = false;
  }

  std::string* out_;
  bool first_ = true;
};

/// A key as it stands between members of an object: comma, quotes, colon.
std::string quoted_key(std::string_view name);

/// Appends `text` as a JSON string, quotes included. Escapes the least that RFC 8259 section 7 asks for.
void append_string(std::string& out, std::string_view text);

}  // namespace tamga::shape
