package io.daybook.faults;

import java.util.List;
import java.util.Map;

/** Two officers who let a person be forgotten. */
final class Erasing {
  private Erasing() {}

  /** Erases all that is held on {@code person}, and waits until it is gone. */
  static void erase(Person person, CarefulClient proposer, CarefulClient approver, String level) {
    String erasure = propose(person, proposer, level);
    approve(person, erasure, approver);
    awaitCompletion(erasure, proposer);
  }

  /** Returns the id of a proposed erasure. */
  static String propose(Person person, CarefulClient officer, String level) {
    return officer
        .post(
            subject(person) + "/erasures",
            Map.of(
                "classes",
                List.of("ACCOUNT", "KYB", "TICKETING"),
                "level",
                level,
                "basis",
                "LEGAL_OBLIGATION"))
        .text("id");
  }

  static void approve(Person person, String erasure, CarefulClient officer) {
    officer.post(subject(person) + "/erasures/" + erasure + ":approve", Map.of());
  }

  static void awaitCompletion(String erasure, CarefulClient officer) {
    BoxOffice.await("erasure " + erasure, () -> isComplete(erasure, officer));
  }

  private static boolean isComplete(String erasure, CarefulClient officer) {
    return officer
        .get("/api/v1/compliance/erasures?limit=100")
        .required("data")
        .valueStream()
        .filter(known -> known.required("id").asString().equals(erasure))
        .anyMatch(known -> known.required("state").asString().equals("COMPLETED"));
  }

  private static String subject(Person person) {
    return "/api/v1/compliance/subjects/" + person.id();
  }
}
