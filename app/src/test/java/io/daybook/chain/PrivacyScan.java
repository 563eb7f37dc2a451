package io.daybook.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.web3j.crypto.Hash;
import org.web3j.protocol.Web3j;
import org.web3j.protocol.core.DefaultBlockParameter;
import org.web3j.protocol.core.methods.request.EthFilter;
import org.web3j.protocol.core.methods.response.EthBlock;
import org.web3j.protocol.core.methods.response.EthLog;
import org.web3j.protocol.core.methods.response.Log;
import org.web3j.protocol.http.HttpService;

/**
 * All that a chain shows to anybody, the calldata of every transaction and every log, to look for
 * texts that must not be there in any form that somebody who knows the text could recognise.
 */
final class PrivacyScan {
  private static final HexFormat HEX = HexFormat.of();
  private static final List<String> DIGESTS =
      List.of("MD5", "SHA-1", "SHA-256", "SHA-512", "SHA3-256");

  /** Enough of a hash to recognise it, whichever end was cut off. */
  private static final int DIGITS = 16;

  private final List<String> shown;

  PrivacyScan(List<String> shown) {
    this.shown = List.copyOf(shown);
  }

  /** Reads a whole chain. */
  static PrivacyScan of(URI node) {
    var shown = new ArrayList<String>();
    Web3j web3 = Web3j.build(new HttpService(node.toString()));
    try {
      BigInteger head = web3.ethBlockNumber().send().getBlockNumber();
      for (long number = 0; number <= head.longValueExact(); number++) {
        EthBlock.Block block = web3.ethGetBlockByNumber(at(number), true).send().getBlock();
        block.getTransactions().stream()
            .map(EthBlock.TransactionObject.class::cast)
            .forEach(transaction -> shown.add(transaction.getInput()));
      }
      var all = new EthFilter(at(0), at(head.longValueExact()), List.of());
      for (EthLog.LogResult<?> result : web3.ethGetLogs(all).send().getLogs()) {
        var log = (Log) result.get();
        shown.add(String.join("", log.getTopics()) + log.getData());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      web3.shutdown();
    }
    return new PrivacyScan(shown);
  }

  private static DefaultBlockParameter at(long number) {
    return DefaultBlockParameter.valueOf(BigInteger.valueOf(number));
  }

  int size() {
    return shown.size();
  }

  /** Returns the forms of {@code secret} that somebody could find, as hexadecimal digits. */
  List<String> find(String secret) {
    return forms(secret)
        .filter(form -> shown.stream().anyMatch(text -> text.contains(form)))
        .toList();
  }

  private static Stream<String> forms(String secret) {
    return Stream.of(secret, secret.toLowerCase(Locale.ROOT), secret.toUpperCase(Locale.ROOT))
        .distinct()
        .flatMap(PrivacyScan::encoded)
        .flatMap(bytes ->
            Stream.concat(
                Stream.of(HEX.formatHex(bytes)), hashes(bytes).flatMap(PrivacyScan::ends)));
  }

  private static Stream<byte[]> encoded(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Stream.of(
        bytes,
        text.getBytes(StandardCharsets.UTF_16BE),
        text.getBytes(StandardCharsets.UTF_16LE),
        ascii(Base64.getEncoder().withoutPadding().encodeToString(bytes)),
        ascii(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)),
        ascii(HEX.formatHex(bytes)),
        ascii(URLEncoder.encode(text, StandardCharsets.UTF_8)));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Stream<byte[]> hashes(byte[] bytes) {
    return Stream.concat(
        Stream.of(Hash.sha3(bytes)), DIGESTS.stream().map(name -> digest(name, bytes)));
  }

  private static Stream<String> ends(byte[] hash) {
    String digits = HEX.formatHex(hash);
    return Stream.of(digits.substring(0, DIGITS), digits.substring(digits.length() - DIGITS));
  }

  private static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + algorithm, e);
    }
  }
}
