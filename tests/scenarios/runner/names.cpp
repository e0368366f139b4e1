// SPDX-License-Identifier: Apache-2.0
#include "runner/names.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include "runner/pattern.hpp"
#include "runner/script.hpp"
#include "runner/spoiling.hpp"

namespace tamga::scenario {
namespace {

/// M and 12 of M12; the number is 0 when there is none.
std::pair<std::string_view, std::size_t> split_name(std::string_view word) {
  auto digits = word.size();
  while (digits > 0 && std::isdigit(static_cast<unsigned char>(word[digits - 1])) != 0) --digits;
  std::size_t number = 0;
  std::from_chars(word.data() + digits, word.data() + word.size(), number);
  return {word.substr(0, digits), number};
}

/// 00 and eighteen digits: extension 1, a prefix of the sandbox, the number of the box, the check digit.
std::string sscc_of(std::size_t box) {
  std::string const digits = fmt::format("1460700900{:07}", box);
  int sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * (i % 2 == 0 ? 3 : 1);
  return "00" + digits + static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool in_quotes(std::string_view word) {
  return word.size() >= 2 && word.front() == '"' && word.back() == '"';
}

}  // namespace

std::vector<std::string> elements_of(std::string_view words) {
  std::vector<std::string> out;
  std::string element;
  auto const end = [&] {
    if (!element.empty()) out.push_back(std::move(element));
    element.clear();
  };
  for (Token const& token : tokens_of(words)) {
    if (!token.quoted && (token.text == "," || token.text == "and")) {
      end();
      continue;
    }
    if (!element.empty()) element += ' ';
    element += token.quoted ? '"' + token.text + '"' : token.text;
  }
  end();
  return out;
}

void Names::add_packet(std::string const& name, Packet packet) {
  if (split_name(name).second != 0) throw Mistake("the name of a packet has no number: " + name);
  packets_[name] = std::move(packet);
}

void Names::close_order(std::string const& number) {
  for (auto& [name, packet] : packets_)
    if (packet.order.empty()) packet.order = number;
  std::erase_if(packets_, [](auto const& entry) { return entry.second.order.empty(); });
}

Names::Packet& Names::packet(std::string const& name) {
  auto const found = packets_.find(name);
  if (found == packets_.end()) throw Mistake("nothing was ordered as " + name);
  return found->second;
}

bool Names::is_packet(std::string_view word) const { return packets_.contains(split_name(word).first); }

std::string Names::plain_code(std::string_view word) const {
  if (in_quotes(word)) return std::string(word.substr(1, word.size() - 2));
  if (auto const box = boxes_.find(word); box != boxes_.end()) return box->second;
  auto const [name, number] = split_name(word);
  auto const packet = packets_.find(name);
  if (packet == packets_.end()) throw Mistake(fmt::format("no code or box is called {}", word));
  if (packet->second.codes.empty()) throw Mistake(fmt::format("{} was not downloaded", name));
  if (number == 0 || number > packet->second.codes.size())
    throw Mistake(fmt::format("{} has codes {}1 to {}{}", name, name, name, packet->second.codes.size()));
  return packet->second.codes[number - 1];
}

std::string Names::code(std::string_view word) const {
  auto const hyphen = in_quotes(word) ? std::string_view::npos : word.find('-');
  if (hyphen == std::string_view::npos) return plain_code(word);
  auto text = spoiled(plain_code(word.substr(0, hyphen)), word.substr(hyphen + 1));
  if (!text) throw Mistake(fmt::format("codes cannot be spoiled like this: {}", word));
  return *std::move(text);
}

std::vector<std::string> Names::codes(std::string_view words) const {
  std::vector<std::string> out;
  for (std::string const& element : elements_of(words)) {
    if (auto const packet = packets_.find(element); packet != packets_.end()) {
      out.insert(out.end(), packet->second.codes.begin(), packet->second.codes.end());
      continue;
    }
    auto const dots = element.find("..");
    if (in_quotes(element) || dots == std::string::npos) {
      out.push_back(code(element));
      continue;
    }
    auto const [name, first] = split_name(std::string_view(element).substr(0, dots));
    auto const [same, last] = split_name(std::string_view(element).substr(dots + 2));
    if (name != same || first == 0 || last < first) throw Mistake("no such row of codes: " + element);
    for (std::size_t i = first; i <= last; ++i) out.push_back(code(fmt::format("{}{}", name, i)));
  }
  if (out.empty()) throw Mistake(fmt::format("no codes: {}", words));
  return out;
}

std::string Names::package(std::string_view word) {
  if (!in_quotes(word) && word.find('-') == std::string_view::npos && !is_packet(word))
    boxes_.try_emplace(std::string(word), sscc_of(boxes_.size() + 1));
  return code(word);
}

std::vector<std::string> Names::everything() const {
  std::vector<std::string> out;
  for (auto const& [name, packet] : packets_) out.insert(out.end(), packet.codes.begin(), packet.codes.end());
  for (auto const& [name, code] : boxes_) out.push_back(code);
  return out;
}

std::string Names::name_of(std::string const& code) const {
  for (auto const& [name, box] : boxes_)
    if (box == code) return name;
  for (auto const& [name, packet] : packets_)
    for (std::size_t i = 0; i < packet.codes.size(); ++i)
      if (packet.codes[i] == code || without_tail(packet.codes[i]) == code)
        return fmt::format("{}{}", name, i + 1);
  return code;
}

std::string Names::document(std::string_view name) const {
  auto const found = documents_.find(name);
  if (found != documents_.end()) return found->second;
  if (!name.empty() &&
      std::all_of(name.begin(), name.end(), [](unsigned char c) { return std::isdigit(c) != 0; }))
    return std::string(name);
  throw Mistake(fmt::format("no document is called {}", name));
}

std::string Names::filled(std::string_view text) const {
  std::string out;
  while (true) {
    auto const open = text.find('<');
    auto const close = text.find('>', open == std::string_view::npos ? text.size() : open);
    out += text.substr(0, close == std::string_view::npos ? std::string_view::npos : open);
    if (close == std::string_view::npos) return out;
    std::string_view const word = text.substr(open + 1, close - open - 1);
    std::string const literal =
        nlohmann::json(documents_.contains(word) ? documents_.find(word)->second : code(word)).dump();
    out += literal.substr(1, literal.size() - 2);
    text.remove_prefix(close + 1);
  }
}

}  // namespace tamga::scenario
