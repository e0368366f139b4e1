// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "country/country.hpp"
#include "country/spec_rows.hpp"
#include "country/spec_table.hpp"

namespace tamga::country {

/// Reads the files of one country's groups one after another and keeps what must be unique among them.
class GroupReader {
 public:
  /// `rules` and `problems` outlive the reader.
  GroupReader(CountryRules const& rules, Problems& problems) : rules_(rules), problems_(problems) {}

  void read(std::filesystem::path const& file);
  std::vector<ProductGroup> take() { return std::move(groups_); }

 private:
  void read_names(SpecTable& table, std::filesystem::path const& file, ProductGroup& group);
  void read_templates(SpecTable& table, ProductGroup& group);
  void read_template(SpecTable& row, ProductGroup& group);
  void check_period(SpecTable& row, CodeTemplate const& added, std::string const& group);
  gs1::SerialRule read_serial(SpecTable& row, gs1::CodeLayout const& layout);
  Tariff read_tariff(SpecTable& row);
  GroupRules read_rules(SpecTable& row);

  struct Issued {
    std::string group;
    Date from;
    std::optional<Date> to;
    std::string where;
  };

  CountryRules const& rules_;
  Problems& problems_;
  Once codes_;
  Once numbers_;
  std::multimap<TemplateId, Issued> templates_;
  std::vector<ProductGroup> groups_;
};

}  // namespace tamga::country
