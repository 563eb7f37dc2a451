package io.daybook.kyb.screening.name;

/** What a part does in its name, and so how much it says about who is meant. */
public enum PartRole {
  /** A given name, family name or the word a company is known by. */
  NAME(1.0, 1.0),
  /** A name or word that very many bear. */
  COMMON(0.8, 0.55),
  /** A single letter that stands for a name. */
  INITIAL(0.5, 0.2),
  /** "al", "bin", "von", "of": present in one spelling and absent in the next. */
  PARTICLE(0.15, 0.0),
  /** "Dr", "Sheikh", "Haji". */
  HONORIFIC(0.1, 0.0),
  /** "Ltd", "GmbH", "OOO". */
  LEGAL_FORM(0.25, 0.0),
  /** "trading", "group", "international". */
  TRADE_WORD(0.6, 0.3),
  /** A country or city in a company's name. */
  PLACE(0.8, 0.3),
  /** A number, also a roman one or one in words. */
  NUMBER(1.0, 0.3);

  private final double weight;
  private final double information;

  PartRole(double weight, double information) {
    this.weight = weight;
    this.information = information;
  }

  /** How much the part counts when it agrees or is missing, above 0. */
  double weight() {
    return weight;
  }

  /** How much an agreement on the part alone tells who is meant, from 0 to 1. */
  double information() {
    return information;
  }

  /** Tells whether a name may have the part or not without becoming another name. */
  public boolean isOptional() {
    return this == PARTICLE || this == HONORIFIC || this == LEGAL_FORM;
  }
}
