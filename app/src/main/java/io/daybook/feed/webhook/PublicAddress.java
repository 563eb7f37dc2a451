package io.daybook.feed.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses belong to the public Internet (IANA special-purpose address registries, RFC
 * 6890).
 */
final class PublicAddress {
  private static final List<Range> INTERNAL_V4 =
      List.of(
          range("0.0.0.0", 8),
          range("10.0.0.0", 8),
          range("100.64.0.0", 10),
          range("127.0.0.0", 8),
          range("169.254.0.0", 16),
          range("172.16.0.0", 12),
          range("192.0.0.0", 24),
          range("192.0.2.0", 24),
          range("192.88.99.0", 24),
          range("192.168.0.0", 16),
          range("198.18.0.0", 15),
          range("198.51.100.0", 24),
          range("203.0.113.0", 24),
          range("224.0.0.0", 4),
          range("240.0.0.0", 4));

  /** What is given out to hosts; the rest of the space is special. */
  private static final Range GLOBAL_V6 = range("2000::", 3);

  /** Special, for documentation, or a way to write an IPv4 address. */
  private static final List<Range> INTERNAL_V6 =
      List.of(
          range("2001::", 23), range("2001:db8::", 32), range("2002::", 16), range("3fff::", 20));

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return INTERNAL_V4.stream().noneMatch(range -> range.has(bytes));
    }
    return GLOBAL_V6.has(bytes) && INTERNAL_V6.stream().noneMatch(range -> range.has(bytes));
  }

  private static Range range(String first, int bits) {
    return new Range(InetAddress.ofLiteral(first), bits);
  }

  private record Range(InetAddress first, int bits) {
    boolean has(byte[] address) {
      byte[] start = first.getAddress();
      int whole = bits / Byte.SIZE;
      int rest = bits % Byte.SIZE;
      for (int i = 0; i < whole; i++) {
        if (start[i] != address[i]) {
          return false;
        }
      }
      int mask = 0xff << (Byte.SIZE - rest);
      return rest == 0 || (start[whole] & mask) == (address[whole] & mask);
    }
  }
}
