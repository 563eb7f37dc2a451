package io.daybook.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What happens before a page is made. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {
  private final IdleSessions idleSessions;

  PagesConfiguration(IdleSessions idleSessions) {
    this.idleSessions = idleSessions;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry
        .addInterceptor(idleSessions)
        .addPathPatterns("/ui/**")
        .excludePathPatterns("/ui/sign-in");
    registry.addInterceptor(new WholeSignInPage()).addPathPatterns("/ui/sign-in");
  }

  /** Shows the sign-in page in the whole window when a part of a page was led to it. */
  private static final class WholeSignInPage implements HandlerInterceptor {
    @Override
    public boolean preHandle(
        HttpServletRequest request, HttpServletResponse response, Object handler) {
      if (request.getHeader(Htmx.REQUEST) != null) {
        response.setHeader(Htmx.REDIRECT, "/ui/sign-in?expired");
      }
      return true;
    }
  }
}
