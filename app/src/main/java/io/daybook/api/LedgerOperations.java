package io.daybook.api;

import static io.daybook.api.ApiOperation.get;
import static io.daybook.api.ApiOperation.post;
import static org.springframework.http.HttpStatus.ACCEPTED;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.OK;

import io.daybook.ledger.book.ChartRule;
import io.daybook.projections.balances.AccountView;
import io.daybook.projections.balances.BookRules;
import io.daybook.projections.balances.ProposalView;
import java.util.List;

/** The operations by which finance keeps the books, as the API's description tells them. */
final class LedgerOperations {
  private LedgerOperations() {}

  static final List<ApiOperation> ALL =
      List.of(
          get(
              "/api/v1/ledger/accounts/{account}/descriptions",
              "The metadata of an account, present and past"),
          get(
              "/api/v1/ledger/balances",
              "The sums under a path at a moment",
              "422 invalid_request"),
          post(
                  "/api/v1/ledger/entries:batch",
                  "Post many entries in one write",
                  CREATED,
                  "422 batch_entry_refused",
                  "422 batch_size_out_of_range")
              .answering(BatchesController.BatchBody.class)
              .sending(LedgerExamples.BATCH),
          post("/api/v1/ledger/imports", "Post entries by the file", OK)
              .file(ImportsController.NDJSON),
          post(
                  "/api/v1/ledger/entries/{entry}:correct",
                  "Undo an entry and post another instead",
                  CREATED,
                  "404 unknown_entry",
                  "409 already_reversed",
                  "409 approval_needed")
              .answering(LedgerBodies.EntryBody.class)
              .sending(LedgerExamples.ENTRY),
          post(
                  "/api/v1/ledger/entries/from-template/{template}",
                  "Post an entry of a template's shape",
                  CREATED,
                  "404 unknown_template")
              .answering(LedgerBodies.EntryBody.class)
              .sending(
                  "{\"amount\": {\"amountMinor\": 1000, \"currency\": \"EUR\"}, \"memo\":"
                      + " \"Tip\"}"),
          get("/api/v1/ledger/proposals", "Entries that need a second person"),
          get("/api/v1/ledger/proposals/{entry}", "An entry that needs a second person"),
          post(
                  "/api/v1/ledger/proposals/{entry}:approve",
                  "Post a proposed entry as its second person",
                  ACCEPTED,
                  "403 second_person_needed",
                  "404 unknown_proposal",
                  "409 proposal_ended")
              .answering(ProposalView.class),
          post(
                  "/api/v1/ledger/proposals/{entry}:reject",
                  "Reject or withdraw a proposed entry",
                  ACCEPTED,
                  "404 unknown_proposal",
                  "409 proposal_ended")
              .answering(ProposalView.class),
          get("/api/v1/ledger/refusals", "Writes that were refused, and why"),
          get("/api/v1/ledger/rules", "Closed periods, limits and templates"),
          post(
                  "/api/v1/ledger/rules/closed-period",
                  "Close the books up to a day",
                  ACCEPTED,
                  "422 period_not_over")
              .answering(BookRules.class)
              .sending("{\"through\": \"2026-02-28\"}"),
          post(
                  "/api/v1/ledger/rules/outflow-limits",
                  "Limit what leaves the accounts of a tier",
                  ACCEPTED,
                  "422 limits_invalid")
              .answering(BookRules.class)
              .sending("{\"tier\": \"BASIC\", \"currency\": \"EUR\", \"dayMinor\": 100000}"),
          post(
                  "/api/v1/ledger/rules/approval-limit",
                  "Rule above how much two people are needed",
                  ACCEPTED,
                  "422 limits_invalid")
              .answering(BookRules.class)
              .sending("{\"currency\": \"EUR\", \"aboveMinor\": 1000000}"),
          post("/api/v1/ledger/rules/templates", "Set a template", ACCEPTED, "422 template_invalid")
              .answering(BookRules.class)
              .sending(LedgerExamples.TEMPLATE),
          get("/api/v1/ledger/holds", "Holds on money"),
          get("/api/v1/ledger/holds/{hold}", "A hold on money"),
          post(
                  "/api/v1/ledger/holds",
                  "Set money aside",
                  CREATED,
                  "404 unknown_account",
                  "409 hold_exists_with_different_content",
                  "409 hold_group_full",
                  "409 insufficient_funds",
                  "422 hold_invalid")
              .answering(FundsHoldsController.FundsHoldBody.class)
              .sending(LedgerExamples.HOLD),
          post(
                  "/api/v1/ledger/holds/{hold}:capture",
                  "Make an entry of a hold or of a part of it",
                  CREATED,
                  "404 unknown_hold",
                  "409 capture_too_large",
                  "409 hold_ended",
                  "409 hold_expired")
              .answering(LedgerBodies.EntryBody.class)
              .sending("{\"amountMinor\": 500, \"memo\": \"First night\"}"),
          post(
                  "/api/v1/ledger/holds/{hold}:void",
                  "Give up what is left of a hold",
                  ACCEPTED,
                  "404 unknown_hold",
                  "409 hold_ended",
                  "409 hold_expired")
              .answering(FundsHoldsController.FundsHoldBody.class),
          post(
                  "/api/v1/ledger/hold-groups/{group}:capture",
                  "Make one entry of all open holds of a group",
                  CREATED,
                  "404 unknown_hold",
                  "409 hold_ended")
              .answering(LedgerBodies.EntryBody.class)
              .sending("{\"memo\": \"Checked out\"}"),
          post(
                  "/api/v1/ledger/hold-groups/{group}:void",
                  "Give up all open holds of a group",
                  ACCEPTED,
                  "404 unknown_hold",
                  "409 hold_ended")
              .answering(HoldGroupsController.VoidedBody.class),
          get("/api/v1/ledger/chart-rules", "The rules on which accounts may meet"),
          post(
                  "/api/v1/ledger/entries",
                  "Post a journal entry",
                  CREATED,
                  "404 unknown_account",
                  "409 account_closed",
                  "409 account_frozen",
                  "409 balance_above_maximum",
                  "409 entry_exists_with_different_content",
                  "409 external_reference_taken",
                  "409 insufficient_funds",
                  "409 outflow_limit_exceeded",
                  "409 period_closed",
                  "409 version_mismatch",
                  "422 accounts_may_not_meet",
                  "422 amount_not_positive",
                  "422 currency_mismatch",
                  "422 entry_unbalanced",
                  "422 exchange_rate_invalid",
                  "422 metadata_invalid",
                  "422 posting_count_out_of_range",
                  "422 text_too_long",
                  "422 value_date_out_of_range")
              .answering(LedgerBodies.EntryBody.class)
              .sending(LedgerExamples.ENTRY),
          post(
                  "/api/v1/ledger/entries/{entry}:reverse",
                  "Undo an entry or a part of it",
                  CREATED,
                  "404 unknown_entry",
                  "409 already_reversed",
                  "409 reversal_too_large")
              .answering(LedgerBodies.EntryBody.class)
              .sending("{\"memo\": \"Posted to the wrong account\"}"),
          post(
                  "/api/v1/ledger/accounts",
                  "Open an account",
                  CREATED,
                  "409 account_exists_with_different_content")
              .answering(AccountView.class)
              .sending("{\"id\": \"bank:main:EUR\", \"kind\": \"ASSET\", \"currency\": \"EUR\"}"),
          post(
                  "/api/v1/ledger/accounts/{account}:set-terms",
                  "Bound the balance of an account",
                  ACCEPTED,
                  "404 unknown_account",
                  "409 account_closed",
                  "422 terms_invalid")
              .answering(AccountView.class)
              .sending("{\"minimumMinor\": -50000}"),
          post(
                  "/api/v1/ledger/accounts/{account}:describe",
                  "Set the metadata of an account",
                  ACCEPTED,
                  "404 unknown_account",
                  "422 metadata_invalid")
              .answering(AccountView.class)
              .sending("{\"metadata\": {\"iban-ending\": \"4711\"}}"),
          post(
                  "/api/v1/ledger/accounts/{account}:freeze",
                  "Let nothing leave an account",
                  ACCEPTED,
                  "404 unknown_account",
                  "409 account_closed")
              .answering(AccountView.class)
              .sending("{\"reference\": \"AZ-2026-117\"}"),
          post(
                  "/api/v1/ledger/accounts/{account}:unfreeze",
                  "Let a frozen account be used again",
                  ACCEPTED,
                  "404 unknown_account",
                  "409 account_closed")
              .answering(AccountView.class)
              .sending("{\"reference\": \"AZ-2026-117\"}"),
          post(
                  "/api/v1/ledger/accounts/{account}:close",
                  "Close an empty account for good",
                  ACCEPTED,
                  "404 unknown_account",
                  "409 account_not_empty")
              .answering(AccountView.class),
          post("/api/v1/ledger/chart-rules", "Rule which accounts may stand in one entry", ACCEPTED)
              .answering(ChartRule.class)
              .sending("{\"path\": \"organisers\", \"mayMeet\": [\"clearing\", \"platform\"]}"),
          post("/api/v1/ledger/chart-rules/{path}:remove", "End a rule", ACCEPTED)
              .answering(ChartRule.class));
}
