// SPDX-License-Identifier: Apache-2.0

// Codes of the countries' dictionaries by which an order says where its goods come from and who marks them; how they
// are called stands in the texts, which of them a product group takes the system judges.

const kReleaseMethods: Record<string, readonly string[]> = {
  uz: ['PRIMARY', 'OWN_PRODUCTION', 'CONTRACT', 'IMPORT', 'REMAINS', 'REMARK'],
  ru: ['PRODUCTION', 'IMPORT', 'REMAINS', 'CROSSBORDER', 'REMARK', 'COMMISSION', 'REAPPLY'],
};
export const releaseMethodsOf = (country: string): readonly string[] => kReleaseMethods[country] ?? [];

/** Of service providers; whoever orders for himself has one only, and need not say it. */
export const providerMethods: readonly string[] = ['CM', 'CEM', 'CL', 'CA'];
