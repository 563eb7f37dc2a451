package io.daybook.api;

import io.daybook.projections.shared.PageRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Reads {@code ?limit=} (1 to 100, 20 if absent) and {@code ?after=} (the cursor of the page
 * before).
 */
final class PageRequestResolver implements HandlerMethodArgumentResolver {
  static final int DEFAULT_LIMIT = 20;

  private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]?|100");

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == PageRequest.class;
  }

  @Override
  public PageRequest resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    @Nullable String limit = single(request, "limit");
    @Nullable String after = single(request, "after");
    if (limit != null && !LIMIT.matcher(limit).matches()) {
      throw invalid("limit is a whole number from 1 to 100.");
    }
    return new PageRequest(limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit), after);
  }

  private static @Nullable String single(NativeWebRequest request, String name) {
    String @Nullable [] values = request.getParameterValues(name);
    if (values == null) {
      return null;
    }
    if (values.length > 1) {
      throw invalid(name + " may be given once.");
    }
    return values[0];
  }

  private static ApiProblem invalid(String detail) {
    return ApiProblem.of(HttpStatus.BAD_REQUEST, "invalid_parameter", detail);
  }
}
