package io.daybook.api;

import static io.daybook.api.ApiOperation.delete;
import static io.daybook.api.ApiOperation.get;
import static io.daybook.api.ApiOperation.post;
import static org.springframework.http.HttpStatus.ACCEPTED;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.NO_CONTENT;
import static org.springframework.http.HttpStatus.OK;

import io.daybook.projections.cases.WatchlistView;
import java.util.List;
import java.util.stream.Stream;

/** Every operation of the API, one after the other, as its description tells them. */
final class ApiOperations {
  private static final String TEXT = "text/plain";
  private static final String CSV = "text/csv";
  private static final String BYTES = "application/octet-stream";

  private static final String ERASURE =
      """
      {"classes": ["KYB"], "level": "KEYS", "basis": "NO_LONGER_NEEDED"}\
      """;

  private static final String CREDENTIALS =
      """
      {"username": "anna", "password": "the password of anna"}\
      """;
  private static final String BUSINESS =
      """
      {"legalName": "Nachtwache GmbH", "registrationNumber": "HRB 1", "country": "DE", \
      "activity": "Concerts"}\
      """;
  private static final String PARTY =
      """
      {"kind": "PERSON", "roles": ["DIRECTOR"], "name": "Anna Berg", "birthDate": "1970-02-28", \
      "country": "DE"}\
      """;
  private static final String OWNERSHIP =
      """
      {"holdings": [{"owner": "pty_00000000000000000000000000", "owned": \
      "pty_00000000000000000000000001", "basisPoints": 5000}], "controls": []}\
      """;
  private static final String DISMISSAL =
      """
      {"disposition": "DISMISS", "ground": "DATE_DIFFERS", "reason": "Born in another year"}\
      """;
  private static final String SHOW =
      """
      {"title": "Night Watch", "startsAt": "2030-01-01T20:00:00Z", "ticketTypes": \
      [{"name": "Standing", "price": {"amountMinor": 4500, "currency": "EUR"}, "capacity": 100}]}\
      """;
  private static final String NOTICE =
      """
      {"id": "evt_1", "type": "payment.captured", "payment": "pay_00000000000000000000000000", \
      "refund": null, "amountMinor": 4500, "currency": "EUR", "reason": null}\
      """;

  private ApiOperations() {}

