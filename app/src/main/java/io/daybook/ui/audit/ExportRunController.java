package io.daybook.ui.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.audit.ExportRun.Archive;
import io.daybook.audit.ExportRuns;
import io.daybook.journal.MalformedException;
import io.daybook.journal.checkpoint.Checkpoint;
import io.daybook.journal.checkpoint.SignedNote;
import io.daybook.recorder.format.SystemEvent.ExportPurpose;
import io.daybook.security.Caller;
import io.daybook.security.UserNames;
import io.daybook.ui.Htmx;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Has the journal verified and exported, and shows how far that is. */
@Controller
@RequestMapping("/ui/journal/verification")
class ExportRunController {
  private static final MediaType ZIP = new MediaType("application", "zip");

  private final ExportRuns runs;
  private final UserNames users;

  ExportRunController(ExportRuns runs, UserNames users) {
    this.runs = runs;
    this.users = users;
  }

  @GetMapping
  String show(
      @RequestHeader(name = Htmx.REQUEST, defaultValue = "false") boolean partial, Model model) {
    addRun(model);
    return partial ? "ui/audit/verification :: run" : "ui/audit/verification";
  }

  /**
   * Starts a run, by a plain form.
   *
   * @param held a checkpoint that the caller holds; blank: none
   */
  @PostMapping
  String start(
      @RequestParam ExportPurpose purpose,
      @RequestParam(defaultValue = "") String held,
      Model model,
      HttpServletResponse response) {
    // Browsers send line breaks as CR LF; notes have none but LF.
    String note = held.isBlank() ? "" : held.replace("\r\n", "\n").strip() + "\n";
    if (!note.isEmpty() && !isCheckpoint(note)) {
      model.addAttribute("held", held);
      return refused(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "That is no signed checkpoint. Nothing was started.",
          model,
          response);
    }
    List<byte[]> notes = note.isEmpty() ? List.of() : List.of(note.getBytes(UTF_8));
    if (!runs.start(purpose, Caller.current().userId(), notes)) {
      return refused(
          HttpStatus.CONFLICT,
          "A run is under way; there is one at a time. Nothing was started.",
          model,
          response);
    }
    return "redirect:/ui/journal/verification";
  }

  /** Whether it is one of some log; whether of this one, the verifier says. */
  private static boolean isCheckpoint(String note) {
    try {
      Checkpoint.parse(SignedNote.parse(note.getBytes(UTF_8)).text());
      return true;
    } catch (MalformedException e) {
      return false;
    }
  }

  private String refused(
      HttpStatus status, String message, Model model, HttpServletResponse response) {
    response.setStatus(status.value());
    model.addAttribute("error", message);
    addRun(model);
    return "ui/audit/verification";
  }

  private void addRun(Model model) {
    runs.latest()
        .ifPresent(
            run -> model.addAttribute("run", ExportRunPage.of(run, users.of(run.startedBy()))));
  }

  /** The archive of the last run, to be verified elsewhere; parts of it can be asked for. */
  @GetMapping("/archive")
  ResponseEntity<Resource> archive() {
    Archive archive =
        runs.latest()
            .flatMap(run -> Optional.ofNullable(run.archive()))
            .filter(kept -> Files.isReadable(kept.file()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    String name = "journal-" + archive.size() + ".zip";
    return ResponseEntity.ok()
        .contentType(ZIP)
        .cacheControl(CacheControl.noStore())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(new FileSystemResource(archive.file()));
  }
}
