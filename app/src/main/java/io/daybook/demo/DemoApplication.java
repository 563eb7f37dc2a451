package io.daybook.demo;

import static io.daybook.demo.Patience.await;
import static io.daybook.demo.Patience.awaitUntil;

import io.daybook.demo.RestSession.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** An organiser's application, from the first word to the approval. */
final class DemoApplication {
  private final RestSession organiser;
  private final Answer applied;
  private final String casePath;

  private DemoApplication(RestSession organiser, Answer applied) {
    this.organiser = organiser;
    this.applied = applied;
    this.casePath = path() + "/kyb-cases/" + applied.text("kybCase");
  }

  /** Lets {@code organiser} apply for the business of this name. */
  static DemoApplication apply(RestSession organiser, String legalName, String registration) {
    Answer applied =
        organiser.post(
            "/api/v1/organizers",
            Map.of(
                "legalName",
                legalName,
                "registrationNumber",
                registration,
                "country",
                "DE",
                "activity",
                "Concerts in small venues"));
    return new DemoApplication(organiser, applied);
  }

  String legalName() {
    return applied.text("legalName");
  }

  /** Returns the journal index of the application. */
  long position() {
    return applied.position();
  }

  /** Uploads what is asked for and hands the case to the officers. */
  Answer submit() {
    organiser.upload(casePath + "/documents", "REGISTER_EXTRACT", pdf("A register extract"));
    organiser.upload(casePath + "/documents", "OWNERSHIP_STATEMENT", pdf("The owners"));
    return organiser.post(casePath + ":submit", Map.of());
  }

  private byte[] pdf(String text) {
    return ("%PDF-1.7\n" + text + " of " + legalName()).getBytes(StandardCharsets.UTF_8);
  }

  /** Waits until {@code officer} is asked, and lets that officer agree. */
  Answer approve(RestSession officer, String reason) {
    String task = await("an officer's task", () -> findTask(officer));
    return officer.post(
        "/api/v1/compliance/tasks/" + task + ":decide",
        Map.of("decision", "APPROVE", "reason", reason));
  }

  private Optional<String> findTask(RestSession officer) {
    for (JsonNode task : officer.get("/api/v1/compliance/tasks").body().required("data")) {
      if (task.required("legalName").asString().equals(legalName())
          && task.required("decidable").asBoolean()) {
        return Optional.of(task.required("id").asString());
      }
    }
    return Optional.empty();
  }

  void awaitClearance() {
    awaitUntil("the approval", () -> organiser.get(path()).text("clearance").equals("CLEARED"));
  }

  private String path() {
    return "/api/v1/organizers/" + applied.text("id");
  }
}
