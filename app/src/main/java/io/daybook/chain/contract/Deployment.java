package io.daybook.chain.contract;

import io.daybook.chain.rpc.ChainGateway;
import io.daybook.chain.rpc.MinedTransaction;
import io.daybook.chain.rpc.RpcException;
import io.daybook.chain.rpc.RpcFailure;
import io.daybook.chain.rpc.SignedTransaction;
import io.daybook.chain.rpc.Signer;
import io.daybook.chain.rpc.Signer.Call;
import io.daybook.chain.rpc.Signer.Fee;
import io.daybook.ticketing.chain.Address;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Uint96;
import org.web3j.crypto.ContractUtils;

/** Brings the contracts onto a chain and gives the roles to who sends later. */
public final class Deployment {
  private static final long CREATION_GAS = 6_000_000;
  private static final long GRANT_GAS = 120_000;
  private static final BigInteger ROYALTY_BASIS_POINTS = BigInteger.valueOf(500);
  private static final BigInteger TIP = BigInteger.valueOf(1_000_000_000);
  private static final Duration WAIT = Duration.ofMinutes(2);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  private final ChainGateway chain;
  private final Signer admin;

  /**
   * Deploys as somebody.
   *
   * @param admin becomes the contracts' administrator; it must have no transaction under way
   */
  public Deployment(ChainGateway chain, Signer admin) {
    this.chain = chain;
    this.admin = admin;
  }

  /**
   * The contracts on a chain.
   *
   * @param firstBlock no log of theirs is in an earlier block
   */
  public record Contracts(TicketContract tickets, AnchorContract anchor, long firstBlock) {}

  /**
   * Creates both contracts and waits until they are in a block.
   *
   * @param sender gets every role that the journal's side needs
   * @param custodian holds tokens of buyers without an address of their own
   */
  public Contracts deploy(Address sender, Address custodian) {
    Address self = admin.address();
    long firstBlock = chain.head().number() + 1;
    var tickets =
        new TicketContract(
            create(
                "TicketToken",
                Abi.address(self),
                Abi.address(custodian),
                Abi.address(self),
                new Uint96(ROYALTY_BASIS_POINTS)),
            custodian);
    var anchor = deployAnchor(sender);
    for (String role : List.of("MINTER", "REVOKER", "GATE", "MARKET", "PAUSER")) {
      grant(tickets.address(), role, sender);
    }
    return new Contracts(tickets, anchor, firstBlock);
  }

  /** Creates the contract of the journal's roots alone. */
  AnchorContract deployAnchor(Address sender) {
    var anchor = new AnchorContract(create("JournalAnchor", Abi.address(admin.address())));
    grant(anchor.address(), "ANCHORER", sender);
    return anchor;
  }

  private Address create(String contract, Type<?>... arguments) {
    String code =
        Artefact.of(contract).bytecode() + FunctionEncoder.encodeConstructor(List.of(arguments));
    long nonce = chain.minedNonces(admin.address());
    await(admin.signCreation(nonce, code, CREATION_GAS, fee()));
    String address =
        ContractUtils.generateContractAddress(admin.address().value(), BigInteger.valueOf(nonce));
    return new Address(address.toLowerCase(Locale.ROOT));
  }

  private void grant(Address contract, String role, Address to) {
    var call =
        new Call(contract, Abi.call("grantRole", Abi.role(role), Abi.address(to)), GRANT_GAS);
    await(admin.sign(chain.minedNonces(admin.address()), call, fee()));
  }

  private Fee fee() {
    return new Fee(TIP, chain.head().baseFee().shiftLeft(1).add(TIP));
  }

  private void await(SignedTransaction transaction) {
    chain.send(transaction);
    long end = System.nanoTime() + WAIT.toNanos();
    while (true) {
      @Nullable MinedTransaction mined =
          chain.mined(List.of(transaction.hash())).get(transaction.hash());
      if (mined != null && mined.isSuccess()) {
        return;
      }
      if (mined != null || System.nanoTime() > end) {
        throw new RpcException(
            RpcFailure.OTHER,
            "transaction " + transaction.hash() + (mined == null ? " is not mined" : " failed"));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(LOOK_AGAIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RpcException(RpcFailure.UNREACHABLE, "interrupted while contracts were deployed");
    }
  }
}
