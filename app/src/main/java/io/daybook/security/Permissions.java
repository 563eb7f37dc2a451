package io.daybook.security;

import static io.daybook.security.Permission.everybody;
import static io.daybook.security.Permission.only;
import static io.daybook.security.Permission.signedIn;
import static io.daybook.security.Role.ADMIN;
import static io.daybook.security.Role.AUDITOR;
import static io.daybook.security.Role.FINANCE;
import static io.daybook.security.Role.OFFICER;
import static io.daybook.security.Role.ORGANISER;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.OPTIONS;
import static org.springframework.http.HttpMethod.POST;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may call what: one line per method and path; the first that matches decides.
 *
 * <p>What no line names is refused. Whose ticket or case it is, the resource itself checks.
 */
public final class Permissions {
  private Permissions() {}

  /** Programs, with an access token. */
  static final List<Permission> API =
      List.of(
          // Which methods a path has is documented anyway
          everybody(OPTIONS, "/api/**"),
          everybody(OPTIONS, "/journal/**"),
          // Signing in
          everybody(POST, "/api/v1/auth/login"),
          everybody(POST, "/api/v1/auth/refresh"),
          everybody(POST, "/api/v1/auth/register"),
          signedIn(POST, "/api/v1/auth/logout"),
          signedIn(GET, "/api/v1/me"),
          signedIn(GET, "/api/v1/me/data/**"),
          everybody(GET, "/.well-known/**"),
          // Providers sign what they send
          everybody(POST, "/api/v1/webhooks/inbound/**"),
          // The shop window
          everybody(GET, "/api/v1/shows/**"),
          // The journal: anybody may check it, few may read it
          everybody(GET, "/journal/log/checkpoint"),
          everybody(GET, "/journal/log/checkpoints/**"),
          everybody(GET, "/journal/log/tile/**"),
          everybody(GET, "/journal/log/policy"),
          only(GET, "/journal/log/records/**", AUDITOR, ADMIN),
          only(GET, "/journal/log/manifest", AUDITOR, ADMIN),
          only(GET, "/journal/log/exports/**", AUDITOR, ADMIN),
          // Proofs show headers, which the tiles show to anybody anyway
          everybody(GET, "/api/v1/audit/proofs/**"),
          everybody(GET, "/api/v1/audit/consistency"),
          only(GET, "/api/v1/audit/**", AUDITOR, ADMIN),
          only(POST, "/api/v1/audit/**", AUDITOR, ADMIN),
          only(GET, "/api/v1/reports/**", AUDITOR, ADMIN, FINANCE),
          only(GET, "/api/v1/reconciliations/**", AUDITOR, ADMIN, FINANCE),
          only(POST, "/api/v1/reconciliations/**", ADMIN, FINANCE),
          only(GET, "/api/v1/ledger/**", AUDITOR, ADMIN, FINANCE),
          // The books; compliance alone freezes
          only(POST, "/api/v1/ledger/accounts/{account}:freeze", OFFICER),
          only(POST, "/api/v1/ledger/accounts/{account}:unfreeze", OFFICER),
          only(POST, "/api/v1/ledger/**", FINANCE),
          only(GET, "/api/v1/status/**", AUDITOR, ADMIN),
          only(POST, "/api/v1/status/**", ADMIN),
          // Other systems
          only(GET, "/api/v1/changes", AUDITOR, ADMIN),
          only(GET, "/api/v1/admin/webhooks/**", AUDITOR, ADMIN),
          only(POST, "/api/v1/admin/webhooks/**", ADMIN),
          // The chain shows the same to anybody
          everybody(GET, "/api/v1/chain/status"),
          everybody(GET, "/api/v1/chain/anchors"),
          only(GET, "/api/v1/chain/reconciliation", AUDITOR, ADMIN),
          only(GET, "/api/v1/chain/reconciliations/**", AUDITOR, ADMIN),
          only(GET, "/api/v1/chain/transactions", OFFICER, AUDITOR, ADMIN),
          only(GET, "/api/v1/chain/remedies", OFFICER, AUDITOR, ADMIN),
          only(POST, "/api/v1/chain/remedies/**", OFFICER, ADMIN),
          // The journal's keys
          only(GET, "/api/v1/admin/journal-keys", ADMIN),
          only(POST, "/api/v1/admin/journal-keys/drafts", ADMIN),
          only(POST, "/api/v1/admin/journal-keys/retirement-drafts", ADMIN),
          only(POST, "/api/v1/admin/journal-keys/proposals", ADMIN),
          only(POST, "/api/v1/admin/journal-keys/proposals/{id}:approve", ADMIN),
          // Wallets, and tips out of them
          signedIn(GET, "/api/v1/wallets/**"),
          signedIn(POST, "/api/v1/wallets/**"),
          signedIn(POST, "/api/v1/organizers/{organiser}/tips"),
          // Organisers
          only(GET, "/api/v1/organizers/**", ORGANISER),
          only(POST, "/api/v1/organizers/**", ORGANISER),
          only(POST, "/api/v1/organizers", ORGANISER),
          only(POST, "/api/v1/shows", ORGANISER),
          only(POST, "/api/v1/shows/{show}:publish", ORGANISER),
          only(GET, "/api/v1/payouts/**", ORGANISER),
          only(POST, "/api/v1/payouts", ORGANISER),
          only(GET, "/api/v1/payout-accounts/**", ORGANISER),
          only(POST, "/api/v1/payout-accounts/**", ORGANISER),
          // Compliance
          only(GET, "/api/v1/compliance/subjects/**", OFFICER),
          only(GET, "/api/v1/compliance/**", OFFICER, AUDITOR),
          only(POST, "/api/v1/compliance/**", OFFICER),
          // Buyers; whoever is signed in may buy
          signedIn(POST, "/api/v1/shows/{show}/holds"),
          signedIn(GET, "/api/v1/holds/**"),
          signedIn(DELETE, "/api/v1/holds/**"),
          signedIn(GET, "/api/v1/orders/**"),
          only(POST, "/api/v1/orders/{order}/refunds", ORGANISER, ADMIN),
          signedIn(POST, "/api/v1/orders/**"),
          signedIn(GET, "/api/v1/tickets/**"),
          // Documentation and probes
          everybody(GET, "/v3/api-docs/**"),
          everybody(GET, "/v3/api-docs.yaml"),
          everybody(GET, "/swagger-ui.html"),
          everybody(GET, "/swagger-ui/**"),
          everybody(GET, "/actuator/health/**"),
          only(GET, "/actuator/**", ADMIN));

