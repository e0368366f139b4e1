// SPDX-License-Identifier: Apache-2.0
#include "runner/script.hpp"

#include <fstream>
#include <sstream>

#include <fmt/format.h>

namespace tamga::scenario {
namespace {

constexpr std::string_view kCountry = "country ";
constexpr std::string_view kKeys = "keys ";

[[noreturn]] void mistake(std::string const& file, int line, std::string_view what) {
  throw Mistake(fmt::format("{}:{}: {}", file, line, what));
}

/// A line without spaces at its end; a note for people gives an empty one.
std::string_view content_of(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
  auto const first = line.find_first_not_of(' ');
  if (first == std::string_view::npos || line[first] == '#') return {};
  return line;
}

class Reading {
 public:
  Reading(std::string const& file, Script& script) : file_(&file), script_(&script) {}

  void line(int number, std::string_view raw) {
    if (number == 1) return title(raw);
    std::string_view const line = content_of(raw);
    if (line.empty()) return;
    if (line.find('\t') != std::string_view::npos) mistake(*file_, number, "a tab; indent by two spaces");
    auto const indent = line.find_first_not_of(' ');
    if (indent == 0) return action(number, line);
    if (indent != 2) mistake(*file_, number, "what is expected is indented by two spaces");
    if (script_->steps.empty())
      mistake(*file_, number, "nothing was done yet of which this could be expected");
    script_->steps.back().expected.push_back({number, std::string(line.substr(2))});
  }

 private:
  void title(std::string_view line) {
    if (!line.starts_with("# ") || line.size() < 3) mistake(*file_, 1, "the first line is the title: # ...");
    script_->title = line.substr(2);
  }
  void action(int number, std::string_view line) {
    if (line.starts_with(kCountry)) {
      if (!script_->country.empty()) mistake(*file_, number, "the country is named twice");
      script_->country = line.substr(kCountry.size());
      return;
    }
    if (line.starts_with(kKeys)) return keys(number, line.substr(kKeys.size()));
    if (script_->country.empty()) mistake(*file_, number, "the first thing to say is the country");
    script_->steps.push_back({{number, std::string(line)}, {}});
  }
  void keys(int number, std::string_view name) {
    using crypto::KeyAlgorithm;
    for (auto const& [word, algorithm] :
         {std::pair{"gost256", KeyAlgorithm::Gost256}, std::pair{"gost512", KeyAlgorithm::Gost512},
          std::pair{"ozdst", KeyAlgorithm::Ozdst}, std::pair{"rsa2048", KeyAlgorithm::Rsa2048}})
      if (name == word && script_->steps.empty()) {
        script_->keys = algorithm;
        return;
      }
    mistake(*file_, number, "keys gost256, gost512, ozdst or rsa2048, before anything happens");
  }

  std::string const* file_;
  Script* script_;
};

}  // namespace

Script read_script(std::string_view text, std::string const& file) {
  Script script;
  script.file = file;
  Reading reading(file, script);
  int number = 0;
  while (!text.empty()) {
    auto const end = text.find('\n');
    reading.line(++number, text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  if (script.steps.empty()) mistake(file, number, "nothing happens in this scenario");
  return script;
}

Script read_script(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  auto const name = (file.parent_path().filename() / file.filename()).string();
  if (!in) mistake(name, 0, "cannot be read");
  return read_script(text.str(), name);
}

}  // namespace tamga::scenario
