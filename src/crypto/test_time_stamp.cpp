// SPDX-License-Identifier: Apache-2.0
#include <openssl/ts.h>

#include "crypto/cms_attributes.hpp"
#include "crypto/cms_sign.hpp"
#include "crypto/errors.hpp"
#include "crypto/test_ca.hpp"

namespace tamga::crypto {
namespace {

using ImprintPtr = OpenSslPtr<TS_MSG_IMPRINT, TS_MSG_IMPRINT_free>;
using InfoPtr = OpenSslPtr<TS_TST_INFO, TS_TST_INFO_free>;
using AlgorithmPtr = OpenSslPtr<X509_ALGOR, X509_ALGOR_free>;
using IntegerPtr = OpenSslPtr<ASN1_INTEGER, ASN1_INTEGER_free>;
using GeneralizedTimePtr = OpenSslPtr<ASN1_GENERALIZEDTIME, ASN1_GENERALIZEDTIME_free>;

constexpr char const* kPolicy = "1.2.3.4.1";

tl::unexpected<Error> broken() { return fail(Error(kCryptoFailed).log(openssl_errors())); }

/// What a stamp states about a signature.
Result<std::string> statement(std::string_view signature, int digest, UnixMs time) {
  std::string hash = digest_of(signature, digest);
  InfoPtr const info(TS_TST_INFO_new());
  ImprintPtr const imprint(TS_MSG_IMPRINT_new());
  AlgorithmPtr const algorithm(X509_ALGOR_new());
  IntegerPtr const serial(ASN1_INTEGER_new());
  ObjectPtr const policy(OBJ_txt2obj(kPolicy, 1));
  GeneralizedTimePtr const moment(
      ASN1_GENERALIZEDTIME_set(nullptr, static_cast<time_t>(time.value() / 1000)));
  bool const good = !hash.empty() &&
                    X509_ALGOR_set0(algorithm.get(), OBJ_nid2obj(digest), V_ASN1_NULL, nullptr) == 1 &&
                    TS_MSG_IMPRINT_set_algo(imprint.get(), algorithm.get()) == 1 &&
                    TS_MSG_IMPRINT_set_msg(imprint.get(), reinterpret_cast<unsigned char*>(hash.data()),
                                           static_cast<int>(hash.size())) == 1 &&
                    ASN1_INTEGER_set_int64(serial.get(), time.value()) == 1 &&
                    TS_TST_INFO_set_version(info.get(), 1) == 1 &&
                    TS_TST_INFO_set_policy_id(info.get(), policy.get()) == 1 &&
                    TS_TST_INFO_set_msg_imprint(info.get(), imprint.get()) == 1 &&
                    TS_TST_INFO_set_serial(info.get(), serial.get()) == 1 &&
                    TS_TST_INFO_set_time(info.get(), moment.get()) == 1;
  if (!good) return broken();
  return der_of(info.get(),
                [](TS_TST_INFO const* in, unsigned char** out) { return i2d_TS_TST_INFO(in, out); });
}

}  // namespace

Result<std::string> add_time_stamp(std::string_view cms, SigningIdentity const& authority, UnixMs time) {
  unsigned char const* position = bytes_of(cms);
  CmsPtr const message(d2i_CMS_ContentInfo(nullptr, &position, static_cast<long>(cms.size())));
  if (message == nullptr) return broken();
  CMS_SignerInfo* const signer = sk_CMS_SignerInfo_value(CMS_get0_SignerInfos(message.get()), 0);
  if (signer == nullptr) return broken();
  int const digest = EVP_MD_get_type(usual_digest(authority.key()));
  TAMGA_ASSIGN(stated, statement(view_of(CMS_SignerInfo_get0_signature(signer)), digest, time));
  TAMGA_ASSIGN(
      token,
      sign_content(authority, stated,
                   {.detached = false, .signing_time = time, .content_type = NID_id_smime_ct_TSTInfo}));
  if (CMS_unsigned_add1_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token.data(),
                                    static_cast<int>(token.size())) != 1)
    return broken();
  return der_of(message.get(), [](CMS_ContentInfo const* object, unsigned char** out) {
    return i2d_CMS_ContentInfo(object, out);
  });
}

}  // namespace tamga::crypto
