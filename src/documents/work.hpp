// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "documents/document.hpp"
#include "shape/catalog.hpp"
#include "shape/decode.hpp"

namespace tamga::documents {

/// One decoded document on its way: what the pipeline does with it without knowing its kind. `check` may be
/// repeated.
class Work {
 public:
  virtual ~Work() = default;
  [[nodiscard]] Naming const& naming() const { return naming_; }
  [[nodiscard]] virtual Result<void> preflight() const = 0;
  virtual Result<void> check(Case& one) = 0;
  /// After a `check` without error.
  virtual void apply(Case& one) = 0;
  /// What the document is by itself, whoever sends it how often: the fiscal number of a receipt. Empty for
  /// most kinds.
  [[nodiscard]] virtual std::string identity() const = 0;
  /// Tax number of the participant in whose name it is sent; nothing: the sender's own.
  [[nodiscard]] virtual std::optional<std::string> principal() const = 0;

 protected:
  Naming naming_;
};

/// A line of the table of kinds.
struct Kind {
  Traits traits;
  /// The document's work, or everything that is wrong with its bytes.
  tl::expected<std::unique_ptr<Work>, std::vector<Error>> (*decode)(shape::JsonDocument const&);
  /// How its body looks, for schemas.
  shape::Describe body;
};

/// The field that tells the kind: {"kind": "ship", ...}. It is part of what is signed, so that no signature
/// counts for a document of another kind.
inline constexpr std::string_view kKindField = "kind";

template <Document D>
class WorkOf final : public Work {
 public:
  explicit WorkOf(typename D::Body body) : body_(std::move(body)), parts_(D::name(body_, naming_)) {}
  [[nodiscard]] Result<void> preflight() const override { return D::preflight(body_); }
  Result<void> check(Case& one) override {
    TAMGA_ASSIGN(plan, D::check(body_, parts_, one));
    plan_.emplace(std::move(plan));
    return {};
  }
  void apply(Case& one) override { D::apply(body_, *plan_, one); }
  [[nodiscard]] std::string identity() const override {
    if constexpr (requires { D::identity(body_); })
      return D::identity(body_);
    else
      return {};
  }
  [[nodiscard]] std::optional<std::string> principal() const override {
    if constexpr (requires { body_.principal; })
      return body_.principal;
    else
      return std::nullopt;
  }

  static tl::expected<std::unique_ptr<Work>, std::vector<Error>> decode(shape::JsonDocument const& document) {
    shape::Reader reader(document, 20);
    std::optional<typename D::Body> body;
    shape::read_object(reader, body, &kKindField);
    reader.finish();
    if (reader.failed()) return tl::unexpected(reader.take_errors());
    return std::make_unique<WorkOf>(*std::move(body));
  }

 private:
  typename D::Body body_;
  typename D::Parts parts_;
  std::optional<typename D::Plan> plan_;
};

/// Instantiated in the .cpp of each kind, so that one file compiles one decoder:
///     template struct KindOf<Ship>;
template <Document D>
struct KindOf {
  static Kind const kKind;
};
// clang-format off
template <Document D>
Kind const KindOf<D>::kKind{D::kTraits, &WorkOf<D>::decode, &shape::description<typename D::Body>};
// clang-format on

}  // namespace tamga::documents
