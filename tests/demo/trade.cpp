// SPDX-License-Identifier: Apache-2.0
#include "difference.hpp"
#include "world.hpp"

namespace tamga::demo {
namespace {

std::string ship(World& world, Who from, Who to, std::vector<int> const& packages) {
  return world
      .submit(from, {{"kind", "ship"},
                     {"receiver", world.as(to).tax_id()},
                     {"document", "waybill 1"},
                     {"codes", world.short_codes(packages)}})
      .number();
}

void hand_over(World& world, std::vector<int> const& packages, Who to) {
  for (int const thing : world.model.with_content({packages.begin(), packages.end()}))
    world.model.at(thing).owner = to;
}

void accept_all(World& world, Who by, std::string const& shipment, std::vector<int> const& packages) {
  world.submit(by, {{"kind", "accept"}, {"shipment", shipment}, {"decision", "all"}});
  hand_over(world, packages, by);
}

/// The receiver keeps every second box of a pallet; the pallet goes back with the others.
void accept_half(World& world, Who by, std::string const& shipment, int pallet) {
  std::vector<int> kept;
  for (int const box : world.model.children(pallet))
    if (box % 2 == 0) kept.push_back(box);
  world.submit(by, {{"kind", "accept"},
                    {"shipment", shipment},
                    {"decision", "listed"},
                    {"codes", world.short_codes(kept)}});
  for (int const box : kept) world.model.at(box).parent = -1;
  hand_over(world, kept, by);
}

/// Packages of `who` that lie in no other.
std::vector<int> loose_packages(World const& world, std::vector<int> const& packages, Who who) {
  std::vector<int> loose;
  for (int const package : packages)
    if (world.model.at(package).owner == who && world.model.at(package).parent < 0) loose.push_back(package);
  return loose;
}

}  // namespace

void trade(World& world) {
  std::vector<int> const first{world.pallets.front()};
  accept_half(world, Who::Wholesaler, ship(world, Who::Maker, Who::Wholesaler, first), first.front());

  std::vector<int> shipped;
  for (std::size_t i = 1; i < world.pallets.size(); i += 2) shipped.push_back(world.pallets[i]);
  std::string const shipment = ship(world, Who::Maker, Who::Wholesaler, shipped);
  world.submit_refused(Who::Maker,
                       {{"kind", "disaggregate"}, {"packages", world.short_codes({&shipped[0], 1})}},
                       "CODE_IN_TRANSIT");
  accept_all(world, Who::Wholesaler, shipment, shipped);

  // The shop gets the boxes and most of the pallets, of both lots.
  std::vector<int> for_shop;
  std::vector<int> const pallets = loose_packages(world, world.pallets, Who::Wholesaler);
  for (std::size_t i = 0; i < pallets.size(); ++i)
    if (i % 4 != 3) for_shop.push_back(pallets[i]);
  for (int const box : loose_packages(world, world.boxes, Who::Wholesaler)) for_shop.push_back(box);
  for_shop.pop_back();
  accept_all(world, Who::Shop, ship(world, Who::Wholesaler, Who::Shop, for_shop), for_shop);
}

}  // namespace tamga::demo