  private static final List<ApiOperation> OWN =
      List.of(
          // Signing in
          post("/api/v1/auth/register", "Register", CREATED, "409 username_taken")
              .sending(CREDENTIALS),
          post("/api/v1/auth/login", "Sign in", OK, "401 sign_in_refused", "429 too_many_sign_ins")
              .sending(CREDENTIALS),
          post("/api/v1/auth/refresh", "Exchange a refresh token", OK, "401 refresh_token_refused")
              .sending("{\"refreshToken\": \"what the sign-in gave\"}"),
          post("/api/v1/auth/logout", "Sign out", NO_CONTENT),
          get("/api/v1/me", "Who the caller is"),
          get("/api/v1/me/data", "All that is held on the caller"),
          get("/api/v1/me/data/documents/{document}", "A document of the caller's own cases")
              .file(BYTES),
          // Erasure and retention
          get("/api/v1/compliance/subjects/{user}/data", "All that is held on a person"),
          get("/api/v1/compliance/retention", "How long each class of data is kept"),
          get("/api/v1/compliance/erasures", "Proposed and finished erasures"),
          get("/api/v1/compliance/erasures/{erasure}", "An erasure"),
          post(
                  "/api/v1/compliance/subjects/{user}/erasures",
                  "Propose to erase a person's data",
                  CREATED,
                  "409 under_legal_hold",
                  "409 retention_runs")
              .sending(ERASURE),
          post(
              "/api/v1/compliance/subjects/{user}/erasures/{erasure}:approve",
              "Approve another officer's proposal to erase",
              ACCEPTED,
              "403 second_person_needed"),
          post(
              "/api/v1/compliance/subjects/{user}/erasures/{erasure}:withdraw",
              "Withdraw a proposal to erase",
              ACCEPTED,
              "403 second_person_needed"),
          get("/api/v1/compliance/legal-holds", "Legal holds"),
          post(
                  "/api/v1/compliance/subjects/{user}/legal-holds",
                  "Propose a legal hold on a person's data",
                  CREATED,
                  "409 erasure_under_way")
              .sending("{\"reference\": \"AZ-2026-117\"}"),
          post(
              "/api/v1/compliance/subjects/{user}/legal-holds/{legalHold}:approve",
              "Approve the beginning or the end of a legal hold",
              ACCEPTED,
              "403 second_person_needed"),
          post(
              "/api/v1/compliance/subjects/{user}/legal-holds/{legalHold}:release",
              "Propose to end a legal hold",
              ACCEPTED,
              "403 second_person_needed"),
          post(
              "/api/v1/compliance/subjects/{user}/legal-holds/{legalHold}:withdraw",
              "Withdraw a proposed legal hold",
              ACCEPTED,
              "403 second_person_needed"),
          // Organisers
          post(
                  "/api/v1/organizers",
                  "Apply as an organiser",
                  CREATED,
                  "409 case_exists_with_different_content",
                  "422 business_field_invalid",
                  "422 country_unknown")
              .answering(OrganisersController.OrganiserBody.class)
              .sending(BUSINESS),
          get("/api/v1/organizers/{organiser}", "One's own organiser"),
          get("/api/v1/organizers/{organiser}/kyb-cases", "One's own KYB cases"),
          post(
                  "/api/v1/organizers/{organiser}/kyb-cases",
                  "Open a further KYB case",
                  CREATED,
                  "422 business_field_invalid",
                  "422 country_unknown")
              .answering(CaseBody.class)
              .sending(BUSINESS),
          get("/api/v1/organizers/{organiser}/kyb-cases/{kybCase}", "One of one's own KYB cases"),
          post(
                  "/api/v1/organizers/{organiser}/kyb-cases/{kybCase}/documents",
                  "Attach a document to a KYB case",
                  CREATED,
                  "413 body_too_large",
                  "415 unsupported_media_type",
                  "409 case_not_in_state",
                  "409 too_many_documents")
              .answering(DocumentBody.class),
          get(
              "/api/v1/organizers/{organiser}/kyb-cases/{kybCase}/documents/{document}",
              "What is known of a document"),
          post(
                  "/api/v1/organizers/{organiser}/kyb-cases/{kybCase}:submit",
                  "Hand a KYB case in",
                  ACCEPTED,
                  "409 documents_missing",
                  "409 request_open")
              .answering(CaseBody.class),
          post(
                  "/api/v1/organizers/{organiser}/kyb-cases/{kybCase}:answer",
                  "Answer what officers asked, and hand the case in again",
                  OK,
                  "409 documents_missing",
                  "409 request_not_open",
                  "422 request_text_invalid")
              .answering(CaseBody.class)
              .sending("{\"answer\": \"The new statement is attached\"}"),
          get(
              "/api/v1/organizers/{organiser}/kyb-cases/{kybCase}/parties",
              "Who leads and owns it"),
          post(
                  "/api/v1/organizers/{organiser}/kyb-cases/{kybCase}/parties",
                  "Name a party",
                  CREATED,
                  "409 case_not_in_state",
                  "409 too_many_parties",
                  "422 party_field_invalid")
              .answering(PartiesController.PartyBody.class)
              .sending(PARTY),
          post(
                  "/api/v1/organizers/{organiser}/kyb-cases/{kybCase}/parties/{party}:change",
                  "Replace a party's details",
                  OK,
                  "404 party_unknown",
                  "409 case_not_in_state",
                  "422 party_field_invalid")
              .answering(PartiesController.PartyBody.class)
              .sending(PARTY),
          post(
                  "/api/v1/organizers/{organiser}/kyb-cases/{kybCase}/parties/{party}:remove",
                  "Take a party back",
                  OK,
                  "404 party_unknown",
                  "409 case_not_in_state",
                  "409 party_in_ownership")
              .answering(PartiesController.PartyList.class),
          get(
              "/api/v1/organizers/{organiser}/kyb-cases/{kybCase}/ownership",
              "Who is behind one's own business"),
          post(
                  "/api/v1/organizers/{organiser}/kyb-cases/{kybCase}/ownership",
                  "Declare who owns and controls whom",
                  OK,
                  "409 case_not_in_state",
                  "422 ownership_invalid")
              .answering(OwnershipBody.class)
              .sending(OWNERSHIP),
          // Compliance
          get("/api/v1/compliance/tasks", "The steps that wait for an officer"),
          get("/api/v1/compliance/cases", "All KYB cases"),
          get("/api/v1/compliance/cases/{kybCase}", "A KYB case with its history"),
          post(
                  "/api/v1/compliance/tasks/{task}:decide",
                  "Decide on a KYB case",
                  OK,
                  "403 four_eyes",
                  "409 case_not_in_state",
                  "409 document_not_intact",
                  "409 case_not_screened",
                  "409 hits_open",
                  "409 hits_confirmed",
                  "409 review_not_open",
                  "422 reason_required",
                  "422 reason_invalid")
              .answering(ComplianceController.CaseFileBody.class)
              .sending("{\"decision\": \"APPROVE\", \"reason\": \"All is in order\"}"),
          post(
                  "/api/v1/compliance/cases/{kybCase}:ask",
                  "Ask the applicant of a KYB case",
                  OK,
                  "403 four_eyes",
                  "409 case_not_in_state",
                  "422 request_text_invalid")
              .answering(ComplianceController.CaseFileBody.class)
              .sending(
                  """
                  {"question": "Who is behind the holding?", "documents": ["OWNERSHIP_STATEMENT"],
                   "days": 14}
                  """),
          get("/api/v1/compliance/cases/{kybCase}/screening", "A case's parties and their hits"),
          post(
                  "/api/v1/compliance/cases/{kybCase}:screen",
                  "Screen a case again",
                  OK,
                  "409 case_not_in_state",
                  "409 parties_changed")
              .answering(ScreeningController.ScreeningBody.class),
          post(
                  "/api/v1/compliance/cases/{kybCase}/hits/{hit}:decide",
                  "Decide on a hit",
                  OK,
                  "403 four_eyes",
                  "404 hit_unknown",
                  "409 hit_decided",
                  "422 ground_required",
                  "422 reason_required",
                  "422 reason_invalid")
              .answering(ScreeningController.ScreeningBody.class)
              .sending(DISMISSAL),
          get("/api/v1/compliance/cases/{kybCase}/ownership", "Who is behind a business"),
          get("/api/v1/compliance/decision-tables", "The tables by which risk is assessed")
              .answering(DecisionTablesController.DecisionTables.class),
          get("/api/v1/compliance/watchlists", "The lists that parties are looked for in"),
          get("/api/v1/compliance/watchlists/{watchlist}", "A list with all its versions"),
          post(
                  "/api/v1/compliance/watchlists",
                  "Load a file as a list's next version",
                  CREATED,
                  "409 watchlist_version_known",
                  "413 body_too_large",
                  "422 list_refused",
                  "422 watchlist_field_invalid")
              .answering(WatchlistView.class),
          post(
                  "/api/v1/compliance/watchlists/{watchlist}/versions/{version}:activate",
                  "Activate a version that another officer loaded",
                  OK,
                  "403 four_eyes",
                  "404 watchlist_version_unknown")
              .answering(WatchlistView.class),
          // Shows
          get("/api/v1/shows", "The shows on sale"),
          get("/api/v1/shows/{show}", "A show"),
          get("/api/v1/shows/{show}/availability", "How many seats a show has free"),
          post(
                  "/api/v1/shows",
                  "Draft a show",
                  CREATED,
                  "422 title_length_out_of_range",
                  "422 name_length_out_of_range",
                  "422 mixed_currencies",
                  "422 capacity_out_of_range")
              .answering(ShowsController.ShowBody.class)
              .sending(SHOW),
          post("/api/v1/shows/{show}:publish", "Put a show on sale", ACCEPTED, "409 kyb_required")
              .answering(ShowsController.ShowBody.class),
          // Buying
          post("/api/v1/shows/{show}/holds", "Set seats aside", CREATED, "409 sold_out")
              .answering(HoldsController.HoldBody.class)
              .sending("{\"ticketType\": \"tty_00000000000000000000000000\", \"quantity\": 2}"),
          get("/api/v1/holds/{hold}", "One's own hold"),
          delete("/api/v1/holds/{hold}", "Give a hold's seats back", "409 hold_already_converted"),
          post(
                  "/api/v1/orders",
                  "Order the seats of a hold",
                  CREATED,
                  "404 not_found",
                  "409 hold_expired")
              .answering(OrderBody.class)
              .sending("{\"hold\": \"hld_00000000000000000000000000\"}"),
          get("/api/v1/orders", "One's own orders"),
          get("/api/v1/orders/{order}", "An order"),
          get(
                  "/api/v1/orders/{order}/receipt",
                  "Order and tickets with proofs, to be checked offline",
                  "404 event_not_published",
                  "503 journal_damaged")
              .file(TEXT),
          post(
                  "/api/v1/orders/{order}:cancel",
                  "Cancel an order that is not paid",
                  ACCEPTED,
                  "409 order_already_paid",
                  "409 order_ended",
                  "409 payment_under_way")
              .answering(OrderBody.class),
          post(
                  "/api/v1/orders/{order}/payments",
                  "Pay an order",
                  ACCEPTED,
                  "409 order_already_paid",
                  "409 order_ended",
                  "409 payment_under_way")
              .answering(PaymentsController.PaymentStartedBody.class)
              .sending("{\"method\": \"sim_ok\"}"),
          get("/api/v1/orders/{order}/payments", "The payments of an order"),
          get("/api/v1/orders/{order}/payments/{payment}", "A payment"),
          post(
                  "/api/v1/orders/{order}/refunds",
                  "Give a buyer the money back",
                  ACCEPTED,
                  "409 nothing_paid",
                  "409 order_not_paid",
                  "409 order_not_fulfilled")
              .answering(PaymentsController.RefundStartedBody.class)
              .sending("{\"reason\": \"The show was moved\"}"),
          get("/api/v1/tickets", "One's own tickets"),
          get("/api/v1/tickets/{ticket}", "One's own ticket"),
          get(
              "/api/v1/tickets/{ticket}/credential",
              "The text that is shown at the door",
              "410 ticket_revoked"),
          get(
                  "/api/v1/tickets/{ticket}/credential.png",
                  "The same as a QR code",
                  "410 ticket_revoked")
              .file("image/png"),
          // Money
          get("/api/v1/wallets/me", "What is in one's own wallet"),
          get("/api/v1/wallets/me/{currency}/postings", "What came into one's wallet and went"),
          post("/api/v1/wallets/me/top-ups", "Put money into one's wallet", ACCEPTED)
              .answering(WalletsController.TopUpBody.class)
              .sending(
                  "{\"amount\": {\"amountMinor\": 2000, \"currency\": \"EUR\"},"
                      + " \"method\": \"sim_ok\"}"),
          get("/api/v1/wallets/me/top-ups", "One's own top-ups"),
          get("/api/v1/wallets/me/top-ups/{payment}", "One's own top-up"),
          post(
                  "/api/v1/wallets/me/gifts",
                  "Give money to another user",
                  CREATED,
                  "404 not_found",
                  "409 insufficient_funds",
                  "409 account_frozen",
                  "409 outflow_limit_exceeded")
              .answering(WalletMoves.MoveBody.class)
              .sending(
                  "{\"amount\": {\"amountMinor\": 500, \"currency\": \"EUR\"},"
                      + " \"to\": \"usr_01J9Z3K5Q8R2V4X6Y7W8T9S0AB\"}"),
          post(
                  "/api/v1/organizers/{organiser}/tips",
                  "Tip an organiser out of one's wallet",
                  CREATED,
                  "409 kyb_required",
                  "409 insufficient_funds",
                  "409 account_frozen",
                  "409 outflow_limit_exceeded")
              .answering(WalletMoves.MoveBody.class)
              .sending("{\"amount\": {\"amountMinor\": 500, \"currency\": \"EUR\"}}"),
          get("/api/v1/organizers/{organiser}/tip-split", "Who has a part of one's tips"),
          post(
                  "/api/v1/organizers/{organiser}/tip-split",
                  "Rule who has a part of one's tips",
                  ACCEPTED,
                  "422 template_invalid")
              .answering(TipsController.TipSplitBody.class)
              .sending(
                  "{\"currency\": \"EUR\", \"shares\": [{\"organiser\":"
                      + " \"org_01J9Z3K5Q8R2V4X6Y7W8T9S0AB\", \"weight\": 1}]}"),
          post(
                  "/api/v1/payout-accounts",
                  "Add an account that payouts go to",
                  CREATED,
                  "422 payout_account_token_invalid")
              .answering(PayoutAccountsController.PayoutAccountBody.class)
              .sending("{\"token\": \"bank_1a2b\"}"),
          get("/api/v1/payout-accounts", "One's own accounts for payouts"),
          get("/api/v1/payout-accounts/{payoutAccount}", "One's own account for payouts"),
          post(
                  "/api/v1/payout-accounts/{payoutAccount}:remove",
                  "Let no more payouts go to an account",
                  ACCEPTED)
              .answering(PayoutAccountsController.PayoutAccountBody.class),
          post(
                  "/api/v1/payouts",
                  "Have money paid out",
                  ACCEPTED,
                  "404 unknown_payout_account",
                  "409 kyb_required",
                  "409 payout_account_cooling_off")
              .answering(PayoutBody.class)
              .sending(
                  "{\"amount\": {\"amountMinor\": 10000, \"currency\": \"EUR\"},"
                      + " \"account\": \"pac_01J9Z3K5Q8R2V4X6Y7W8T9S0AB\"}"),
          get("/api/v1/payouts", "One's own payouts"),
          get("/api/v1/payouts/{payout}", "One's own payout"),
          get("/api/v1/ledger/payouts", "All payouts, in a state or in any"),
          get("/api/v1/ledger/payouts/{payout}", "A payout"),
          post(
                  "/api/v1/ledger/payouts/{payout}:approve",
                  "Let a large payout go, as second person",
                  ACCEPTED,
                  "403 four_eyes",
                  "404 unknown_payout_account",
                  "409 kyb_required",
                  "409 payout_not_waiting")
              .answering(PayoutBody.class),
          post(
                  "/api/v1/ledger/payouts/{payout}:reject",
                  "Do not let a large payout go",
                  ACCEPTED,
                  "409 payout_not_waiting")
              .answering(PayoutBody.class),
          post(
                  "/api/v1/webhooks/inbound/{provider}",
                  "Tell what became of a payment",
                  OK,
                  "400 bad_signature")
              .sending(NOTICE),
          get("/api/v1/ledger/accounts", "All accounts"),
          get("/api/v1/ledger/accounts/{account}", "An account"),
          get("/api/v1/ledger/accounts/{account}/postings", "The postings of an account"),
          get("/api/v1/ledger/entries", "All journal entries"),
          get("/api/v1/ledger/entries/{entry}", "A journal entry"),
          get("/api/v1/ledger/trial-balance", "The trial balance"),
          // Reports
          get("/api/v1/reports/trial-balance", "The trial balance as of a time"),
          get("/api/v1/reports/trial-balance.csv", "The same as CSV").file(CSV),
          get("/api/v1/reports/balance-sheet", "What is owned and owed, by path"),
          get("/api/v1/reports/general-ledger", "All postings of a period", "422 report_too_large"),
          get("/api/v1/reports/general-ledger.csv", "The same as CSV", "422 report_too_large")
              .file(CSV),
          get(
                  "/api/v1/reports/ledger.beancount",
                  "The ledger for beancount",
                  "422 report_too_large")
              .file(TEXT),
          get("/api/v1/reports/ledger.hledger", "The ledger for hledger", "422 report_too_large")
              .file(TEXT),
          get(
              "/api/v1/reports/accounts/{account}/statement",
              "The statement of an account",
              "422 report_too_large"),
          get(
                  "/api/v1/reports/accounts/{account}/statement.csv",
                  "The same as CSV",
                  "422 report_too_large")
              .file(CSV),
          get(
                  "/api/v1/reports/accounts/{account}/statement.pdf",
                  "The same as PDF",
                  "422 report_too_large")
              .file("application/pdf"),
          get(
                  "/api/v1/reports/accounts/{account}/statement.camt053.xml",
                  "The same as ISO 20022 camt.053.001.08",
                  "422 report_too_large")
              .file("application/xml"),
          // Reconciliation
          post(
                  "/api/v1/reconciliations",
                  "Compare a statement with the ledger",
                  CREATED,
                  "415 unsupported_media_type",
                  "422 statement_malformed")
              .answering(ReconciliationsController.ReconciliationBody.class),
          get("/api/v1/reconciliations", "All reconciliations"),
          get("/api/v1/reconciliations/{reconciliation}", "A reconciliation"),
          get(
              "/api/v1/reconciliations/{reconciliation}/differences",
              "What statement and ledger do not agree in"),
          post(
                  "/api/v1/reconciliations/{reconciliation}/differences/{number}:resolve",
                  "Record what a difference is",
                  ACCEPTED,
                  "409 already_resolved")
              .answering(ReconciliationsController.ResolutionBody.class)
              .sending("{\"resolution\": \"SUSPENSE\"}"),
          // Other systems
          get("/api/v1/changes", "The journal's business facts after a position"),
          post(
                  "/api/v1/admin/webhooks",
                  "Register an endpoint for business facts",
                  CREATED,
                  "422 destination_refused")
              .answering(WebhooksController.SecretBody.class)
              .sending(
                  "{\"url\": \"https://erp.example/daybook\", \"types\": [\"ledger.book.*\"]}"),
          get("/api/v1/admin/webhooks", "All endpoints"),
          get("/api/v1/admin/webhooks/{webhook}", "An endpoint"),
          post("/api/v1/admin/webhooks/{webhook}:rotate", "Make a new secret", ACCEPTED)
              .answering(WebhooksController.SecretBody.class),
          post("/api/v1/admin/webhooks/{webhook}:disable", "Stop an endpoint's messages", ACCEPTED)
              .answering(WebhooksController.WebhookActBody.class),
          post("/api/v1/admin/webhooks/{webhook}:enable", "Go on with its messages", ACCEPTED)
              .answering(WebhooksController.WebhookActBody.class),
          get("/api/v1/admin/webhooks/{webhook}/deliveries", "The messages to an endpoint"),
          post(
                  "/api/v1/admin/webhooks/{webhook}/deliveries/{position}:redeliver",
                  "Send a message again",
                  ACCEPTED)
              .answering(WebhooksController.WebhookActBody.class),
          // The journal
          get("/api/v1/audit/activity", "Who did what, without the content"),
          get(
              "/api/v1/audit/proofs/{eventId}",
              "That an event is in the published journal",
              "404 event_not_published",
              "503 journal_damaged"),
          get(
                  "/api/v1/audit/proofs/{eventId}/tlog-proof",
                  "The same as a file for daybook-audit (C2SP tlog-proof)",
                  "404 event_not_published",
                  "503 journal_damaged")
              .file(TEXT),
          get(
              "/api/v1/audit/consistency",
              "That one published journal continues another",
              "400 sizes_not_published",
              "503 journal_damaged"),
          get("/api/v1/audit/export.zip", "The whole journal", "404 nothing_published")
              .file("application/zip"),
          get("/api/v1/admin/journal-keys", "The journal's keys and proposed changes of them"),
          post("/api/v1/admin/journal-keys/drafts", "Make a key and draft its introduction", OK)
              .sending("{\"use\": \"log\", \"algorithm\": \"Ed25519\"}"),
          post(
                  "/api/v1/admin/journal-keys/retirement-drafts",
                  "Draft a key's retirement",
                  OK,
                  "404 not_found")
              .sending("{\"keyId\": \"daybook.example/ledger+1a2b3c4d\"}"),
          post(
                  "/api/v1/admin/journal-keys/proposals",
                  "Propose a change of keys",
                  CREATED,
                  "409 key_change_refused")
              .sending("{\"statement\": \"daybook-key@v1\\n…\"}"),
          post(
              "/api/v1/admin/journal-keys/proposals/{id}:approve",
              "Approve another administrator's proposal",
              OK,
              "403 four_eyes",
              "409 key_change_refused"),
          get("/api/v1/chain/status", "How far what is shown of the chain is"),
          get("/api/v1/chain/anchors", "The journal's roots that the chain holds"),
          get("/api/v1/chain/reconciliation", "Tokens that are not on the chain as they should be"),
          get(
                  "/api/v1/chain/reconciliations/{block}/{report}",
                  "The comparison at a block as report.json, report.csv or signed report.note",
                  "404 not_found")
              .file(BYTES),
          get("/api/v1/chain/transactions", "Transactions that are not final yet"),
          get("/api/v1/chain/remedies", "What people have had done about the chain"),
          post(
                  "/api/v1/chain/remedies",
                  "Have something done where the chain's side does not go on",
                  CREATED,
                  "409 chain_not_connected",
                  "409 nothing_to_resume",
                  "409 remedy_open",
                  "422 remedy_incomplete")
              .answering(ChainRemediesController.RemedyBody.class)
              .sending(
                  "{\"act\": \"CANCEL\","
                      + " \"transaction\": \"mint:tok_01J9Z3K5Q8R2V4X6Y7W8T9S0AB\"}"),
          post(
                  "/api/v1/chain/remedies/{remedy}:approve",
                  "Agree to what another person proposed",
                  ACCEPTED,
                  "403 four_eyes",
                  "404 unknown_remedy",
                  "409 nothing_to_resume",
                  "409 remedy_ended")
              .answering(ChainRemediesController.RemedyBody.class),
          post(
                  "/api/v1/chain/remedies/{remedy}:withdraw",
                  "Take a proposal back",
                  ACCEPTED,
                  "404 unknown_remedy",
                  "409 remedy_ended")
              .answering(ChainRemediesController.RemedyBody.class),
          get("/api/v1/status/projections", "How far the read models are"),
          get("/api/v1/status/checksums", "What the read models hold, as a number for each table"),
          get("/api/v1/status/witnesses", "How the journal's witnesses do"),
          post(
              "/api/v1/status/projections:rebuild",
              "Build all read models again",
              ACCEPTED,
              "404 not_found",
              "409 rebuild_under_way"),
          post(
              "/api/v1/status/projections/{projection}:rebuild",
              "Build a read model again",
              ACCEPTED,
              "404 not_found",
              "409 rebuild_under_way"),
          get("/journal/log/manifest", "What an export of now holds, signed", "404 not_found")
              .file(TEXT),
          get("/journal/log/exports/{id}/{path}", "A file of such an export", "404 not_found")
              .file(BYTES),
          get("/journal/log/checkpoint", "The newest checkpoint", "404 not_found").file(TEXT),
          get("/journal/log/checkpoints", "The sizes of all checkpoints").file(TEXT),
          get("/journal/log/checkpoints/{size}", "An older checkpoint").file(TEXT),
          get("/journal/log/policy", "Whose signatures make a checkpoint valid").file(TEXT),
          get("/journal/log/tile/{path}", "A tile of the tree (C2SP tlog-tiles)").file(BYTES),
          get("/journal/log/tile/entries/{path}", "A bundle of headers").file(BYTES),
          get("/journal/log/records/{path}", "A bundle of whole records").file(BYTES),
          get("/.well-known/journal-keys.json", "The journal's keys, present and past"),
          get("/.well-known/journal-policy", "Whose signatures make a checkpoint valid now")
              .file(TEXT),
          get("/.well-known/journal-witness-policy", "The journal's witnesses", "404 not_found")
              .file(TEXT),
          get("/.well-known/jwks.json", "The key of access tokens"),
          get("/.well-known/ticket-keys.json", "The key of ticket credentials"));

  static final List<ApiOperation> ALL =
      Stream.of(OWN, LedgerOperations.ALL).flatMap(List::stream).toList();
}
