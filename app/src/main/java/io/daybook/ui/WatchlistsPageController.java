package io.daybook.ui;

import io.daybook.kyb.screening.list.ListRefused;
import io.daybook.kyb.watchlist.WatchlistCommand.ActivateVersion;
import io.daybook.kyb.watchlist.WatchlistId;
import io.daybook.ledger.UserId;
import io.daybook.projections.cases.Watchlists;
import io.daybook.screening.ListLoading;
import io.daybook.security.Caller;
import io.daybook.security.UserNames;
import io.daybook.ui.Decisions.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The lists that parties are looked for in: loaded by one officer, activated by another. */
@Controller
@RequestMapping("/ui/watchlists")
class WatchlistsPageController {
  private static final String PAGE = "ui/watchlists";

  private final Watchlists watchlists;
  private final ListLoading loading;
  private final PageCommands commands;
  private final UserNames users;

  WatchlistsPageController(
      Watchlists watchlists, ListLoading loading, PageCommands commands, UserNames users) {
    this.watchlists = watchlists;
    this.loading = loading;
    this.commands = commands;
    this.users = users;
  }

  @GetMapping
  String show(Model model) {
    return page(model);
  }

  @PostMapping
  String load(
      @RequestParam String name,
      @RequestParam String source,
      @RequestParam MultipartFile file,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response)
      throws IOException {
    @Nullable String fileName = file.getOriginalFilename();
    var request = new ListLoading.Request(name.strip(), source.strip(), "" + fileName);
    Outcome outcome;
    try {
      outcome = commands.send(loading.load(request, file.getBytes(), officer()));
    } catch (ListRefused refused) {
      outcome =
          new Outcome.Refused(
              HttpStatus.UNPROCESSABLE_CONTENT,
              "The list was not read, and nothing of it is kept: " + refused.getMessage());
    }
    return answer(
        outcome, "The version is loaded. Another officer must activate it.", model, next, response);
  }

  @PostMapping("/{watchlist}/versions/{version}/activation")
  String activate(
      @PathVariable String watchlist,
      @PathVariable int version,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response) {
    var command = new ActivateVersion(find(watchlist), version, officer());
    return answer(
        commands.send(command),
        "The version is active. All cases are being screened again.",
        model,
        next,
        response);
  }

  private String answer(
      Outcome outcome,
      String done,
      Model model,
      RedirectAttributes next,
      HttpServletResponse response) {
    return switch (outcome) {
      case Outcome.Recorded _ -> {
        next.addFlashAttribute("done", done);
        yield "redirect:/ui/watchlists";
      }
      case Outcome.Refused(HttpStatus status, String message) -> {
        response.setStatus(status.value());
        model.addAttribute("error", message);
        yield page(model);
      }
    };
  }

  private String page(Model model) {
    model.addAttribute(
        "page", WatchlistsPage.of(watchlists.findAll(), Caller.current(), users::of));
    return PAGE;
  }

  private WatchlistId find(String watchlist) {
    try {
      var id = new WatchlistId(watchlist);
      return watchlists
          .find(id)
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
          .watchlist();
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
    }
  }

  private static UserId officer() {
    return new UserId(Caller.current().userId());
  }
}
