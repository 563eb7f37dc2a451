package io.daybook.chain.contract;

import io.daybook.chain.rpc.LocalNode;
import io.daybook.chain.rpc.Signer;
import io.daybook.chain.rpc.Signer.Call;
import io.daybook.chain.rpc.TestChain;
import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.Commitment;
import io.daybook.ticketing.chain.TokenId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.Type;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** What is signed for the contract of tickets, by EIP-712. */
final class TypedData {
  static final String SHOW = "0x" + "cd".repeat(32);
  static final long DEADLINE = 4_000_000_000L;

  private static final String DOMAIN_TYPE =
      "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)";
  private static final String VOUCHER_TYPE =
      "Voucher(uint256 tokenId,address to,bytes32 commitment,uint64 deadline)";
  private static final String RESALE_TYPE =
      "Resale(uint256 tokenId,bytes32 show,address seller,address buyer,uint256 price,"
          + "uint256 nonce,uint64 deadline)";

  private TypedData() {}

  /** A voucher for a token. */
  record Voucher(TicketContract contract, TokenId token, Address to, Commitment commitment) {
    private List<Type<?>> fields() {
      return List.of(
          Abi.number(token.number()),
          Abi.address(to),
          Abi.word(commitment.value()),
          Abi.number(DEADLINE));
    }

    Call redeem(Signer minter, int key) {
      byte[] signature = sign(key, digest(contract, VOUCHER_TYPE, fields()));
      return new Call(
          contract.address(),
          Abi.call(
              "redeem",
              new StaticStruct(fields().toArray(Type[]::new)),
              Abi.address(minter.address()),
              new DynamicBytes(signature)),
          500_000);
    }
  }

  /** A resale; its nonce is its token, which is sold once in these tests. */
  record Resale(TicketContract contract, TokenId token, Signer seller, Signer buyer, long price) {
    private List<Type<?>> fields() {
      return List.of(
          Abi.number(token.number()),
          Abi.word(SHOW),
          Abi.address(seller.address()),
          Abi.address(buyer.address()),
          Abi.number(BigInteger.valueOf(price)),
          Abi.number(token.number()),
          Abi.number(DEADLINE));
    }

    byte[] digest() {
      return TypedData.digest(contract, RESALE_TYPE, fields());
    }

    Call call(Signer platform, int platformKey, int sellerKey) {
      return new Call(
          contract.address(),
          Abi.call(
              "resell",
              new StaticStruct(fields().toArray(Type[]::new)),
              Abi.address(platform.address()),
              new DynamicBytes(sign(platformKey, digest())),
              new DynamicBytes(sign(sellerKey, digest()))),
          500_000);
    }
  }

  private static byte[] digest(TicketContract contract, String type, List<Type<?>> fields) {
    byte[] domain =
        struct(
            DOMAIN_TYPE,
            List.of(
                Abi.word(text("Daybook Ticket")),
                Abi.word(text("1")),
                Abi.number(BigInteger.valueOf(LocalNode.CHAIN_ID)),
                Abi.address(contract.address())));
    return Hash.sha3(concat(new byte[] {0x19, 0x01}, domain, struct(type, fields)));
  }

  private static byte[] struct(String type, List<Type<?>> fields) {
    String words = FunctionEncoder.encodeConstructor(List.copyOf(fields));
    return Hash.sha3(
        concat(
            Hash.sha3(type.getBytes(StandardCharsets.UTF_8)), Numeric.hexStringToByteArray(words)));
  }

  private static String text(String text) {
    return Numeric.toHexString(Hash.sha3(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] concat(byte[]... parts) {
    var all = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] sign(int key, byte[] digest) {
    Sign.SignatureData signature =
        Sign.signMessage(digest, Credentials.create(TestChain.key(key)).getEcKeyPair(), false);
    return concat(signature.getR(), signature.getS(), signature.getV());
  }
}
