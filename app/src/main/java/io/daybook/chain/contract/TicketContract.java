package io.daybook.chain.contract;

import io.daybook.chain.rpc.ChainLog;
import io.daybook.chain.rpc.Signer.Call;
import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.chain.TokenId;
import java.util.List;
import java.util.Optional;

/**
 * The contract of tickets' tokens at its address: {@code TicketToken.sol}.
 *
 * @param custodian the address that holds tokens of buyers without an address of their own
 */
public record TicketContract(Address address, Address custodian) {
  private static final String TRANSFER = Abi.topic("Transfer(address,address,uint256)");
  private static final String COMMITTED = Abi.topic("Committed(uint256,bytes32)");
  private static final Address NOBODY = new Address("0x" + "0".repeat(40));

  private static final long MINT_GAS = 160_000;
  private static final long BATCH_GAS = 60_000;
  private static final long REVOKE_GAS = 120_000;

  /** What the contract says. */
  public sealed interface Said {
    /** Returns which token it is about. */
    TokenId token();

    /** A token came into being. */
    record Minted(TokenId token, Address owner) implements Said {}

    /** A token came to its end. */
    record Burned(TokenId token) implements Said {}

    /** A token has another owner. */
    record Moved(TokenId token, Address from, Address to) implements Said {}

    /** A new token says which ticket it stands for. */
    record Committed(TokenId token, Commitment commitment) implements Said {}
  }

  /** Returns what a log of this contract says, absent if it concerns nobody here. */
  public static Optional<Said> read(ChainLog log) {
    List<String> topics = log.topics();
    if (topics.size() == 4 && topics.getFirst().equals(TRANSFER)) {
      return Optional.of(
          transfer(Abi.address(topics.get(1)), Abi.address(topics.get(2)), token(topics.get(3))));
    }
    if (topics.size() == 2 && topics.getFirst().equals(COMMITTED)) {
      var commitment = new Commitment("0x" + Abi.word(log.data(), 0));
      return Optional.of(new Said.Committed(token(topics.get(1)), commitment));
    }
    return Optional.empty();
  }

  private static Said transfer(Address from, Address to, TokenId token) {
    if (from.equals(NOBODY)) {
      return new Said.Minted(token, to);
    }
    return to.equals(NOBODY) ? new Said.Burned(token) : new Said.Moved(token, from, to);
  }

  private static TokenId token(String topic) {
    return TokenId.of(Abi.number(topic, 0));
  }

  /** Mints a token to the custodian. */
  public Call mint(TokenId token, Commitment commitment) {
    return new Call(
        address,
        Abi.call(
            "mint",
            Abi.address(custodian),
            Abi.number(token.number()),
            Abi.word(commitment.value())),
        MINT_GAS);
  }

  /** Mints tokens to the custodian, all or none. */
  public Call mintBatch(List<TokenId> tokens, List<Commitment> commitments) {
    return new Call(
        address,
        Abi.call(
            "mintBatch",
            Abi.address(custodian),
            Abi.numbers(tokens.stream().map(TokenId::number).toList()),
            Abi.words(commitments.stream().map(Commitment::value).toList())),
        MINT_GAS + BATCH_GAS * tokens.size());
  }

  /** Burns a token for good. */
  public Call revoke(TokenId token) {
    return new Call(address, Abi.call("revoke", Abi.number(token.number())), REVOKE_GAS);
  }

  /** Asks who owns a token; the answer is a revert if there is none. */
  public String ownerOf(TokenId token) {
    return Abi.call("ownerOf", Abi.number(token.number()));
  }

  /** Asks whether a token was burned. */
  public String burned(TokenId token) {
    return Abi.call("burned", Abi.number(token.number()));
  }

  /** Returns the address in an answer. */
  public static Address owner(String answer) {
    return Abi.address(answer);
  }

  /** Returns the truth value in an answer. */
  public static boolean isTrue(String answer) {
    return Abi.number(answer, 0).signum() != 0;
  }
}
