// SPDX-License-Identifier: Apache-2.0
#include "http/router.hpp"

#include <algorithm>
#include <string_view>

#include "http/errors.hpp"
#include "http/text.hpp"

namespace tamga::http {
namespace {

/// Leaves `rest` without its first segment and gives that segment.
std::string_view next_segment(std::string_view& rest) {
  auto const end = rest.find('/');
  auto const segment = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return segment;
}

bool is_capture(std::string_view segment) {
  return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}
bool is_rest(std::string_view segment) { return is_capture(segment) && segment[segment.size() - 2] == '*'; }

std::string_view capture_name(std::string_view segment) {
  return segment.substr(1, segment.size() - (is_rest(segment) ? 3 : 2));
}

}  // namespace

/// The decoded segments of one path. Most need no decoding and stay views of the request.
struct Router::Path {
  std::array<std::string_view, kMaxSegments> segments;
  std::size_t size = 0;
  std::string decoded;

  /// False when the path cannot be one of ours however long the table is: more segments than any pattern may
  /// have.
  Result<bool> split(std::string_view path) {
    if (path.find('%') != std::string_view::npos)
      decoded.reserve(path.size());  // views into it must stay put
    path.remove_prefix(1);
    for (bool last = false; !last;) {
      last = path.find('/') == std::string_view::npos;
      auto segment = next_segment(path);
      if (segment.find('%') != std::string_view::npos) {
        auto const start = decoded.size();
        if (!percent_decode(segment, PlusSign::Literal, decoded)) return fail(Error(kMalformed).at("/path"));
        segment = std::string_view(decoded).substr(start);
      }
      // Proxies before us may resolve these; whoever sends them wants two programs to read two different
      // paths.
      if (segment == "." || segment == "..") return fail(Error(kMalformed).at("/path"));
      if (size == kMaxSegments) return false;
      segments[size++] = segment;
    }
    return true;
  }
};

Result<Router> Router::build(std::vector<Route> routes) {
  Router router;
  router.routes_ = std::make_unique<std::vector<Route>>(std::move(routes));
  router.root_ = std::make_unique<Node>();
  for (auto const& route : *router.routes_) TAMGA_TRY(router.add(route));
  sort(*router.root_);
  return router;
}

Result<void> Router::add(Route const& route) {
  auto const refuse = [&route] { return fail(Error(kRoute).with("pattern", route.pattern)); };
  std::string_view rest = route.pattern;
  if (rest.empty() || rest.front() != '/') return refuse();
  rest.remove_prefix(1);
  Node* node = root_.get();
  std::size_t depth = 0;
  for (bool last = false; !last;) {
    last = rest.find('/') == std::string_view::npos;
    auto const segment = next_segment(rest);
    bool const braces = segment.find_first_of("{}") != std::string_view::npos;
    if (++depth > kMaxSegments || (braces && !is_capture(segment)) || (is_rest(segment) && !last))
      return refuse();
    std::unique_ptr<Node>* child = nullptr;
    if (is_rest(segment)) {
      child = &node->rest;
    } else if (is_capture(segment)) {
      child = &node->capture;
    } else {
      auto const found = std::find_if(node->literals.begin(), node->literals.end(),
                                      [&](auto const& literal) { return literal.first == segment; });
      child = found != node->literals.end()
                  ? &found->second
                  : &node->literals.emplace_back(std::string(segment), nullptr).second;
    }
    if (!*child) *child = std::make_unique<Node>();
    node = child->get();
  }
  auto& slot = node->routes[static_cast<std::size_t>(route.method)];
  if (slot != nullptr) return refuse();
  slot = &route;
  return {};
}

void Router::sort(Node& node) {
  std::sort(node.literals.begin(), node.literals.end(),
            [](auto const& a, auto const& b) { return a.first < b.first; });
  for (auto& [name, child] : node.literals) sort(*child);
  if (node.capture) sort(*node.capture);
}

/// Literal first, then {name}, then {name*}; steps back when the literal leads nowhere. Depth is at most
/// kMaxSegments.
Router::Node const* Router::walk(Node const& node, Path const& path, std::size_t depth) {
  auto const ends_here = [](Node const& candidate) {
    return std::any_of(candidate.routes.begin(), candidate.routes.end(),
                       [](auto const* route) { return route; });
  };
  if (depth == path.size) return ends_here(node) ? &node : nullptr;
  auto const segment = path.segments[depth];
  auto const found =
      std::lower_bound(node.literals.begin(), node.literals.end(), segment,
                       [](auto const& literal, std::string_view name) { return literal.first < name; });
  if (found != node.literals.end() && found->first == segment)
    if (auto const* end = walk(*found->second, path, depth + 1)) return end;
  if (segment.empty()) return nullptr;
  if (node.capture)
    if (auto const* end = walk(*node.capture, path, depth + 1)) return end;
  return node.rest.get();
}

void Router::capture(Route const& route, Path const& path, Request& request) {
  std::string_view rest = std::string_view(route.pattern).substr(1);
  for (std::size_t i = 0; !rest.empty(); ++i) {
    auto const segment = next_segment(rest);
    if (!is_capture(segment)) continue;
    if (!is_rest(segment)) {
      request.add_parameter(capture_name(segment), path.segments[i]);
      continue;
    }
    std::string joined(path.segments[i]);
    for (std::size_t j = i + 1; j < path.size; ++j) joined.append("/").append(path.segments[j]);
    request.add_parameter(capture_name(segment), joined);
  }
}

Result<Route const*> Router::find(Request& request) const {
  if (!request.path().starts_with('/')) return fail(Error(kMalformed).at("/path"));
  request.reserve_parameters();
  Path path;
  TAMGA_ASSIGN(plausible, path.split(request.path()));
  Node const* node = plausible ? walk(*root_, path, 0) : nullptr;
  if (node == nullptr) return fail(Error(kNotFound).at("/path"));
  auto const route_for = [node](Method method) { return node->routes[static_cast<std::size_t>(method)]; };
  Route const* route = route_for(request.method());
  if (route == nullptr && request.method() == Method::Head) route = route_for(Method::Get);
  if (route != nullptr) {
    capture(*route, path, request);
    return route;
  }
  std::string allow;
  for (std::size_t i = 0; i < kMethodCount; ++i) {
    auto const method = static_cast<Method>(i);
    if (!route_for(method) && !(method == Method::Head && route_for(Method::Get))) continue;
    if (!allow.empty()) allow += ", ";
    allow += name_of(method);
  }
  return fail(Error(kMethodNotAllowed).with("allow", std::move(allow)));
}

}  // namespace tamga::http
