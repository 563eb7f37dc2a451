package io.daybook.api;

import io.daybook.security.Problems;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what failed outside of any controller, for example in a filter: programs get a problem
 * with a code, people the page {@code error/<status>} if there is one.
 */
@Controller
class ErrorPage implements ErrorController {
  private final List<ErrorViewResolver> pages;

  ErrorPage(List<ErrorViewResolver> pages) {
    this.pages = pages;
  }

  @RequestMapping("/error")
  @Nullable ModelAndView error(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpStatus status = status(request);
    response.setStatus(status.value());
    if (isPage(request)) {
      for (ErrorViewResolver resolver : pages) {
        @Nullable ModelAndView page =
            resolver.resolveErrorView(request, status, Map.of("status", status.value()));
        if (page != null) {
          return page;
        }
      }
    }
    Problems.write(response, status, ProblemCodes.of(status), detail(status));
    return null;
  }

  private static HttpStatus status(HttpServletRequest request) {
    boolean known =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            && HttpStatus.resolve(code) != null;
    return known
        ? HttpStatus.valueOf((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
        : HttpStatus.INTERNAL_SERVER_ERROR;
  }

  private static boolean isPage(HttpServletRequest request) {
    Object path =
        Objects.requireNonNullElse(
            request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
    return path.equals("/") || path.toString().startsWith("/ui");
  }

  private static String detail(HttpStatus status) {
    return status.is5xxServerError()
        ? "Something went wrong on our side."
        : "The request was not understood or is not allowed.";
  }
}
