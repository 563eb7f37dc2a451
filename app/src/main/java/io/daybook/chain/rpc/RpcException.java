package io.daybook.chain.rpc;

/** The node could not be asked, or refused. */
public final class RpcException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final RpcFailure failure;

  /** Reports a failure of a kind. */
  public RpcException(RpcFailure failure, String message) {
    super(failure + ": " + message);
    this.failure = failure;
  }

  /** Returns what kind of failure it is. */
  public RpcFailure failure() {
    return failure;
  }
}
