// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <span>

#include "api/endpoint_row.hpp"
#include "api/endpoints/access.hpp"
#include "api/endpoints/account.hpp"
#include "api/endpoints/announcements.hpp"
#include "api/endpoints/api_keys.hpp"
#include "api/endpoints/applications.hpp"
#include "api/endpoints/audits.hpp"
#include "api/endpoints/banks.hpp"
#include "api/endpoints/card_drafts.hpp"
#include "api/endpoints/card_photos.hpp"
#include "api/endpoints/card_tables.hpp"
#include "api/endpoints/cards.hpp"
#include "api/endpoints/catalogue.hpp"
#include "api/endpoints/channels.hpp"
#include "api/endpoints/check.hpp"
#include "api/endpoints/code_search.hpp"
#include "api/endpoints/codes.hpp"
#include "api/endpoints/comments.hpp"
#include "api/endpoints/contracts.hpp"
#include "api/endpoints/dictionaries.hpp"
#include "api/endpoints/documents.hpp"
#include "api/endpoints/drafts.hpp"
#include "api/endpoints/evidence.hpp"
#include "api/endpoints/external_sign_in.hpp"
#include "api/endpoints/figures.hpp"
#include "api/endpoints/find.hpp"
#include "api/endpoints/goods.hpp"
#include "api/endpoints/group_terms.hpp"
#include "api/endpoints/groups.hpp"
#include "api/endpoints/invoices.hpp"
#include "api/endpoints/journal.hpp"
#include "api/endpoints/labels.hpp"
#include "api/endpoints/mandates.hpp"
#include "api/endpoints/notices.hpp"
#include "api/endpoints/operation.hpp"
#include "api/endpoints/operator_applications.hpp"
#include "api/endpoints/operator_cards.hpp"
#include "api/endpoints/operator_catalogue.hpp"
#include "api/endpoints/operator_contracts.hpp"
#include "api/endpoints/operator_documents.hpp"
#include "api/endpoints/operator_letters.hpp"
#include "api/endpoints/operator_registrars.hpp"
#include "api/endpoints/operator_tickets.hpp"
#include "api/endpoints/operator_violations.hpp"
#include "api/endpoints/orders.hpp"
#include "api/endpoints/packets.hpp"
#include "api/endpoints/participants.hpp"
#include "api/endpoints/preferences.hpp"
#include "api/endpoints/printing.hpp"
#include "api/endpoints/profile.hpp"
#include "api/endpoints/providers.hpp"
#include "api/endpoints/queues.hpp"
#include "api/endpoints/recalls.hpp"
#include "api/endpoints/reference.hpp"
#include "api/endpoints/registrars.hpp"
#include "api/endpoints/requests.hpp"
#include "api/endpoints/sandbox.hpp"
#include "api/endpoints/sandbox_steps.hpp"
#include "api/endpoints/sessions.hpp"
#include "api/endpoints/settlements.hpp"
#include "api/endpoints/shipments.hpp"
#include "api/endpoints/sign_in.hpp"
#include "api/endpoints/standing.hpp"
#include "api/endpoints/stock.hpp"
#include "api/endpoints/system.hpp"
#include "api/endpoints/tasks.hpp"
#include "api/endpoints/tickets.hpp"
#include "api/endpoints/users.hpp"
#include "api/endpoints/violations.hpp"

