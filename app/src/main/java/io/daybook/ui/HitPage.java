package io.daybook.ui;

import io.daybook.kyb.casefile.DismissalGround;
import io.daybook.kyb.casefile.HitState;
import io.daybook.kyb.casefile.Party;
import io.daybook.kyb.screening.list.ListedEntity;
import io.daybook.kyb.screening.list.ListedName;
import io.daybook.kyb.screening.name.PartMatch;
import io.daybook.projections.cases.HitView;
import io.daybook.security.Caller;
import io.daybook.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A hit as its page shows it: who the party says to be beside what the list says.
 *
 * @param facts one row for each thing that both can say
 * @param rows what each part of the names has to do with the score
 * @param decision what officers decided so far, empty if nothing
 * @param hint what the caller can do, and why not more
 * @param actions what the caller may decide; none: there is no form
 */
record HitPage(
    String kybCase,
    String id,
    String party,
    String listed,
    int score,
    String scoreText,
    String state,
    String tone,
    String source,
    List<Fact> facts,
    List<Row> rows,
    String circumstances,
    String decision,
    String hint,
    List<Action> actions,
    List<Ground> grounds) {

  /**
   * The party's side.
   *
   * @param number in a register, empty if unknown
   * @param twoOfficersFrom from which score on, in thousandths, two officers dismiss a hit
   */
  record Side(Party party, String number, int twoOfficersFrom) {}

  record Fact(String what, String party, String listed) {}

  record Row(String party, String listed, String how, String score, String weight) {}

  record Action(String value, String label, boolean danger) {}

  record Ground(String value, String label) {}

  static HitPage of(
      HitView hit,
      Side side,
      Optional<ListedEntity> entry,
      String listName,
      Caller caller,
      UnaryOperator<String> nameOfUser) {
    Party party = side.party();
    return new HitPage(
        hit.kybCase().value(),
        hit.hit().value(),
        party.name(),
        hit.listedName(),
        hit.score(),
        HitRow.score(hit.score()),
        HitRow.state(hit.state()),
        HitRow.tone(hit.state()),
        "%s, version %d, entry %s".formatted(listName, hit.version(), hit.entry()),
        facts(side, entry),
        PartMatch.readAll(hit.explanation()).stream().map(HitPage::row).toList(),
        circumstances(hit.explanation()),
        decision(hit, nameOfUser),
        hint(hit, side.twoOfficersFrom(), caller),
        actions(hit, caller),
        Arrays.stream(DismissalGround.values())
            .map(ground -> new Ground(ground.name(), CaseWords.constant(ground)))
            .toList());
  }

  private static List<Fact> facts(Side side, Optional<ListedEntity> entry) {
    Party party = side.party();
    String gone = "(not in this version)";
    return List.of(
        new Fact("Name", party.name(), entry.map(HitPage::names).orElse(gone)),
        new Fact(
            "Kind",
            CaseWords.constant(party.kind()),
            entry.map(each -> CaseWords.constant(each.kind())).orElse(gone)),
        new Fact(
            "Born",
            orUnknown(party.birthDate()),
            entry.map(each -> orUnknown(String.join(", ", each.birthDates()))).orElse(gone)),
        new Fact(
            "Country",
            party.country().isEmpty() ? "not known" : CaseWords.country(party.country()),
            entry.map(each -> orUnknown(countries(each))).orElse(gone)),
        new Fact(
            "Numbers",
            orUnknown(side.number()),
            entry.map(each -> orUnknown(String.join(", ", each.identifiers()))).orElse(gone)));
  }

  private static String names(ListedEntity entity) {
    return entity.names().stream().map(ListedName::text).collect(Collectors.joining("; "));
  }

  private static String countries(ListedEntity entity) {
    return entity.countries().stream()
        .map(code -> CaseWords.country(code.toUpperCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }

  private static String orUnknown(String text) {
    return text.isEmpty() ? "not known" : text;
  }

  private static Row row(PartMatch row) {
    String how =
        switch (row.kind()) {
          case LITERAL -> "the same";
          case FUZZY -> "nearly the same";
          case SYMBOL -> "known as the same";
          case MISSING -> "only in the list";
          case EXTRA -> "only here";
        };
    return new Row(
        row.query(),
        row.listed(),
        how,
        String.format(Locale.ROOT, "%.2f", row.score()),
        String.format(Locale.ROOT, "%.2f", row.weight()));
  }

  /** What else counted: the words after the rows, or a number that is equal. */
  private static String circumstances(String explanation) {
    int rows = explanation.lastIndexOf(']');
    return explanation.substring(rows + 1).replaceFirst("^;?\\s*", "");
  }

  private static String decision(HitView hit, UnaryOperator<String> nameOfUser) {
    if (hit.officer() == null) {
      return "";
    }
    DismissalGround ground = hit.ground();
    return "%s by %s%s: %s"
        .formatted(
            hit.state() == HitState.DISMISSAL_PROPOSED
                ? "Proposed to dismiss"
                : HitRow.state(hit.state()),
            nameOfUser.apply(hit.officer().value()),
            ground == null ? "" : " (" + CaseWords.lowerFirst(CaseWords.constant(ground)) + ")",
            hit.reason());
  }

  private static String hint(HitView hit, int twoOfficersFrom, Caller caller) {
    if (!caller.is(Role.OFFICER)) {
      return "You may read the hit; officers decide.";
    }
    return switch (hit.state()) {
      case OPEN ->
          hit.score() >= twoOfficersFrom
              ? "At this score two officers must agree that it is somebody else."
              : "Say whether the party is who the list says.";
      case DISMISSAL_PROPOSED ->
          isOwn(hit, caller)
              ? "You proposed to dismiss it, so another officer must agree."
              : "One officer says that it is somebody else. A second pair of eyes decides.";
      case DISMISSED -> "Decided: it is open again when the party or the entry changes.";
      case CONFIRMED -> "The case can only be rejected, unless two officers dismiss the hit.";
    };
  }

  private static List<Action> actions(HitView hit, Caller caller) {
    var dismiss = new Action("DISMISS", "Somebody else", false);
    var confirm = new Action("CONFIRM", "True match", true);
    if (!caller.is(Role.OFFICER)) {
      return List.of();
    }
    return switch (hit.state()) {
      case OPEN -> List.of(dismiss, confirm);
      case DISMISSAL_PROPOSED -> isOwn(hit, caller) ? List.of(confirm) : List.of(dismiss, confirm);
      case CONFIRMED -> List.of(dismiss);
      case DISMISSED -> List.of(confirm);
    };
  }

  private static boolean isOwn(HitView hit, Caller caller) {
    @Nullable Object officer = hit.officer();
    return officer != null && officer.toString().equals(caller.userId());
  }
}
