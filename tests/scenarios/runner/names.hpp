// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tamga::scenario {

/// What the names in a scenario stand for: M3 is the third code of the packet that was ordered as M; B1 is a
/// box, whose label the runner makes up when it is first packed; S is the document that was sent as S.
class Names {
 public:
  struct Packet {
    std::string order;  ///< number of the order
    int line = 0;
    std::string who;                   ///< key of the emitter
    std::vector<std::string> codes{};  ///< as downloaded: with tails
  };

  void add_packet(std::string const& name, Packet packet);
  /// The packets that were added for an order get its number; without one they were never ordered.
  void close_order(std::string const& number);
  Packet& packet(std::string const& name);
  /// Whether the word is the name of a packet, with or without numbers behind it.
  [[nodiscard]] bool is_packet(std::string_view word) const;

  /// One code or box: M3, B1, "a text as it is", or M3-without-tail and other spoiled forms. Throws Mistake.
  [[nodiscard]] std::string code(std::string_view word) const;
  /// Several: "M1..M10, M12 and B1"; a packet's name alone is all of it.
  [[nodiscard]] std::vector<std::string> codes(std::string_view words) const;
  /// A box, made up when it is new.
  std::string package(std::string_view word);
  /// All there are: packets and boxes.
  [[nodiscard]] std::vector<std::string> everything() const;
  /// M3 for its text; the text itself when it has no name.
  [[nodiscard]] std::string name_of(std::string const& code) const;

  void add_document(std::string const& name, std::string number) { documents_[name] = std::move(number); }
  [[nodiscard]] std::string document(std::string_view name) const;

  /// A text in which <M3> stands for the code, as it is written inside JSON.
  [[nodiscard]] std::string filled(std::string_view text) const;

 private:
  [[nodiscard]] std::string plain_code(std::string_view word) const;

  std::map<std::string, Packet, std::less<>> packets_;
  std::map<std::string, std::string, std::less<>> boxes_;
  std::map<std::string, std::string, std::less<>> documents_;
};

/// "2 codes", "M1, M2": the elements of a list between commas and the word "and".
std::vector<std::string> elements_of(std::string_view words);
/// A code without its proof: what identifies it.
std::string without_tail(std::string const& code);

}  // namespace tamga::scenario
