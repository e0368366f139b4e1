// SPDX-License-Identifier: Apache-2.0
#include "plan.hpp"

#include <array>

namespace tamga::demo {
namespace {

// clang-format off
constexpr std::array kPlans{
  Plan{.title = "milk", .country = "ru", .group = "milk", .gtin = "04607001000013", .level = "UNIT", .maker = "dairy",
       .box = 24, .production_date = true, .expiry_date = true, .crash = true},
  Plan{.title = "water", .country = "ru", .group = "water", .gtin = "04607002000012", .level = "UNIT", .maker = "springs",
       .box = 36, .production_date = true, .expiry_date = true},
  Plan{.title = "shoes", .country = "ru", .group = "shoes", .gtin = "04607003000011", .level = "UNIT", .maker = "shoemaker",
       .box = 20, .application_report = false},
  Plan{.title = "clothes", .country = "ru", .group = "lp", .gtin = "04607004000010", .level = "UNIT", .maker = "clothier",
       .box = 25, .application_report = false},
  Plan{.title = "tobacco pack", .country = "ru", .group = "tobacco", .gtin = "04607005000019", .level = "UNIT",
       .maker = "tobacco_factory", .box = 50, .introduction = false, .production_date = true, .price_in_code = true},
  Plan{.title = "tobacco block", .country = "ru", .group = "tobacco", .gtin = "14607005000016", .level = "GROUP",
       .maker = "tobacco_factory", .box = 50, .introduction = false, .production_date = true, .price_in_code = true},
  Plan{.title = "medicines", .country = "ru", .group = "pharma", .gtin = "04607006000018", .level = "UNIT",
       .maker = "pharma_plant", .box = 40, .expiry_date = true},
  Plan{.title = "water", .country = "uz", .group = "water", .gtin = "04787001000012", .level = "UNIT", .maker = "waterworks",
       .release_method = "OWN_PRODUCTION", .box = 24, .introduction = false, .production_date = true, .expiry_date = true},
  Plan{.title = "beer", .country = "uz", .group = "beer", .gtin = "04787002000011", .level = "UNIT", .maker = "brewery",
       .release_method = "OWN_PRODUCTION", .box = 20, .introduction = false, .production_date = true, .expiry_date = true},
  Plan{.title = "appliances", .country = "uz", .group = "appliances", .gtin = "04787003000010", .level = "UNIT",
       .maker = "appliance_plant",
       .release_method = "OWN_PRODUCTION", .box = 20, .introduction = false},
};
// clang-format on

}  // namespace

std::span<Plan const> plans() { return kPlans; }

}  // namespace tamga::demo
