package io.daybook.chain.contract;

import io.daybook.ticketing.chain.Address;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.web3j.abi.EventEncoder;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint64;
import org.web3j.crypto.Hash;
import org.web3j.utils.Numeric;

/** Values as contracts read and write them. */
final class Abi {
  private static final int WORD_DIGITS = 64;
  private static final int ADDRESS_DIGITS = 40;

  private Abi() {}

  static String call(String function, Type<?>... arguments) {
    return FunctionEncoder.encode(new Function(function, List.of(arguments), List.of()));
  }

  static String topic(String signature) {
    return EventEncoder.buildEventSignature(signature);
  }

  static org.web3j.abi.datatypes.Address address(Address address) {
    return new org.web3j.abi.datatypes.Address(address.value());
  }

  static Uint256 number(BigInteger number) {
    return new Uint256(number);
  }

  static Uint64 number(long number) {
    return new Uint64(BigInteger.valueOf(number));
  }

  static Bytes32 word(String hex) {
    return new Bytes32(Numeric.hexStringToByteArray(hex));
  }

  static DynamicArray<Bytes32> words(List<String> hex) {
    return new DynamicArray<>(Bytes32.class, hex.stream().map(Abi::word).toList());
  }

  static DynamicArray<Uint256> numbers(List<BigInteger> numbers) {
    return new DynamicArray<>(Uint256.class, numbers.stream().map(Uint256::new).toList());
  }

  /** The name of a role is its hash. */
  static Bytes32 role(String name) {
    return new Bytes32(Hash.sha3(name.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the number in the word at {@code index} of an event's data or topics. */
  static BigInteger number(String words, int index) {
    return new BigInteger(word(words, index), 16);
  }

  static Address address(String topic) {
    String word = word(topic, 0);
    return new Address("0x" + word.substring(WORD_DIGITS - ADDRESS_DIGITS));
  }

  static String word(String words, int index) {
    int start = 2 + index * WORD_DIGITS;
    return words.substring(start, start + WORD_DIGITS);
  }
}
