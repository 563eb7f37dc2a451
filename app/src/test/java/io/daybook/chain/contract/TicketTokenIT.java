package io.daybook.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.chain.contract.TicketContract.Said;
import io.daybook.chain.contract.TypedData.Resale;
import io.daybook.chain.contract.TypedData.Voucher;
import io.daybook.chain.rpc.ChainLog;
import io.daybook.chain.rpc.MinedTransaction;
import io.daybook.chain.rpc.RpcException;
import io.daybook.chain.rpc.SignedTransaction;
import io.daybook.chain.rpc.Signer;
import io.daybook.chain.rpc.Signer.Call;
import io.daybook.chain.rpc.TestChain;
import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.chain.TokenId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/** What the contract allows and refuses, on a real chain. */
class TicketTokenIT {
  private static final Commitment COMMITMENT = new Commitment("0x" + "ab".repeat(32));
  private static final long GAS = 500_000;
  private static final int SENDER = 1;
  private static final int BUYER = 2;
  private static final int STRANGER = 3;

  private static TestChain chain;
  private static Signer sender;
  private static Signer buyer;
  private static Signer stranger;
  private static TicketContract tickets;
  private static long nextToken = 1;

  @BeforeAll
  static void deploy() {
    chain = TestChain.start();
    sender = chain.signer(SENDER);
    buyer = chain.signer(BUYER);
    stranger = chain.signer(STRANGER);
    tickets =
        new Deployment(chain.gateway(), chain.signer(0))
            .deploy(sender.address(), sender.address())
            .tickets();
  }

  @AfterAll
  static void stop() {
    if (chain != null) {
      chain.close();
    }
  }

  @Test
  void mintsATokenThatSaysWhichTicketItStandsFor() {
    TokenId token = token();

    MinedTransaction mined = send(sender, tickets.mint(token, COMMITMENT));

    assertThat(mined.isSuccess()).isTrue();
    assertThat(said(mined))
        .containsExactly(
            new Said.Minted(token, sender.address()), new Said.Committed(token, COMMITMENT));
    assertThat(ownerOf(token)).isEqualTo(sender.address());
  }

  @Test
  void mintsNoTokenTwiceSoThatSendingAgainDoesNoHarm() {
    TokenId token = minted();

    assertThat(send(sender, tickets.mint(token, COMMITMENT)).isSuccess()).isFalse();
  }

  @Test
  void neverMintsABurnedTokenAgain() {
    TokenId token = minted();

    assertThat(said(send(sender, tickets.revoke(token)))).containsExactly(new Said.Burned(token));
    assertThat(send(sender, tickets.mint(token, COMMITMENT)).isSuccess()).isFalse();
    assertThat(TicketContract.isTrue(ask(tickets.burned(token)))).isTrue();
  }

  @Test
  void mintsABatchOrNothingOfIt() {
    List<TokenId> fresh = List.of(token(), token(), token());
    var mixed = new ArrayList<>(List.of(token()));
    mixed.add(fresh.getFirst());

    assertThat(send(sender, batch(fresh)).isSuccess()).isTrue();
    assertThat(send(sender, batch(mixed)).isSuccess()).isFalse();
    assertThatThrownBy(() -> ownerOf(mixed.getFirst())).isInstanceOf(RpcException.class);
  }

  @Test
  void refusesStrangers() {
    TokenId token = minted();

    assertThat(send(stranger, tickets.mint(token(), COMMITMENT)).isSuccess()).isFalse();
    assertThat(send(stranger, tickets.revoke(token)).isSuccess()).isFalse();
    assertThat(send(stranger, call("pause")).isSuccess()).isFalse();
    assertThat(send(stranger, call("admit", Abi.numbers(List.of(token.number())))).isSuccess())
        .isFalse();
  }

