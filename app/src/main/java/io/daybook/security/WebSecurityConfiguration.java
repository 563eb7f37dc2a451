package io.daybook.security;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Two doors: web pages with a session, and everything else with an access token. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class WebSecurityConfiguration {
  private static final String SIGN_IN = "/ui/sign-in";

  @Bean
  @Order(1)
  SecurityFilterChain pages(HttpSecurity http, PageSignIn signIn) throws Exception {
    return http.securityMatcher("/", "/ui/**", "/assets/**", "/webjars/**", "/favicon.ico")
        .authenticationProvider(signIn)
        .authorizeHttpRequests(requests -> permit(requests, Permissions.UI))
        .formLogin(form ->
            form.loginPage(SIGN_IN)
                .defaultSuccessUrl("/ui")
                .failureHandler(signIn::failed)
                .permitAll())
        .exceptionHandling(errors -> errors.accessDeniedHandler(signIn::refused))
        .logout(logout -> logout.logoutUrl("/ui/sign-out").logoutSuccessUrl(SIGN_IN + "?bye"))
        .headers(headers -> SecurityHeaders.add(headers, SecurityHeaders.PAGE_POLICY))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain api(HttpSecurity http, AccessTokens tokens) throws Exception {
    AuthenticationEntryPoint unauthenticated =
        (request, response, e) -> {
          response.setHeader("WWW-Authenticate", "Bearer");
          Problems.write(
              response,
              HttpStatus.UNAUTHORIZED,
              "unauthenticated",
              "A valid access token is needed.");
        };
    AccessDeniedHandler forbidden =
        (request, response, e) ->
            Problems.write(
                response, HttpStatus.FORBIDDEN, "forbidden", "The caller may not do this.");
    return http.authorizeHttpRequests(requests -> permit(requests, Permissions.API))
        .oauth2ResourceServer(server ->
            server
                .jwt(jwt ->
                    jwt.decoder(tokens.decoder()).jwtAuthenticationConverter(new CallerOfToken()))
                .authenticationEntryPoint(unauthenticated)
                .accessDeniedHandler(forbidden))
        .exceptionHandling(errors ->
            errors.authenticationEntryPoint(unauthenticated).accessDeniedHandler(forbidden))
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(RequestCacheConfigurer::disable)
        // There is no cookie here that a browser could send along by itself.
        .csrf(CsrfConfigurer::disable)
        .headers(headers -> SecurityHeaders.add(headers, SecurityHeaders.API_POLICY))
        .build();
  }

  /** HEAD asks for the same as GET, so who may do the one may do the other. */
  private static RequestMatcher[] matchers(Permission permission) {
    var paths = PathPatternRequestMatcher.withDefaults();
    RequestMatcher matcher = paths.matcher(permission.method(), permission.pattern());
    return permission.method().equals(HttpMethod.GET)
        ? new RequestMatcher[] {matcher, paths.matcher(HttpMethod.HEAD, permission.pattern())}
        : new RequestMatcher[] {matcher};
  }

  private static void permit(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          requests,
      List<Permission> permissions) {
    // A request that failed is passed on inside the server; it was judged when it came in.
    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD).permitAll();
    for (Permission permission : permissions) {
      var matched = requests.requestMatchers(matchers(permission));
      switch (permission) {
        case Permission.Everybody _ -> matched.permitAll();
        case Permission.SignedIn _ -> matched.authenticated();
        case Permission.Only only ->
            matched.hasAnyAuthority(
                only.roles().stream().map(Role::authority).toArray(String[]::new));
      }
    }
    requests.anyRequest().denyAll();
  }
}
