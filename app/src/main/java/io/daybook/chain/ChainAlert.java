package io.daybook.chain;

/** What people must look at. */
public enum ChainAlert {
  /** The chain is read more than a minute late, and stays so. */
  LAG("the chain is read too late"),
  /** Nothing is read until people have decided. */
  READING_STOPPED("the chain is read no further"),
  /** Nothing is sent until people have decided. */
  SENDING_STOPPED("nothing is sent to the chain"),
  /** A transaction was not mined for five minutes. */
  TRANSACTION_WAITS("a transaction is not mined"),
  /** A token is there that nobody ordered, or stands for something else, or is somebody else's. */
  TOKENS_DIFFER("tokens are not on the chain as they should be");

  private final String words;

  ChainAlert(String words) {
    this.words = words;
  }

  /** Returns what is wrong, as the rest of a sentence. */
  public String words() {
    return words;
  }
}
