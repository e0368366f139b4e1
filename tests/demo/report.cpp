// SPDX-License-Identifier: Apache-2.0
#include "report.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace tamga::demo {
namespace {

std::string rate_text(double rate) {
  if (rate == 0) return "-";
  return rate < 100'000 ? fmt::format("{:.0f}", rate) : fmt::format("{:.0f}k", rate / 1000);
}

void print_row(TemplateReport const& one) {
  fmt::print("{:2} {:14}", one.plan->country, one.plan->title);
  for (double const rate : one.rates) fmt::print("{:>9}", rate_text(rate));
  fmt::print(" ");
  for (std::size_t status = 0; status < 5; ++status) fmt::print("{:>9}", one.goods[status]);
  fmt::print("{:>7}{:>8}{:>9}  {}\n", one.packages, one.documents, one.compared,
             one.difference.empty() ? "OK" : "DIFFERENT");
  if (!one.difference.empty()) fmt::print("   {}\n", one.difference);
}

}  // namespace

bool EngineReport::good() const {
  return difference.empty() && std::all_of(templates.begin(), templates.end(),
                                           [](TemplateReport const& one) { return one.difference.empty(); });
}

void print_report(EngineReport const& report, Extent const& extent) {
  fmt::print("\nTamga on {}: {} codes and {} receipts a template, {} cash registers, {:.0f} s\n\n",
             report.engine, extent.codes, extent.receipts, extent.cash_registers, report.seconds);
  fmt::print("{:17}{:^63} {:^45}\n", "", "a second: codes, receipts", "goods at the end");
  fmt::print("{:17}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9} {:>9}{:>9}{:>9}{:>9}{:>9}{:>7}{:>8}{:>9}\n",
             "template", "order", "download", "apply", "introd.", "aggreg.", "receipts", "check", "emitted",
             "applied", "in circ.", "retired", "written", "packs", "docs", "compared");
  for (TemplateReport const& one : report.templates) print_row(one);
  fmt::print("\n");
  for (TemplateReport const& one : report.templates)
    for (std::string const& remark : one.remarks)
      fmt::print("{} {}: {}\n", one.plan->country, one.plan->title, remark);
  for (std::string const& remark : report.remarks) fmt::print("{}\n", remark);
  if (!report.difference.empty()) fmt::print("DIFFERENT: {}\n", report.difference);
  fmt::print("{}: {}\n", report.engine, report.good() ? "OK, every count agrees" : "NOT OK");
  std::fflush(stdout);
}

}  // namespace tamga::demo
