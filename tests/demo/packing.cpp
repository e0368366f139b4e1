// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "difference.hpp"
#include "world.hpp"

namespace tamga::demo {
namespace {

constexpr int kBoxesOnPallet = 12;
constexpr int kLooseOneIn = 20;  ///< of the goods stays loose at the maker

/// Puts `inside` into a new package of the model and into the document.
int add_package(World& world, std::vector<int> const& inside, Json& packages) {
  Thing package;
  package.code = world.sscc.next();
  package.status = Status::Introduced;
  int const index = world.model.add(std::move(package));
  for (int const thing : inside) world.model.at(thing).parent = index;
  packages.push_back({{"package", world.model.at(index).code}, {"codes", world.short_codes(inside)}});
  ++world.report.packages;
  return index;
}

void submit_packages(World& world, Json& packages) {
  if (!packages.empty()) world.submit(Who::Maker, {{"kind", "aggregate"}, {"packages", std::move(packages)}});
  packages = Json::array();
}

/// Packs `things` by `size`, in documents of the usual number of codes.
std::vector<int> pack(World& world, std::vector<int> const& things, int size) {
  std::vector<int> made;
  Json packages = Json::array();
  int in_document = 0;
  for (std::size_t first = 0; first < things.size(); first += static_cast<std::size_t>(size)) {
    auto const last = std::min(things.size(), first + static_cast<std::size_t>(size));
    made.push_back(add_package(world, {&things[first], &things[0] + last}, packages));
    in_document += static_cast<int>(last - first);
    if (in_document + size <= world.extent.codes_in_document) continue;
    submit_packages(world, packages);
    in_document = 0;
  }
  submit_packages(world, packages);
  return made;
}

}  // namespace

void pack_goods(World& world) {
  std::vector<int> circulating;
  for (int thing = 0; thing < world.extent.codes; ++thing)
    if (world.model.at(thing).status == Status::Introduced) circulating.push_back(thing);
  circulating.erase(circulating.begin(),
                    circulating.begin() + static_cast<long>(circulating.size()) / kLooseOneIn);
  Stopwatch const watch;
  world.boxes = pack(world, circulating, world.plan.box);
  world.note_rate(Step::Aggregate, watch.rate(static_cast<std::int64_t>(circulating.size())));
  world.pallets = pack(world, world.boxes, kBoxesOnPallet);
}

}  // namespace tamga::demo
