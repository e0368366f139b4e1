// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "http/route.hpp"

namespace tamga::http {

/// The route table as a tree of path segments. Immutable after build, so any number of threads may ask.
class Router {
 public:
  static constexpr std::size_t kMaxSegments = 32;

  /// HTTP_ROUTE with {pattern} when a pattern is malformed or given twice for one method.
  static Result<Router> build(std::vector<Route> routes);

  /// The route of the request's method and path; its captures are added to the request.
  /// HTTP_MALFORMED: undecodable or dotted path. HTTP_NOT_FOUND. HTTP_METHOD_NOT_ALLOWED with {allow}.
  Result<Route const*> find(Request& request) const;

 private:
  struct Node {
    std::vector<std::pair<std::string, std::unique_ptr<Node>>> literals;  // sorted by name once built
    std::unique_ptr<Node> capture;                                        // {name}
    std::unique_ptr<Node> rest;                                           // {name*}
    std::array<Route const*, kMethodCount> routes{};
  };
  struct Path;

  Result<void> add(Route const& route);
  static void sort(Node& node);
  static Node const* walk(Node const& node, Path const& path, std::size_t depth);
  static void capture(Route const& route, Path const& path, Request& request);

  std::unique_ptr<std::vector<Route>> routes_;
  std::unique_ptr<Node> root_;
};

}  // namespace tamga::http
