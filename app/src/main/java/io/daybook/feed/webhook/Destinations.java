package io.daybook.feed.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Where webhooks may go: to the public Internet by HTTPS, and to hosts that the operator trusts.
 *
 * <p>A name is looked up once for each connection, and the connection goes to what was looked up
 * and checked then, so a name server cannot say one thing to the check and another to us.
 */
public final class Destinations implements DnsResolver {
  private static final int MAX_LENGTH = 500;
  private static final Pattern CHARACTERS = Pattern.compile("[!-~]+");

  private final Set<String> trusted;

  Destinations(Set<String> trusted) {
    this.trusted = trusted;
  }

  /** Says what speaks against sending to {@code url}; nothing if it may be registered. */
  public Optional<String> objection(String url) {
    if (url.length() > MAX_LENGTH || !CHARACTERS.matcher(url).matches()) {
      return Optional.of("a URL has 1 to " + MAX_LENGTH + " visible ASCII characters");
    }
    try {
      return objection(new URI(url));
    } catch (URISyntaxException e) {
      return Optional.of("this is no URL");
    }
  }

  private Optional<String> objection(URI uri) {
    String host = uri.getHost();
    if (host == null || uri.getScheme() == null) {
      return Optional.of("the URL names no host");
    }
    boolean isTrusted = trusted.contains(host.toLowerCase(Locale.ROOT));
    String scheme = uri.getScheme();
    if (!scheme.equals("https") && !(isTrusted && scheme.equals("http"))) {
      return Optional.of("the URL begins with https://");
    }
    if (uri.getRawUserInfo() != null || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      // The journal keeps the URL for ever, so it is no place for a password.
      return Optional.of("the URL has no user, query or fragment");
    }
    if (uri.getPort() == 0 || uri.getPort() > 65_535) {
      return Optional.of("the URL's port is from 1 to 65535");
    }
    return isKnownToBeInternal(host)
        ? Optional.of("the host's address is not one of the public Internet")
        : Optional.empty();
  }

  private boolean isKnownToBeInternal(String host) {
    try {
      resolve(host);
      return false;
    } catch (InternalAddress e) {
      return true;
    } catch (UnknownHostException e) {
      return false; // It may be known later, and is checked then.
    }
  }

  /**
   * Returns the addresses of {@code host}.
   *
   * @throws UnknownHostException if it has none, or one that webhooks must not go to
   */
  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    InetAddress[] addresses = InetAddress.getAllByName(name);
    if (!trusted.contains(host.toLowerCase(Locale.ROOT))
        && !Arrays.stream(addresses).allMatch(PublicAddress::is)) {
      throw new InternalAddress(host);
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  private static final class InternalAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    InternalAddress(String host) {
      super(host + " is not on the public Internet");
    }
  }
}
