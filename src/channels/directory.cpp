// SPDX-License-Identifier: Apache-2.0
#include "channels/directory.hpp"

#include <algorithm>

#include "channels/errors.hpp"
#include "country/spec_rows.hpp"

namespace tamga::channels {

Result<Directory> Directory::read(std::filesystem::path const& file) {
  TAMGA_ASSIGN(tree, country::read_spec(file));
  country::Problems problems;
  std::string const name = file.string();
  Directory out;
  {
    country::SpecTable table(tree, name, problems);
    country::Once once;
    table.each("operators", [&](country::SpecTable& row) {
      ChannelOperator one;
      one.kind = row.word<ChannelKind>("kind", kChannelKindNames);
      one.code = row.text("code");
      once.check(row, "code", std::string(name_of(one.kind)) + ' ' + one.code);
      one.name = row.texts("names");
      one.built_in = row.flag_or("built_in", false);
      one.url = row.text_or("url", "");
      if (row.has("requisite"))
        row.inside("requisite", [&](country::SpecTable& inner) {
          Requisite requisite;
          requisite.name = inner.texts("names");
          requisite.least = inner.integer("least", 1, 200);
          requisite.most = inner.integer("most", requisite.least, 200);
          one.requisite = std::move(requisite);
        });
      out.operators_.push_back(std::move(one));
    });
    table.each("needs", [&](country::SpecTable& row) {
      out.needs_.push_back({.kind = row.word<ChannelKind>("kind", kChannelKindNames),
                            .documents = row.list("needed_for"),
                            .from = row.day("effective_from")});
    });
    for (std::size_t kind = 0; kind < kChannelKindNames.size(); ++kind)
      if (std::none_of(out.operators_.begin(), out.operators_.end(), [&](ChannelOperator const& one) {
            return one.built_in && one.kind == static_cast<ChannelKind>(kind);
          }))
        table.wrong({}, Error(kNoBuiltInChannel).with("kind", std::string(kChannelKindNames.at(kind))));
  }
  if (!problems.empty()) return fail(std::move(problems.front()));
  return out;
}

ChannelOperator const* Directory::find(ChannelKind kind, std::string_view code) const {
  for (ChannelOperator const& one : operators_)
    if (one.kind == kind && one.code == code) return &one;
  return nullptr;
}

}  // namespace tamga::channels
