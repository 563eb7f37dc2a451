package io.daybook.ui;

import io.daybook.chain.Anchor;
import io.daybook.chain.AskedRemedy;
import io.daybook.chain.ChainMonitor;
import io.daybook.chain.ChainStatus;
import io.daybook.chain.Reconciled;
import io.daybook.chain.RemedyDesk;
import io.daybook.chain.SyncLabel;
import io.daybook.security.Caller;
import io.daybook.security.Role;
import io.daybook.ticketing.chain.IntentId;
import io.daybook.ticketing.chain.Remedy;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The chain as its page shows it.
 *
 * @param tone the look of the label
 * @param alerts what people must look at, in words
 * @param stopped what the caller may propose to go on with
 * @param anchors the newest first
 * @param mayAct whether the caller may have something done
 * @param version changes with everything that the page shows
 */
record ChainPage(
    ChainStatus status,
    String tone,
    List<String> alerts,
    List<Choice> stopped,
    List<Row> transactions,
    List<Asked> remedies,
    List<Anchor> anchors,
    @Nullable Reconciled reconciled,
    boolean mayAct,
    String version) {
  private static final int SHOWN = 10;

  /** Something to have done, and what the button says. */
  record Choice(String act, String words) {}

  /** A transaction with what the caller may have done about it. */
  record Row(ChainMonitor.Transaction sent, List<Choice> choices) {}

  /**
   * A remedy that was asked for.
   *
   * @param words what is to be done
   * @param who who asked and who agreed
   * @param state how far it is, or what came of it
   * @param open whether it awaits another person
   * @param own whether the caller asked for it, and so may not agree
   */
  record Asked(String id, String words, String who, String state, boolean open, boolean own) {}

  /** Where the page's content comes from. */
  record Sources(ChainMonitor chain, RemedyDesk desk, UnaryOperator<String> nameOfUser) {}

  static ChainPage of(Sources sources, Caller caller) {
    boolean mayAct = caller.is(Role.OFFICER) || caller.is(Role.ADMIN);
    ChainMonitor chain = sources.chain();
    ChainStatus status = chain.status();
    List<Row> transactions =
        chain.transactions().stream()
            .map(sent -> new Row(sent, choices(sent.permitted(), mayAct)))
            .toList();
    List<Asked> remedies =
        sources.desk().newest().stream()
            .limit(SHOWN)
            .map(asked -> asked(asked, caller, sources.nameOfUser()))
            .toList();
    List<Anchor> newest = chain.anchors().reversed().stream().limit(SHOWN).toList();
    Optional<Reconciled> reconciled = chain.reconciled();
    return new ChainPage(
        status,
        tone(status.sync()),
        status.alerts().stream().map(alert -> sentence(alert.words())).toList(),
        choices(status.stopped(), mayAct),
        transactions,
        remedies,
        newest,
        reconciled.orElse(null),
        mayAct,
        Integer.toHexString(
            List.of(status, transactions, remedies, newest, reconciled).hashCode()));
  }

  private static List<Choice> choices(List<Remedy.Act> acts, boolean mayAct) {
    return mayAct
        ? acts.stream().map(act -> new Choice(act.name(), button(act))).toList()
        : List.of();
  }

  private static String button(Remedy.Act act) {
    return switch (act) {
      case RESUME_READING -> "Propose to read on";
      case RESUME_SENDING -> "Propose to send on";
      case SEND_AGAIN -> "Send again";
      case PAY_MORE -> "Pay more";
      case CANCEL -> "Propose to cancel";
    };
  }

  private static Asked asked(AskedRemedy asked, Caller caller, UnaryOperator<String> nameOfUser) {
    String proposer = nameOfUser.apply(asked.proposedBy().value());
    String who =
        asked.approvedBy() == null
            ? proposer
            : proposer + " and " + nameOfUser.apply(asked.approvedBy().value());
    return new Asked(
        asked.id().value(),
        words(asked.remedy()),
        who,
        state(asked),
        asked.state() == AskedRemedy.State.PROPOSED,
        asked.proposedBy().value().equals(caller.userId()));
  }

  private static String words(Remedy remedy) {
    @Nullable IntentId intent = remedy.intent();
    return switch (remedy.act()) {
      case RESUME_READING -> "Read the chain on, although a final block changed";
      case RESUME_SENDING -> "Send on, although somebody else used a nonce";
      case SEND_AGAIN -> "Send again: " + intent;
      case PAY_MORE -> "Pay more for: " + intent;
      case CANCEL -> "Cancel: " + intent;
    };
  }

  private static String state(AskedRemedy asked) {
    return switch (asked.state()) {
      case PROPOSED -> "Another person must agree";
      case ORDERED -> "Is about to be done";
      case WITHDRAWN -> "Withdrawn";
      case DONE -> "Done: " + asked.outcome();
    };
  }

  private static String sentence(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  private static String tone(SyncLabel label) {
    return switch (label) {
      case SYNCED -> "good";
      case HALTED -> "bad";
      case BEHIND, SYNCING, DEGRADED, OFF -> "";
    };
  }
}
