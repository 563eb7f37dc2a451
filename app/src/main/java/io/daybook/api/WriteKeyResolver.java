package io.daybook.api;

import io.daybook.ledger.book.AccountId;
import io.daybook.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads the {@code Idempotency-Key} of a write, and whether it is only tried; a write without a key
 * is refused.
 */
final class WriteKeyResolver implements HandlerMethodArgumentResolver {
  static final String HEADER = "Idempotency-Key";
  static final String DRY_RUN = "dryRun";
  static final String EXPECTED = "X-Expected-Versions";

  private static final Pattern VERSION = Pattern.compile(" *([^=, ]{1,100})=([0-9]{1,18}) *");
  private static final int MAX_VERSIONS = 20;

  private static final Pattern FORMAT = Pattern.compile("[\\x21-\\x7e]{1,255}");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == WriteKey.class;
  }

  @Override
  public WriteKey resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    var request = (HttpServletRequest) webRequest.getNativeRequest();
    List<String> sent = Collections.list(request.getHeaders(HEADER));
    String key = sent.isEmpty() ? "" : sent.getFirst();
    if (key.isEmpty()) {
      throw ApiProblem.of(
          HttpStatus.BAD_REQUEST,
          "idempotency_key_required",
          "Send an Idempotency-Key header: a value of your own for this write, kept for retries.");
    }
    if (sent.size() > 1 || !FORMAT.matcher(key).matches()) {
      throw ApiProblem.of(
          HttpStatus.BAD_REQUEST,
          "invalid_idempotency_key",
          "One Idempotency-Key is needed, of 1 to 255 visible ASCII characters.");
    }
    // Decoded, because %5F and _ in a path name the same resource, so the same write.
    String route = request.getMethod() + " " + request.getServletPath();
    Class<?> controller = parameter.getContainingClass();
    return new WriteKey(
        Caller.current().userId(),
        route,
        key,
        isDryRun(request, controller),
        expectedVersions(request, controller));
  }

  /** Never does a write whose condition it would not look at. */
  private static Map<AccountId, Long> expectedVersions(
      HttpServletRequest request, Class<?> controller) {
    List<String> sent = Collections.list(request.getHeaders(EXPECTED));
    if (sent.isEmpty()) {
      return Map.of();
    }
    if (!controller.isAnnotationPresent(VersionedWrites.class)) {
      throw ApiProblem.of(
          HttpStatus.BAD_REQUEST, "invalid_parameter", "This write takes no " + EXPECTED + ".");
    }
    var versions = new HashMap<AccountId, Long>();
    for (String part : String.join(",", sent).split(",", -1)) {
      Matcher version = VERSION.matcher(part);
      if (!version.matches() || versions.size() >= MAX_VERSIONS) {
        throw ApiProblem.of(
            HttpStatus.BAD_REQUEST,
            "invalid_parameter",
            EXPECTED + " is up to " + MAX_VERSIONS + " of account=version, with commas between.");
      }
      versions.put(
          LedgerBodies.id(AccountId::new, version.group(1), EXPECTED),
          Long.parseLong(version.group(2)));
    }
    return versions;
  }

  /** Never does a write that was meant to be tried. */
  private static boolean isDryRun(HttpServletRequest request, Class<?> controller) {
    String[] sent = request.getParameterValues(DRY_RUN);
    if (sent == null || Arrays.equals(sent, new String[] {"false"})) {
      return false;
    }
    if (!Arrays.equals(sent, new String[] {"true"})) {
      throw ApiProblem.of(
          HttpStatus.BAD_REQUEST, "invalid_parameter", DRY_RUN + " is true or false.");
    }
    if (!controller.isAnnotationPresent(DryRunnable.class)) {
      throw ApiProblem.of(
          HttpStatus.BAD_REQUEST, "invalid_parameter", "This write cannot be tried.");
    }
    return true;
  }
}
