package io.daybook.ui.ledger;

import io.daybook.ledger.book.AccountKind;

/** The trade's words as the pages write them. */
final class Words {
  private Words() {}

  static String kind(AccountKind kind) {
    return switch (kind) {
      case ASSET -> "Asset";
      case EXPENSE -> "Expense";
      case LIABILITY -> "Liability";
      case EQUITY -> "Equity";
      case REVENUE -> "Revenue";
    };
  }
}
