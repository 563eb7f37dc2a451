package io.daybook.api;

import io.daybook.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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
    boolean isDryRun = isDryRun(request, parameter.getContainingClass());
    return new WriteKey(Caller.current().userId(), route, key, isDryRun);
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