  @Test
  void letsNobodyMoveATokenByAnyOfTheThreeEntryPoints() {
    TokenId token = soldTo(buyer);

    for (String function : List.of("transferFrom", "safeTransferFrom")) {
      assertThat(
              send(
                      buyer,
                      call(
                          function,
                          Abi.address(buyer.address()),
                          Abi.address(stranger.address()),
                          Abi.number(token.number())))
                  .isSuccess())
          .isFalse();
    }
    var withData =
        call(
            "safeTransferFrom",
            Abi.address(buyer.address()),
            Abi.address(stranger.address()),
            Abi.number(token.number()),
            new DynamicBytes(new byte[] {1}));
    assertThat(send(buyer, withData).isSuccess()).isFalse();
    assertThat(ownerOf(token)).isEqualTo(buyer.address());
  }

  @Test
  void stopsAndResumes() {
    TokenId token = token();
    send(sender, call("pause"));

    assertThat(send(sender, tickets.mint(token, COMMITMENT)).isSuccess()).isFalse();
    send(sender, call("unpause"));
    assertThat(send(sender, tickets.mint(token, COMMITMENT)).isSuccess()).isTrue();
  }

  @Test
  void notesEachAdmissionOnce() {
    TokenId token = minted();
    Call admit = call("admit", Abi.numbers(List.of(token.number())));

    assertThat(send(sender, admit).isSuccess()).isTrue();
    assertThat(send(sender, admit).isSuccess()).isFalse();
  }

  @Test
  void mintsByAVoucherToWhomTheVoucherNames() {
    TokenId token = token();
    Call redeem = new Voucher(tickets, token, buyer.address(), COMMITMENT).redeem(sender, SENDER);
    Call forged = new Voucher(tickets, token(), buyer.address(), COMMITMENT).redeem(sender, BUYER);

    assertThat(send(stranger, redeem).isSuccess()).isTrue();
    assertThat(ownerOf(token)).isEqualTo(buyer.address());
    assertThat(send(stranger, redeem).isSuccess()).isFalse();
    assertThat(send(stranger, forged).isSuccess()).isFalse();
  }

  @Test
  void resellsWithBothSignaturesUpToTheCapAndPaysTheSeller() {
    TokenId token = soldTo(buyer);
    setCap(1000);
    var dear = new Resale(tickets, token, buyer, stranger, 1001);
    var fair = new Resale(tickets, token, buyer, stranger, 1000);

    assertThat(sendWith(stranger, dear.call(sender, SENDER, BUYER), 1001).isSuccess()).isFalse();
    BigInteger before = chain.gateway().balance(buyer.address());
    assertThat(sendWith(stranger, fair.call(sender, SENDER, BUYER), 999).isSuccess()).isFalse();
    assertThat(sendWith(stranger, fair.call(sender, SENDER, BUYER), 1000).isSuccess()).isTrue();
    assertThat(ownerOf(token)).isEqualTo(stranger.address());
    assertThat(chain.gateway().balance(buyer.address()).subtract(before))
        .isEqualTo(BigInteger.valueOf(950));
  }

  @Test
  void resellsNothingWithoutBothSignatures() {
    TokenId token = soldTo(buyer);
    setCap(1000);
    var resale = new Resale(tickets, token, buyer, stranger, 10);

    assertThat(sendWith(stranger, resale.call(sender, SENDER, STRANGER), 10).isSuccess()).isFalse();
    assertThat(sendWith(stranger, resale.call(sender, BUYER, BUYER), 10).isSuccess()).isFalse();
    assertThat(ownerOf(token)).isEqualTo(buyer.address());
  }

