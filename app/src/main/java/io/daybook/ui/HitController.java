package io.daybook.ui;

import io.daybook.kyb.casefile.DismissalGround;
import io.daybook.kyb.casefile.FoundHit;
import io.daybook.kyb.casefile.HitId;
import io.daybook.kyb.casefile.KybCommand;
import io.daybook.kyb.casefile.KybCommand.ConfirmHit;
import io.daybook.kyb.casefile.KybCommand.DismissHit;
import io.daybook.kyb.casefile.Party;
import io.daybook.kyb.casefile.PartyId;
import io.daybook.kyb.casefile.PartyKind;
import io.daybook.kyb.casefile.PartyRole;
import io.daybook.kyb.casefile.UsedList;
import io.daybook.kyb.screening.list.ListedEntity;
import io.daybook.ledger.UserId;
import io.daybook.projections.cases.CaseView;
import io.daybook.projections.cases.Cases;
import io.daybook.projections.cases.HitView;
import io.daybook.projections.cases.PartyView;
import io.daybook.projections.cases.RiskView;
import io.daybook.projections.cases.Screenings;
import io.daybook.projections.cases.WatchlistView;
import io.daybook.projections.cases.Watchlists;
import io.daybook.screening.ActiveLists;
import io.daybook.security.Caller;
import io.daybook.security.UserNames;
import io.daybook.ui.Decisions.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one hit, and what officers make of it. */
@Controller
@RequestMapping("/ui/cases/{kybCase}/hits/{hit}")
class HitController {

  private final Cases cases;
  private final Screenings screenings;
  private final Watchlists watchlists;
  private final ActiveLists lists;
  private final UserNames users;
  private final PageCommands commands;

  HitController(
      Cases cases,
      Screenings screenings,
      Watchlists watchlists,
      ActiveLists lists,
      UserNames users,
      PageCommands commands) {
    this.cases = cases;
    this.screenings = screenings;
    this.watchlists = watchlists;
    this.lists = lists;
    this.users = users;
    this.commands = commands;
  }

  /** What an officer may make of a hit; the constants are the values of the form's buttons. */
  enum Disposition {
    DISMISS,
    CONFIRM
  }

  @GetMapping
  String show(@PathVariable String kybCase, @PathVariable String hit, Model model) {
    model.addAttribute("page", page(find(kybCase, hit)));
    return "ui/hit";
  }

  @PostMapping
  String decide(
      @PathVariable String kybCase,
      @PathVariable String hit,
      @RequestParam Disposition disposition,
      @RequestParam(defaultValue = "OTHER") DismissalGround ground,
      @RequestParam String reason,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response) {
    HitView found = find(kybCase, hit);
    var officer = new UserId(Caller.current().userId());
    String line = OneLine.of(reason);
    KybCommand command =
        switch (disposition) {
          case DISMISS -> new DismissHit(found.kybCase(), found.hit(), officer, ground, line);
          case CONFIRM -> new ConfirmHit(found.kybCase(), found.hit(), officer, line);
        };
    return switch (commands.send(command)) {
      case Outcome.Recorded(long position) -> {
        next.addFlashAttribute(
            "done", "Your decision is in the journal as record " + position + ".");
        yield "redirect:/ui/cases/" + kybCase;
      }
      case Outcome.Refused(HttpStatus status, String message) -> {
        response.setStatus(status.value());
        model.addAttribute("error", message);
        model.addAttribute("reason", reason);
        model.addAttribute("page", page(find(kybCase, hit)));
        yield "ui/hit";
      }
    };
  }

  private HitPage page(HitView hit) {
    List<WatchlistView> all = watchlists.findAll();
    return HitPage.of(
        hit,
        side(hit),
        entry(hit, all),
        ScreeningPart.listName(hit, all),
        Caller.current(),
        users::of);
  }

  private Party party(HitView hit) {
    return screenings.parties(hit.kybCase()).stream()
        .filter(view -> view.party().equals(hit.party()))
        .map(PartyView::details)
        .findFirst()
        .orElseGet(
            () -> new Party(PartyKind.PERSON, List.of(PartyRole.OWNER), "(taken back)", "", ""));
  }

  /** The business alone has a number. */
  private HitPage.Side side(HitView hit) {
    CaseView kybCase =
        cases
            .findSummary(hit.kybCase())
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    RiskView risk = kybCase.risk();
    return new HitPage.Side(
        party(hit),
        hit.party().equals(PartyId.ofBusiness(hit.kybCase()))
            ? kybCase.business().registrationNumber()
            : "",
        risk == null ? FoundHit.TRUE_MATCH_LIKE : risk.twoOfficersFrom());
  }

  private Optional<ListedEntity> entry(HitView hit, List<WatchlistView> all) {
    return all.stream()
        .filter(list -> list.watchlist().value().equals(hit.watchlist()))
        .flatMap(list -> list.versions().stream())
        .filter(version -> version.version() == hit.version())
        .map(version -> new UsedList(hit.watchlist(), hit.version(), version.file().sha256()))
        .findFirst()
        .or(() -> lists.sampleList(hit.watchlist()))
        .flatMap(list -> lists.entry(list, hit.entry()));
  }

  private HitView find(String kybCase, String hit) {
    try {
      return screenings
          .hit(new HitId(hit))
          .filter(found -> found.kybCase().value().equals(kybCase))
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
    }
  }
}
