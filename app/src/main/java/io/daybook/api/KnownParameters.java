package io.daybook.api;

import io.daybook.projections.shared.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses parameters that a resource does not know: a filter that is misspelt would be answered as
 * if there were none, and a dry run would be done.
 */
final class KnownParameters implements HandlerInterceptor {
  private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Set<String> sent = request.getParameterMap().keySet();
    if (!sent.isEmpty() && handler instanceof HandlerMethod method) {
      Set<String> known = known(method);
      if (!known.containsAll(sent)) {
        throw ApiProblem.of(
            HttpStatus.BAD_REQUEST,
            "invalid_parameter",
            "A parameter is not known here; known are " + known + ".");
      }
    }
    return true;
  }

  private static Set<String> known(HandlerMethod method) {
    var known = new TreeSet<String>();
    for (MethodParameter parameter : method.getMethodParameters()) {
      if (parameter.hasParameterAnnotation(RequestParam.class)) {
        parameter.initParameterNameDiscovery(NAMES);
        @Nullable String name = parameter.getParameterName();
        if (name != null) {
          known.add(name);
        }
      } else if (parameter.getParameterType() == PageRequest.class) {
        known.add("limit");
        known.add("after");
      } else if (parameter.getParameterType() == WriteKey.class) {
        known.add(WriteKeyResolver.DRY_RUN);
      }
    }
    return known;
  }
}
