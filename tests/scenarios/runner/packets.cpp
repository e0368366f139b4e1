// SPDX-License-Identifier: Apache-2.0
#include "runner/packets.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include "labels/testing/samples.hpp"
#include "runner/query.hpp"
#include "runner/script.hpp"

namespace tamga::scenario {
namespace {

using http::Method;

Answer get(Act& act, std::string target) {
  if (act.how.program.empty()) return act.stage.send_as(act.who(), Method::Get, std::move(target));
  return act.stage.send_by(act.somebody(), act.how.program,
                           {.method = Method::Get, .target = std::move(target)});
}

std::string line_of(Names::Packet const& packet) {
  return fmt::format("/api/v1/orders/{}/lines/{}", packet.order, packet.line);
}

/// "&from=2&count=3", or nothing.
std::string part_of(Act& act) {
  if (!act.match.has("count")) return {};
  return fmt::format("&from={}&count={}", act.number("from"), act.number("count"));
}

void compare(Names::Packet const& packet, std::size_t place, std::string const& code) {
  if (place >= packet.codes.size() || packet.codes[place] != code)
    throw Mistake(fmt::format("code {} is another one: {}", place + 1, code));
}

/// What the command line of OpenSSL makes of a sealed message with this key.
std::string opened(std::string const& message, crypto::SigningIdentity const& identity) {
  auto const folder = std::filesystem::temp_directory_path() / fmt::format("tamga-sealed-{}", getpid());
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "message", std::ios::binary) << message;
  std::ofstream(folder / "key.pem") << identity.pem().value();
  std::string const command = "cd " + folder.string() +
                              " && openssl cms -decrypt -engine gost -inform DER -binary -in message "
                              "-inkey key.pem -recip key.pem -out plain 2>log";
  bool const done = std::system(command.c_str()) == 0;
  std::stringstream out;
  out << std::ifstream(folder / (done ? "plain" : "log"), std::ios::binary).rdbuf();
  std::filesystem::remove_all(folder);
  if (!done) throw Mistake("the sealed codes cannot be opened: " + out.str());
  return out.str();
}

}  // namespace

Answer download_as(Act& act) {
  Names::Packet const& packet = act.names.packet(act["packet"]);
  auto answer = get(act, line_of(packet) + "/codes?format=" + act["format"] + part_of(act));
  if (answer.refused()) return answer;
  auto place = static_cast<std::size_t>(act.match.has("from") ? act.number("from") : 0);
  if (act["format"] == "json")
    for (Json const& row : answer.json) compare(packet, place++, row.at("code"));
  return answer;
}

Answer download_sealed(Act& act) {
  Names::Packet const& packet = act.names.packet(act["packet"]);
  auto answer = get(act, line_of(packet) + "/codes?encrypted=true");
  if (answer.refused()) return answer;
  std::istringstream lines(opened(answer.body, act.somebody().identity));
  std::size_t place = 0;
  for (std::string line; std::getline(lines, line); ++place) compare(packet, place, line);
  if (place != packet.codes.size()) throw Mistake(fmt::format("{} codes were sealed", place));
  return answer;
}

Answer download_block(Act& act) {
  Names::Packet const& packet = act.names.packet(act["packet"]);
  auto answer = get(act, fmt::format("{}/blocks/{}?format=json", line_of(packet), act.number("n")));
  if (answer.refused()) return answer;
  auto const blocks = act.stage.fetch(act.who(), line_of(packet) + "/blocks").at("blocks");
  Json const& block = blocks.at(static_cast<std::size_t>(act.number("n") - 1));
  auto place = block.at("from").get<std::size_t>();
  if (answer.json.size() != block.at("count").get<std::size_t>()) throw Mistake("the block has another size");
  for (Json const& row : answer.json) compare(packet, place++, row.at("code"));
  return answer;
}

Answer print_labels(Act& act) {
  Names::Packet const& packet = act.names.packet(act["packet"]);
  Answer answer;
  std::int64_t const from = act.number("from");
  for (std::int64_t i = 0; i < act.number("count"); ++i) {
    answer = get(act, fmt::format("{}/labels?format=png&layout={}&from={}&count=1", line_of(packet),
                                  act["layout"], from + i));
    if (answer.refused()) return answer;
    auto const read = labels::testing::read_all(labels::testing::pixels_of(answer.body));
    if (read.size() != 1) throw Mistake("the label cannot be read");
    compare(packet, static_cast<std::size_t>(from + i), read.front());
  }
  return answer;
}

Answer prepare_labels(Act& act) {
  Person& who = act.somebody();
  act.stage.keep_signed_in(who);
  Json body{{"format", act["format"]}};
  if (act.match.has("layout")) body["layout"] = act["layout"];
  auto answer =
      act.stage.send({.method = Method::Post,
                      .target = line_of(act.names.packet(act["packet"])) + "/labels/tasks",
                      .headers = {{"Authorization", "Bearer " + who.token},
                                  {"Idempotency-Key", fmt::format("at-{}", act.stage.clock().now().value())}},
                      .body = body.dump(),
                      .who = who.company.key});
  if (answer.refused()) return answer;
  std::string const task = answer.text("task");
  act.names.add_document(act["name"], task);
  for (int i = 0; i < 1'000; ++i) {
    std::string const state = act.stage.fetch(&who, "/api/v1/tasks/" + task).at("state");
    if (state != "queued" && state != "preparing") break;
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  return answer;
}

Answer take_file(Act& act) {
  return get(act, "/api/v1/tasks/" + act.names.document(act["document"]) + "/file");
}

Answer search_codes(Act& act) {
  std::string target = "/api/v1/codes/search?limit=1000";
  if (act.match.has("gtin")) target += "&gtin=" + act["gtin"];
  if (act.match.has("packet")) target += "&order=" + act.names.packet(act["packet"]).order;
  if (act.match.has("status")) target += "&status=" + act["status"];
  if (act.match.has("batch")) target += "&batch=" + in_query(act["batch"]);
  return get(act, target);
}

std::string got_blocks(Look& look) {
  Names::Packet const& packet = look.names.packet(look["packet"]);
  auto const blocks = look.stage.fetch(&look.stage.company(packet.who), line_of(packet) + "/blocks");
  bool const so = static_cast<std::int64_t>(blocks.at("blocks").size()) == look.number("n") &&
                  blocks.at("fetched") == look.number("codes");
  return so ? std::string() : blocks.dump();
}

}  // namespace tamga::scenario
