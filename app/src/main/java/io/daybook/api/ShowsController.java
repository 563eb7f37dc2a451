package io.daybook.api;

import io.daybook.ledger.OrganiserId;
import io.daybook.ledger.money.Money;
import io.daybook.projections.shared.Page;
import io.daybook.projections.shared.PageRequest;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.projections.shows.ShowDetailView;
import io.daybook.projections.shows.ShowView;
import io.daybook.projections.shows.Shows;
import io.daybook.projections.shows.TicketTypeView;
import io.daybook.security.Caller;
import io.daybook.ticketing.show.ShowCommand.CreateShow;
import io.daybook.ticketing.show.ShowCommand.PublishShow;
import io.daybook.ticketing.show.ShowId;
import io.daybook.ticketing.show.TicketType;
import io.daybook.ticketing.show.TicketTypeId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows: organisers draft and publish them, anybody reads what is published. */
@RestController
@RequestMapping(path = "/api/v1/shows", produces = MediaType.APPLICATION_JSON_VALUE)
class ShowsController {
  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Shows shows;

  ShowsController(
      Commands commands, IdempotentWrites writes, JournalPositions positions, Shows shows) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.shows = shows;
  }

  record CreateShowRequest(
      @NotBlank @Size(max = 200) String title,
      @NotNull Instant startsAt,
      @NotEmpty @Size(max = 20) List<@Valid @NotNull TicketTypeRequest> ticketTypes) {}

  record TicketTypeRequest(
      @NotBlank @Size(max = 100) String name, @NotNull MoneyBody price, int capacity) {}

  record ShowBody(
      ShowId id,
      OrganiserId organiser,
      String title,
      Instant startsAt,
      String state,
      @Nullable Instant publishedAt,
      List<TicketTypeBody> ticketTypes) {
    static ShowBody of(ShowDetailView view) {
      return new ShowBody(
          view.show().show(),
          view.show().organiser(),
          view.show().title(),
          view.show().startsAt(),
          view.show().state().name(),
          view.show().publishedAt(),
          view.ticketTypes().stream().map(TicketTypeBody::of).toList());
    }
  }

  record TicketTypeBody(
      TicketTypeId id, String name, Money price, int capacity, int held, int sold, int free) {
    static TicketTypeBody of(TicketTypeView view) {
      return new TicketTypeBody(
          view.ticketType(),
          view.name(),
          view.price(),
          view.capacity(),
          view.held(),
          view.sold(),
          view.free());
    }
  }

  record ShowSummary(
      ShowId id, OrganiserId organiser, String title, Instant startsAt, String state) {
    static ShowSummary of(ShowView view) {
      return new ShowSummary(
          view.show(), view.organiser(), view.title(), view.startsAt(), view.state().name());
    }
  }

  record Availability(ShowId show, List<TicketTypeBody> ticketTypes) {}

  @PostMapping
  ResponseEntity<String> create(@Valid @RequestBody CreateShowRequest body, WriteKey key) {
    return writes.run(key, body, () -> create(body, key, Organisers.callersOwn()));
  }

  private Written create(CreateShowRequest body, WriteKey key, OrganiserId organiser) {
    var show = new ShowId(key.id("shw"));
    List<TicketType> types =
        IntStream.range(0, body.ticketTypes().size())
            .mapToObj(line -> ticketType(key, line, body.ticketTypes().get(line)))
            .toList();
    long position =
        commands.send(
            new CreateShow(
                show,
                organiser,
                body.title(),
                body.startsAt().truncatedTo(ChronoUnit.MILLIS),
                types));
    return Written.created("/api/v1/shows/" + show, position, read(show, position));
  }

  private static TicketType ticketType(WriteKey key, int line, TicketTypeRequest request) {
    return new TicketType(
        new TicketTypeId(key.id("tty", line)),
        request.name(),
        request.price().positive("ticketTypes[" + line + "].price"),
        request.capacity());
  }

  @PostMapping("/{show}:publish")
  ResponseEntity<String> publish(@PathVariable String show, WriteKey key) {
    ShowId id = PathId.of(ShowId::new, show, "show");
    OrganiserId organiser = Organisers.callersOwn();
    checkOwn(id, organiser);
    return writes.run(
        key,
        show,
        () -> {
          long position = commands.send(new PublishShow(id, organiser));
          return Written.accepted("/api/v1/shows/" + id, position, read(id, position));
        });
  }

  @GetMapping
  Page<ShowSummary> list(PageRequest page) {
    return shows.findPublished(page).map(ShowSummary::of);
  }

  @GetMapping("/{show}")
  ShowBody show(@PathVariable String show) {
    return ShowBody.of(findVisible(PathId.of(ShowId::new, show, "show")));
  }

  @GetMapping("/{show}/availability")
  Availability availability(@PathVariable String show) {
    ShowBody found = show(show);
    return new Availability(found.id(), found.ticketTypes());
  }

  /** A draft is visible to its own organiser alone. */
  private ShowDetailView findVisible(ShowId id) {
    return shows
        .find(id)
        .filter(view ->
            view.show().publishedAt() != null
                || Caller.find()
                    .map(Organisers::of)
                    .filter(view.show().organiser()::equals)
                    .isPresent())
        .orElseThrow(() -> ApiProblem.notFound("show"));
  }

  private void checkOwn(ShowId id, OrganiserId organiser) {
    if (shows.find(id).filter(view -> view.show().organiser().equals(organiser)).isEmpty()) {
      throw ApiProblem.notFound("show");
    }
  }

  private ShowBody read(ShowId id, long position) {
    positions.await(position, ProjectionNames.SHOWS);
    return ShowBody.of(shows.find(id).orElseThrow());
  }
}
