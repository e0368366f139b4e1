// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "api/call.hpp"

namespace tamga::api {

// The session of a page of the cabinet. Its token lies in a cookie that no script can read, that the browser
// sends to this system alone and never on behalf of another site (HttpOnly, SameSite=Strict). What the cookie
// cannot promise is asked of the request: `comes_from_cabinet`.

/// Sent by the page with every call that changes something. Another site could send it only after asking this
/// system (CORS), which never agrees.
inline constexpr std::string_view kCabinetHeader = "X-Cabinet";

/// The token of the page's session, if the request has the cookie of this system. Systems of several
/// countries on one host have a cookie each.
std::optional<std::string> session_cookie(Call const& call);

/// Whether a request with the cookie is the page's own: the browser does not say that another site caused it
/// (Sec-Fetch-Site, else Origin), and if it changes something it has `kCabinetHeader`.
bool comes_from_cabinet(http::Request const& request);

/// The answer leaves the token in the cookie; it goes when the browser is closed.
void keep_session(Call& call, std::string_view token);
/// The answer takes the cookie away.
void drop_session(Call& call);

}  // namespace tamga::api
