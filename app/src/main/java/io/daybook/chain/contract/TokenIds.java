package io.daybook.chain.contract;

import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.TokenId;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.ticket.TicketId;
import java.math.BigInteger;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.crypto.Hash;

/**
 * The ids of tickets' tokens.
 *
 * <p>A ticket has one id in a contract, whoever asks and however often, and the contract mints no
 * id twice: that makes sending at least once into minting exactly once.
 */
public final class TokenIds {
  private static final String DOMAIN = "daybook.ticket/v1";

  private TokenIds() {}

  /**
   * Returns {@code keccak256(abi.encode(domain, chainId, contract, show, ticket, issue))} as a
   * number, where the issue is 0.
   */
  public static TokenId of(long chainId, Address contract, ShowId show, TicketId ticket) {
    String encoded =
        FunctionEncoder.encodeConstructor(
            List.of(
                new Utf8String(DOMAIN),
                Abi.number(BigInteger.valueOf(chainId)),
                Abi.address(contract),
                new Utf8String(show.value()),
                new Utf8String(ticket.value()),
                Abi.number(BigInteger.ZERO)));
    String hash = Hash.sha3(encoded.startsWith("0x") ? encoded : "0x" + encoded);
    return TokenId.of(new BigInteger(hash.substring(2), 16));
  }
}
