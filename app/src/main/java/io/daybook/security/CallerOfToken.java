package io.daybook.security;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Turns a checked access token into its {@link Caller}. */
final class CallerOfToken implements Converter<Jwt, AbstractAuthenticationToken> {
  @Override
  public AbstractAuthenticationToken convert(Jwt token) {
    Caller caller =
        new Caller(
            required(token, "sub"),
            required(token, AccessTokens.USERNAME),
            roles(token),
            token.getClaimAsString(AccessTokens.ORGANISER));
    return new CallerAuthentication(caller, required(token, AccessTokens.SESSION));
  }

  private static Set<Role> roles(Jwt token) {
    @Nullable List<String> names = token.getClaimAsStringList(AccessTokens.ROLES);
    if (names == null) {
      return Set.of();
    }
    try {
      return names.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    } catch (IllegalArgumentException e) {
      throw new InvalidBearerTokenException("the token has an unknown role", e);
    }
  }

  private static String required(Jwt token, String claim) {
    @Nullable String value = token.getClaimAsString(claim);
    if (value == null) {
      throw new InvalidBearerTokenException("the token has no claim " + claim);
    }
    return value;
  }
}
