package io.daybook.api;

/** Bodies of requests about the ledger, as its description shows them. */
final class LedgerExamples {
  static final String ENTRY =
      """
      {"postings": [
        {"account": "bank:main:EUR", "side": "DEBIT", \
      "amount": {"amountMinor": 12000, "currency": "EUR"}},
        {"account": "clearing:payments:EUR", "side": "CREDIT", \
      "amount": {"amountMinor": 12000, "currency": "EUR"}}],
       "memo": "Settlement of 2 March", "externalReference": "STMT-2026-03-02/14",
       "valueDate": "2026-03-02", "metadata": {"statement": "2026-03"}}\
      """;

  static final String BATCH =
      """
      {"linked": false, "entries": [{"postings": [
        {"account": "bank:main:EUR", "side": "DEBIT", \
      "amount": {"amountMinor": 12000, "currency": "EUR"}},
        {"account": "clearing:payments:EUR", "side": "CREDIT", \
      "amount": {"amountMinor": 12000, "currency": "EUR"}}]}]}\
      """;
  static final String TEMPLATE =
      """
      {"name": "tip", "debits": [{"account": "clearing:payments:EUR", "weight": 1}], \
      "credits": [{"account": "staff:bar:EUR", "weight": 2}, \
      {"account": "staff:kitchen:EUR", "weight": 1}]}\
      """;
  static final String HOLD =
      """
      {"debit": "wallets:42:EUR", "credit": "clearing:cards:EUR", \
      "amount": {"amountMinor": 2000, "currency": "EUR"}, "expiresAt": "2030-01-01T20:00:00Z"}\
      """;

  private LedgerExamples() {}
}
