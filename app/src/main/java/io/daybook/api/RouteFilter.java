package io.daybook.api;

import io.daybook.security.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Answers 404 for paths and 405 for methods that no resource has, and 400 for unreadable queries.
 *
 * <p>It comes before the permissions, which refuse all that they do not name: without it a mistyped
 * path would look like a missing right. Which paths there are is no secret, they are documented.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class RouteFilter extends OncePerRequestFilter {
  private final RequestMappingHandlerMapping routes;

  RouteFilter(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
    this.routes = routes;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.startsWith("/api") && !path.startsWith("/journal");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!hasReadableParameters(request)) {
      Problems.write(
          response,
          HttpStatus.BAD_REQUEST,
          "invalid_parameter",
          "The query is not well-formed percent-encoded UTF-8.");
      return;
    }
    try {
      ServletRequestPathUtils.parseAndCache(request);
      if (routes.getHandler(request) == null) {
        Problems.write(
            response, HttpStatus.NOT_FOUND, "not_found", "There is nothing at this path.");
        return;
      }
    } catch (HttpRequestMethodNotSupportedException wrongMethod) {
      refuse(response, wrongMethod.getSupportedHttpMethods());
      return;
    } catch (Exception later) {
      // The path is known; what is wrong otherwise is said to those who may call it.
      logger.trace("Left to the resource", later);
    }
    chain.doFilter(request, response);
  }

  /** Reads the query's parameters; an upload's are in its body, which is not read yet. */
  private static boolean hasReadableParameters(HttpServletRequest request) {
    String type = request.getContentType();
    if (type != null && type.startsWith("multipart/")) {
      return true;
    }
    try {
      request.getParameterMap();
      return true;
    } catch (InvalidParameterException malformed) {
      return false;
    }
  }

  private static void refuse(HttpServletResponse response, @Nullable Set<HttpMethod> allowed)
      throws IOException {
    if (allowed != null) {
      String methods = String.join(", ", allowed.stream().map(HttpMethod::name).sorted().toList());
      response.setHeader("Allow", methods);
    }
    Problems.write(
        response,
        HttpStatus.METHOD_NOT_ALLOWED,
        "method_not_allowed",
        "The Allow header names the methods of this path.");
  }
}
