package io.daybook.ledger.book;

/** What an account stands for; it decides the account's normal side. */
public enum AccountKind {
  ASSET(Side.DEBIT),
  EXPENSE(Side.DEBIT),
  LIABILITY(Side.CREDIT),
  EQUITY(Side.CREDIT),
  REVENUE(Side.CREDIT);

  private final Side normalSide;

  AccountKind(Side normalSide) {
    this.normalSide = normalSide;
  }

  /** Returns the side that increases an account of this kind. */
  public Side normalSide() {
    return normalSide;
  }
}
