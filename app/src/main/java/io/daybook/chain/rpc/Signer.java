package io.daybook.chain.rpc;

import io.daybook.ticketing.chain.Address;
import io.daybook.ticketing.chain.TxHash;
import java.math.BigInteger;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.Hash;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.TransactionEncoder;
import org.web3j.utils.Numeric;

/** Signs transactions of one address, here and without asking the node. */
public final class Signer {
  private final Credentials key;
  private final long chainId;

  /**
   * Signs for a chain.
   *
   * @param key a secp256k1 key as 64 hexadecimal digits, perhaps with {@code 0x}
   */
  public Signer(String key, long chainId) {
    this.key = Credentials.create(key);
    this.chainId = chainId;
  }

  /** What a transaction is to do: call {@code to} with {@code data}, for at most {@code gas}. */
  public record Call(Address to, String data, long gas) {}

  /** What a transaction may cost, wei for each unit of gas. */
  public record Fee(BigInteger tip, BigInteger cap) {}

  /** Returns whose transactions these are. */
  public Address address() {
    return new Address(key.getAddress());
  }

  /** Signs a call (EIP-1559). */
  public SignedTransaction sign(long nonce, Call call, Fee fee) {
    return sign(nonce, call, fee, BigInteger.ZERO);
  }

  /** Signs a call that pays {@code wei} to whom it calls. */
  public SignedTransaction sign(long nonce, Call call, Fee fee, BigInteger wei) {
    return sign(nonce, new Content(call.to().value(), call.data(), call.gas(), wei), fee);
  }

  /** Signs the creation of a contract. */
  public SignedTransaction signCreation(long nonce, String code, long gas, Fee fee) {
    return sign(nonce, new Content("", code, gas, BigInteger.ZERO), fee);
  }

  private record Content(String to, String data, long gas, BigInteger wei) {}

  private SignedTransaction sign(long nonce, Content content, Fee fee) {
    byte[] raw =
        TransactionEncoder.signMessage(
            RawTransaction.createTransaction(
                chainId,
                BigInteger.valueOf(nonce),
                BigInteger.valueOf(content.gas()),
                content.to(),
                content.wei(),
                content.data(),
                fee.tip(),
                fee.cap()),
            key);
    return new SignedTransaction(
        new TxHash(Numeric.toHexString(Hash.sha3(raw))),
        Numeric.toHexString(raw),
        fee.tip(),
        fee.cap());
  }
}
