// SPDX-License-Identifier: Apache-2.0
#include "registry/address_range.hpp"

#include <gtest/gtest.h>

#include "registry/errors.hpp"

namespace tamga::registry {
namespace {

bool holds(char const* range, char const* address) {
  return AddressRange::parse(range).value().holds(address);
}

TEST(AddressRange, HoldsWhatItsPrefixSays) {
  EXPECT_TRUE(holds("192.0.2.0/24", "192.0.2.0"));
  EXPECT_TRUE(holds("192.0.2.0/24", "192.0.2.255"));
  EXPECT_FALSE(holds("192.0.2.0/24", "192.0.3.0"));
  EXPECT_TRUE(holds("192.0.2.128/25", "192.0.2.129"));
  EXPECT_FALSE(holds("192.0.2.128/25", "192.0.2.127"));
  EXPECT_TRUE(holds("192.0.2.7", "192.0.2.7"));
  EXPECT_FALSE(holds("192.0.2.7", "192.0.2.8"));
  EXPECT_TRUE(holds("0.0.0.0/0", "203.0.113.9"));
  EXPECT_TRUE(holds("2001:db8::/32", "2001:db8:ffff::1"));
  EXPECT_FALSE(holds("2001:db8::/32", "2001:db9::1"));
  EXPECT_TRUE(holds("::/0", "2001:db8::1"));
}

// A socket for both kinds of addresses reports IPv4 in its own way.
TEST(AddressRange, KnowsIpv4InIpv6) {
  EXPECT_TRUE(holds("192.0.2.0/24", "::ffff:192.0.2.9"));
  EXPECT_FALSE(holds("192.0.2.0/24", "::ffff:192.0.3.9"));
  EXPECT_FALSE(holds("0.0.0.0/0", "2001:db8::1"));
}

TEST(AddressRange, WhatIsNoAddressIsInNoRange) {
  for (char const* text : {"", "example.org", "192.0.2", "192.0.2.1 ", "192.0.2.1/24"})
    EXPECT_FALSE(holds("::/0", text)) << text;
}

TEST(AddressRange, MistakesAreRefused) {
  for (char const* text :
       {"", "/", "/24", "192.0.2.0/", "192.0.2.0/33", "192.0.2.0/-1", "192.0.2.0/+8", "192.0.2.1/24",
        "::1/129", "2001:db8::1/32", "192.0.2.0/24/8", "office", "192.0.2.0 /24", "192.0.2.0/2x"})
    EXPECT_TRUE(AddressRange::parse(text).error().is(kAddressRangeMalformed)) << text;
}

}  // namespace
}  // namespace tamga::registry
