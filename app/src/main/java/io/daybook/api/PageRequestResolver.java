package io.daybook.api;

import io.daybook.projections.shared.PageRequest;
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
  private static final int DEFAULT_LIMIT = 20;

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
    String limit = request.getParameter("limit");
    try {
      return new PageRequest(
          limit == null ? DEFAULT_LIMIT : Integer.parseInt(limit), request.getParameter("after"));
    } catch (IllegalArgumentException e) {
      throw ApiProblem.of(
          HttpStatus.BAD_REQUEST, "invalid_parameter", "limit is a whole number from 1 to 100.");
    }
  }
}
