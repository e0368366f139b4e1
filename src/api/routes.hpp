// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "api/services.hpp"
#include "http/options.hpp"
#include "http/route.hpp"

namespace tamga::api {

/// Every endpoint of the list as a route, with the guard in front. The services outlive the server. Throws
/// std::logic_error when two types of the interface share a name.
std::vector<http::Route> routes(Services const& services);

/// The server's options with what the interface has to say: how errors of the wire look, and counting of
/// answers.
http::Options finish(http::Options options, Services const& services);

}  // namespace tamga::api
