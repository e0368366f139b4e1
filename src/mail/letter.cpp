// SPDX-License-Identifier: Apache-2.0
#include "mail/letter.hpp"

#include "shape/document.hpp"
#include "shape/reader.hpp"
#include "shape/writer.hpp"

namespace tamga::mail {

std::string encode_values(Values const& values) {
  std::string out;
  shape::Writer writer(out);
  writer.begin_object();
  for (auto const& [name, lines] : values) {
    writer.key(name);
    writer.begin_array();
    for (std::string const& line : lines) writer.string(line);
    writer.end_array();
  }
  writer.end_object();
  return out;
}

Result<Values> decode_values(std::string_view json) {
  TAMGA_ASSIGN(document, shape::JsonDocument::open(json));
  shape::Reader reader(document);
  Values values;
  std::string name;
  if (reader.enter_object()) {
    while (reader.next_entry(name)) {
      std::vector<std::string>& lines = values[name];
      if (!reader.enter_array()) continue;
      while (reader.next_item()) {
        std::string line;
        if (reader.text(line, {.size = {0, kMaxValueBytes}, .each = {}})) lines.push_back(std::move(line));
      }
    }
  }
  reader.finish();
  if (reader.failed()) return fail(std::move(reader.take_errors().front()));
  return values;
}

}  // namespace tamga::mail