namespace tamga::api {

template <Endpoint... Es>
struct EndpointList {
  static constexpr std::array kSpecs{Es::kSpec...};
};

/// The table of contents of the interface. Routes, OpenAPI, types and the access matrix come from it.
using AllEndpoints = EndpointList<AskChallenge, SignIn, GetMe, SignOut,                                //
                                  GetOnboarding, AskApplicationChallenge, SendApplication,             //
                                  GetApplication, ConfirmApplication, WithdrawApplication,             //
                                  ListIdentityProviders, BeginExternalSignIn,                          //
                                  FinishExternalSignIn, GetDocumentEvidence,                           //
                                  ListWaitingDocuments, ListDoubtfulSignatures,                        //
                                  ListWaitingQueue, AttendDocument, ListAudits, StartAudit,            //
                                  ListLetters, GetLetter, RetryLetter,                                 //
                                  ListApplications, DecideApplication, GetProfile,                     //
                                  GetStanding, RecheckStanding, ListStandings, DecideStanding,         //
                                  ListParticipants, GetParticipant,                                    //
                                  GetBank, ListChannels, ConnectChannel, DisconnectChannel,            //
                                  ListWaitingChannels, SettleChannel,                                  //
                                  ListRegistrars, GetRegistrar, ApplyRegistrar,                        //
                                  WithdrawRegistrar, ListPrinting, ListRegistrarQueue,                 //
                                  DecideRegistrar, ListTailBatches,                                    //
                                  ListProviders, ListProvider, RemoveProvider,                         //
                                  SaveDraft, GetDraft, ListDrafts, DiscardDraft,                       //
                                  ListAnnouncements, ListPublishedAnnouncements,                       //
                                  PublishAnnouncement, WithdrawAnnouncement,                           //
                                  GetAccess, ListContracts, GetContract, GetContractText,              //
                                  GetContractPdf, GetContractManifest, GetContractSignature,           //
                                  GetContractEvidence, GetApplicationEvidence,                         //
                                  OpenContract, SignContract, ListGroups, AskPriorContract,            //
                                  ListContractQueue, DecideContract, ListPriorContracts,               //
                                  ClosePriorContract, SetGroupManager,                                 //
                                  AmendGroup, GetGroupTerms,                                           //
                                  ListUsers, GetUser, ListRoles, ListPowers, ListMandates,             //
                                  ListJournal, ExportJournal,                                          //
                                  ListSessions, EndSession, EndOtherSessions, AskStepUp,               //
                                  CreateApiKey, ListApiKeys, RotateApiKey, RevokeApiKey,               //
                                  ListRequests,                                                        //
                                  SendDocument, ListDocuments, GetDocument, GetDocumentBody,           //
                                  ListOrders, GetOrder, FetchCodes, ListShipments, GetShipment,        //
                                  ListOwnRecalls, ListRecalls, GetRecall, GetQueues, GetFigures,       //
                                  ListBlocks, FetchBlock, MakePacketTask,                              //
                                  ListLabelLayouts, FetchLabels, MakeLabelTask,                        //
                                  ListTasks, GetTask, CancelTask, FetchTaskFile,                       //
                                  GetAccount, ListPostings, GetCharges, ExportPostings, TopUp,         //
                                  ListInvoices, IssueInvoice, GetInvoicePdf, CancelInvoice,            //
                                  ImportStatement, ListPayments, ProposePayment,                       //
                                  DecidePayment, AuditBooks,                                           //
                                  ListGoods, GetProduct,                                               //
                                  SearchCatalogue, GetPublishedCard, GetPublishedPhoto,                //
                                  GetCardForm, ListClassEntries,                                       //
                                  ListCards, GetCard, ListCardEditions,                                //
                                  SaveCardDraft, GetCardDraft, DiscardCardDraft,                       //
                                  ListCardDrafts, UploadCardPhoto, GetCardPhoto,                       //
                                  ExportCards, GetCardTemplate, ImportCards,                           //
                                  ListPrefixes, AssignPrefix, WithdrawPrefix,                          //
                                  ListCardQueue, DecideCard,                                           //
                                  LoadClassifier, ListClassifiers,                                     //
                                  CheckCode, CheckCodes,                                               //
                                  GetCode, GetCodeTree, GetStock,                                      //
                                  SearchCodes, CountCodes, ExportCodes, StreamCodes,                   //
                                  ListNotices, ReadNotices,                                            //
                                  GetPreferences, SavePreference, Find,                                //
                                  GetSupport, OpenTicket, ListTickets, GetTicket,                      //
                                  WriteInTicket, CloseTicket, ListTicketQueue,                         //
                                  AnswerTicket, TakeTicket, EndTicket,                                 //
                                  ReportViolation, GetViolationStatus, ListViolations,                 //
                                  ListViolationQueue, GetViolation, TakeViolation,                     //
                                  DecideViolation, ListComments, WriteComment, DeleteComment,          //
                                  ListAllComments, HideComment, ShowComment,                           //
                                  ListenEvents,                                                        //
                                  GetOpenApi, GetReferencePage, GetProblem, GetDictionaries, GetKeys,  //
                                  GetSystem, ListInventedCompanies, IssueTestCertificate,              //
                                  ListSandboxLetters, GetTrialValues,                                  //
                                  TakeSparePrefix, PublishOwnCard,                                     //
                                  GetHealth, GetMetrics>;

template <Endpoint... Es>
consteval bool all_differ(EndpointList<Es...>) {
  auto const& specs = EndpointList<Es...>::kSpecs;
  for (std::size_t i = 0; i < specs.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (specs[i].name == specs[j].name ||
          (specs[i].path == specs[j].path && specs[i].method.value == specs[j].method.value))
        return false;
  return true;
}
static_assert(all_differ(AllEndpoints{}), "two endpoints share a name, or a method and a path");

/// The same at run time, in the same order.
std::span<EndpointRow const> all_endpoints();

}  // namespace tamga::api
