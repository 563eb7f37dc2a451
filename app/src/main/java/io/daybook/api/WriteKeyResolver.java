package io.daybook.api;

import io.daybook.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the {@code Idempotency-Key} of a write; a write without one is refused. */
final class WriteKeyResolver implements HandlerMethodArgumentResolver {
  static final String HEADER = "Idempotency-Key";

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
    String key = request.getHeader(HEADER);
    if (key == null || key.isEmpty()) {
      throw ApiProblem.of(
          HttpStatus.BAD_REQUEST,
          "idempotency_key_required",
          "Send an Idempotency-Key header: a value of your own for this write, kept for retries.");
    }
    if (!FORMAT.matcher(key).matches()) {
      throw ApiProblem.of(
          HttpStatus.BAD_REQUEST,
          "invalid_idempotency_key",
          "An Idempotency-Key has 1 to 255 visible ASCII characters.");
    }
    String route = request.getMethod() + " " + request.getRequestURI();
    return new WriteKey(Caller.current().userId(), route, key);
  }
}
