// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "crypto/testing_trials.hpp"

// Content, signed attributes and arithmetic that must be refused, and why, in every family of keys that can
// express it.
namespace tamga::crypto {
namespace {

using namespace testing;

std::vector<Row> content_rows() {
  return {
      {"other content", &kCmsContentMismatch,
       [](Bench const& b) { return Trial{.cms = b.detached(), .content = std::string(kTrialOther)}; }},
      {"a line end more", &kCmsContentMismatch,
       [](Bench const& b) {
         return Trial{.cms = b.detached(), .content = std::string(kTrialContent) + "\n"};
       }},
      {"no content", &kCmsContentMismatch,
       [](Bench const& b) { return Trial{.cms = b.detached(), .content = ""}; }},
      {"content in UTF-16", &kCmsContentMismatch,
       [](Bench const& b) {
         std::string wide;
         for (char const c : kTrialContent) wide += {c, '\0'};
         return Trial{.cms = b.detached(), .content = wide};
       }},
      {"attached content changed", &kCmsContentMismatch,
       [](Bench const& b) {
         MessageParts parts = take_apart(b.attached());
         parts.content = std::string(kTrialOther);
         return Trial{.cms = put_together(parts), .attached = true};
       }},
      {"attached where detached is due", &kCmsContentAttached,
       [](Bench const& b) { return plain(b.attached()); }},
      {"detached where attached is due", &kCmsContentMissing,
       [](Bench const& b) { return Trial{.cms = b.detached(), .attached = true}; }},
      {"content of another type", &kCmsMalformed,
       [](Bench const& b) {
         return plain(b.changed([](MessageParts& m) { m.content_type = kTimeStampOid; }));
       }},
  };
}

std::vector<Row> attribute_rows() {
  return {
      {"the digest of other content, not signed", &kCmsSignatureWrong,
       [](Bench const& b) {
         MessageParts const other = take_apart(sign_detached(b.who, kTrialOther, kNow).value());
         auto const& from = other.signers.front();
         return Trial{.cms = b.changed([&](MessageParts& m) {
                        SignerParts& s = m.signers.front();
                        s.attributes->at(find_attribute(s, kMessageDigestOid)) =
                            from.attributes->at(find_attribute(from, kMessageDigestOid));
                      }),
                      .content = std::string(kTrialOther)};
       }},
      {"an attribute more, not signed", &kCmsSignatureWrong,
       [](Bench const& b) {
         return plain(b.changed([](MessageParts& m) {
           m.signers.front().attributes->push_back(attribute(kTimeStampOid, {octets("x")}));
         }));
       }},
      {"an attribute less", &kCmsSignatureWrong,
       [](Bench const& b) {
         return plain(b.changed([](MessageParts& m) {
           auto& s = m.signers.front();
           s.attributes->erase(s.attributes->begin() +
                               static_cast<std::ptrdiff_t>(find_attribute(s, kSigningTimeOid)));
         }));
       }},
      {"another time, not signed", &kCmsSignatureWrong,
       [](Bench const& b) {
         return plain(b.changed([](MessageParts& m) {
           auto& s = m.signers.front();
           s.attributes->at(find_attribute(s, kSigningTimeOid)) =
               attribute(kSigningTimeOid, {der::wrap(0x17, "260301000001Z")});
         }));
       }},
      {"no signed attributes", &kCmsNoSignedAttributes,
       [](Bench const& b) {
         return plain(b.changed([&](MessageParts& m) {
           m.signers.front().attributes.reset();
           m.signers.front().signature = raw_signature(b.who, kTrialContent);
         }));
       }},
      {"attributes passed off as content", &kCmsNoSignedAttributes,
       [](Bench const& b) {
         MessageParts parts = take_apart(b.detached());
         std::string const content = signed_bytes(parts.signers.front());
         parts.signers.front().attributes.reset();
         return Trial{.cms = put_together(parts), .content = content};
       }},
      {"an empty set of attributes", &kCmsNoSignedAttributes,
       [](Bench const& b) { return plain(b.resigned([](SignerParts& s) { s.attributes->clear(); })); }},
      {"no message digest", &kCmsAttributesWrong,
       [](Bench const& b) {
         return plain(b.resigned([](SignerParts& s) {
           s.attributes->erase(s.attributes->begin() +
                               static_cast<std::ptrdiff_t>(find_attribute(s, kMessageDigestOid)));
         }));
       }},
      {"no content type", &kCmsAttributesWrong,
       [](Bench const& b) {
         return plain(b.resigned([](SignerParts& s) {
           s.attributes->erase(s.attributes->begin() +
                               static_cast<std::ptrdiff_t>(find_attribute(s, kContentTypeOid)));
         }));
       }},
      {"another content type", &kCmsAttributesWrong,
       [](Bench const& b) {
         return plain(b.resigned([](SignerParts& s) {
           s.attributes->at(find_attribute(s, kContentTypeOid)) = attribute(kContentTypeOid, {kTimeStampOid});
         }));
       }},
      {"two content types", &kCmsAttributesWrong,
       [](Bench const& b) {
         return plain(b.resigned([](SignerParts& s) {
           s.attributes->at(find_attribute(s, kContentTypeOid)) =
               attribute(kContentTypeOid, {kDataOid, kTimeStampOid});
         }));
       }},
      {"the message digest twice", &kCmsAttributesWrong,
       [](Bench const& b) {
         return plain(b.resigned([](SignerParts& s) {
           s.attributes->push_back(s.attributes->at(find_attribute(s, kMessageDigestOid)));
         }));
       }},
      {"two message digests in one", &kCmsAttributesWrong,
       [](Bench const& b) {
         return plain(b.resigned([](SignerParts& s) {
           s.attributes->at(find_attribute(s, kMessageDigestOid)) =
               attribute(kMessageDigestOid, {octets("a"), octets("b")});
         }));
       }},
      {"a message digest that is a number", &kCmsAttributesWrong,
       [](Bench const& b) {
         return plain(b.resigned([](SignerParts& s) {
           s.attributes->at(find_attribute(s, kMessageDigestOid)) =
               attribute(kMessageDigestOid, {der::wrap(der::kInteger, "\x07")});
         }));
       }},
      {"half a message digest", &kCmsContentMismatch,
       [](Bench const& b) {
         return plain(b.resigned([](SignerParts& s) {
           s.attributes->at(find_attribute(s, kMessageDigestOid)) =
               attribute(kMessageDigestOid, {octets(std::string(16, 'x'))});
         }));
       }},
      {"an empty message digest", &kCmsContentMismatch,
       [](Bench const& b) {
         return plain(b.resigned([](SignerParts& s) {
           s.attributes->at(find_attribute(s, kMessageDigestOid)) =
               attribute(kMessageDigestOid, {octets("")});
         }));
       }},
      {"a time that is none", &kCmsAttributesWrong,
       [](Bench const& b) {
         return plain(b.resigned([](SignerParts& s) {
           s.attributes->at(find_attribute(s, kSigningTimeOid)) =
               attribute(kSigningTimeOid, {octets("yesterday")});
         }));
       }},
      {"a named certificate that is none", &kCmsAttributesWrong,
       [](Bench const& b) {
         return plain(b.resigned([](SignerParts& s) {
           std::erase_if(*s.attributes, [](std::string const& one) {
             return one.find(kSigningCertificateV2Oid) != std::string::npos;
           });
           s.attributes->push_back(attribute(kSigningCertificateV2Oid, {octets("x")}));
         }));
       }},
      {"the name of another certificate", &kCmsSigningCertificateMismatch,
       [](Bench const& b) {
         MessageParts const other = take_apart(b.by(Bench::issue(b.key)));
         auto const& from = other.signers.front();
         bool const named = std::any_of(
             from.attributes->begin(), from.attributes->end(),
             [](auto const& one) { return one.find(kSigningCertificateV2Oid) != std::string::npos; });
         if (!named) return Trial{};
         return plain(b.resigned([&](SignerParts& s) {
           s.attributes->at(find_attribute(s, kSigningCertificateV2Oid)) =
               from.attributes->at(find_attribute(from, kSigningCertificateV2Oid));
         }));
       }},
  };
}

std::vector<Row> signature_rows() {
  auto const with = [](std::function<void(std::string&)> change) {
    return [change](Bench const& b) {
      return plain(b.changed([&](MessageParts& m) { change(m.signers.front().signature); }));
    };
  };
  return {
      {"a bit of the signature", &kCmsSignatureWrong, with([](std::string& s) { s[s.size() / 2] ^= 1; })},
      {"an empty signature", &kCmsSignatureWrong, with([](std::string& s) { s.clear(); })},
      {"a signature cut short", &kCmsSignatureWrong, with([](std::string& s) { s.pop_back(); })},
      {"a signature with a byte more", &kCmsSignatureWrong, with([](std::string& s) { s += '\0'; })},
      {"a signature of zeros", &kCmsSignatureWrong, with([](std::string& s) { s.assign(s.size(), '\0'); })},
      {"a signature of ones", &kCmsSignatureWrong, with([](std::string& s) { s.assign(s.size(), '\xFF'); })},
      {"halves exchanged", &kCmsSignatureWrong,
       with([](std::string& s) { s = s.substr(s.size() / 2) + s.substr(0, s.size() / 2); })},
      {"the signature of another message", &kCmsSignatureWrong,
       [](Bench const& b) {
         return plain(b.changed(
             [&](MessageParts& m) { m.signers.front().signature = raw_signature(b.who, "another"); }));
       }},
      {"signed over the attributes with their own tag", &kCmsSignatureWrong,
       [](Bench const& b) {
         return plain(b.changed([&](MessageParts& m) {
           std::string bytes = signed_bytes(m.signers.front());
           bytes[0] = static_cast<char>(der::kFirst);
           m.signers.front().signature = raw_signature(b.who, bytes);
         }));
       }},
      {"r and s of ECDSA with needless zeros", &kCmsSignatureWrong,
       [](Bench const& b) {
         if (b.key != KeyAlgorithm::P256) return Trial{};
         return plain(b.changed([](MessageParts& m) {
           std::string_view in = m.signers.front().signature;
           std::string_view body = der::take(in)->body;
           std::string const r(der::take(body)->body);
           std::string const s(der::take(body)->body);
           m.signers.front().signature =
               der::wrap(der::kSequence,
                         der::wrap(der::kInteger, std::string(2, '\0') + r) + der::wrap(der::kInteger, s));
         }));
       }},
      {"r of ECDSA is zero", &kCmsSignatureWrong,
       [](Bench const& b) {
         if (b.key != KeyAlgorithm::P256) return Trial{};
         return plain(b.changed([](MessageParts& m) {
           std::string const zero = der::wrap(der::kInteger, std::string(1, '\0'));
           m.signers.front().signature = der::wrap(der::kSequence, zero + zero);
         }));
       }},
      {"a negative s of ECDSA", &kCmsSignatureWrong,
       [](Bench const& b) {
         if (b.key != KeyAlgorithm::P256) return Trial{};
         return plain(b.changed([](MessageParts& m) {
           std::string_view in = m.signers.front().signature;
           std::string_view body = der::take(in)->body;
           std::string const r(der::take(body)->whole);
           m.signers.front().signature =
               der::wrap(der::kSequence, r + der::wrap(der::kInteger, std::string(32, '\xF0')));
         }));
       }},
      {"bytes behind an ECDSA signature", &kCmsSignatureWrong,
       [](Bench const& b) {
         if (b.key != KeyAlgorithm::P256) return Trial{};
         return plain(b.changed([](MessageParts& m) { m.signers.front().signature += "tail"; }));
       }},
  };
}

class BadSignatures : public ::testing::TestWithParam<Family> {};

TEST_P(BadSignatures, EachIsRefusedForItsReason) {
  int count = 0;
  for (auto const& rows : {content_rows(), attribute_rows(), signature_rows()})
    count += run_trials(GetParam(), rows);
  EXPECT_GE(count, 34) << GetParam().scheme;
}

INSTANTIATE_TEST_SUITE_P(All, BadSignatures, ::testing::ValuesIn(kFamilies), family_name);

}  // namespace
}  // namespace tamga::crypto