  /** People, with a browser session. */
  static final List<Permission> UI =
      List.of(
          everybody(GET, "/"),
          everybody(GET, "/favicon.ico"),
          everybody(GET, "/webjars/**"),
          everybody(GET, "/assets/**"),
          everybody(GET, "/ui/sign-in"),
          only(GET, "/ui/cases/**", OFFICER, AUDITOR, ADMIN),
          only(POST, "/ui/cases/**", OFFICER),
          only(GET, "/ui/watchlists/**", OFFICER, AUDITOR, ADMIN),
          only(POST, "/ui/watchlists/**", OFFICER),
          only(GET, "/ui/decision-tables", OFFICER, AUDITOR, ADMIN),
          only(GET, "/ui/journal/**", AUDITOR, ADMIN),
          only(POST, "/ui/journal/**", AUDITOR, ADMIN),
          only(GET, "/ui/ledger/**", AUDITOR, ADMIN, FINANCE),
          only(GET, "/ui/chain", OFFICER, AUDITOR, ADMIN),
          only(GET, "/ui/chain/**", OFFICER, AUDITOR, ADMIN),
          only(POST, "/ui/chain/**", OFFICER, ADMIN),
          signedIn(GET, "/ui/**"),
          signedIn(POST, "/ui/**"));

  /**
   * Returns who may call a path of the API: nothing if no sign-in is needed, no role if any will
   * do.
   *
   * @throws IllegalArgumentException if no line names the path, so nobody may
   */
  public static Optional<Set<Role>> rolesThatMay(HttpMethod method, String path) {
    PathContainer container = PathContainer.parsePath(path);
    Permission first =
        API.stream()
            .filter(permission ->
                permission.method().equals(method)
                    && PathPatternParser.defaultInstance
                        .parse(permission.pattern())
                        .matches(container))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("nobody may " + method + " " + path));
    return switch (first) {
      case Permission.Everybody _ -> Optional.empty();
      case Permission.SignedIn _ -> Optional.of(Set.of());
      case Permission.Only only -> Optional.of(only.roles());
    };
  }
}