  @Test
  void eachActCostsWhatTheGuideSays() {
    soldTo(stranger);
    soldTo(buyer);
    setCap(1000);
    var gas = new LinkedHashMap<String, Long>();
    TokenId token = token();
    gas.put("token: mint into custody", used(send(sender, tickets.mint(token, COMMITMENT))));
    List<TokenId> hundred = Stream.generate(TicketTokenIT::token).limit(100).toList();
    gas.put("token: mint a hundred at once, each", used(send(sender, all(batch(hundred)))) / 100);
    Address newcomer = new Address("0x" + "e1".repeat(20));
    gas.put(
        "token: mint by a voucher to a new holder",
        used(
            send(
                stranger,
                new Voucher(tickets, token(), newcomer, COMMITMENT).redeem(sender, SENDER))));
    gas.put("token: hand out of custody", used(send(sender, release(token, buyer.address()))));
    gas.put(
        "token: resell",
        used(
            sendWith(
                stranger,
                new Resale(tickets, token, buyer, stranger, 1000).call(sender, SENDER, BUYER),
                1000)));
    Call admit = call("admit", Abi.numbers(hundred.stream().map(TokenId::number).toList()));
    gas.put("token: admit a hundred at once, each", used(send(sender, all(admit))) / 100);
    gas.put("token: burn", used(send(sender, tickets.revoke(token))));

    new GasTable().assertSame("token: ", gas);
  }

  private static long used(MinedTransaction mined) {
    return GasTable.used(chain, mined);
  }

  private static Call all(Call call) {
    return new Call(call.to(), call.data(), 12_000_000);
  }

  private static Call release(TokenId token, Address to) {
    return call("release", Abi.number(token.number()), Abi.address(to));
  }

  @Test
  void saysWhichStandardsItKeeps() {
    for (String standard : List.of("01ffc9a7", "80ac58cd", "2a55205a", "49064906", "b45a3c0e")) {
      String data =
          Abi.call(
              "supportsInterface",
              new org.web3j.abi.datatypes.generated.Bytes4(Numeric.hexStringToByteArray(standard)));
      assertThat(TicketContract.isTrue(ask(data))).describedAs(standard).isTrue();
    }
  }

  private static Call batch(List<TokenId> tokens) {
    return tickets.mintBatch(tokens, tokens.stream().map(_ -> COMMITMENT).toList());
  }

  private static TokenId soldTo(Signer owner) {
    TokenId token = minted();
    assertThat(send(sender, release(token, owner.address())).isSuccess()).isTrue();
    return token;
  }

  private static void setCap(long wei) {
    Call call = call("setResaleCap", Abi.word(TypedData.SHOW), Abi.number(BigInteger.valueOf(wei)));
    assertThat(send(sender, call).isSuccess()).isTrue();
  }

  private static Call call(String function, org.web3j.abi.datatypes.Type<?>... arguments) {
    return new Call(tickets.address(), Abi.call(function, arguments), GAS);
  }

  private static TokenId minted() {
    TokenId token = token();
    assertThat(send(sender, tickets.mint(token, COMMITMENT)).isSuccess()).isTrue();
    return token;
  }

  private static TokenId token() {
    return TokenId.of(new BigInteger(Hash.sha3("0x%064x".formatted(nextToken++)).substring(2), 16));
  }

  private static MinedTransaction send(Signer from, Call call) {
    return sendWith(from, call, 0);
  }

  private static MinedTransaction sendWith(Signer from, Call call, long wei) {
    long nonce = chain.gateway().minedNonces(from.address());
    SignedTransaction signed = from.sign(nonce, call, chain.fee(), BigInteger.valueOf(wei));
    return chain.sendAndWait(signed);
  }

  private static List<Said> said(MinedTransaction mined) {
    return chain.gateway().logs(mined.blockHash(), List.of(tickets.address())).stream()
        .filter(log -> log.transaction().equals(mined.hash()))
        .map((ChainLog log) -> TicketContract.read(log).orElseThrow())
        .toList();
  }

  private static Address ownerOf(TokenId token) {
    return TicketContract.owner(ask(tickets.ownerOf(token)));
  }

  private static String ask(String data) {
    return chain.gateway().call(tickets.address(), data, chain.gateway().head().number());
  }
}
