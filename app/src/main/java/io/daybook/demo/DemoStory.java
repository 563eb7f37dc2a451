package io.daybook.demo;

import static io.daybook.demo.Patience.await;
import static io.daybook.demo.Patience.awaitUntil;
import static java.util.Objects.requireNonNull;

import io.daybook.demo.DemoStep.Done;
import io.daybook.demo.RestSession.Answer;
import io.daybook.journal.audit.Auditor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The story: an organiser applies, two officers approve, a show is published, buyers buy, one is
 * refunded, an auditor exports the journal and verifies it.
 */
final class DemoStory {
  private final DemoPeople people;
  private final DemoConsole console;
  private final Plan plan;
  private final RestSession organiser;
  private final RestSession auditor;
  private final DemoSale sale;

  private @Nullable DemoApplication application;
  private String orderToRefund = "";
  private int verdict;

  /**
   * How the story is told.
   *
   * @param run a part of all names, so that the story can be told again
   * @param buyers how many, from 1
   * @param export where the journal's export goes
   */
  record Plan(String run, int buyers, Path export) {}

  DemoStory(DemoPeople people, DemoConsole console, Plan plan) {
    this.people = people;
    this.console = console;
    this.plan = plan;
    this.organiser = people.register("organiser-" + plan.run(), "ORGANISER");
    this.auditor = people.signIn("aude");
    this.sale = new DemoSale(people, console, plan);
  }

  /** Tells the whole story; returns the verification's exit code, 0 for a sound journal. */
  int tell() {
    List<DemoStep> steps =
        List.of(
            this::apply,
            this::submit,
            () -> approve("olga", "Register extract and owners match"),
            () -> approve("pavel", "A second pair of eyes agrees"),
            this::publish,
            this::sell,
            this::askForRefund,
            this::refund,
            this::trialBalance,
            this::export,
            this::verify);
    for (int i = 0; i < steps.size(); i++) {
      console.done(i + 1, steps.size(), steps.get(i).take());
    }
    return verdict;
  }

  private Done apply() {
    application =
        DemoApplication.apply(
            organiser, "Nachtwache Konzerte GmbH " + plan.run(), "HRB " + plan.run());
    return new Done("An organiser applies: " + application.legalName(), application.position());
  }

  private Done submit() {
    Answer submitted = requireNonNull(application).submit();
    return new Done("Two documents are hashed and the case is submitted", submitted.position());
  }

  private Done approve(String officer, String reason) {
    Answer decided = requireNonNull(application).approve(people.signIn(officer), reason);
    return new Done(
        "Officer " + officer + " agrees: the case is " + decided.text("state"), decided.position());
  }

  private Done publish() {
    requireNonNull(application).awaitClearance();
    return sale.publish(organiser);
  }

  private Done sell() {
    List<String> orders = sale.sell();
    orderToRefund = orders.getFirst();
    return new Done(orders.size() + " buyers have their tickets", reached());
  }

  private Done askForRefund() {
    Answer asked =
        organiser.post(
            "/api/v1/orders/" + orderToRefund + "/refunds", Map.of("reason", "The buyer fell ill"));
    return new Done("One order is to be refunded", asked.position());
  }

  private Done refund() {
    awaitUntil(
        "the refund",
        () -> organiser.get("/api/v1/orders/" + orderToRefund).text("state").equals("REFUNDED"));
    return new Done("The money is back, the ticket is revoked, the seat is free", reached());
  }

  private Done trialBalance() {
    awaitUntil("the read models", () -> journal().lag() == 0);
    JsonNode balance = auditor.get("/api/v1/ledger/trial-balance").body();
    List<String> lines = new ArrayList<>();
    for (JsonNode account : balance.required("accounts")) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-60s %-9s %,14d",
              account.required("account").asString(),
              account.required("kind").asString(),
              account.required("balanceMinor").asLong()));
    }
    for (JsonNode total : balance.required("totals")) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%s  debits %,d  credits %,d  difference %,d (minor units)",
              total.required("currency").asString(),
              total.required("debitsMinor").asLong(),
              total.required("creditsMinor").asLong(),
              total.required("differenceMinor").asLong()));
    }
    return new Done("The trial balance", reached(), lines);
  }

  private Done export() {
    long size = await("a checkpoint over everything", this::checkpoint);
    auditor.download("/api/v1/audit/export.zip", plan.export());
    return new Done("The auditor downloads the journal to " + plan.export(), size - 1);
  }

  /** Returns the size of the newest checkpoint if that covers the whole journal. */
  private Optional<Long> checkpoint() {
    Journal journal = journal();
    String size = auditor.text("/journal/log/checkpoint").lines().skip(1).findFirst().orElse("0");
    return journal.lag() == 0 && Long.parseLong(size) > journal.position()
        ? Optional.of(Long.parseLong(size))
        : Optional.empty();
  }

  private Done verify() {
    var report = new StringWriter();
    var out = new PrintWriter(report, true);
    verdict = Auditor.run(out, out, "verify", plan.export().toString());
    return new Done(
        "The auditor verifies it offline: exit code " + verdict,
        reached(),
        report.toString().lines().toList());
  }

  private long reached() {
    return journal().position();
  }

  /**
   * Where the journal ends.
   *
   * @param lag by how many events the slowest read model is behind
   */
  private record Journal(long position, long lag) {}

  private Journal journal() {
    long position = 0;
    long lag = 0;
    for (JsonNode view : auditor.get("/api/v1/status/projections").body().required("data")) {
      long behind = view.required("lagEvents").asLong();
      position = Math.max(position, view.required("position").asLong() + behind);
      lag = Math.max(lag, behind);
    }
    return new Journal(position, lag);
  }
}
