// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>

#include "base/testing/source_path.hpp"
#include "gs1/ai_value.hpp"
#include "gs1/errors.hpp"
#include "gs1/gln.hpp"
#include "gs1/scan.hpp"
#include "gs1/serial.hpp"

// The published vectors say what every implementation must answer: verdict, reason, normalized form and
// parts.
namespace tamga::gs1 {
namespace {

using Json = nlohmann::json;

/// What a rule said, in the words of the vectors.
struct Answer {
  std::string verdict = "valid";
  std::string reason{};
  std::string normalized{};
  Json parsed{};
  std::vector<std::string> diagnosis{};
};

Answer refusal(Error const& error) {
  Answer answer{.verdict = "invalid", .reason = std::string(reason_of(error))};
  for (auto const& [name, value] : error.arguments()) {
    if (name == "diagnosis") answer.diagnosis.push_back(value);
  }
  return answer;
}

template <class T, class Text>
Answer answer_of(Result<T> const& result, Text&& text) {
  return result ? Answer{.normalized = text()} : refusal(result.error());
}

Answer gtin(std::string const& in, Json const&) {
  auto const result = Gtin::parse(in);
  auto answer = answer_of(result, [&] { return result->text(); });
  if (result && result->restricted_prefix()) {
    answer.verdict = "warn";
    answer.reason = "restricted_prefix";
  }
  return answer;
}

Answer sscc(std::string const& in, Json const&) {
  auto const result = Sscc::parse(in);
  return answer_of(result, [&] { return result->text(); });
}

Answer gln(std::string const& in, Json const&) {
  auto const result = Gln::parse(in);
  return answer_of(result, [&] { return result->text(); });
}

Answer serial(std::string const& in, Json const&) {
  return answer_of(check_serial(in), [&] { return in; });
}

Answer date(std::string const& in, Json const& context) {
  auto const result = parse_ai_date(in, context.at("year").get<int>());
  return answer_of(result, [&] { return result->text(); });
}

Answer tail(std::string const& in, Json const& context) {
  auto const same = [&] { return in; };
  auto const ai = context.at("ai").get<std::string>();
  if (ai == "91") return answer_of(check_key_id(in), same);
  return ai == "92" ? answer_of(check_tail_92(in), same) : answer_of(check_tail_93(in), same);
}

Answer price(std::string const& in, Json const&) {
  auto const result = parse_pack_price(in);
  return answer_of(result, [&] { return std::to_string(result->minor_units); });
}

std::string layout_text(Json const& shape) {
  std::string out = "01+21(" + std::to_string(shape.at("serial").get<int>()) + ")";
  for (auto const& part : shape.at("tail")) {
    out += "+" + part[0].get<std::string>() + "(" + std::to_string(part[1].get<int>()) + ")";
  }
  return out;
}

Answer read_scan(std::string const& in, std::string const& layout_line) {
  auto const layout = layout_line.empty() ? CodeLayout() : *CodeLayout::parse(layout_line);
  CodeLayout const* const layouts[] = {&layout};
  auto const scan = parse_scan(in, {.layouts = layout_line.empty() ? CodeLayouts{} : CodeLayouts(layouts)});
  if (!scan) return refusal(scan.error());
  Answer answer;
  auto const& code = scan->code;
  answer.normalized = std::string(scan->cis());
  if (code.gtin) answer.parsed["gtin"] = code.gtin.text();
  if (code.sscc) answer.parsed["sscc"] = code.sscc.text();
  auto const part = [&](std::string const& name, std::string_view value) {
    if (!value.empty()) answer.parsed[name] = std::string(value);
  };
  part("serial", code.serial);
  part("91", code.key_id);
  part(code.kind == ScanKind::Legacy ? "check" : std::string(tail_ai(code.tail_kind)), code.tail);
  if (code.price_value()) answer.parsed["price_kopecks"] = code.price_value()->minor_units;
  for (auto const name : scan->diagnoses.names()) answer.diagnosis.emplace_back(name);
  return answer;
}

Answer scan(std::string const& in, Json const& context) {
  return read_scan(in, context.contains("template") ? layout_text(context["template"]) : std::string());
}

Answer pack(std::string const& in, Json const&) { return read_scan(in, "gtin(14)serial(7)mrp(4)check(4)"); }

Answer label(std::string const& in, Json const&) { return read_scan(in, ""); }

std::map<std::string, std::function<Answer(std::string const&, Json const&)>> const kRules{
    {"gs1.gtin", gtin},       {"gs1.sscc", sscc},     {"gs1.gln", gln},       {"gs1.serial", serial},
    {"gs1.date", date},       {"code.tail_91", tail}, {"code.tail_92", tail}, {"code.tail_93", tail},
    {"tobacco.price", price}, {"code.scan", scan},    {"tobacco.pack", pack}, {"uz.receipt_label", label},
};

void compare(std::string const& kind, Json const& vector) {
  auto const in = vector.at("in").get<std::string>();
  auto const answer = kRules.at(kind)(in, vector.value("ctx", Json::object()));
  SCOPED_TRACE(kind + ": " + vector.dump());
  EXPECT_EQ(answer.verdict, vector.at("verdict").get<std::string>());
  EXPECT_EQ(answer.reason, vector.value("reason", ""));
  if (kind == "code.scan" || kind == "tobacco.pack") {
    EXPECT_EQ(answer.parsed, vector.value("parsed", Json()));
    EXPECT_EQ(answer.diagnosis, vector.value("diagnosis", std::vector<std::string>{}));
  } else if (answer.verdict != "invalid") {
    EXPECT_EQ(answer.normalized, vector.value("normalized", in));
  }
}

TEST(Conformance, EveryVectorOfOurKinds) {
  std::ifstream file(source_path("tests/conformance/identifier-vectors.json"));
  auto const vectors = Json::parse(file);
  std::size_t kinds = 0;
  for (auto const& kind : vectors.at("kinds")) {
    auto const name = kind.at("kind").get<std::string>();
    if (!kRules.contains(name)) continue;
    ++kinds;
    for (auto const& vector : kind.at("vectors")) compare(name, vector);
  }
  EXPECT_EQ(kinds, kRules.size()) << "a kind is missing from the file";
}

}  // namespace
}  // namespace tamga::gs1
