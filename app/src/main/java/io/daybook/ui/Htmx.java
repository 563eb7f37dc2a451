package io.daybook.ui;

/** The headers of htmx. */
public final class Htmx {
  /** Is {@code true} in a request for a part of a page. */
  public static final String REQUEST = "HX-Request";

  /** Sends the whole browser window to an address. */
  public static final String REDIRECT = "HX-Redirect";

  private Htmx() {}
}
