package io.daybook.api;

import io.daybook.kyb.screening.list.ListRefused;
import io.daybook.kyb.watchlist.WatchlistCommand.ActivateVersion;
import io.daybook.kyb.watchlist.WatchlistCommand.LoadVersion;
import io.daybook.kyb.watchlist.WatchlistId;
import io.daybook.ledger.UserId;
import io.daybook.projections.cases.WatchlistView;
import io.daybook.projections.cases.Watchlists;
import io.daybook.projections.shared.ProjectionNames;
import io.daybook.screening.ListLoading;
import io.daybook.security.Caller;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The lists that parties are looked for in: one officer loads a version, another activates it. */
@RestController
@RequestMapping(path = "/api/v1/compliance/watchlists", produces = MediaType.APPLICATION_JSON_VALUE)
class WatchlistsController {
  private final Commands commands;
  private final IdempotentWrites writes;
  private final JournalPositions positions;
  private final Watchlists watchlists;
  private final ListLoading loading;

  WatchlistsController(
      Commands commands,
      IdempotentWrites writes,
      JournalPositions positions,
      Watchlists watchlists,
      ListLoading loading) {
    this.commands = commands;
    this.writes = writes;
    this.positions = positions;
    this.watchlists = watchlists;
    this.loading = loading;
  }

  record WatchlistList(List<WatchlistView> data) {}

  @GetMapping
  WatchlistList all() {
    return new WatchlistList(watchlists.findAll());
  }

  @GetMapping("/{watchlist}")
  WatchlistView one(@PathVariable String watchlist) {
    return find(PathId.of(WatchlistId::new, watchlist, "list"));
  }

  /** Loads a file as the next version of the list with a name; nobody is looked for in it yet. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<String> load(
      @RequestParam String name,
      @RequestParam String source,
      @RequestParam MultipartFile file,
      WriteKey key)
      throws IOException {
    byte[] content = file.getBytes();
    var request = new ListLoading.Request(name, source, nameOf(file.getOriginalFilename()));
    LoadVersion command = read(request, content);
    return writes.run(
        key,
        List.of(request, command.file().sha256()),
        () -> {
          long position = send(command);
          return Written.created(
              "/api/v1/compliance/watchlists/" + command.watchlist(),
              position,
              find(command.watchlist()));
        });
  }

  /** Makes a version the one that parties are looked for in; all cases are screened again. */
  @PostMapping("/{watchlist}/versions/{version}:activate")
  ResponseEntity<String> activate(
      @PathVariable String watchlist, @PathVariable int version, WriteKey key) {
    WatchlistId id = PathId.of(WatchlistId::new, watchlist, "list");
    find(id);
    return writes.run(
        key,
        List.of(watchlist, version),
        () -> {
          long position =
              send(new ActivateVersion(id, version, new UserId(Caller.current().userId())));
          return new Written(HttpStatus.OK, position, null, find(id), false);
        });
  }

  private LoadVersion read(ListLoading.Request request, byte[] content) {
    try {
      return loading.load(request, content, new UserId(Caller.current().userId()));
    } catch (ListRefused refused) {
      throw ApiProblem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "list_refused",
          "The list was not read, and nothing of it is kept: " + refused.getMessage());
    }
  }

  private static String nameOf(@Nullable String fileName) {
    return fileName == null ? "" : fileName;
  }

  private long send(Object command) {
    long position = commands.send(command);
    positions.await(position, ProjectionNames.CASES);
    return position;
  }

  private WatchlistView find(WatchlistId watchlist) {
    return watchlists.find(watchlist).orElseThrow(() -> ApiProblem.notFound("list"));
  }
}
