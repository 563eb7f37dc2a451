package io.daybook.kyb.ownership;

/** Says why holdings do not make sense together. */
public final class OwnershipRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Cause {
    /** More than all of a company is owned. */
    MORE_THAN_ALL,
    /** Companies own each other as a whole, so that nobody owns them. */
    CLOSED_CIRCLE,
    /** More companies own each other in circles than can be computed. */
    CIRCLE_TOO_LARGE
  }

  private final Cause cause;
  private final String company;

  OwnershipRefused(Cause cause, String company) {
    super(cause + " at " + company);
    this.cause = cause;
    this.company = company;
  }

  /** Returns why. */
  public Cause why() {
    return cause;
  }

  /** Returns one of the companies that it is about. */
  public String company() {
    return company;
  }
}
