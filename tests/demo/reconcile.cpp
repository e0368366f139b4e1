// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "difference.hpp"
#include "world.hpp"

namespace tamga::demo {
namespace {

constexpr int kChecksAtOnce = 1000;

/// Balances as the interface tells them: of the plan's goods, and of transport units (null GTIN).
std::map<Status, std::int64_t> balances(World& world, Who who, bool goods) {
  std::map<Status, std::int64_t> found;
  Json const stock = world.as(who).get("/api/v1/stock");
  for (Json const& line : stock.at("stock")) {
    bool const transport = !line.contains("gtin") || line.at("gtin").is_null();
    if (goods ? transport || line.at("gtin") != world.plan.gtin : !transport) continue;
    for (int status = 0; status < 6; ++status)
      if (line.at("status") == name_of(static_cast<Status>(status)))
        found[static_cast<Status>(status)] += line.at("quantity").get<std::int64_t>();
  }
  return found;
}

void compare_stock(World& world) {
  auto const goods = world.model.stock(0, world.extent.codes);
  auto const packages = world.model.stock(world.extent.codes, world.model.size());
  auto const of = [](NaiveModel::Stock const& stock, Who who, Status status) {
    auto const line = stock.find({who, status});
    return line == stock.end() ? std::int64_t{0} : line->second;
  };
  for (Who const who : kEverybody) {
    auto found = balances(world, who, true);
    auto transport = balances(world, who, false);
    for (int i = 0; i < 6; ++i) {
      auto const status = static_cast<Status>(i);
      expect(fmt::format("goods {} of the {}", name_of(status), name_of(who)), of(goods, who, status),
             found[status]);
      expect(fmt::format("packages {} of the {}", name_of(status), name_of(who)),
             of(packages, who, status) + world.transport_before[{who, status}], transport[status]);
    }
  }
}

void compare_check(World& world, int thing, Json const& checked) {
  Thing const& should = world.model.at(thing);
  std::string const what = fmt::format("check of code {} ({}), ", thing, should.code);
  bool const goods = thing < world.extent.codes;
  expect(what + "status", name_of(should.status), checked.at("status").get<std::string>());
  expect(what + "owner", world.as(should.owner).tax_id(), checked.at("owner").get<std::string>());
  expect(what + "tail", std::string(goods ? "genuine" : "absent"), checked.at("tail").get<std::string>());
  expect(what + "holds", std::string(should.recalled ? "[\"recalled\"]" : "[]"), checked.at("holds").dump());
  expect(what + "sale", should.status == Status::Introduced && !should.recalled,
         checked.at("sale_allowed").get<bool>());
  if (should.status == Status::Introduced && should.recalled)
    expect(what + "reason", std::string("CODE_RECALLED"), checked.at("reason").get<std::string>());
}

/// Every code of goods and packages, asked for by the operator, who sees all owners.
void check_everything(World& world) {
  Participant operator_(world.server.port(), world.server.key_file("operator"));
  double asking = 0;
  for (int first = 0; first < world.model.size(); first += kChecksAtOnce) {
    int const last = std::min(world.model.size(), first + kChecksAtOnce);
    Json codes = Json::array();
    for (int thing = first; thing < last; ++thing) codes.push_back(world.model.at(thing).code);
    Json const question{{"codes", std::move(codes)}};
    Stopwatch const watch;
    Json const answer = operator_.post("/api/v1/check", question);
    asking += watch.seconds();
    expect("answers to a check", static_cast<std::size_t>(last - first), answer.at("codes").size());
    for (int thing = first; thing < last; ++thing)
      compare_check(world, thing, answer.at("codes")[static_cast<std::size_t>(thing - first)]);
  }
  world.report.compared = world.model.size();
  world.note_rate(Step::Check, world.model.size() / asking);
}

/// Some codes with all that their owner sees.
void look_at_some(World& world) {
  int const step = std::max(1, world.model.size() / world.extent.looked_at);
  for (int thing = 0; thing < world.model.size(); thing += step) {
    Thing const& should = world.model.at(thing);
    Json const found = world.as(should.owner).get("/api/v1/codes?code=" + percent_encoded(should.code));
    std::string const what = fmt::format("code {}, ", thing);
    Json parents = Json::array();
    for (int above = should.parent; above >= 0; above = world.model.at(above).parent)
      parents.push_back(world.short_code(above));
    expect(what + "identity", world.short_code(thing), found.at("cis").get<std::string>());
    expect(what + "status", name_of(should.status), found.at("status").get<std::string>());
    expect(what + "owner", world.as(should.owner).tax_id(), found.at("owner").get<std::string>());
    expect(what + "packages", parents.dump(), found.at("parents").dump());
    expect(what + "marks", std::string("[]"), found.at("marks").dump());
  }
}

void add_lines(World const& world, int thing, int depth, std::vector<std::string>& lines) {
  lines.push_back(
      fmt::format("{} {} {}", depth, world.short_code(thing), name_of(world.model.at(thing).status)));
  if (thing < world.extent.codes) return;
  for (int const inside : world.model.children(thing)) add_lines(world, inside, depth + 1, lines);
}

/// What lies on a pallet. The order within a package is free.
void compare_tree(World& world, int pallet) {
  std::vector<std::string> expected;
  add_lines(world, pallet, 0, expected);
  Json const tree = world.as(world.model.at(pallet).owner)
                        .get(fmt::format("/api/v1/codes/tree?limit=20000&code={}",
                                         percent_encoded(world.model.at(pallet).code)));
  std::vector<std::string> found;
  for (Json const& line : tree.at("codes"))
    found.push_back(fmt::format("{} {} {}", line.at("depth").get<int>(), line.at("cis").get<std::string>(),
                                line.at("status").get<std::string>()));
  std::sort(expected.begin(), expected.end());
  std::sort(found.begin(), found.end());
  expect("the tree of a pallet", fmt::format("{}", fmt::join(expected, "\n")),
         fmt::format("{}", fmt::join(found, "\n")));
}

}  // namespace

void note_transport(World& world) {
  for (Who const who : kEverybody)
    for (auto const& [status, count] : balances(world, who, false))
      world.transport_before[{who, status}] = count;
}

void reconcile(World& world) {
  compare_stock(world);
  check_everything(world);
  look_at_some(world);
  for (int const pallet : {world.pallets[0], world.pallets[1], world.pallets.back()})
    compare_tree(world, pallet);
  for (auto const& [key, count] : world.model.stock(0, world.extent.codes))
    world.report.goods[static_cast<std::size_t>(key.second)] += count;
}

}  // namespace tamga::demo
